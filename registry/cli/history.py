"""The prices that a model had and has: dated lists, their tiers, their sources, as JSON and as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.cli.screen import table
from registry.days import in_force
from registry.domain import Range, listed, parse
from registry.meters import Meter
from registry.pricelist import REGION, SIZE, TIER, lists_of, price_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.cli.screen import Painter
    from registry.facts import Model

STANDARD = "standard"


class Period:
    """A price list, the day from which it was in force, and the model whose it is."""

    __slots__ = ("entry", "model", "since", "source")

    def __init__(self, entry: Mapping[str, Any], since: str, model: Model) -> None:
        self.entry = entry
        self.since = since
        self.model = model.id
        self.source = price_source(entry, model)

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready: as compiled, with the day from which it held here."""
        return {**self.entry, "from": self.since, "source": self.source, "model": self.model}


class History:
    """All price lists of a model, the newest first; those of an alias are of whatever it pointed at."""

    def __init__(self, catalogue: Catalogue, model: Model, on: str | None) -> None:
        self.catalogue = catalogue
        self.model = model
        self.periods = sorted(self._periods(), key=lambda period: period.since, reverse=True)
        if on is not None:
            self.periods = [period for period in self.periods if period.since <= on][:1]

    def _periods(self) -> Iterator[Period]:
        """The lists in the order of their days, cut where an alias began to point at another model."""
        moves = (self.catalogue.line(self.model.id) or {}).get("current") or ({"is": self.model.id},)
        for at, move in enumerate(moves):
            start, end = move.get("from", ""), moves[at + 1]["from"] if at + 1 < len(moves) else None
            held = self.catalogue.by_id(move["is"], self.model.on, fine_tuned=self.model.fine_tuned)
            first = in_force(held.prices, start) if start else None
            for entry in held.prices:
                if entry is first or (entry["from"] >= start and (end is None or entry["from"] < end)):
                    yield Period(entry, max(entry["from"], start), held)

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {"model": self.model.id, "prices": [period.as_dict() for period in self.periods]}

    def lines(self, paint: Painter) -> Iterator[str]:
        """A table a list."""
        now = next((period for period in self.periods if period.since <= self.model.on), None)
        for period in self.periods:
            named = f", as {period.model}" if period.model != self.model.id else ""
            state = ", in force" if period is now else ""
            yield paint("strong", f"from {period.since}{named}{state}")
            yield from table(self._rows(period.entry), indent="  ", right=range(1, 99))
            yield f"  {paint('faint', str(self.catalogue.source(period.source)))}"

    def _rows(self, entry: Mapping[str, Any]) -> list[list[str]]:
        """Meters as columns, price lists as rows."""
        lists = lists_of(entry)
        meters = list(dict.fromkeys(meter for listing in lists for meter in listing["usd"]))
        declared = self.catalogue.header["meters"]
        rows = [["USD for", *(Meter(name, declared[name]).buys() for name in meters)]]
        rows += [[_when(listing["when"]), *(listing["usd"].get(name, "") for name in meters)] for listing in lists]
        return [["", *meters], *rows]


def _when(when: Mapping[str, Any]) -> str:
    """A condition of a price list: `standard`, `batch or flex, above 272,000 input tokens`."""
    parts = [listed([str(tier) for tier in when[TIER]])] if TIER in when else [STANDARD]
    sizes = parse(when.get(SIZE, []))
    if isinstance(sizes, Range):
        low, high = sizes.low, sizes.high
        parts += [] if low is None else [f"above {int(low) - 1:,} input tokens"]
        parts += [] if high is None else [f"up to {int(high):,} input tokens"]
    parts += [f"region {listed([str(name) for name in when[REGION]])}"] if REGION in when else []
    return ", ".join(parts)
