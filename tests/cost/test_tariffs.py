"""Which price list holds: tiers, sizes, regions and how they overlap."""

import json
from typing import Any

import pytest

import registry
from registry.catalogue import Catalogue

MILLION = {"input": 1_000_000}


def catalogue(*same_price, provider=None, **entry):
    """A catalogue of one model with one price entry, and what its provider says of meters without a price."""
    header = {
        "catalogue": 1,
        "sources": {"page": {"title": "A price page", "kind": "official", "date": "2026-01-01"}},
        "meters": {
            "input": "1_000_000 tokens",
            "cached_input": "1_000_000 tokens",
            "search": "1_000 calls",
            "rent": "20 minutes",
        },
        "providers": {"acme": {"same_price": same_price, **(provider or {})}},
        "modes": {},
    }
    model = {
        "id": "m",
        "provider": "acme",
        "family": "f",
        "source": "page",
        "prices": [{"from": "2026-01-01", **entry}],
    }
    return Catalogue("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in (header, model)).encode())


def price(entry, usage=None, **options):
    cost = registry.cost("m", usage=usage or MILLION, on="2026-06-01", catalogue=catalogue(**entry), **options)
    return str(cost.total)


TIERS = {
    "usd": {"input": "1", "search": "10"},
    "tiers": [
        {"when": {"tier": ["batch", "flex"]}, "usd": {"input": "2"}},
        {"when": {"input_tokens": "50_001.."}, "usd": {"input": "3"}},
        {"when": {"tier": ["batch"], "input_tokens": "50_001.."}, "usd": {"input": "4"}},
        {"when": {"tier": ["fast"], "input_tokens": "..50_000"}, "usd": {"input": "50"}},
    ],
}
SMALL = {"input": 50_000}


@pytest.mark.parametrize(
    ("tier", "usage", "expected"),
    [
        (None, SMALL, "0.05"),
        (None, MILLION, "3"),
        ("batch", SMALL, "0.1"),
        ("batch", MILLION, "4"),
        ("flex", MILLION, "2"),
        ("fast", SMALL, "2.5"),
    ],
)
def test_the_list_with_the_most_conditions_holds(tier, usage, expected):
    assert price(TIERS, usage, tier=tier) == expected


def test_a_tier_may_end_where_a_long_context_begins():
    with pytest.raises(
        registry.NoPrice, match="m on 2026-06-01 has no price in tier 'fast' from 50,001 input tokens on"
    ):
        price(TIERS, tier="fast")


def test_among_lists_with_as_many_conditions_the_last_holds():
    twice = {"usd": {"input": "1"}, "tiers": [{"when": {"tier": ["batch"]}, "usd": {"input": usd}} for usd in "67"]}
    assert price(twice, tier="batch") == "7"


@pytest.mark.parametrize("tier", [None, "batch", "flex", "fast"])
def test_calls_cost_the_same_in_every_tier(tier):
    assert price(TIERS, {"search": 100}, tier=tier) == "1"


def test_what_a_tier_does_not_list_has_no_price_in_it():
    entry = {**TIERS, "usd": {"input": "1", "cached_input": "0.5"}}
    assert price(entry, {"cached_input": 1_000}) == "0.0005"
    with pytest.raises(registry.NoPrice, match="no price for cached_input"):
        price(entry, {"cached_input": 1_000}, tier="flex")


LIKE = {"meter": "cached_input", "like": "input"}


@pytest.mark.parametrize(
    ("rule", "tier", "total"),
    [
        (LIKE, None, "0.001"),
        (LIKE, "batch", "0.002"),
        ({**LIKE, "when": {"tier": ["batch"]}}, "batch", "0.002"),
        ({**LIKE, "when": {"tier": ["batch"]}}, "flex", None),
        ({**LIKE, "when": {"tier": ["batch"]}}, None, None),
        ({**LIKE, "when": {"input_tokens": "50_001.."}}, None, None),
        ({**LIKE, "before": "2026-01-02"}, None, "0.001"),
        ({**LIKE, "before": "2026-01-01"}, None, None),
        ({**LIKE, "like": "cached_input"}, None, None),
    ],
)
def test_a_meter_may_cost_what_another_one_does(rule, tier, total):
    known = catalogue(rule, **TIERS)
    usage = {"usage": {"cached_input": 1_000}, "on": "2026-06-01", "tier": tier, "catalogue": known}
    if total is None:
        with pytest.raises(registry.NoPrice, match="no price for cached_input"):
            registry.cost("m", **usage)
    else:
        (line,) = registry.cost("m", **usage).lines
        assert (line.meter, line.price_of, str(line.amount)) == ("cached_input", rule["like"], total)


def test_a_meter_with_a_price_costs_nothing_else():
    priced = {"usd": {"input": "1", "cached_input": "0.5"}}
    cost = registry.cost("m", usage={"cached_input": 1_000}, on="2026-06-01", catalogue=catalogue(LIKE, **priced))
    assert [(line.price_of, str(line.amount)) for line in cost.lines] == [("cached_input", "0.0005")]


@pytest.mark.parametrize(("only", "expected"), [(["m"], "1"), (["other"], None)])
def test_what_costs_the_same_may_do_so_for_some_models_alone(only, expected):
    sold = catalogue({**LIKE, "only": only}, usd={"input": "1"})
    if expected is None:
        with pytest.raises(registry.NoPrice, match="has no price for cached_input"):
            registry.cost("m", usage={"cached_input": 1_000_000}, on="2026-06-01", catalogue=sold)
    else:
        cost = registry.cost("m", usage={"cached_input": 1_000_000}, on="2026-06-01", catalogue=sold)
        assert str(cost.total) == expected


def test_a_region_may_have_a_list_of_its_own():
    lists = [{"when": {"region": ["eu"]}, "usd": {"input": "1.5"}}]
    entry = {"usd": {"input": "1"}, "tiers": lists}
    assert price(entry, region="eu") == "1.5"
    assert price(entry) == "1"


REGIONAL: dict[str, Any] = {"regional": {"percent": 10, "since": "2026-01-01", "source": "page"}}


def test_a_region_costs_more_of_everything_but_tools():
    entry = {**TIERS, "provider": REGIONAL}
    assert price(entry, region="eu") == "3.3"
    assert price(entry, region="eu", tier="batch") == "4.4"
    assert price(entry, {"search": 100}, region="eu") == "1"
    cost = registry.cost("m", usage=SMALL, region="eu", on="2026-06-01", catalogue=catalogue(**entry))
    assert str(cost) == "$0.055 = 50,000 input × $1 / 1M tokens + 10 %"


def test_older_models_cost_the_same_in_every_region():
    entry = {**TIERS, "provider": {"regional": {**REGIONAL["regional"], "since": "2026-01-02"}}}
    assert price(entry, region="eu") == price(entry) == "3"


HOSTED: dict[str, Any] = {
    "hosted": [
        {"from": "2026-02-01", "usd": {"search": "5", "rent": "0.03"}, "source": "page"},
        {"from": "2026-07-01", "usd": {"search": "5", "rent": "0.06"}, "source": "page"},
    ]
}


def test_tools_of_the_provider_cost_the_same_with_every_model_tier_and_region():
    entry: dict[str, Any] = {**TIERS, "provider": {**HOSTED, **REGIONAL}}
    assert price(entry, {"rent": 30}) == price(entry, {"rent": 30}, tier="batch", region="eu") == "0.045"
    sold = catalogue(**entry)
    assert str(registry.cost("m", usage={"rent": 30}, on="2026-07-01", catalogue=sold)) == (
        "$0.09 = 30 rent × $0.06 / 20 minutes"
    )
    with pytest.raises(registry.NoPrice, match="m on 2026-01-31 has no price for rent"):
        registry.cost("m", usage={"rent": 30}, on="2026-01-31", catalogue=sold)


def test_what_a_model_says_of_a_tool_holds_before_what_its_provider_says():
    entry = {**TIERS, "provider": HOSTED}
    assert price(entry, {"search": 100}) == "1"


def test_a_region_without_a_price_has_none():
    with pytest.raises(registry.NoPrice, match="m on 2026-06-01 has no price of its own for a region, such as 'eu'"):
        price(TIERS, region="eu")


def test_a_price_that_can_not_be_held_exactly_is_refused():
    with pytest.raises(ValueError, match="can't be held exactly"):
        price({"usd": {"input": "0." + "0" * 20 + "1"}})
