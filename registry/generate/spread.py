"""What several models take for each parameter: a row for those that agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from registry.domain import listed
from registry.generate.cell import Cell
from registry.generate.columns import Column
from registry.generate.markdown import code
from registry.generate.parameters import accepted, besides, default

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.generate.query import Query
    from registry.generate.row import Row
    from registry.generate.table import Table


FEW = 2
"""Models that are named as those that something is not about."""


class Spread(NamedTuple):
    """A parameter, the models that agree in it, and the others."""

    name: str
    rows: Sequence[Row]
    others: Sequence[Row]


def spreads(of: Table) -> Any:  # noqa: ANN401 - rows of a table
    """The rows of a table of parameters: for each, the models that agree."""

    def rows(query: Query) -> Iterator[Spread]:
        models = [row for row in of.unfiltered(query) if row.model.modes != ()]
        for name in sorted({name for row in models for name in row.model.parameters}):
            groups: dict[object, list[Row]] = {}
            for row in models:
                if _is_known(row, name):
                    groups.setdefault(_told(row, name), []).append(row)
            for group in groups.values():
                yield Spread(name, group, [row for row in models if row not in group])

    return rows


def _is_known(row: Row, name: str) -> bool:
    """Whether anybody says which values there are; who needs it left out may have no place for it."""
    return any(fact.accepts or fact.needs for _, fact in row.parameter(name))


def _told(row: Row, name: str) -> object:
    """All that the table says about a parameter: models with the same share a row."""
    cells = (default(row, name), accepted(row, name), besides(row, name))
    said = [(cell.shown, cell.source, cell.dissent and str(cell.dissent)) for cell in cells]
    return tuple(said), tuple(row.sources(name))


def _models(spread: Spread) -> Cell:
    ids = [row.model.id for row in spread.rows]
    shown, others = ([row.query.named(row.model.id) for row in rows] for rows in (spread.rows, spread.others))
    if len(others) <= FEW < len(ids):
        return Cell(ids, f"all but {listed(others, 'and')}" if others else "all")
    return Cell(ids, "all" if not others else ", ".join(shown))


def _source(spread: Spread) -> Cell:
    ids = spread.rows[0].sources(spread.name)
    return Cell(ids, ", ".join(map(code, ids)))


ABOUT_SPREADS = (
    Column("parameter", "Parameter", "its name", lambda spread: Cell(spread.name, code(spread.name))),
    Column("models", "Models", "those that agree in it", _models),
    Column(
        "default", "Default", "what is used when it is left out", lambda spread: default(spread.rows[0], spread.name)
    ),
    Column("accepts", "Values", "which values, and when", lambda spread: accepted(spread.rows[0], spread.name)),
    Column("more", "Besides", "what else is known about it", lambda spread: besides(spread.rows[0], spread.name)),
    Column("source", "Source", "on whose word", _source),
)
