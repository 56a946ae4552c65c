"""What costs something else: by tier, by size of the request, by meter."""

from __future__ import annotations

from registry.days import in_force
from registry.diagnostics import NoPrice
from registry.difference.change import Change
from registry.pricelist import lists_of, tiers_of
from registry.tariff import CALLS, STANDARD, Tariff

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from registry.catalogue import Catalogue
    from registry.facts import Model

    Prices: TypeAlias = Mapping[str, tuple[str, str]]
    """Meter → USD, and what they buy."""


def prices(name: str, old: tuple[Catalogue, Model], new: tuple[Catalogue, Model]) -> Iterator[Change]:
    """What has another price on the day of the models; one change a tier and size of request."""
    for tier in dict.fromkeys((STANDARD, *_tiers(old[1]), *_tiers(new[1]))):
        before, after = _bands(*old, tier), _bands(*new, tier)
        told = ""
        for start in sorted({*before, *after}):
            was, now = _from(before, start), _from(after, start)
            text = _told(was, now)
            if text and text != told:
                kind = "unknown" if not now else "adds" if not was else "reprices"
                yield Change(kind, name, _field(tier, start), text, old=_usd(was), new=_usd(now))
            told = text


def _told(was: Prices, now: Prices) -> str:
    if not now:
        return "no price is known" if was else ""
    words = [_word(meter, was.get(meter), now.get(meter)) for meter in {**now, **was}]
    return ", ".join(filter(None, words if was else [_price(meter, *now[meter]) for meter in now]))


def _word(meter: str, was: tuple[str, str] | None, now: tuple[str, str] | None) -> str:
    """`input $2 per 1M tokens (was $1.25)`; empty where it is the same."""
    if was == now:
        return ""
    if now is None:
        return f"{meter} has no price (was ${was[0] if was else ''})"
    return f"{_price(meter, *now)} ({f'was ${was[0]}' if was else 'had none'})"


def _price(meter: str, usd: str, buys: str) -> str:
    return f"{meter} ${usd} per {buys}"


def _usd(found: Prices) -> dict[str, str]:
    return {meter: usd for meter, (usd, _) in found.items()}


def _field(tier: str, start: int) -> str:
    name = "prices" if tier == STANDARD else f"prices.{tier}"
    return f"{name} from {start:,} input tokens on" if start else name


def _tiers(model: Model) -> list[str]:
    entry = in_force(model.prices, model.on)
    return tiers_of(entry) if entry else []


def _bands(catalogue: Catalogue, model: Model, tier: str) -> dict[int, Prices]:
    """The prices from each size of request on; none where the tier has no list. Tools cost the same in every tier."""
    own = {meter for listing in lists_of(in_force(model.prices, model.on) or {"usd": ()}) for meter in listing["usd"]}
    try:
        bands = Tariff(catalogue, model, tier, None).bands
    except NoPrice:
        return {}
    return {
        band.start: {
            meter: (rate.usd, rate.meter.buys())
            for meter, rate in band.rates.items()
            if rate.of == meter and meter in own and (tier == STANDARD or rate.meter.unit != CALLS)
        }
        for band in bands
    }


def _from(bands: Mapping[int, Prices], start: int) -> Prices:
    """The prices for a request of a size."""
    sizes = [size for size in bands if size <= start]
    return bands[max(sizes)] if sizes else {}
