"""A price entry as it is compiled: its lists, and what they depend on."""

from __future__ import annotations

from registry.domain import Range, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.facts import Model

TIER, REGION, SIZE = "tier", "region", "input_tokens"
"""What a price may depend on."""


def lists_of(entry: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The lists of a price entry, each with `when` and `usd`: the plain one, which has no condition, comes first."""
    return [{"when": {}, "usd": entry["usd"]}, *entry.get("tiers", ())]


def tiers_of(entry: Mapping[str, Any]) -> list[str]:
    """The service tiers that have a list in a price entry, in its order."""
    return list(dict.fromkeys(tier for listing in lists_of(entry) for tier in listing["when"].get(TIER, ())))


def starts_of(entry: Mapping[str, Any]) -> list[int]:
    """The sizes of a request from which another list may hold, in input tokens; 0 is the first."""
    return sorted({0}.union(*(_bounds(listing["when"]) for listing in lists_of(entry))))


def price_source(entry: Mapping[str, Any], model: Model) -> str:
    """The id of the source of a price entry: its own, or that of the model's prices."""
    return str(entry.get("source") or model.source_of("prices"))


def _bounds(when: Mapping[str, Any]) -> Iterator[int]:
    """The sizes of a request at which a condition begins or ceases to hold."""
    sizes = parse(when.get(SIZE, []))
    low, high = (sizes.low, sizes.high) if isinstance(sizes, Range) else (None, None)
    if low is not None:
        yield int(low)
    if high is not None:
        yield int(high) + 1
