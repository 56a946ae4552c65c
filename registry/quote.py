"""What a request may come to where it goes: at the least, to be expected, at the most; and a line for each meter."""

from __future__ import annotations

from registry.bill import Cost
from registry.diagnostics import NoPrice, shown
from registry.hosted import tools_of
from registry.money import spell
from registry.quantities import quantities
from registry.quantities.asking import Request
from registry.tariff import Tariff

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from decimal import Decimal
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.meters import Rate
    from registry.quantities.asking import Quantities
    from registry.tokens.span import Span

ESTIMATE_VERSION = 1
BOUNDS = ("least", "expected", "most")
PERCENT = 2
"""Decimals of a percentage."""


class Line:
    """What one meter may come to."""

    __slots__ = ("amounts", "meter", "quantities", "unit")

    def __init__(self, meter: str, unit: str, quantities: Sequence[str], amounts: Sequence[str]) -> None:
        self.meter = meter
        self.unit = unit
        self.quantities = tuple(quantities)
        """At the least, expected, at the most; decimal numbers of the unit."""
        self.amounts = tuple(amounts)
        """The same in USD."""

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready; decimal numbers are strings."""
        quantities, amounts = (dict(zip(BOUNDS, three, strict=True)) for three in (self.quantities, self.amounts))
        return {"meter": self.meter, "unit": self.unit, "quantities": quantities, "amounts": amounts}

    def __repr__(self) -> str:
        return f"<{self.meter}: {' … '.join(self.quantities)} {self.unit}>"


class Estimate:
    """What a request may come to: `least`, `expected` and `most` in USD, and a line for each meter."""

    __slots__ = ("_found", "costs", "endpoint")

    def __init__(self, found: Quantities, costs: tuple[Cost, Cost, Cost], endpoint: str) -> None:
        self._found = found
        self.costs = costs
        """What it comes to at the least, as expected and at the most."""
        self.endpoint = endpoint
        """The path that the request goes to."""

    @property
    def least(self) -> Decimal:
        """USD: the shortest answer, and all from the cache that may come from it."""
        return self.costs[0].total

    @property
    def expected(self) -> Decimal:
        """USD: an answer of the length that answers of such models were recorded to have."""
        return self.costs[1].total

    @property
    def most(self) -> Decimal:
        """USD: the longest answer that the request allows. What is in `open` comes on top."""
        return self.costs[2].total

    @property
    def input_tokens(self) -> Span:
        """What is sent: `least`, `expected` and `most`."""
        return self._found.sent

    @property
    def output_tokens(self) -> Span:
        """What is answered, in all choices together, reasoning included."""
        return self._found.made

    @property
    def exact(self) -> bool:
        """Whether words were counted by the model's own encoding, and not roughly."""
        return not self._found.error

    @property
    def error(self) -> Decimal:
        """How far off the count of the words may be, as a fraction: 0 when it is exact."""
        from decimal import Decimal

        return Decimal(self._found.error).scaleb(-PERCENT)

    @property
    def unseen(self) -> tuple[str, ...]:
        """What the request refers to and does not hold: `most` reckons with all that the model can read."""
        return tuple(self._found.unseen)

    @property
    def open(self) -> tuple[str, ...]:
        """What nothing bounds, and no figure has."""
        return tuple(self._found.open)

    @property
    def lines(self) -> tuple[Line, ...]:
        """One for each meter that may count something."""
        by_meter = [{line.meter: line for line in cost.lines} for cost in self.costs]
        meters = list(dict.fromkeys(meter for lines in reversed(by_meter) for meter in lines))
        found = []
        for meter in meters:
            three = [lines.get(meter) for lines in by_meter]
            parts = [line.as_dict() if line else {"quantity": "0", "amount": "0.00"} for line in three]
            unit = next(line.unit for line in three if line)
            found.append(Line(meter, unit, [part["quantity"] for part in parts], [part["amount"] for part in parts]))
        return tuple(found)

    @property
    def model(self) -> str:
        """The id of the model whose prices these are: the snapshot, where an alias was named."""
        return self.costs[0].model

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready; decimal numbers are strings. `version` counts changes of this form."""
        cost = self.costs[0]
        return {
            "version": ESTIMATE_VERSION,
            "model": cost.model,
            "endpoint": self.endpoint,
            "on": cost.on,
            "tier": cost.tier,
            "region": cost.region,
            **dict(zip(BOUNDS, (spell(cost.units) for cost in self.costs), strict=True)),
            "input_tokens": self.input_tokens.as_dict(),
            "output_tokens": self.output_tokens.as_dict(),
            "exact": self.exact,
            "error": str(self.error),
            "lines": [line.as_dict() for line in self.lines],
            "unseen": list(self.unseen),
            "open": list(self.open),
        }

    def __str__(self) -> str:
        least, expected, most = (spell(cost.units) for cost in self.costs)
        tokens = f"{self.input_tokens} input tokens, {self.output_tokens} output tokens"
        return f"${least} to ${most}, about ${expected}: {tokens}"

    def __repr__(self) -> str:
        return f"<estimate {self}>"


class Place:
    """Where a request goes, on a day, and what it will be charged there."""

    __slots__ = ("charge", "mode", "model", "path", "priced", "shape", "tariff", "tools")

    def __init__(
        self, catalogue: Catalogue, name: str, endpoint: str | None, day: str, tier: str | None, region: str | None
    ) -> None:
        """Raises NoPrice, UnknownModel."""
        resolved = catalogue.resolve(name)
        self.model = catalogue.by_id(resolved.id, day, fine_tuned=resolved.fine_tune)
        first = resolved.mode or next(iter(self.model.modes or ()), None)
        mode = first if endpoint is None else catalogue.mode(endpoint)
        if mode is None:
            raise NoPrice(f"which endpoint a request for {name} goes to is not known")
        self.mode = mode
        self.path = catalogue.path(mode)
        self.shape = catalogue.shape(mode)
        self.tools = tools_of(catalogue, self.model.provider)
        self.tariff = Tariff(catalogue, self.model, tier, region)
        self.priced = frozenset(meter for band in self.tariff.bands for meter in band.rates)
        self.charge: Callable[[object], Cost] = self.tariff.charger(Cost)

    def request(self, body: Mapping[str, Any]) -> Request:
        """A body that goes here."""
        return Request(
            body,
            self.model,
            self.mode,
            self.shape,
            meters=self.tariff.meters,
            priced=self.priced,
            tools=self.tools,
        )

    def estimate(self, request: Request) -> Estimate:
        """What it may come to. Raises NoPrice."""
        found = quantities(request)
        sent, charge = found.sent, self.charge
        least = charge(_usage(self.tariff, found, sent.least, lambda span: span.least, min))
        expected = charge(_usage(self.tariff, found, sent.expected, lambda span: span.expected, None))
        most = charge(_usage(self.tariff, found, sent.most, lambda span: span.most, max))
        return Estimate(found, (least, expected, most), self.path)


def _usage(
    tariff: Tariff, found: Quantities, size: int, bound: Callable[[Span], int], dearest: Callable[..., str] | None
) -> dict[str, int]:
    """Quantities by meter, at one bound: where several meters may count it, the cheapest or the dearest does."""
    rates: Mapping[str, Rate] = [band for band in tariff.bands if band.start <= size][-1].rates
    usage: dict[str, int] = {}
    for use in found.uses:
        meters = [meter for meter in (use.usual, *use.others) if meter in rates]
        if use.optional and not meters:
            said = f"the price of {use.usual} is not known, and in no figure"
            found.open += [] if said in found.open else [said]
            continue
        meter = dearest(meters, key=lambda name: rates[name].units) if dearest and meters else use.usual
        if meter not in tariff.meters:  # a size that a caller made up, for example
            raise NoPrice(f"nothing is sold by {shown(meter)}")
        usage[meter] = usage.get(meter, 0) + bound(use.span)
    return usage
