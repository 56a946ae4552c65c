"""What many requests may come to: totals at the least, as expected, at the most, and what stands behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.cli.ledger import Ledger
from registry.cli.screen import count, printable, table
from registry.money import spell
from registry.quote import BOUNDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from registry.cli.ledger import Account
    from registry.cli.screen import Painter
    from registry.quote import Estimate

EXTRA = "pip install model-capability-registry[tokens]"
NUMBERS = range(2, 8)
"""The columns of numbers."""


class Forecast(Ledger):
    """Totals by group of estimates, the dearest to be expected first; and how far they are to be trusted."""

    rank = BOUNDS.index("expected")

    def __init__(self, by: Sequence[str]) -> None:
        super().__init__(by, BOUNDS)
        self.rough = 0
        """Requests whose words were not counted by their encoding."""
        self.error = 0
        """Percent that the worst of those counts may be off."""
        self.unseen = 0
        """Requests that refer to what they don't hold."""
        self.open: dict[str, int] = {}
        """What nothing bounds and no total has, and of how many requests."""

    def enter(self, body: object, found: Estimate) -> None:
        """Enter an estimate."""
        cost = found.costs[0]
        told = {"model": found.model, "tier": cost.tier, "day": cost.on, "endpoint": found.endpoint}
        self.add(body, told, [cost.units for cost in found.costs], first=True)
        self.rough += not found.exact
        self.error = max(self.error, int(found.error * 100))
        self.unseen += bool(found.unseen)
        for why in found.open:
            self.open[why] = self.open.get(why, 0) + 1

    def text(self, paint: Painter) -> Iterator[str]:
        """A table, what is not in it, and what to know about it."""
        yield from super().text(paint)
        yield from self.notes()

    def notes(self) -> Iterator[str]:
        """What to know about the totals, a sentence a line."""
        if self.unseen:
            said = "refers to what it does" if self.unseen == 1 else "refer to what they do"
            yield f"{count(self.unseen, 'request')} {said} not hold: most reckons with all that the model reads."
        for why, requests in self.open.items():
            yield f"In no figure, of {count(requests, 'request')}: {why}."
        if self.rough:
            yield f"Words of {count(self.rough, 'request')} are counted roughly, up to {self.error} % off{_remedy()}."

    def left_out(self) -> dict[str, Any]:
        """How many requests are not in the total or not wholly, JSON-ready."""
        left = {"unpriced": self.unpriced, "wrong": self.wrong}
        return {**left, "rough": self.rough, "unseen": self.unseen, "open": self.open}

    def amounts(self, account: Account) -> dict[str, Any]:
        """The bounds of a group, JSON-ready."""
        return {"requests": account.requests, **self.named(account)}


def lines(found: Estimate, name: str, paint: Painter) -> Iterator[str]:
    """One estimate as a person reads it: a row a meter, and what to know about it."""
    cost = found.costs[0]
    region = f", region {printable(cost.region)}" if cost.region else ""
    where = f"{found.model} at {found.endpoint} on {cost.on}, tier {printable(cost.tier)}{region}"
    yield f"{paint('strong', printable(name))}: {where}"
    rows = [["", "", *(word for bound in BOUNDS for word in (bound, "USD"))]]
    for line in found.lines:
        pairs = zip(line.quantities, line.amounts, strict=True)
        rows.append([line.meter, line.unit, *(word for pair in pairs for word in (_grouped(pair[0]), pair[1]))])
    rows.append(["total", "", *(word for cost in found.costs for word in ("", spell(cost.units)))])
    yield from table(rows, indent="  ", right=NUMBERS)
    if found.unseen:
        yield f"  not in the request: {printable('; '.join(found.unseen))}; most reckons with all that the model reads"
    for why in found.open:
        yield f"  in no figure: {printable(why)}"
    if not found.exact:
        yield f"  words are counted roughly, up to {int(found.error * 100)} % off{_remedy()}"


def _grouped(quantity: str) -> str:
    """A decimal number with commas."""
    whole, dot, part = quantity.partition(".")
    return f"{int(whole):,}{dot}{part}"


def _remedy() -> str:
    """What makes rough counts exact, where it is not there."""
    from importlib.util import find_spec

    return "" if find_spec("toktok") else f"; {EXTRA} counts exactly"
