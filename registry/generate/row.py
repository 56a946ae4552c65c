"""A model as a row of a table: its facts as a trusted source has them, beside what the catalogue says by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.days import in_force
from registry.generate.cell import Fact
from registry.pricelist import price_source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from registry.facts import Model, Parameter
    from registry.generate.query import Query


class Row:
    """One model, as of the day and in the trust of a query."""

    __slots__ = ("_ours", "_parameters", "model", "query")

    def __init__(self, query: Query, id_: str, *, fine_tuned: bool = False) -> None:
        self.query = query
        self.model: Model = query.catalogue.by_id(id_, query.on, query.trust, fine_tuned=fine_tuned)
        self._ours = query.catalogue.by_id(id_, query.on, fine_tuned=fine_tuned) if query.trust else self.model
        self._parameters: dict[str, list[tuple[str, Parameter]]] = {}

    def section(self, name: str, key: str | None = None) -> Fact:
        """A section of facts, or one key of it."""
        value, own = (_under(getattr(model, name), key) for model in (self.model, self._ours))
        said = [
            (source, _under(_plain(claim, self.query.on), key)) for source, claim in self.model.disputed(name).items()
        ]
        dissent = [(source, other) for source, other in said if other is not None and other != value]
        if value != own and own is not None:
            dissent.insert(0, (self._ours.source_of(name), own))
        model = self._ours if value == own else self.model
        return Fact(value, "" if value is None and not dissent else model.source_of(name), tuple(dissent))

    def prices(self) -> Mapping[str, Any]:
        """The price entry in force; empty when it is unknown."""
        return in_force(self.model.prices, self.model.on) or {}

    def price_source(self) -> str:
        """On whose word the prices in force are."""
        return price_source(self.prices(), self.model)

    def modes(self, parameter: str | None = None) -> tuple[str, ...]:
        """The endpoints that the query asks about, else those that take the model (all, when that is unknown).

        With a parameter, those whose body has a place for it, if any has.
        """
        known = self.query.catalogue.header["modes"]
        modes = tuple(known) if self.model.modes is None else self.model.modes
        if self.query.endpoint:
            modes = (self.query.endpoint,)
        return tuple(mode for mode in modes if parameter is None or self.stands(parameter, mode)) or modes

    def stands(self, parameter: str, mode: str) -> bool:
        """Whether the body of an endpoint has a place for a parameter, or a model may refuse it there."""
        shape = self.query.catalogue.shape(mode)
        return shape is None or any(parameter in shape[key] for key in ("places", "given", "by_model"))

    def parameter(self, name: str) -> list[tuple[str, Parameter]]:
        """What is known about a parameter, by endpoint."""
        if name not in self._parameters:
            found = [(mode, self.model.parameter(name, mode)) for mode in self.modes(name)]
            self._parameters[name] = [(mode, fact) for mode, fact in found if fact is not None]
        return self._parameters[name]

    def sources(self, name: str) -> list[str]:
        """The ids of the sources of what is known about a parameter."""
        return list(dict.fromkeys(fact.source for _, fact in self.parameter(name)))

    def takes(self, name: str, value: object = None) -> bool:
        """Whether it accepts a value of a parameter (None: any) at one of the endpoints, be it under a condition."""
        sets = [
            branch.stated
            for _, fact in self.parameter(name)
            for branch in (fact.accepts.branches() if fact.accepts else ())
        ]
        return any(str(values) not in ("never", "[]") if value is None else values.accepts(value) for values in sets)

    def __repr__(self) -> str:
        return f"<row {self.model.id}>"


def _plain(claim: Any, on: str) -> Any:  # noqa: ANN401 - JSON
    """A claim about a section as the section itself is read."""
    if claim == "never":
        return ()
    if isinstance(claim, list):
        return tuple(claim)
    if isinstance(claim, dict) and isinstance(claim.get("replacement"), list):
        moved = in_force(claim["replacement"], on)
        return {**claim, "replacement": moved and moved["is"]}
    return claim


def _under(value: Any, key: str | None) -> Any:  # noqa: ANN401 - JSON
    return value if key is None or value is None else value.get(key)
