"""A model's parameters, one a row, and where each endpoint has them; and the values of one, endpoint by endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from registry.domain import Choices, spell
from registry.generate.bounds import possible
from registry.generate.cell import Cell, Dissent
from registry.generate.columns import Column
from registry.generate.endpoints import HERE, standing
from registry.generate.markdown import code, text
from registry.generate.parameters import accepted, besides, by_endpoints, default
from registry.generate.wording import NONE, PERHAPS, UNKNOWN, condition
from registry.generate.wording import accepted as in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.catalogue import Catalogue
    from registry.domain import Accepts
    from registry.facts import Parameter
    from registry.generate.columns import Read
    from registry.generate.query import Query
    from registry.generate.row import Row
    from registry.generate.table import Table


WITHIN = "within"
"""It is no field: it is what parts of the body are made of."""


class Taken(NamedTuple):
    """A parameter of a model, as a row."""

    row: Row
    name: str


def taken(of: Table) -> Any:  # noqa: ANN401 - rows of a table
    """The rows of a table of what models take: every parameter that their endpoints leave to the model.

    Those that nobody said anything about are among them.
    """

    def rows(query: Query) -> Iterator[Taken]:
        for row in of.unfiltered(query):
            for name in sorted({*row.model.parameters, *_left_to_models(row)}):
                if query.asks_about(name) and any(row.stands(name, mode) for mode in row.modes()):
                    yield Taken(row, name)

    return rows


def _left_to_models(row: Row) -> Iterator[str]:
    """The parameters that an endpoint of a model leaves to the model."""
    for mode in row.modes():
        yield from (row.query.catalogue.shape(mode) or {"by_model": ()})["by_model"]


def _place(mode: str) -> Read:
    def read(taken: Taken) -> Cell:
        if mode not in taken.row.modes() or not taken.row.stands(taken.name, mode):
            return Cell("", "")
        cell = standing(taken.row.query.catalogue, mode, taken.name)
        return cell if cell.shown else Cell([], WITHIN)

    return read


def by_endpoint(catalogue: Catalogue) -> Mapping[str, Column]:
    """A column for every endpoint: where a parameter stands in its body, if it takes the model."""
    modes = catalogue.header["modes"]
    return {
        mode: Column(mode, text(mode), f"where it stands in the body of {path}", _place(mode))
        for mode, path in modes.items()
    }


def _sources(row: Row, name: str) -> Cell:
    ids = row.sources(name)
    return Cell(ids, ", ".join(map(code, ids)))


def _model(row: Row) -> Cell:
    return Cell(row.model.id, row.query.named(row.model.id))


ABOUT_TAKEN = (
    Column("model", "Model", "the model", lambda taken: _model(taken.row)),
    Column("parameter", "Parameter", "its name", lambda taken: Cell(taken.name, code(taken.name))),
    Column("default", "Default", "what is used when it is left out", lambda taken: default(taken.row, taken.name)),
    Column("accepts", "Values", "which values, and when", lambda taken: accepted(taken.row, taken.name)),
    Column("more", "Besides", "what else is known about it", lambda taken: besides(taken.row, taken.name)),
    Column("source", "Source", "on whose word", lambda taken: _sources(taken.row, taken.name)),
)


class Value(NamedTuple):
    """A value of a parameter of a model, as a row."""

    row: Row
    value: object


def each_value(of: Table) -> Any:  # noqa: ANN401 - rows of a table
    """The rows of a table of values: every single one that somebody says a model takes."""

    def rows(query: Query) -> Iterator[Value]:
        for row in of.unfiltered(query):
            found = dict.fromkeys(value for accepts in _said(row) for value in _single(accepts))
            yield from (Value(row, value) for value in found)

    return rows


def _said(row: Row) -> Iterator[Accepts]:
    """What the sources say that it takes, the one that is followed first."""
    found = [fact for _, fact in row.parameter(row.query.parameter)]
    yield from (fact.accepts for fact in found if fact.accepts)
    yield from (claim.accepts for fact in found for claim in fact.dissent if claim.accepts)


def _single(accepts: Accepts) -> Iterator[object]:
    for branch in accepts.branches():
        if isinstance(branch.values, Choices):
            yield from branch.values.values


def _takes(mode: str) -> Read:
    def read(value: Value) -> Cell:
        facts: Mapping[str, Parameter] = dict(value.row.parameter(value.row.query.parameter))
        return _ruling(value, mode, facts[mode]) if mode in facts else Cell("", "")

    return read


def _ruling(value: Value, mode: str, fact: Parameter) -> Cell:
    """Whether an endpoint takes a value, and who says otherwise."""
    if not possible(value.row.query.catalogue, mode, fact.name, value.value):
        return Cell(NONE, NONE)
    shown = _when(fact.accepts, value.value)
    said = [(claim.source, _when(claim.accepts, value.value)) for claim in fact.dissent if claim.accepts]
    others = [Dissent(source, other, other) for source, other in said if other != shown]
    return Cell(None if shown == UNKNOWN else shown, shown, fact.source, others)


def _taken(value: Value) -> Cell:
    """Whether it is taken at all, by endpoint where they differ."""
    facts = value.row.parameter(value.row.query.parameter)
    cells = [(mode, _ruling(value, mode, fact)) for mode, fact in facts]
    dissent = dict.fromkeys(one for _, cell in cells for one in cell.dissent)
    shown = by_endpoints(value.row, [(mode, cell.shown) for mode, cell in cells])
    return Cell({mode: cell.value for mode, cell in cells}, shown, cells[0][1].source, dissent)


def _when(accepts: Accepts | None, value: object) -> str:
    """Whether a value is accepted: ✓; none; perhaps; when or unless a condition holds."""
    if accepts is None:
        return UNKNOWN
    branches = accepts.branches()
    takes = tuple(branch.stated.accepts(value) for branch in branches)
    settled = not branches[-1].when  # else nobody said what holds under no condition
    if settled and len(set(takes)) == 1:
        open_ = any(branch.values.accepts(value) for branch in branches)
        return HERE if takes[0] else PERHAPS if open_ else NONE
    first = condition(branches[0].when)
    words = {(True,): f"when {first}", (True, False): f"when {first}", (False, True): f"unless {first}"}
    return words.get(takes, in_words(accepts)) if settled or takes == (True,) else in_words(accepts)


def taken_at(catalogue: Catalogue) -> Mapping[str, Column]:
    """A column for every endpoint: whether it takes a value."""
    modes = catalogue.header["modes"]
    return {mode: Column(mode, text(mode), f"whether {path} takes it", _takes(mode)) for mode, path in modes.items()}


ABOUT_VALUES = (
    Column("model", "Model", "the model", lambda value: _model(value.row)),
    Column("value", "Value", "the value", lambda value: Cell(value.value, code(spell(value.value)))),
    Column("taken", "Taken", "whether it is taken, by endpoint where they differ", _taken),
    Column("source", "Source", "on whose word", lambda value: _sources(value.row, value.row.query.parameter)),
)
