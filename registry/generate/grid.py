"""A table as asked: its cells in rows, sorted, with numbered footnotes where sources disagree."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from registry.generate.markdown import aligned
from registry.generate.wording import cited

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.catalogue import Catalogue
    from registry.generate.cell import Cell, Dissent
    from registry.generate.query import Query


SOURCES = ("source", "cited")
"""The columns whose values are ids of sources."""


class Notes:
    """The footnotes of a page or region, each once; their labels begin with a prefix, so that they meet no others."""

    def __init__(self, catalogue: Catalogue, prefix: str = "", taken: frozenset[str] = frozenset()) -> None:
        self._catalogue = catalogue
        self._prefix = prefix
        self._taken = taken
        self._labels: dict[str, str] = {}

    def mark(self, cell: Cell) -> str:
        """References to the footnotes of a cell, of which new ones are added."""
        return "".join(f"[^{self._label(self._told(cell, dissent))}]" for dissent in cell.dissent)

    def _label(self, told: str) -> str:
        if told not in self._labels:
            number = len(self._labels) + 1
            while f"{self._prefix}{number}" in self._taken:
                number += 1
            self._labels[told] = f"{self._prefix}{number}"
            self._taken |= {self._labels[told]}
        return self._labels[told]

    def _told(self, cell: Cell, dissent: Dissent) -> str:
        other, ours = cited(self._catalogue, dissent.source), cited(self._catalogue, cell.source)
        how = "leaves it open" if cell.value is None else "is followed here"
        return f"{other} says otherwise: {dissent.shown}. {ours} {how}."

    def lines(self) -> Iterator[str]:
        """The footnotes."""
        for told, label in self._labels.items():
            yield f"[^{label}]: {told}"


class Grid:
    """The cells of a query's rows and columns; `notes` gets the footnotes, where the query wants marks."""

    def __init__(self, query: Query, notes: Notes | None = None) -> None:
        self.query = query
        self.notes = notes or Notes(query.catalogue, f"{query.table.name}-")
        self.columns = [column for column, _ in query.columns]
        self.headings = [heading for _, heading in query.columns]
        self.rows = [self._cells(row) for row in self._sorted(query.table.rows(query))]

    def _sorted(self, rows: list[object]) -> list[object]:
        key = self.query.given.get("sort", "")
        if not key:
            return rows
        column = self.query.column(key.removeprefix("-"), "sort")
        keyed = [(_order(column.read(row).value), row) for row in rows]
        known = sorted((pair for pair in keyed if pair[0]), key=lambda pair: pair[0], reverse=key.startswith("-"))
        return [row for _, row in (*known, *(pair for pair in keyed if not pair[0]))]

    def _cells(self, row: object) -> list[Cell]:
        cells = [column.read(row) for column in self.columns]
        if not self.query.marks:
            return cells
        for cell in cells:
            cell.mark = self.notes.mark(cell)
        belonging = self.query.table.disputes and self.query.table.disputes(row)
        if belonging and cells:
            cells[0].mark += self.notes.mark(belonging)
        return cells

    def by_key(self) -> list[Mapping[str, Cell]]:
        """The rows, with each cell under its column's key."""
        keys = [column.key for column in self.columns]
        return [dict(zip(keys, row, strict=True)) for row in self.rows]

    def cited(self) -> Iterator[str]:
        """The ids of the sources behind its cells, and of those that it tells."""
        for row in self.rows:
            for column, cell in zip(self.columns, row, strict=True):
                yield cell.source
                if column.key in SOURCES:
                    yield from cell.value if isinstance(cell.value, list) else [str(cell.value)]

    def lines(self) -> Iterator[str]:
        """The table in Markdown, without its footnotes."""
        right = [at for at, column in enumerate(self.columns) if column.number]
        return aligned(self.headings, [[cell.marked for cell in row] for row in self.rows], right)


def _order(value: object) -> tuple[Any, ...]:
    """What to sort a value by; empty for what is unknown, which goes last."""
    if value is None or value == "":
        return ()
    try:
        return 0, Decimal(str(value)), ""
    except InvalidOperation:
        return 1, 0, str(value)
