"""The meters of a catalogue by what they sell, so that a table of prices has columns that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.meters import CACHE_WRITE, CACHED, INPUT, OUTPUT, Meter
from registry.pricelist import lists_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from registry.catalogue import Catalogue
    from registry.facts import Model

KINDS = ("Tokens of text", "Tokens of audio", "Tokens of images")


def by_kind(catalogue: Catalogue) -> dict[str, Sequence[str]]:
    """The columns of prices under the title of each kind of meter, in the order of the catalogue."""
    sections: dict[str, list[str]] = {}
    for name, buys in catalogue.header["meters"].items():
        sections.setdefault(_title(Meter(name, buys)), []).append(f"prices.{name}")
    return dict(sections)


def meters_of(catalogue: Catalogue, models: Iterable[Model]) -> list[str]:
    """The columns of all that models were ever priced by, in the order of the catalogue."""
    entries = [entry for model in models for entry in model.prices]
    sold = {meter for entry in entries for listing in lists_of(entry) for meter in listing["usd"]}
    return [f"prices.{meter}" for meter in catalogue.header["meters"] if meter in sold]


def heading(meter: Meter, tier: str | None = None) -> str:
    """The heading of a column of prices: `Batch cached input (USD / 1M tokens)`."""
    return f"{words(f'{tier} {meter.name}' if tier else meter.name)} (USD / {meter.buys()})"


def words(name: str) -> str:
    """A name of ours as words, the first with a capital."""
    return name.replace("_", " ").capitalize()


def _title(meter: Meter) -> str:
    for at, title in enumerate(KINDS):
        if meter.name in (INPUT[at], CACHED[at], OUTPUT[at]):
            return title
    if meter.name == CACHE_WRITE:
        return KINDS[0]
    return f"{meter.unit.removesuffix('s').capitalize()}s"
