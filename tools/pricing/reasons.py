"""Why a peer says another amount than we do, as far as it can be found by trying: a word to group differences by."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import registry
from registry.meters import AUDIO, INPUT, OUTPUT, TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

    Line = dict[str, Any]

CLOSE = Decimal("1e-9")
"""What a peer's floats may be off by, of the whole."""

NOBODY = "priced by nobody"
OURS_MISSING = "no price of ours"
THEIRS_MISSING = "no price of theirs"
FREE = "free"
TIERLESS = "standard price in another tier"
SPOKEN = "audio at the price of text"
ANOTHER = "another price"


def ours(line: Line, **changed: Any) -> Decimal | None:  # noqa: ANN401 - the options of registry.cost
    """What we say it came to; None where we have no price."""
    options = {"usage": line["usage"], "on": line["on"], "tier": line["tier"], **changed}
    try:
        return registry.cost(line["model"], **options).total
    except (registry.NoPrice, registry.UnknownModel, ValueError):
        return None


def agree(one: Decimal, other: Decimal) -> bool:
    """Whether two amounts are the same but for what floats do to them."""
    return abs(one - other) <= CLOSE * abs(one)


def reason(line: Line, mine: Decimal | None, theirs: Decimal | None) -> str:
    """A word for a difference."""
    if theirs is None:
        return NOBODY if mine is None else THEIRS_MISSING
    if mine is None:
        return OURS_MISSING
    if not theirs:
        return FREE
    tried = ((word, amount) for word, amount in attempts(line) if amount is not None)
    return next((word for word, amount in tried if agree(amount, theirs)), ANOTHER)


def attempts(line: Line) -> Iterator[tuple[str, Decimal | None]]:
    """What we would say if we did what a peer may have done."""
    if line["tier"]:
        yield TIERLESS, ours(line, tier=None)
    for entry in registry.model(line["model"], on=line["on"]).prices:
        yield f"the price from {entry['from']}", ours(line, on=entry["from"])
    yield SPOKEN, ours(line, usage=as_text(line))


def as_text(line: Line) -> dict[str, int]:
    """The usage with audio counted as text."""
    counts: dict[str, int] = {}
    for part in registry.cost(line["model"], usage=line["usage"], on=line["on"], tier=line["tier"]).lines:
        for meters in (INPUT, OUTPUT):
            name = meters[TEXT] if part.meter == meters[AUDIO] else part.meter
            if name != part.meter:
                break
        counts[name] = counts.get(name, 0) + int(part.quantity)
    return counts
