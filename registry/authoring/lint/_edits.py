"""Text edits that take out or rearrange parts of a YAML file and leave every comment and all other layout alone."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from registry.authoring.document import Document, Place, Position


class Edit(NamedTuple):
    """The text between two positions (line and column, from 1; the end excluded) is replaced by another."""

    start: Position
    end: Position
    text: str

    def as_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {"start": list(self.start), "end": list(self.end), "text": self.text}


def applied(document: Document, edits: Iterable[Edit]) -> tuple[str, set[Edit]]:
    """The text with edits made, and those that were: of two that overlap, the earlier in the text."""
    done, made, at = [], set(), 0
    for edit in sorted(set(edits)):
        start, end = document.offset(edit.start), document.offset(edit.end)
        if start >= at:
            done += [document.text[at:start], edit.text]
            made.add(edit)
            at = end
    return "".join([*done, document.text[at:]]), made


def removal(document: Document, place: Place, gone: Collection[Place], within: Place) -> list[Edit] | None:
    """Edits that take out a key or item; None when a comment stands in the way.

    `gone` is all that is to go: a map that would be left empty goes with it, up to the value at `within`, which then is
    `{}`.
    """
    while len(place) > len(within) and _gone(document, place[:-1], gone):
        place = place[:-1]
    if place == within:
        return _emptied(document, place)
    siblings = _inside(document, place[:-1])
    if document.flow[place[:-1]]:
        return _from_flow(document, place, siblings)
    return _from_block(document, place, siblings)


def reordered(document: Document, place: Place, order: Sequence[int]) -> list[Edit] | None:
    """An edit that puts what is inside a map or list in another order; None when a comment may belong to either."""
    inside = _inside(document, place)
    starts, ends = [document.keys[inner] for inner in inside], [document.ends[inner] for inner in inside]
    if not document.flow[place]:
        if any(_text(document, (line, 1), (line, column)).strip() not in ("", "-") for line, column in starts):
            return None
        starts = [(line, 1) for line, _ in starts]
        ends = [*starts[1:], (_last_line(document, inside[-1]) + 1, 1)]
    flow = document.flow[place]
    if any(flow or _alone(document, position) for position, _ in _comments(document, starts[0], ends[-1])):
        return None
    texts = [_text(document, start, end) for start, end in zip(starts, ends, strict=True)]
    gaps = [_text(document, end, start) for end, start in zip(ends, starts[1:], strict=False)]
    if not flow and not texts[-1].endswith("\n"):
        return None
    moved = "".join(text for pair in zip((texts[at] for at in order), [*gaps, ""], strict=True) for text in pair)
    return [Edit(starts[0], ends[-1], moved)]


def _inside(document: Document, place: Place) -> list[Place]:
    value: Any = document.get(place)
    steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [(*place, step) for step in steps]


def _gone(document: Document, place: Place, gone: Collection[Place]) -> bool:
    """Whether all that stands at a place is to go."""
    inside = _inside(document, place)
    return place in gone or (bool(inside) and all(_gone(document, inner, gone) for inner in inside))


def _from_flow(document: Document, place: Place, siblings: list[Place]) -> list[Edit] | None:
    at = siblings.index(place)
    if at:
        return _cut(document, document.ends[siblings[at - 1]], document.ends[place])
    return _cut(document, document.keys[place], document.keys[siblings[1]])


def _cut(document: Document, start: Position, end: Position) -> list[Edit] | None:
    return None if any(_comments(document, start, end)) else [Edit(start, end, "")]


def _from_block(document: Document, place: Place, siblings: list[Place]) -> list[Edit] | None:
    line, column = document.keys[place]
    if not _alone(document, (line, column)):  # `- key: …`: the dash has to stay
        return _cut(document, (line, column), document.keys[siblings[1]])
    start, end = (line, 1), (_last_line(document, place) + 1, 1)
    return [Edit(start, end, _kept(document, start, end, column))]


def _emptied(document: Document, place: Place) -> list[Edit]:
    start = document.values[place]
    if document.flow[place]:
        return [Edit(start, document.ends[place], "{}")]
    key = document.keys[place]
    after = next(end for begin, end in document.scalars if begin == key)
    below = (after[0] + 1, 1)
    end = (_last_line(document, place) + 1, 1)
    beside = [text for _, text in _comments(document, after, below)]
    first = "  ".join([": {}", *beside]) + _newline(document)
    return [Edit(after, end, first + _kept(document, below, end, start[1]))]


def _kept(document: Document, start: Position, end: Position, column: int) -> str:
    """The comments of a text that goes, each on a line of its own."""
    newline = _newline(document)
    return "".join(f"{' ' * (column - 1)}{text}{newline}" for _, text in _comments(document, start, end))


def _last_line(document: Document, place: Place) -> int:
    line, column = document.ends[place]
    return line - 1 if column == 1 else line


def _newline(document: Document) -> str:
    return "\r\n" if "\r\n" in document.text else "\n"


def _text(document: Document, start: Position, end: Position) -> str:
    return document.text[document.offset(start) : document.offset(end)]


def _alone(document: Document, position: Position) -> bool:
    """Whether nothing stands before a position on its line."""
    return not _text(document, (position[0], 1), position).strip()


def _comments(document: Document, start: Position, end: Position) -> Iterator[tuple[Position, str]]:
    """The comments that begin between two positions, and where."""
    first, last = document.offset(start), document.offset(end)
    while (found := document.text.find("#", first, last)) >= 0:
        first = found + 1
        position = document.position(found)
        at = bisect_right(document.scalars, (position, position)) - 1
        quoted = at >= 0 and position < document.scalars[at][1]
        if not document.text[max(found - 1, 0) : found].strip() and not quoted:
            first = document.offset((position[0] + 1, 1))
            yield position, document.text[found:first].rstrip()
