"""CAT015: a price that is probably a slip of the pen."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from registry.authoring.lint._rule import Flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft

LEAP = 10
CHEAPER = ("batch", "flex")
"""Tiers that are there because they cost less."""


@rule("CAT015", "error")
def price_leap(draft: Draft) -> Iterator[Flaw]:
    """A price is ten times its neighbour, or dearer than what it should be cheaper than.

    ## Why
    Output costs more than input, what is cached costs less than what is not, and a batch less than single requests.
    Prices are typed from tables where a column or a decimal point is easily missed. Where one really is so, `allow` it
    on the block, with the reason.

    ## Example
        models: {quill: {prices: [{from: 2026-01-01, usd: {input: 8, output: 2}}]}}

    ## Instead
        models: {quill: {prices: [{from: 2026-01-01, usd: {input: 2, output: 8}}]}}
    """
    for place, prices in draft.prices():
        for at, price in enumerate(prices):
            yield from _beside(draft, (*place, at, "usd"), price["usd"])
            for tier, written in enumerate(price.get("tiers") or ()):
                inside = (*place, at, "tiers", tier, "usd")
                yield from _beside(draft, inside, written["usd"])
                yield from _dearer(draft, inside, written, price["usd"])
        for at, (before, after) in enumerate(pairwise(prices), 1):
            for meter in after["usd"]:
                old, new = Decimal(before["usd"].get(meter, 0)), Decimal(after["usd"][meter])
                if old and new and max(old, new) >= LEAP * min(old, new):
                    said = f"{meter} goes from {old} to {new}: ten times is a leap"
                    yield Flaw(draft.facts, (*place, at, "usd", meter), said)


def _beside(draft: Draft, place: Place, usd: dict[str, Any]) -> Iterator[Flaw]:
    """Meters of one list that contradict each other: output and input, cached and not."""
    for meter, price in usd.items():
        if "output" in meter:
            whole, wrong = meter.replace("output", "input"), "less"
        else:
            whole, wrong = meter.replace("cached_", ""), "more"
        other = usd.get(whole)
        comparable = other is not None and draft.meter(meter) == draft.meter(whole)
        if comparable and (price < other if wrong == "less" else price > other):
            yield Flaw(draft.facts, (*place, meter), f"{meter} costs {wrong} than {whole}: {price} and {other}")


def _dearer(draft: Draft, place: Place, tier: dict[str, Any], usd: dict[str, Any]) -> Iterator[Flaw]:
    names = tier["when"].get("tier")
    if not any(name in CHEAPER for name in (names if isinstance(names, list) else ())):
        return
    for meter, price in tier["usd"].items():
        if price > usd.get(meter, price):
            said = f"{meter} costs more as {' or '.join(map(str, names))} than otherwise: {price} and {usd[meter]}"
            yield Flaw(draft.facts, (*place, meter), said)
