"""What a model's meters cost on a day, in a service tier and a region: rates, by the size of the request."""

from __future__ import annotations

from registry.days import in_force
from registry.diagnostics import NoPrice
from registry.domain import listed, parse
from registry.glance import text_alone, text_with_details
from registry.metering import Kinds, read
from registry.meters import CACHED, INPUT, OUTPUT, SENT, TEXT, Meter, Rate
from registry.pricelist import REGION, SIZE, TIER, lists_of, price_source, starts_of, tiers_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any, TypeVar

    from registry.catalogue import Catalogue
    from registry.facts import Model

    Result = TypeVar("Result")

STANDARD = "default"
STANDARD_NAMES = (None, STANDARD, "auto", "standard")
"""Ways to say that a request was served like most; an answer says `auto` where its project has chosen nothing."""

CALLS = "calls"
ENDLESS = 10**30
"""More tokens than a request has."""


class Band:
    """The rates for requests from a number of input tokens on; `missing` says why there are none."""

    __slots__ = ("kinds", "missing", "rates", "start")

    def __init__(self, start: int, rates: Mapping[str, Rate], missing: str = "") -> None:
        self.start = start
        self.rates = rates
        self.missing = missing
        self.kinds = Kinds(rates)

    def text(self) -> tuple[Rate, ...]:
        """The rates of text as fresh input, as cached input and as output; none where tokens may be something else.

        Where cached input has no price, that of fresh input holds its place.
        """
        rates = self.rates
        if self.kinds.sent != TEXT or self.kinds.made != TEXT or INPUT[TEXT] not in rates or OUTPUT[TEXT] not in rates:
            return ()
        return rates[INPUT[TEXT]], rates.get(CACHED[TEXT], rates[INPUT[TEXT]]), rates[OUTPUT[TEXT]]


class Tariff:
    """What a model costs on a day, in a tier and a region: a band of rates for each size of request."""

    __slots__ = ("bands", "catalogue", "meters", "model", "provider", "region", "tier")

    def __init__(self, catalogue: Catalogue, model: Model, tier: str | None, region: str | None) -> None:
        """Raises NoPrice where nothing is known of the day, the tier or the region."""
        self.catalogue = catalogue
        self.model = model
        self.tier = STANDARD if tier in STANDARD_NAMES else str(tier)
        self.region = region
        self.meters = {name: Meter(name, buys) for name, buys in catalogue.header["meters"].items()}
        self.provider: Mapping[str, Any] = catalogue.header["providers"].get(model.provider, {})
        entry = self._entry()
        self.bands = [self._band(entry, start) for start in starts_of(entry)]
        if not any(band.rates for band in self.bands):
            raise NoPrice(self.bands[0].missing)

    def charger(self, make: Callable[[Tariff, int, Sequence[int], Sequence[Rate]], Result]) -> Callable[[Any], Result]:
        """A function that prices usages: what they come to in units of money, counts, and a rate for each.

        It raises NoPrice for a meter without a price; ValueError for a usage that contradicts itself.
        """
        text = self.bands[0].text()
        if not text:
            return lambda usage: make(self, *self._charge(usage))
        fresh, cached, made = [rate.units for rate in text]
        plain = text[0], text[-1]
        unsold = text[1] is text[0]
        short = self.bands[1].start if len(self.bands) > 1 else ENDLESS

        def charge(usage: Any) -> Result:  # noqa: ANN401 - dict or SDK object
            two = text_alone(usage)
            if two is not None and two[0] < short:
                return make(self, two[0] * fresh + two[1] * made, two, plain)
            three = text_with_details(usage)
            if three is not None and three[0] + three[1] < short and not (unsold and three[1]):
                return make(self, three[0] * fresh + three[1] * cached + three[2] * made, three, text)
            return make(self, *self._charge(usage))

        return charge

    def _entry(self) -> Mapping[str, Any]:
        """The price entry in force on the day."""
        entry: Mapping[str, Any] | None = in_force(self.model.prices, self.model.on)
        if entry:
            return entry
        # An alias has had the prices of all that it ever pointed at.
        moves = (self.catalogue.line(self.model.id) or {}).get("current", ())
        lines = [self.catalogue.line(move["is"]) or {} for move in moves]
        prices = [*self.model.prices, *(entry for line in lines for entry in line.get("prices", ()))]
        if not prices:
            raise NoPrice(f"no price of {named(self.model)} is known")
        first = min(entry["from"] for entry in prices)
        raise NoPrice(f"no price of {named(self.model)} is known on {self.model.on}; the first is of {first}")

    def _charge(self, usage: object) -> tuple[int, list[int], list[Rate]]:
        band = self.bands[0]
        counts = read(usage, self.meters, band.kinds)
        if len(self.bands) > 1:
            size = sum([count for meter, count in counts.items() if meter in SENT])
            band = [band for band in self.bands if band.start <= size][-1]
        units, rates = 0, []
        for meter, count in counts.items():
            rate = band.rates.get(meter)
            if rate is None:
                raise NoPrice(band.missing or f"{self} has no price for {meter}")
            units += count * rate.units
            rates.append(rate)
        return units, list(counts.values()), rates

    def _band(self, entry: Mapping[str, Any], start: int) -> Band:
        """The price list for requests of a size: of those whose conditions hold the one with most of them, the last."""
        holding = [listing for listing in lists_of(entry) if self._holds(listing["when"], start)]
        if not holding:
            return Band(start, {}, self._missing(entry, start))
        most = max(len(listing["when"]) for listing in holding)
        last = [listing for listing in holding if len(listing["when"]) == most][-1]
        return Band(start, self._rates(entry, last, start))

    def _holds(self, when: Mapping[str, Any], start: int) -> bool:
        """Whether a list is for this tier, region and size. One that says nothing of a tier is for the standard one."""
        placed = self.region is None or REGION in when or "regional" in self.provider
        return placed and (self.tier == STANDARD or TIER in when) and self._meets(when, start)

    def _meets(self, when: Mapping[str, Any], start: int) -> bool:
        """Whether a request of this tier, region and size meets a condition."""
        given = {TIER: None if self.tier == STANDARD else self.tier, REGION: self.region, SIZE: start}
        return all(given.get(key) is not None and parse(written).accepts(given[key]) for key, written in when.items())

    def _rates(self, entry: Mapping[str, Any], listing: Mapping[str, Any], start: int) -> dict[str, Rate]:
        source = listing.get("source") or price_source(entry, self.model)
        percent = 0 if REGION in listing["when"] else self._surcharge()
        # The price page has one table of tools, whatever the tier and the region.
        calls = {name: number for name, number in entry["usd"].items() if self.meters[name].unit == CALLS}
        usd: dict[str, str] = {**calls, **listing["usd"]}
        rates = {
            **self._hosted(),
            **{
                name: Rate(self.meters[name], number, entry, source, 0 if name in calls else percent)
                for name, number in usd.items()
            },
        }
        for name, like in self._same_price(usd, start):
            rates[name] = Rate(self.meters[name], usd[like], entry, source, percent)
            rates[name].of = like
        return rates

    def _hosted(self) -> dict[str, Rate]:
        """The rates of tools that the provider runs, whatever the model."""
        entry = in_force(self.provider.get("hosted", ()), self.model.on)
        if not entry:
            return {}
        return {name: Rate(self.meters[name], usd, entry, entry["source"]) for name, usd in entry["usd"].items()}

    def _surcharge(self) -> int:
        """Percent on top for the region that was asked about."""
        rule = self.provider.get("regional")
        return rule["percent"] if self.region is not None and rule and self._since() >= rule["since"] else 0

    def _since(self) -> str:
        """The day (ISO) of the model's first price."""
        return str(self.model.prices[0]["from"])

    def _same_price(self, usd: Mapping[str, str], start: int) -> Iterator[tuple[str, str]]:
        """The meters without a price that are known to cost what another one does, each with that one."""
        for rule in self.provider.get("same_price", ()):
            early = "before" not in rule or self._since() < rule["before"]
            meant = "only" not in rule or (self.model.snapshot or self.model.id) in rule["only"]
            if (
                early
                and meant
                and rule["meter"] not in usd
                and rule["like"] in usd
                and self._meets(rule.get("when", {}), start)
            ):
                yield rule["meter"], rule["like"]

    def _missing(self, entry: Mapping[str, Any], start: int) -> str:
        """Why there is no price list for a request."""
        tiers = tiers_of(entry)
        if self.tier in (STANDARD, *tiers) and self.region is not None:
            return f"{self} has no price of its own for a region, such as {self.region!r}"
        size = f" from {start:,} input tokens on" if self.tier in tiers and start else ""
        return f"{self} has no price in tier {self.tier!r}{size}; it has {listed([STANDARD, *tiers], 'and')}"

    def __str__(self) -> str:
        return f"{named(self.model)} on {self.model.on}"


def named(model: Model) -> str:
    """A model in a sentence."""
    return f"a fine-tune of {model.id}" if model.fine_tuned else model.id
