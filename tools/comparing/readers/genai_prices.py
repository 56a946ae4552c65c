"""genai-prices: prices in force, by tier and size of request. Names that it matches by pattern are not tried."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

METERS = {
    "input_mtok": "input",
    "cache_read_mtok": "cached_input",
    "cache_write_mtok": "cache_write",
    "output_mtok": "output",
    "input_audio_mtok": "audio_input",
    "cache_audio_read_mtok": "cached_audio_input",
    "output_audio_mtok": "audio_output",
    "input_image_mtok": "image_input",
    "cache_image_read_mtok": "cached_image_input",
    "output_image_mtok": "image_output",
    "web_searches_kcount": "web_search_call",
    "storage_searches_kcount": "file_search_call",
}
TIERS = {
    "service_tier": {"flex": "flex", "priority": "priority", "fast": "fast"},
    "processing": {"batch": "batch"},
}
ONE_MORE = 1


def read(_site: Path) -> Iterator[tuple[str, str, Any]]:
    """Everything that it says about OpenAI's models."""
    from genai_prices.data import providers

    (openai,) = [provider for provider in providers if provider.id == "openai"]
    for info in openai.models:
        for name in dict.fromkeys(_names(info.match)):
            yield name, "id", True
            if info.context_window:
                yield name, "limits.context", info.context_window
            for field, value in _prices("standard", _in_force(info.prices)):
                yield name, field, value
            for variant in info.price_variants or ():
                (key, said) = next(iter(variant.when.items()))
                tier = TIERS.get(key, {}).get(said)
                if tier:
                    yield from ((name, field, value) for field, value in _prices(tier, variant.prices))


def _names(match: Any) -> Iterator[str]:  # noqa: ANN401 - one of its clauses
    if hasattr(match, "equals"):
        yield match.equals
    for inner in getattr(match, "or_", ()):
        yield from _names(inner)


def _in_force(prices: Any) -> Any:  # noqa: ANN401 - one list, or dated ones
    """The list of today: the last of those that have started."""
    if not isinstance(prices, list):
        return prices
    today = datetime.now(tz=UTC).date()
    starts = [getattr(entry.constraint, "start_date", None) for entry in prices]
    return [entry for entry, start in zip(prices, starts, strict=True) if start is None or start <= today][-1].prices


def _prices(tier: str, prices: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - one of its price lists
    for attribute, meter in METERS.items():
        price = getattr(prices, attribute, None)
        if price is None:
            continue
        yield f"price.{tier}.{meter}", str(getattr(price, "base", price))
        for step in getattr(price, "tiers", ()):
            yield f"price.{tier}.{meter}@{step.start + ONE_MORE}", str(step.price)
