"""Money as whole numbers: an amount is a count of one unit so small that every price is a whole number of it.

The unit is 10⁻¹² USD, divided by 60 and by 10⁹, so that what is sold by the minute is exact by the nanosecond too.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    Ratio = tuple[type[Decimal], Callable[[int, Decimal], Decimal], Decimal]

PLACES = 12
GRAIN = 60 * 10**3
"""Units in 10⁻¹² USD."""

DOLLAR: int = 10**PLACES * GRAIN
CENTS = 2
"""Decimals that an amount is written with at the least."""

DIGITS = 38
"""Digits of an amount that are exact at full speed; a larger one takes a slower way."""

_ratio: Ratio | None = None


def price(usd: str, per: int) -> int:
    """Units that one costs where `per` cost a decimal number of USD. Raises ValueError when that is no whole number."""
    whole, _, part = usd.partition(".")
    tens: int = 10 ** len(part)
    units, rest = divmod(int(whole + part) * DOLLAR, per * tens)
    if rest:
        raise ValueError(f"{usd} USD for {per} can't be held exactly")
    return units


def dollars(units: int) -> Decimal:
    """An amount in USD: exactly where it has a last decimal, else to 10⁻¹². Imports decimal, which no verdict needs."""
    decimal, divide, dollar = _ratio or _load()
    try:
        return divide(units, dollar)
    except ArithmeticError:  # the context traps what is inexact
        return decimal(f"{_rounded(units)}E-{PLACES}")


def _load() -> Ratio:
    global _ratio  # noqa: PLW0603 - made once, of a module that is imported late
    from decimal import Context, Decimal, Inexact

    _ratio = Decimal, Context(prec=DIGITS, traps=[Inexact]).divide, Decimal(DOLLAR)
    return _ratio


def _rounded(units: int) -> int:
    """Units as 10⁻¹² USD, half to even: a price by the minute leaves some seconds without a last decimal."""
    pico, rest = divmod(units, GRAIN)
    return pico + (rest * 2 + pico % 2 > GRAIN)


def spell(units: int) -> str:
    """An amount as people write it: `0.35`, `135.00`, `0.000285`."""
    whole, _, part = f"{dollars(units):f}".partition(".")
    return f"{whole}.{part.rstrip('0').ljust(CENTS, '0')}"
