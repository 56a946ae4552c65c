"""All models as rows of a table, and the filters and orders of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.cli.places import choices
from registry.days import in_force
from registry.domain import ANYTHING, NEVER, parse, same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from registry.catalogue import Catalogue
    from registry.facts import Model

COLUMNS = ("model", "status", "endpoints", "context", "output", "input_usd", "output_usd", "released", "shutdown")
"""What a row says, in the order of the table."""

MORE = ("family", "alias_of")
"""What a row says beside that, where there is room."""

LAST = "~"
"""Sorts after every digit and letter: what is unknown goes to the end."""


class Survey:
    """Every model of a catalogue as of a day, and what may be asked of each."""

    def __init__(self, catalogue: Catalogue, on: str, trust: str | None) -> None:
        self.catalogue = catalogue
        self.on = on
        self.trust = trust
        self._choices: dict[tuple[str, str], frozenset[object] | None] = {}

    def models(self) -> Iterator[Model]:
        """Every model, by name."""
        for id_ in self.catalogue.ids():
            yield self.catalogue.by_id(id_, self.on, self.trust)

    def accepts(self, model: Model, parameter: str, value: object = None) -> bool:
        """Whether some endpoint of a model accepts a value of a parameter (None: any), be it under a condition."""
        return any(self._accepts(model, mode, parameter, value) for mode in model.modes or ())

    def _accepts(self, model: Model, mode: str, parameter: str, value: object) -> bool:
        fact = model.parameter(parameter, mode)
        if fact is None or fact.accepts is None:
            return False
        sets = [branch.stated for branch in fact.accepts.branches() if branch.stated is not NEVER]
        if value is None:
            return any(values != parse([]) for values in sets)
        for values in sets:
            # "anything" leaves it to the shape of the endpoint, which may well know the values one by one.
            known = self.choices(mode, parameter) if values is ANYTHING else None
            if any(same(value, one) for one in known) if known else values.accepts(value):
                return True
        return False

    def choices(self, mode: str, parameter: str) -> frozenset[object] | None:
        """The values that the shape of an endpoint has for a parameter; None when it lists none."""
        key = mode, parameter
        if key not in self._choices:
            self._choices[key] = choices(self.catalogue.shape(mode), parameter)
        return self._choices[key]

    def row(self, model: Model) -> dict[str, Any]:
        """A model as a row: numbers as numbers, prices as decimal strings, what is unknown as None."""
        days, usd = model.lifecycle, price(model)
        return {
            "model": model.id,
            "status": model.status,
            "endpoints": None if model.modes is None else list(model.modes),
            "context": model.limits.get("context"),
            "output": model.limits.get("output"),
            "input_usd": usd.get("input"),
            "output_usd": usd.get("output"),
            "released": days.get("released"),
            "shutdown": days.get("shutdown"),
            "family": model.family,
            "alias_of": model.snapshot,
        }


def price(model: Model) -> dict[str, str]:
    """The price list in force, by meter, without its tiers; empty when it is unknown."""
    entry = in_force(model.prices, model.on)
    return dict(entry["usd"]) if entry else {}


def _number(key: str, *, falling: bool = False) -> Callable[[dict[str, Any]], tuple[bool, float, str]]:
    def order(row: dict[str, Any]) -> tuple[bool, float, str]:
        value = row[key]
        number = float(value) if value is not None else 0
        return value is None, -number if falling else number, row["model"]

    return order


SORTS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "name": lambda row: row["model"],
    "price": _number("input_usd"),
    "context": _number("context", falling=True),
    "released": lambda row: (row["released"] or LAST, row["model"]),
    "shutdown": lambda row: (row["shutdown"] or LAST, row["model"]),
}
"""By name; the cheapest, the largest, the oldest, the next to go first; unknown last."""
