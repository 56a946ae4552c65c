"""CAT016: a price of the past that was rewritten."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from registry.authoring.lint._committed import committed
from registry.authoring.lint._rule import Flaw, rule
from registry.authoring.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft


@rule("CAT016", "error")
def price_edited(draft: Draft) -> Iterator[Flaw]:
    """A price that was committed has changed or is gone. Asked only against a git revision.

    ## Why
    An old price is what old requests cost; with another number their bills change afterwards. A change of price is an
    entry more. Meters and tiers that nobody had priced may be added, and a price that was never true may be corrected:
    `allow` it on the block, with the source that shows it.

    ## Example
        models: {quill: {prices: [{from: 2026-01-01, usd: {input: 3}}]}}

    ## Instead
        models: {quill: {prices: [{from: 2026-01-01, usd: {input: 2}}, {from: 2026-06-01, usd: {input: 3}}]}}
    """
    if draft.against is None:
        return
    before = committed(draft.facts, draft.against) or {}
    yield from _hosted(draft, before)
    told: set[tuple[Place, str]] = set()
    for id_, old in resolve(before).items():
        if "current" in old:
            continue
        if id_ not in draft.by_id:
            yield from _gone(draft, id_, old)
            continue
        for path in (("prices",), ("fine_tuned", "prices")):
            where = draft.origin(draft.by_id[id_], *path) or draft.by_id[id_].place
            for place, price, what in _edited(_list(old, path), _list(draft.flat[id_], path), where):
                # Snapshots share the list of their model.
                if (place, price["from"]) not in told:
                    told.add((place, price["from"]))
                    yield Flaw(draft.facts, place, f"the price of {id_} from {price['from']} {what}")


def _hosted(draft: Draft, before: dict[str, Any]) -> Iterator[Flaw]:
    """Prices of a provider's tools, which hold whatever the model."""
    for provider, block in before.get("providers", {}).items():
        where = ("providers", provider, "hosted")
        for place, price, what in _edited(block.get("hosted", []), draft.facts.get(where) or [], where):
            yield Flaw(draft.facts, place, f"the price of {provider}'s tools from {price['from']} {what}")


def _gone(draft: Draft, id_: str, old: dict[str, Any]) -> Iterator[Flaw]:
    if old.get("prices"):
        said = f"{id_} is gone, and its prices with it: models retire, they stay on record"
        yield Flaw(draft.facts, ("providers", old["provider"]), said)


def _list(facts: dict[str, Any], path: tuple[str, ...]) -> list[dict[str, Any]]:
    inside: Any = facts
    for step in path:
        inside = inside.get(step, {})
    return list(inside)


def _edited(
    old: list[dict[str, Any]], new: list[dict[str, Any]], where: Place
) -> Iterator[tuple[Place, dict[str, Any], str]]:
    """The committed prices that no longer stand: where they should, and what became of them."""
    by_day = {price["from"]: at for at, price in enumerate(new)}
    for price in old:
        at = by_day.get(price["from"])
        if at is None:
            yield where, price, f"is gone: {_usd(price)}"
        elif not _kept(price, new[at]):
            yield (*where, at), price, f"was {_usd(price)}: append an entry, never edit one"


def _usd(price: dict[str, Any]) -> str:
    return ", ".join(f"{meter} {number}" for meter, number in price["usd"].items())


def _kept(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether everything that was priced costs the same; what nobody had priced may have been added."""
    tiers, known = new.get("tiers", []), old.get("tiers", [])
    usd = new["usd"]
    numbers = all(meter in usd and Decimal(usd[meter]) == Decimal(number) for meter, number in old["usd"].items())
    added = [tier for tier in tiers if all(tier["when"] != other["when"] for other in known)]
    same = all(any(tier["when"] == other["when"] and _kept(tier, other) for other in tiers) for tier in known)
    # Without a word for it in the request, a tier reprices what was priced already.
    return numbers and same and all("tier" in tier["when"] for tier in added)
