"""One cost as a person reads it: a row a meter, with its price, its amount and on whose word it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.cli.ledger import UNKNOWN
from registry.cli.screen import printable, table
from registry.money import spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.bill import Cost, Line
    from registry.cli.screen import Painter

NUMBERS = (1, 3)
"""The columns of numbers."""


def lines(cost: Cost, others: Mapping[str, int | None], paint: Painter) -> Iterator[str]:
    """A cost, and what else the same would come to."""
    yield f"{paint('strong', printable(cost.model))} on {cost.on}, tier {printable(cost.tier)}"
    rows = [*(_row(line) for line in cost.lines), ["total", "", "", spell(cost.units), ""]]
    rows += [[name, "", "", UNKNOWN if units is None else spell(units), ""] for name, units in others.items()]
    yield from table(rows, indent="  ", right=NUMBERS)


def _row(line: Line) -> list[str]:
    price = f"× ${line.price:f} / {line.buys}" + (f" + {line.surcharge} %" if line.surcharge else "")
    said = line.as_dict()
    return [line.meter, f"{line.quantity:,f}", price, said["amount"], f"since {line.since}, {line.source.title}"]
