"""What a request came to: the total, exactly, and a line for each meter."""

from __future__ import annotations

from registry.money import dollars, spell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.diagnostics import Source
    from registry.meters import Rate
    from registry.tariff import Tariff

COST_VERSION = 1


class Line:
    """What one meter came to."""

    __slots__ = ("_catalogue", "_count", "_rate")

    def __init__(self, rate: Rate, count: int, catalogue: Catalogue) -> None:
        self._rate = rate
        self._count = count
        self._catalogue = catalogue

    @property
    def meter(self) -> str:
        """What was counted, such as `input`, `cached_input`, `output` or `web_search_call`."""
        return self._rate.meter.name

    @property
    def price_of(self) -> str:
        """The meter whose price it is: another one where this has none and is known to cost the same."""
        return self._rate.of

    @property
    def quantity(self) -> Decimal:
        """How much of it: a whole number, or the seconds of a duration."""
        from decimal import Decimal

        return Decimal(self._rate.meter.spell(self._count))

    @property
    def unit(self) -> str:
        """What is counted, such as tokens, calls or seconds."""
        return self._rate.meter.unit

    @property
    def price(self) -> Decimal:
        """USD for `per` of the unit, before the surcharge."""
        from decimal import Decimal

        return Decimal(self._rate.usd)

    @property
    def per(self) -> int:
        """How many of the unit the price buys."""
        return self._rate.meter.per

    @property
    def buys(self) -> str:
        """What the price buys, as price pages write it: `1M tokens`."""
        return self._rate.meter.buys()

    @property
    def surcharge(self) -> int:
        """Percent on top of the price, for the region."""
        return self._rate.percent

    @property
    def amount(self) -> Decimal:
        """USD; the amounts of all lines add up to the total."""
        return dollars(self._rate.units * self._count)

    @property
    def since(self) -> str:
        """The day (ISO) from which the price is in force."""
        return self._rate.since

    @property
    def source(self) -> Source:
        """On whose word the price is."""
        return self._catalogue.source(self._rate.source)

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready; decimal numbers are strings."""
        return {
            "meter": self.meter,
            "price_of": self.price_of,
            "quantity": self._rate.meter.spell(self._count),
            "unit": self.unit,
            "price": self._rate.usd,
            "per": self.per,
            "surcharge": self.surcharge,
            "amount": spell(self._rate.units * self._count),
            "since": self.since,
            "source": self._rate.source,
        }

    def __str__(self) -> str:
        more = f" + {self.surcharge} %" if self.surcharge else ""
        return f"{self.quantity:,f} {self.meter} × ${self._rate.usd} / {self.buys}{more}"

    def __repr__(self) -> str:
        return f"<{self}>"


class Cost:
    """What a request came to: `total` in USD, and a line for each meter."""

    __slots__ = ("_counts", "_rates", "_tariff", "units")

    def __init__(self, tariff: Tariff, units: int, counts: Sequence[int], rates: Sequence[Rate]) -> None:
        self._tariff = tariff
        self.units = units
        """The total as a whole number of the unit of `registry.money`: what to add up where there are many."""
        self._counts = counts
        self._rates = rates

    @property
    def total(self) -> Decimal:
        """USD, exactly; to 10⁻¹² where a price by the minute leaves no last decimal."""
        return dollars(self.units)

    @property
    def lines(self) -> tuple[Line, ...]:
        """One for each meter that counted something."""
        counted = zip(self._rates, self._counts, strict=True)
        return tuple(Line(rate, count, self._tariff.catalogue) for rate, count in counted if count)

    @property
    def model(self) -> str:
        """The id of the model whose prices these are: the snapshot, where an alias was named."""
        model = self._tariff.model
        return model.snapshot or model.id

    @property
    def on(self) -> str:
        """The day (ISO) whose prices these are."""
        return self._tariff.model.on

    @property
    def tier(self) -> str:
        """The service tier; `default` is the standard one."""
        return self._tariff.tier

    @property
    def region(self) -> str | None:
        """Where the request was processed, when that was asked about."""
        return self._tariff.region

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready; decimal numbers are strings. `version` counts changes of this form."""
        return {
            "version": COST_VERSION,
            "model": self.model,
            "on": self.on,
            "tier": self.tier,
            "region": self.region,
            "total": spell(self.units),
            "lines": [line.as_dict() for line in self.lines],
        }

    def __str__(self) -> str:
        return f"${spell(self.units)} = {' + '.join(map(str, self.lines)) or 'nothing'}"

    def __repr__(self) -> str:
        return f"<cost {self}>"
