"""What holds for the estimate of any request."""

import contextlib
import copy
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
from asked import ASKED, WORDS, chats

from registry.diagnostics import NoPrice, UnknownModel

KEPT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
"""The fixtures here hold nothing that an example could change."""


@pytest.fixture(params=["exactly", "roughly"], autouse=True)
def counted(request):
    """Every law holds with the extra and without it."""
    request.getfixturevalue(request.param)


@KEPT
@given(ASKED)
def test_bounds_are_in_order(estimate, asked):
    endpoint, body = asked
    found = estimate(body, endpoint)
    assert Decimal(0) <= found.least <= found.expected <= found.most
    for span in (found.input_tokens, found.output_tokens):
        assert 0 <= span.least <= span.expected <= span.most
        assert {type(bound) for bound in span.as_dict().values()} == {int}


@KEPT
@given(ASKED)
def test_money_is_never_a_float(estimate, asked):
    endpoint, body = asked
    found = estimate(body, endpoint)
    assert {type(one) for one in (found.least, found.expected, found.most, found.error)} == {Decimal}
    assert "float" not in kinds(found.as_dict())


def kinds(value):
    """The names of the types of all scalars in a JSON value."""
    if isinstance(value, dict | list):
        return set().union(*map(kinds, value.values() if isinstance(value, dict) else value))
    return {type(value).__name__}


@KEPT
@given(ASKED)
def test_the_lines_add_up(estimate, asked):
    endpoint, body = asked
    found = estimate(body, endpoint)
    for at, total in enumerate((found.least, found.expected, found.most)):
        assert sum(Decimal(line.amounts[at]) for line in found.lines) == total


@KEPT
@given(ASKED)
def test_the_body_stays_as_it_is(estimate, asked):
    endpoint, body = asked
    before = copy.deepcopy(body)
    assert estimate(body, endpoint).as_dict() == estimate(body, endpoint).as_dict()
    assert body == before


@KEPT
@given(chats(), WORDS)
def test_a_further_message_is_more_to_pay(estimate, asked, words):
    endpoint, body = asked
    more = {**body, "messages": [*body["messages"], {"role": "user", "content": words}]}
    less, greater = estimate(body, endpoint), estimate(more, endpoint)
    assert less.input_tokens.expected < greater.input_tokens.expected
    assert less.least <= greater.least or meters(greater) > meters(less)  # from some length on a prompt may be cached
    assert less.expected <= greater.expected
    assert less.most <= greater.most


def meters(found):
    """What an estimate is reckoned in."""
    return {line.meter for line in found.lines}


def test_the_least_falls_where_a_prompt_grows_long_enough_to_be_cached(estimate):
    shorter, longer = (
        estimate({"model": "gpt-5", "messages": [{"role": "user", "content": "so it goes. " * times}]})
        for times in (100, 1_000)
    )
    assert longer.least < shorter.least
    assert meters(longer) - meters(shorter) == {"cached_input"}


@KEPT
@given(chats(), st.integers(1, 30))
def test_more_words_are_no_fewer_tokens(estimate, asked, times):
    endpoint, body = asked
    shorter, longer = (
        {**body, "messages": [{"role": "user", "content": "so it goes. " * repeated}]}
        for repeated in (times, times + 1)
    )
    assert estimate(shorter, endpoint).most <= estimate(longer, endpoint).most
    assert estimate(shorter, endpoint).input_tokens.expected < estimate(longer, endpoint).input_tokens.expected


@KEPT
@given(chats(), st.integers(1, 3_000))
def test_a_longer_answer_costs_more(estimate, asked, cap):
    endpoint, body = asked
    less, greater = (estimate({**body, "max_completion_tokens": most}, endpoint) for most in (cap, cap + 1))
    assert less.most < greater.most
    assert less.expected <= greater.expected
    assert less.least == greater.least


@KEPT
@given(chats(), st.integers(1, 9))
def test_choices_multiply_answers(estimate, asked, choices):
    endpoint, body = asked
    one, several = (estimate({**body, "n": n}, endpoint) for n in (1, choices))
    assert several.output_tokens == one.output_tokens * choices
    assert several.input_tokens == one.input_tokens


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=9), st.binary(max_size=9)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=9), inner, max_size=4)),
    max_leaves=9,
)
KEYS = ("messages", "input", "prompt", "tools", "tool_choice", "text", "response_format", "n", "max_tokens", "size")
ENDPOINTS = [
    "chat",
    "responses",
    "completion",
    "embedding",
    "image",
    "speech",
    "video",
    "transcription",
    "batch",
    "realtime",
]


@KEPT
@given(
    st.dictionaries(st.sampled_from(KEYS), JSON),
    st.sampled_from(ENDPOINTS),
    st.sampled_from(["gpt-4o", "gpt-image-1", "tts-1"]),
)
@example(
    {"messages": [{"role": [], "type": {}, "content": [{"type": [], "text": 7}], "tool_calls": [{"function": 3}]}]},
    "chat",
    "gpt-4o",
)
@example(
    {"input": [{"type": ["message"], "role": {}}, {"type": {}}, None, 7], "tools": [{"type": []}, 3]},
    "responses",
    "gpt-4o",
)
@example(
    {"messages": [{"role": "user", "content": "a\ud800" * 99}], "max_tokens": 10**40, "n": 10**40}, "chat", "gpt-4o"
)
def test_no_body_is_a_crash(estimate, fields, endpoint, model):
    with contextlib.suppress(NoPrice):
        assert estimate({**fields, "model": model}, endpoint).most >= 0


def nested(levels):
    schema: dict[str, object] = {"type": "string"}
    for _ in range(levels):
        schema = {"type": "object", "properties": {"inside": schema}}
    return schema


def test_what_is_nested_too_deeply_has_no_price(estimate):
    form = {"format": {"type": "json_schema", "name": "a", "strict": True, "schema": nested(10_000)}}
    with pytest.raises(NoPrice, match="nested too deeply"):
        estimate({"model": "gpt-4o", "input": "a", "text": form}, "responses")


def test_a_deep_schema_is_cut(estimate):
    tool = {"type": "function", "name": "a", "parameters": nested(10_000)}
    assert estimate({"model": "gpt-4o", "input": "a", "tools": [tool]}, "responses").input_tokens.expected < 1_000


@pytest.mark.parametrize("body", [None, 7, "gpt-5", [], {}, {"model": None}, {"model": ["gpt-5"]}, {"model": "gpt-55"}])
def test_what_names_no_model_is_an_unknown_one(estimate, body):
    with pytest.raises(UnknownModel):
        estimate(body)
