"""Columns that are named after facts, as `registry why` names them: limits.output, prices.batch.input; params.stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.generate.columns import Column, accepted_of, day, default_of, limit, price
from registry.generate.meters import heading, words
from registry.meters import Meter
from registry.pricelist import tiers_of

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
        yield Column(f"limits.{name}", words(name), f"the limit {name}", limit(name), number=True)
    for name in DAYS:
        yield Column(f"lifecycle.{name}", words(name), f"when it was or will be {name}", day(name))
    for name, buys in catalogue.header["meters"].items():
        for tier in (None, *_tiers(lines)):
            yield _price(Meter(name, buys), tier)
    for name in parameters(catalogue):
        yield Column(f"params.{name}", name, f"which values of {name} it takes", accepted_of(name))
        yield Column(f"defaults.{name}", f"{name}, not set", f"what {name} is when left out", default_of(name))


def _price(meter: Meter, tier: str | None) -> Column:
    key = f"prices.{tier}.{meter.name}" if tier else f"prices.{meter.name}"
    return Column(key, heading(meter, tier), f"what {meter.name} costs", price(meter.name, tier), number=True)


def _tiers(lines: list[dict[str, Any]]) -> list[str]:
    return sorted({tier for line in lines for entry in line.get("prices", ()) for tier in tiers_of(entry)})
