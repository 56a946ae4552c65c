"""What holds for the cost of any usage of any model of the catalogue."""

from __future__ import annotations

import ast
import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import registry
from registry import glance, metering
from registry.catalogue import Catalogue, bundled
from registry.meters import CACHE_WRITE, CACHED, INPUT, OUTPUT, SENT

PACKAGE = Path(registry.__file__).parent
HEADER = bundled().header
METERS = HEADER["meters"]
PRICED = [model for model in registry.models(on="2026-11-24") if model.prices]
LINES = [line for line in (bundled().line(model.id) or {} for model in PRICED) if "current" not in line]
"""Of models that are no alias: what an alias costs depends on what it points at."""

LINE_IDS = [line["id"] for line in LINES]
COUNTS = st.integers(0, 10**7)
SHORT = st.integers(0, 2 * 10**4)
"""Of seven meters together below every long-context threshold."""


@st.composite
def priced_usages(draw, counts=COUNTS):
    """A model, the last day on which its prices changed, and quantities of what it sells."""
    line = draw(st.sampled_from(LINES))
    entry = draw(st.sampled_from(line["prices"]))
    meters = draw(st.lists(st.sampled_from(sorted(entry["usd"])), min_size=1, unique=True))
    return line["id"], entry, {meter: draw(counts) for meter in meters}


def priced(model, usage, **options):
    return registry.cost(model, usage=usage, **options)


def exactly(entry, usage):
    """What quantities come to by the standard prices of an entry, in fractions."""
    buys = {meter: int(METERS[meter].split()[0]) for meter in usage}
    return sum(Fraction(entry["usd"][meter]) * count / buys[meter] for meter, count in usage.items())


@given(priced_usages(SHORT))
def test_cost_is_exact(drawn):
    model, entry, usage = drawn
    cost = priced(model, usage, on=entry["from"])
    assert abs(Fraction(cost.total) - exactly(entry, usage)) <= (0 if by_token(usage) else Fraction(1, 10**12))


def by_token(usage):
    return all("second" not in METERS[meter] for meter in usage)


@given(priced_usages(SHORT))
def test_lines_add_up_to_the_total(drawn):
    model, entry, usage = drawn
    cost = priced(model, usage, on=entry["from"])
    assert [(line.meter, line.quantity) for line in cost.lines] == [pair for pair in usage.items() if pair[1]]
    if by_token(usage):
        assert sum(line.amount for line in cost.lines) == cost.total


@given(priced_usages(SHORT), st.data())
def test_cost_is_additive(drawn, data):
    model, entry, usage = drawn
    more = {meter: data.draw(SHORT) for meter in usage}
    both = {meter: usage[meter] + more[meter] for meter in usage}
    one, other, whole = (priced(model, part, on=entry["from"]).units for part in (usage, more, both))
    assert one + other == whole


@given(priced_usages(), st.data())
def test_cost_is_monotone(drawn, data):
    model, entry, usage = drawn
    meter = data.draw(st.sampled_from(sorted(usage)))
    more = {**usage, meter: usage[meter] + data.draw(st.integers(1, 10**6))}
    less, greater = (priced(model, part, on=entry["from"]).units for part in (usage, more))
    assert less < greater or (less == greater and Decimal(entry["usd"][meter]) == 0)


@given(priced_usages())
def test_cost_has_no_float(drawn):
    model, entry, usage = drawn
    cost = priced(model, usage, on=entry["from"])
    assert type(cost.total) is Decimal
    assert type(cost.units) is int
    assert "float" not in kinds(cost.as_dict())
    assert {type(part) for line in cost.lines for part in (line.quantity, line.price, line.amount)} <= {Decimal}


def kinds(value):
    """The names of the types of all scalars in a JSON value."""
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return set().union(*map(kinds, inner))
    return {type(value).__name__}


@pytest.mark.parametrize("module", ["money", "meters", "metering", "glance", "tariff", "bill"])
def test_money_is_never_divided_into_floats(module):
    tree = ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        assert not isinstance(node, ast.Div)
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float))
        assert not (isinstance(node, ast.Call) and getattr(node.func, "id", "") == "float")


@pytest.mark.parametrize("line", LINES, ids=LINE_IDS)
def test_a_new_price_leaves_earlier_days_alone(line):
    newest = {"from": "2027-01-01", "usd": {meter: f"{usd}1" for meter, usd in line["prices"][-1]["usd"].items()}}
    after = overlay({**line, "prices": [*line["prices"], newest]})
    for entry in line["prices"]:
        usage = dict.fromkeys(entry["usd"], 1000)
        for day in (entry["from"], "2026-12-31"):
            before, since = (attempted(line["id"], usage, on=day, catalogue=one) for one in (None, after))
            assert before == since


def attempted(model, usage, **options):
    """A cost as a dict, or why there is none: a later list may not have all meters of an earlier one."""
    try:
        return priced(model, usage, **options).as_dict()
    except registry.NoPrice as error:
        return str(error)


def overlay(line):
    """The bundled catalogue with one model's line replaced."""
    lines = [json.dumps(part, separators=(",", ":")) for part in (HEADER, line)]
    return Catalogue("\n".join([*lines, ""]).encode(), bundled())


@pytest.mark.parametrize("model", [model for model in PRICED if model.snapshot], ids=lambda model: model.id)
def test_an_alias_costs_what_its_snapshot_costs(model):
    usage = dict.fromkeys(model.prices[-1]["usd"], 12_345)
    alias, snapshot = (priced(name, usage, on=model.on) for name in (model.id, model.snapshot))
    assert alias.as_dict() == snapshot.as_dict()


@pytest.mark.parametrize("line", LINES, ids=LINE_IDS)
def test_every_price_list_prices_what_it_lists(line):
    for entry in line["prices"]:
        for tier in tiers(entry):
            try:
                cost = priced(line["id"], {"input": 0}, on=entry["from"], tier=tier)
            except registry.NoPrice:
                assert tier != "default"
                continue
            assert cost.tier == tier
            assert cost.units == 0


def tiers(entry):
    return {"default", *(tier for listing in entry.get("tiers", ()) for tier in listing["when"].get("tier", ()))}


@pytest.mark.parametrize("line", LINES, ids=LINE_IDS)
def test_a_tier_without_a_price_is_no_standard_request(line):
    with pytest.raises(registry.NoPrice, match="has no price in tier 'overnight'; it has default"):
        priced(line["id"], {"input": 1}, on=line["prices"][-1]["from"], tier="overnight")


@pytest.mark.parametrize("line", LINES, ids=LINE_IDS)
def test_before_the_first_price_there_is_none(line):
    with pytest.raises(registry.NoPrice, match=r"no price of .* is known on 2001-01-01; the first is of 20\d\d-"):
        priced(line["id"], {"input": 1}, on="2001-01-01")


def test_the_meters_of_usages_are_declared():
    assert {*INPUT, *CACHED, CACHE_WRITE, *OUTPUT} <= METERS.keys()


# Each token is counted once.


@st.composite
def usages(draw):
    """A sound usage object of some endpoint: (its fields, input tokens, output tokens)."""
    text, audio, image, made, spoken = (draw(SHORT) for _ in range(5))
    reused = [draw(st.integers(0, sent)) for sent in (text, audio, image)]
    written = draw(st.integers(0, text - reused[0]))
    inside = {"text_tokens": text, "audio_tokens": audio, "image_tokens": image, "cached_tokens": sum(reused)}
    inside["cached_tokens_details"] = dict(zip(metering.KINDS, reused, strict=True))
    inside["cache_write_tokens"] = written
    outside = {"audio_tokens": spoken, "reasoning_tokens": draw(st.integers(0, made))}
    sent, total = text + audio + image, made + spoken
    names = draw(st.sampled_from([glance.CHAT, glance.RESPONSES]))
    fields = dict(zip(names, (sent, total, inside, outside), strict=True))
    return {**fields, "total_tokens": sent + total}, sent, total


@given(usages(), st.sets(st.sampled_from([*INPUT, *OUTPUT])))
def test_each_token_is_counted_once(drawn, priced_meters):
    usage, sent, made = drawn
    counts = metering.read(usage, {}, metering.Kinds(priced_meters))
    assert sum(count for meter, count in counts.items() if meter in SENT) == sent
    assert sum(count for meter, count in counts.items() if meter not in SENT) == made
    assert 0 not in counts.values()


NUMBERS = st.one_of(st.integers(-2, 9), st.sampled_from([None, True, 3.0, float("nan"), "3"]))
SLOPPY = st.fixed_dictionaries(
    {"prompt_tokens": NUMBERS, "completion_tokens": NUMBERS, "total_tokens": st.one_of(st.integers(0, 18), NUMBERS)},
    optional={
        "prompt_tokens_details": st.dictionaries(st.sampled_from(sorted(metering.INPUT_PARTS)), NUMBERS),
        "completion_tokens_details": st.dictionaries(st.sampled_from(sorted(metering.OUTPUT_PARTS)), NUMBERS),
    },
)


@given(SLOPPY, st.booleans())
def test_a_glance_sees_what_reading_sees(usage, responses):
    if responses:
        usage = {name.replace("prompt", "input").replace("completion", "output"): part for name, part in usage.items()}
    text = metering.Kinds({"input", "output"})
    two, three = glance.text_alone(usage), glance.text_with_details(usage)
    if two is not None:
        assert named(two, ("input", "output")) == metering.read(usage, {}, text)
    if three is not None:
        assert named(three, ("input", "cached_input", "output")) == metering.read(usage, {}, text)


def named(counts, meters):
    return {meter: count for meter, count in zip(meters, counts, strict=True) if count}


@given(st.recursive(st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()), st.lists, max_leaves=4))
def test_what_is_no_usage_is_a_mistake_and_no_crash(value):
    with pytest.raises(ValueError, match="usage"):
        priced("gpt-5", value)
