"""Columns that are named after facts, as `registry why` names them: limits.output, prices.batch.input; params.stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.generate.columns import Column, accepted_of, day, default_of, limit, price
from registry.meters import Meter

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.catalogue import Catalogue

DAYS = ("released", "deprecated", "shutdown", "replacement", "answered")
KEPT = "generate", "columns"
"""Where a catalogue keeps its columns."""

DOTTED = ("limits.NAME", "lifecycle.NAME", "prices.METER", "prices.TIER.METER", "params.NAME", "defaults.NAME")
"""How these columns are called."""


def dotted(catalogue: Catalogue) -> Mapping[str, Column]:
    """A column for every fact that the catalogue has of some model, by key."""
    if KEPT not in catalogue.cache:
        catalogue.keep(KEPT, {column.key: column for column in _columns(catalogue)})
    columns: Mapping[str, Column] = catalogue.cache[KEPT]
    return columns


def parameters(catalogue: Catalogue) -> list[str]:
    """Every parameter that something is known about, of some model or by the shape of some endpoint."""
    shapes = [catalogue.shape(mode) or {} for mode in catalogue.header["modes"]]
    found = {name for id_ in catalogue.ids() for name in (catalogue.line(id_) or {}).get("params", ())}
    return sorted(found.union(*(shape.get("places", ()) for shape in shapes)))


def _columns(catalogue: Catalogue) -> Iterator[Column]:
    lines = [catalogue.line(id_) or {} for id_ in catalogue.ids()]
    for name in sorted({name for line in lines for name in line.get("limits", ())}):
        yield Column(f"limits.{name}", _words(name), f"the limit {name}", limit(name), number=True)
    for name in DAYS:
        yield Column(f"lifecycle.{name}", _words(name), f"when it was or will be {name}", day(name))
    for name, buys in catalogue.header["meters"].items():
        for tier in (None, *_tiers(lines)):
            yield _price(Meter(name, buys), tier)
    for name in parameters(catalogue):
        yield Column(f"params.{name}", name, f"which values of {name} it takes", accepted_of(name))
        yield Column(f"defaults.{name}", f"{name}, not set", f"what {name} is when left out", default_of(name))


def _price(meter: Meter, tier: str | None) -> Column:
    key = f"prices.{tier}.{meter.name}" if tier else f"prices.{meter.name}"
    heading = f"{_words(f'{tier} {meter.name}' if tier else meter.name)} (USD / {meter.buys()})"
    return Column(key, heading, f"what {meter.name} costs", price(meter.name, tier), number=True)


def _tiers(lines: list[dict[str, object]]) -> list[str]:
    found = {
        tier
        for line in lines
        for entry in line.get("prices", ())  # type: ignore[attr-defined]
        for listing in entry.get("tiers", ())
        for tier in listing["when"].get("tier", ())
    }
    return sorted(found)


def _words(name: str) -> str:
    return name.replace("_", " ").capitalize()
