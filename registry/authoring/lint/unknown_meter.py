"""CAT023: a price by a meter that nobody declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.authoring.lint._rule import Flaw, rule
from registry.authoring.wording import close
from registry.catalogue import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft


@rule("CAT023", "error")
def unknown_meter(draft: Draft) -> Iterator[Flaw]:
    """A price, a `same_price` or a tool names a meter that is not among `meters`.

    ## Why
    What one price buys is said by its meter. Without that no usage can be priced, of this model or of any that shares
    the list. A file without shapes beside it is an overlay: it knows the meters that ship too.

    ## Example
        models: {quill: {prices: [{from: 2026-01-01, usd: {input: 2, ouput: 8}}]}}

    ## Instead
        models: {quill: {prices: [{from: 2026-01-01, usd: {input: 2, output: 8}}]}}
    """
    declared = set(draft.facts.value.get("meters") or ())
    known = declared if draft.shapes else declared | set(bundled().header["meters"])
    for place, name in (*_priced(draft), *_named(draft)):
        if name not in known:
            yield Flaw(draft.facts, place, f"{name} is no declared meter{close(name, known)}")


def _priced(draft: Draft) -> Iterator[tuple[Place, str]]:
    """The meters of every price list."""
    for place, prices in draft.prices():
        for at, price in enumerate(prices):
            yield from _listed((*place, at, "usd"), price)
    for place, tier in draft.tiers():
        yield from _listed((*place, "usd"), tier)


def _listed(place: Place, listing: dict[str, Any]) -> Iterator[tuple[Place, str]]:
    return (((*place, meter), meter) for meter in listing["usd"])


def _named(draft: Draft) -> Iterator[tuple[Place, str]]:
    """The meters that a provider names otherwise."""
    for provider, block in draft.facts.value["providers"].items():
        for section, keys in (("same_price", ("meter", "like")), ("tools", ("meter",))):
            for at, written in enumerate(block.get(section) or ()):
                yield from ((("providers", provider, section, at, key), written[key]) for key in keys if key in written)
