"""A cell of a table: a fact fit for JSON, its words in Markdown, on whose word it is, and who says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from registry.generate.wording import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Dissent(NamedTuple):
    """What another source says instead: its id, the value, and its words."""

    source: str
    value: object
    shown: str


class Cell:
    """What stands in a row under a column. A value that is None is unknown; an empty one is nothing to tell."""

    __slots__ = ("dissent", "mark", "shown", "source", "value")

    def __init__(self, value: object, shown: str, source: str = "", dissent: Iterable[Dissent] = ()) -> None:
        self.value = value
        self.shown = shown
        """Markdown."""
        self.source = source
        """The id of the source; empty where no single one stands behind it."""
        self.dissent = tuple(dissent)
        self.mark = ""
        """References to the footnotes of its dissent, once they are numbered."""

    @property
    def marked(self) -> str:
        """Its words with its marks, as they stand in the table."""
        return self.shown + self.mark

    def __repr__(self) -> str:
        return f"<cell {self.shown}>"


class Fact(NamedTuple):
    """A fact before it has words: its value (None: unknown), its source, and what others say (source, value)."""

    value: object
    source: str
    dissent: tuple[tuple[str, object], ...] = ()

    def cell(self, show: Callable[[object], str], unknown: str = UNKNOWN) -> Cell:
        """The fact in words; `unknown` is what an unknown one shows."""
        others = [Dissent(source, value, show(value)) for source, value in self.dissent]
        return Cell(self.value, unknown if self.value is None else show(self.value), self.source, others)
