"""How many tokens a picture is, by its size and the detail asked for.

As documented (https://developers.openai.com/api/docs/guides/images-vision#calculating-costs): earlier models lay tiles
of 512 pixels over a picture, later ones patches of 32; what each costs is a fact about the model.
"""

from __future__ import annotations

from math import isqrt

from registry.tokens.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

PATCH, TILE = 32, 512
SQUARE = 2048
"""What a picture is first made to fit into before it is tiled."""

USUAL = (1024, 1024)
"""The size to expect where it is not known."""

SMALLEST = (1, 1)
LARGEST = (768, 2048)
"""The size that takes most tiles."""

SHORT = 768
HUNDRED = 100
AUTO = "auto"


def picture(facts: Mapping[str, Any], size: tuple[int, int] | None, detail: str) -> Span | None:
    """Tokens of a picture at a detail (`low`, `high`, `original`, `auto`).

    Of unknown size: what the smallest, a usual and the largest one are; None where nothing bounds the largest.
    """
    if "tile" in facts:
        sizes = (size,) * 3 if size else (SMALLEST, USUAL, LARGEST)
        return Span(*(_tiled(facts, one, detail) for one in sizes))
    detail = facts[AUTO] if detail not in facts or detail == AUTO else detail
    budget = facts.get(detail) or ()
    if size:
        return Span.of(_patched(facts, size, budget)).around(0, 1)
    if not budget:
        return None
    least, expected = (_patched(facts, one, budget) for one in (SMALLEST, USUAL))
    return Span(least, expected, budget[0] * facts["percent"] // HUNDRED + 2)


def _tiled(facts: Mapping[str, Any], size: tuple[int, int], detail: str) -> int:
    base, tile = facts["base"], facts["tile"]
    width, height = size
    long = max(width, height)
    if long > SQUARE:
        width, height = max(1, width * SQUARE // long), max(1, height * SQUARE // long)
    short = min(width, height)
    if short > SHORT:
        width, height = width * SHORT // short, height * SHORT // short
    tiles = -(-width // TILE) * -(-height // TILE)
    most, *_ = facts.get(detail) or [tiles]
    return int(base + tile * min(tiles, most))


def _patched(facts: Mapping[str, Any], size: tuple[int, int], budget: tuple[int, int] | tuple[()]) -> int:
    """Patches after the picture was made to fit, times what a model takes for one."""
    width, height = size
    if budget:
        most, edge = budget
        long = max(size)
        if long > edge:
            width, height = max(1, width * edge // long), max(1, height * edge // long)
        if _cover(width) * _cover(height) > most:
            # Shrunk in proportion to as many pixels as the patches have, then to whole patches.
            pixels = most * PATCH * PATCH
            wide, tall = isqrt(pixels * width // height) // PATCH, isqrt(pixels * height // width) // PATCH
            scaled = min((wide * height, tall * width))
            width, height = scaled * PATCH // height, scaled * PATCH // width
        covered = min(most, _cover(width) * _cover(height))
    else:
        covered = _cover(width) * _cover(height)
    return -(-covered * int(facts["percent"]) // HUNDRED)


def _cover(pixels: int) -> int:
    return max(1, -(-pixels // PATCH))
