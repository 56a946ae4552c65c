"""Values as a program writes them: what is known of them, and where each part stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.lint.text import Span, Text


class Hidden:
    """What stands for a value that only the running program knows; no JSON, so nothing judges it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "…"


HIDDEN = Hidden()


class Literal:
    """How a value is written: where, and the words that would write another in its place."""

    __slots__ = ("span", "style", "text")

    def __init__(self, span: Span, text: Text, style: str) -> None:
        self.span = span
        self.text = text
        self.style = style
        """`python`, `json`, `yaml` or `form`."""


class Value:
    """A value of a program: a scalar, a list or a dict of values, or hidden."""

    __slots__ = ("data", "keys", "literal", "open", "span")

    def __init__(self, data: Any, span: Span, literal: Literal | None = None) -> None:  # noqa: ANN401 - JSON of values
        self.data = data
        """A scalar, `HIDDEN`, a list of values, or a dict of them."""
        self.span = span
        self.literal = literal
        """How it is written, where it is a scalar that stands there as it is."""
        self.keys: dict[str, Literal] = {}
        """How the keys of a dict are written."""
        self.open = False
        """Whether a dict may have more keys than are known."""

    def hide(self) -> None:
        """Forget what it is: something may have changed it."""
        self.data = HIDDEN

    def plain(self) -> Any:  # noqa: ANN401 - JSON
        """The value as JSON, `HIDDEN` where it is not known; a dict that may have more keys is not known."""
        if isinstance(self.data, dict):
            return HIDDEN if self.open else {key: value.plain() for key, value in self.data.items()}
        if isinstance(self.data, list):
            return [value.plain() for value in self.data]
        return self.data

    def items(self) -> dict[str, Value]:
        """The values of a dict by key; none for anything else."""
        return self.data if isinstance(self.data, dict) else {}

    def at(self, path: str) -> Value | None:
        """What stands at a path as the API spells it (`messages[0].content`); None when nothing does."""
        if not path:
            return self
        if isinstance(self.data, list) and path[0] == "[":
            number, _, rest = path[1:].partition("]")
            inside = self.data[int(number)] if number.isdigit() and int(number) < len(self.data) else None
            return inside and inside.at(rest)
        path = path.removeprefix(".")
        for key, value in self.items().items():
            if path == key or (path.startswith(key) and path[len(key)] in ".["):
                found = value.at(path[len(key) :])
                if found is not None:
                    return found
        return None

    def nearest(self, path: str) -> tuple[Value, bool]:
        """What stands at a path, or the innermost value around it; and whether it is the value itself."""
        whole = path
        while path:
            found = self.at(path)
            if found is not None:
                return found, path == whole
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self, not whole


def hidden_in(value: object) -> bool:
    """Whether something in a plain value is hidden."""
    if isinstance(value, dict):
        return any(hidden_in(inner) for inner in value.values())
    if isinstance(value, list):
        return any(hidden_in(inner) for inner in value)
    return value is HIDDEN


def spots(value: Any, road: tuple[str, ...], path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401 - JSON
    """The paths at which a road (`tools`, `[]`, `type`) meets something hidden."""
    if value is HIDDEN:
        yield path
    elif road and road[0] == "[]":
        for at, item in enumerate(value if isinstance(value, list) else ()):
            yield from spots(item, road[1:], (*path, at))
    elif road and isinstance(value, dict) and road[0] in value:
        yield from spots(value[road[0]], road[1:], (*path, road[0]))
