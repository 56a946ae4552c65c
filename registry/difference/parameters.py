"""What changes about a parameter from one model to another, at one endpoint each."""

from __future__ import annotations

from registry.difference.change import Change
from registry.difference.rules import STRANGER, moved, plain, reachable, written
from registry.domain import IGNORED, listed, spell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.domain import Accepts
    from registry.facts import Parameter

LONG = 100
"""Characters from which on two rules are not told whole, where the values that moved can be listed."""


class Place:
    """Where a change is told of: a model's name, a parameter, an endpoint."""

    __slots__ = ("field", "mode", "model")

    def __init__(self, model: str, field: str, mode: str | None) -> None:
        self.model = model
        self.field = field
        self.mode = mode

    def change(self, kind: str, text: str, old: object = None, new: object = None) -> Change:
        """A change here."""
        return Change(kind, self.model, self.field, text, mode=self.mode, old=old, new=new)


def between_parameters(place: Place, old: Parameter | None, new: Parameter | None) -> Iterator[Change]:
    """What changes where one is followed by the other; None: nothing is known."""
    before, after = old.accepts if old else None, new.accepts if new else None
    if after is not None:
        yield from _rule(place, before, after)
    elif before is not None:
        yield place.change("unknown", f"is not known, and was {written(before)}", written(before))
    if old and new and old.default is not None and new.default is not None and old.default != new.default:
        text = f"left out it is {spell(new.default)}, and was {spell(old.default)}"
        yield place.change("alters", text, old.default, new.default)
    for word, text in (("needs", "has to carry"), ("requires", "requires")):
        had, has = getattr(old, word, None), getattr(new, word, None)
        if has is not None and str(had) != str(has):
            yield place.change("tightens", f"{text} {has}", had and str(had), str(has))
        elif has is None and had is not None:
            yield place.change("loosens", f"{text} {had} no more", str(had))


def _rule(place: Place, old: Accepts | None, new: Accepts) -> Iterator[Change]:
    gained, lost = moved(old, new)
    before, after = written(old), written(new)
    for kind, values, word in (("loosens", gained, "as well"), ("tightens", lost, "no more")):
        if values:
            yield place.change(kind, _told(values, word, old, new), before, after)
    yield from _doubts(place, old, new, (*gained, *lost))
    if old is not None and _ignores(old) != _ignores(new):
        text = "is taken and ignored" if _ignores(new) else "is not ignored any more"
        yield place.change("alters", f"{text}{_some(new)}", before, after)


def _doubts(place: Place, old: Accepts | None, new: Accepts, told: Sequence[object]) -> Iterator[Change]:
    """Values that only one of them is known to take, though neither stops a call with them."""
    before, after = _unconfirmed(old), _unconfirmed(new)
    for kind, doubts, others, text in (
        ("tightens", after, before, f"is not known to take {{}}{' any more' if old else ''}"),
        ("loosens", before, after, "is known to take {}"),
    ):
        values = [spell(value) for name, value in doubts.items() if name not in others and value not in told]
        if values:
            yield place.change(kind, text.format(listed(values, "and")), written(old), written(new))


def _unconfirmed(rule: Accepts | None) -> dict[str, object]:
    branches = reachable(rule) if rule else ()
    sets = [left_out for branch in branches for left_out in branch.unconfirmed.values()]
    return {repr(value): value for left_out in sets for value in left_out.values}


def _told(values: Sequence[object], word: str, old: Accepts | None, new: Accepts) -> str:
    """The values that moved, where they can be listed; else both rules."""
    before, after = written(old), written(new)
    if STRANGER not in values and old is not None:
        text = f"takes {listed([spell(value) for value in values], 'and')} {word}"
        if plain(old) and plain(new):
            return text
        if len(before) + len(after) > LONG:
            return f"{text}{_some(new) or _some(old)}"
    return f"takes {after}, and took {before}" if old is not None else f"takes {after}; what it took was not known"


def _some(rule: Accepts) -> str:
    return ", in some cases" if rule.when else ""


def _ignores(rule: Accepts) -> bool:
    return any(branch.values is IGNORED for branch in reachable(rule))
