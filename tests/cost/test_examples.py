"""Costs that can be worked out by hand from a price page."""

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

import pytest

import registry

MILLION = 1_000_000
BOTH = {"input": MILLION, "output": MILLION}


def total(model, usage, **options):
    return registry.cost(model, usage=usage, **options).total


def responses(sent, made, *, cached=0, reasoning=0):
    return {
        "input_tokens": sent,
        "input_tokens_details": {"cached_tokens": cached},
        "output_tokens": made,
        "output_tokens_details": {"reasoning_tokens": reasoning},
        "total_tokens": sent + made,
    }


def chat(sent, made, *, cached=0, reasoning=0):
    return {
        "prompt_tokens": sent,
        "completion_tokens": made,
        "total_tokens": sent + made,
        "prompt_tokens_details": {"cached_tokens": cached, "audio_tokens": 0},
        "completion_tokens_details": {"reasoning_tokens": reasoning, "audio_tokens": 0},
    }


@pytest.mark.parametrize(
    ("model", "usage", "options", "expected"),
    [
        ("gpt-5-pro", BOTH, {"on": "2026-01-01"}, "135"),
        ("gpt-5-pro", BOTH, {"on": "2026-01-01", "tier": "batch"}, "67.5"),
        ("gpt-5-pro", responses(MILLION, MILLION, reasoning=900_000), {"on": "2026-01-01"}, "135"),
        ("openai/responses/gpt-5-pro", responses(MILLION, MILLION), {"on": "2026-01-01"}, "135"),
        ("gpt-5", chat(MILLION, 0, cached=800_000), {"on": "2026-01-01"}, "0.35"),
        ("gpt-5", responses(MILLION, 0, cached=800_000), {"on": "2026-01-01"}, "0.35"),
        ("o3", BOTH, {"on": "2025-06-09"}, "50"),
        ("o3", BOTH, {"on": "2025-06-10"}, "10"),
        ("gpt-4o-2024-05-13", BOTH, {"on": "2026-01-01"}, "20"),
        ("gpt-4o-2024-08-06", BOTH, {"on": "2026-01-01"}, "12.5"),
        ("gpt-4o", BOTH, {"on": "2024-06-01"}, "20"),
        ("gpt-4o", BOTH, {"on": "2026-01-01"}, "12.5"),
        ("gpt-4-0613", BOTH, {"on": "2026-11-24"}, "90"),
        ("text-embedding-3-small", {"prompt_tokens": 8, "total_tokens": 8}, {"on": "2026-01-01"}, "0.00000016"),
        ("ft:gpt-4o-mini-2024-07-18:acme::abc", BOTH, {"on": "2026-01-01"}, "1.5"),
    ],
)
def test_totals(model, usage, options, expected):
    assert total(model, usage, **options) == Decimal(expected)


@pytest.mark.parametrize(
    ("tier", "at", "above"),
    [
        (None, "1.39", "2.76501"),
        ("default", "1.39", "2.76501"),
        ("batch", "0.695", "1.382505"),
        ("flex", "0.695", "1.382505"),
        ("priority", "3.475", None),
    ],
)
def test_a_long_context_begins_above_272_000_tokens(tier, at, above):
    options = {"on": "2026-11-01", "tier": tier}
    assert total("gpt-5.5", responses(272_000, 1_000), **options) == Decimal(at)
    if above is None:
        with pytest.raises(registry.NoPrice, match="no price in tier 'priority' from 272,001 input tokens on"):
            total("gpt-5.5", responses(272_001, 1_000), **options)
    else:
        assert total("gpt-5.5", responses(272_001, 1_000), **options) == Decimal(above)


def test_cached_tokens_count_towards_a_long_context():
    cost = registry.cost("gpt-5.5", usage=responses(300_000, 0, cached=299_000), on="2026-11-01")
    assert [(line.meter, line.price) for line in cost.lines] == [("input", Decimal(10)), ("cached_input", Decimal(1))]


def test_a_cost_tells_its_lines():
    cost = registry.cost("gpt-5", usage=chat(1_000, 50, cached=800), on="2026-01-01")
    told = "200 input × $1.25 / 1M tokens + 800 cached_input × $0.125 / 1M tokens + 50 output × $10 / 1M tokens"
    assert str(cost) == f"$0.00085 = {told}"
    assert cost.model == "gpt-5-2025-08-07"
    assert cost.on == "2026-01-01"
    line = cost.lines[1]
    assert (line.meter, line.quantity, line.unit) == ("cached_input", Decimal(800), "tokens")
    assert (line.price, line.per, line.amount) == (Decimal("0.125"), MILLION, Decimal("0.0001"))
    assert (line.since, line.source.kind) == ("2025-08-07", "official")


def test_as_dict_is_ready_for_json():
    cost = registry.cost("gpt-4o", usage={"input": 2_000}, tier="batch", on="2026-01-01").as_dict()
    assert cost == {
        "version": 1,
        "model": "gpt-4o-2024-08-06",
        "on": "2026-01-01",
        "tier": "batch",
        "region": None,
        "total": "0.0025",
        "lines": [
            {
                "meter": "input",
                "price_of": "input",
                "quantity": "2000",
                "unit": "tokens",
                "price": "1.25",
                "per": MILLION,
                "surcharge": 0,
                "amount": "0.0025",
                "since": "2024-08-06",
                "source": cost["lines"][0]["source"],
            },
        ],
    }


@pytest.mark.parametrize("tier", [None, "default", "auto", "standard"])
def test_a_request_served_like_most_is_standard(tier):
    assert registry.cost("gpt-5", usage=BOTH, tier=tier, on="2026-01-01").tier == "default"


@pytest.mark.parametrize("tier", ["scale", "overnight"])
def test_a_tier_without_a_price_names_those_that_have_one(tier):
    with pytest.raises(registry.NoPrice, match=f"'{tier}'; it has default, batch, flex, priority and fast"):
        total("gpt-5", BOTH, tier=tier, on="2026-01-01")


def test_a_retired_model_keeps_its_price():
    assert registry.model("gpt-4-0613", on="2026-11-24").status == "retired"
    assert total("gpt-4-0613", {"input": 1_000}, on="2026-11-24") == Decimal("0.03")


def test_a_fine_tune_is_not_its_base():
    with pytest.raises(registry.NoPrice, match="no price of a fine-tune of gpt-4o-2024-05-13 is known"):
        total("ft:gpt-4o-2024-05-13:acme::abc", BOTH)


def test_before_the_first_price_says_since_when():
    with pytest.raises(registry.NoPrice, match="no price of gpt-4o is known on 2023-06-01; the first is of 2024-05-13"):
        total("gpt-4o", BOTH, on="2023-06-01")


def test_an_unknown_model_has_names_like_it():
    with pytest.raises(registry.UnknownModel, match="Did you mean gpt-5-pro"):
        total("gpt-5-prro", BOTH)


def test_one_moment_is_of_the_day_that_its_zone_has():
    there = datetime(2026, 1, 1, 23, tzinfo=timezone(timedelta(hours=-3)))
    here = there.astimezone(UTC)
    assert there == here
    assert [registry.cost("gpt-5", usage=BOTH, on=on).on for on in (there, here)] == ["2026-01-01", "2026-01-02"]


def test_today_is_asked_for_again(monkeypatch):
    import registry.cost
    import registry.facts

    now = [1_767_225_600.0]  # 2026-01-01, noon nowhere
    monkeypatch.setattr("registry.days.time.time", lambda: now[0])
    monkeypatch.setitem(vars(__import__("sys").modules["registry.cost"]), "time", lambda: now[0])
    first = registry.cost("gpt-5", usage=BOTH).on
    now[0] += 2 * 24 * 3600
    assert registry.cost("gpt-5", usage=BOTH).on > first
    now[0] -= 2 * 24 * 3600  # a clock that was put back
    assert registry.cost("gpt-5", usage=BOTH).on == first
