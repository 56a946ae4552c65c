"""Usage objects as endpoints return them, and what they are counted as."""

from decimal import Decimal
from types import MappingProxyType, SimpleNamespace
from typing import NamedTuple

import pytest

import registry

ON = "2026-02-01"


def counted(model, usage, **options):
    cost = registry.cost(model, usage=usage, **{"on": ON, **options})
    return {line.meter: str(line.quantity) for line in cost.lines}


SPOKEN = {
    "prompt_tokens": 18,
    "completion_tokens": 33,
    "total_tokens": 51,
    "prompt_tokens_details": {"cached_tokens": 0, "audio_tokens": 0, "text_tokens": 18, "image_tokens": 0},
    "completion_tokens_details": {
        "reasoning_tokens": 0,
        "audio_tokens": 28,
        "accepted_prediction_tokens": 0,
        "rejected_prediction_tokens": 0,
        "text_tokens": 5,
    },
}
REALTIME = {
    "total_tokens": 253,
    "input_tokens": 132,
    "output_tokens": 121,
    "input_token_details": {
        "text_tokens": 119,
        "audio_tokens": 13,
        "cached_tokens": 70,
        "cached_tokens_details": {"text_tokens": 64, "audio_tokens": 6},
    },
    "output_token_details": {"text_tokens": 30, "audio_tokens": 91},
}
IMAGE_EDIT = {
    "input_tokens": 220,
    "input_tokens_details": {"image_tokens": 194, "text_tokens": 26},
    "output_tokens": 1056,
    "total_tokens": 1276,
}
TRANSCRIPTION = {
    "type": "tokens",
    "total_tokens": 87,
    "input_tokens": 11,
    "input_token_details": {"text_tokens": 0, "audio_tokens": 11},
    "output_tokens": 76,
}
PICTURE_SEEN = {
    "prompt_tokens": 100,
    "completion_tokens": 0,
    "prompt_tokens_details": {"cached_tokens": 40, "image_tokens": 85, "text_tokens": 15},
}
WRITTEN = {
    "input_tokens": 8576,
    "input_tokens_details": {"cache_write_tokens": 4418, "cached_tokens": 0},
    "output_tokens": 52,
    "output_tokens_details": {"reasoning_tokens": 32},
    "total_tokens": 8628,
}


@pytest.mark.parametrize(
    ("model", "usage", "expected"),
    [
        ("gpt-4o-audio-preview-2025-06-03", SPOKEN, {"input": "18", "output": "5", "audio_output": "28"}),
        (
            "gpt-realtime",
            REALTIME,
            {
                "input": "55",
                "cached_input": "64",
                "audio_input": "7",
                "cached_audio_input": "6",
                "output": "30",
                "audio_output": "91",
            },
        ),
        ("gpt-image-1", IMAGE_EDIT, {"input": "26", "image_input": "194", "image_output": "1056"}),
        ("gpt-4o-transcribe", TRANSCRIPTION, {"audio_input": "11", "output": "76"}),
        ("gpt-4o-mini-tts", {"input_tokens": 10, "output_tokens": 93}, {"input": "10", "audio_output": "93"}),
        ("whisper-1", {"type": "duration", "seconds": 2}, {"audio_seconds": "2"}),
        ("gpt-4o", PICTURE_SEEN, {"input": "60", "cached_input": "40"}),
        ("text-embedding-3-small", {"prompt_tokens": 8, "total_tokens": 8}, {"input": "8"}),
        ("sora-2", {"video_seconds_720p": 8}, {"video_seconds_720p": "8"}),
        ("tts-1", {"characters": 1_000}, {"characters": "1000"}),
        (
            "gpt-4.1",
            {"input_tokens": 5, "output_tokens": 0, "web_search_call": 2},
            {"input": "5", "web_search_call": "2"},
        ),
        ("gpt-5", {"input": 7, "output": 0}, {"input": "7"}),
        ("gpt-5", {"prompt_tokens": 0, "completion_tokens": 0, "total_tokens": 0}, {}),
    ],
)
def test_what_an_endpoint_returns(model, usage, expected):
    assert counted(model, usage) == expected


def test_cache_writes_have_a_price_from_gpt_5_6_on():
    new, old = (registry.cost(model, usage=WRITTEN, on="2026-07-10") for model in ("gpt-5.6-sol", "gpt-4o"))
    assert [(line.meter, line.price_of, line.price) for line in new.lines] == [
        ("input", "input", 5),
        ("cache_write", "cache_write", Decimal("6.25")),
        ("output", "output", 30),
    ]
    assert [(line.meter, line.price_of, line.price) for line in old.lines] == [
        ("input", "input", Decimal("2.5")),
        ("cache_write", "input", Decimal("2.5")),
        ("output", "output", 10),
    ]


def test_the_batch_api_has_no_discount_on_cached_input_where_the_page_shows_none():
    usage = {"prompt_tokens": 2_000, "completion_tokens": 0, "prompt_tokens_details": {"cached_tokens": 1_024}}
    cached = registry.cost("gpt-4.1", usage=usage, on=ON, tier="batch").lines[1]
    assert (cached.meter, cached.price_of, cached.price) == ("cached_input", "input", Decimal(1))


def test_tools_cost_the_same_in_every_tier():
    costs = [registry.cost("gpt-4.1", usage={"web_search_call": 3}, on=ON, tier=tier) for tier in (None, "batch")]
    assert [cost.total for cost in costs] == [Decimal("0.03")] * 2


# What the same usage may come as.


class Model:
    def __init__(self, fields):
        self.fields = fields

    def model_dump(self):
        return self.fields


class ByName(Model):
    """Fields by name, as litellm has them: no length, and nothing to iterate."""

    def __contains__(self, name):
        return name in self.fields

    def __getitem__(self, name):
        return self.fields[name]


class Totals(NamedTuple):
    prompt_tokens: int
    completion_tokens: int
    prompt_tokens_details: dict[str, int]


CACHED = {"cached_tokens": 4}


@pytest.mark.parametrize(
    "usage",
    [
        {"prompt_tokens": 10, "completion_tokens": 2, "total_tokens": 12, "prompt_tokens_details": CACHED},
        {"input_tokens": 10, "output_tokens": 2, "input_tokens_details": CACHED, "output_tokens_details": None},
        {"prompt_tokens": 10, "input_tokens": 10, "output_tokens": 2, "prompt_tokens_details": CACHED},
        MappingProxyType(
            {"prompt_tokens": 10, "completion_tokens": 2, "prompt_tokens_details": MappingProxyType(CACHED)}
        ),
        Model({"prompt_tokens": 10, "completion_tokens": 2, "prompt_tokens_details": Model(CACHED)}),
        SimpleNamespace(prompt_tokens=10, completion_tokens=2, prompt_tokens_details=SimpleNamespace(cached_tokens=4)),
        ByName({"prompt_tokens": 10, "completion_tokens": 2, "total_tokens": 12, "prompt_tokens_details": CACHED}),
        Totals(10, 2, CACHED),
        {"input": 6, "cached_input": 4, "output": 2},
    ],
)
def test_spellings_of_one_usage(usage):
    assert counted("gpt-5", usage) == {"input": "6", "cached_input": "4", "output": "2"}


def test_a_usage_without_a_length_may_be_its_totals_alone():
    usage = ByName({"prompt_tokens": 10, "completion_tokens": 2, "total_tokens": 12})
    assert counted("gpt-5", usage) == {"input": "10", "output": "2"}


def test_integers_of_other_libraries_are_counts():
    class Int64:
        def __index__(self):
            return 10

    assert counted("gpt-5", {"input": Int64()}) == {"input": "10"}


@pytest.mark.parametrize(
    ("seconds", "read", "total"),
    [
        (2, "2", "0.0002"),
        (2.35, "2.35", "0.000235"),
        (Decimal("2.35"), "2.35", "0.000235"),
        (8.470000267028809, "8.47", "0.000847"),
        (1e-05, None, "0"),
    ],
)
def test_durations_are_read_to_the_millisecond(seconds, read, total):
    cost = registry.cost("whisper-1", usage={"audio_seconds": seconds}, on=ON)
    assert [str(line.quantity) for line in cost.lines] == ([read] if read else [])
    assert cost.total == Decimal(total)


def test_a_price_by_the_minute_may_leave_no_last_decimal():
    usage = {"type": "duration", "seconds": 7}
    cost = registry.cost("gpt-realtime-whisper", usage=usage, on="2026-11-01")
    assert str(cost.total) == "0.001983333333"


# What is none.


@pytest.mark.parametrize(
    ("usage", "message"),
    [
        (
            {"prompt_tokens": 10, "prompt_tokens_details": {"cached_tokens": 11}},
            "11 tokens are cached, but input has 10 in all",
        ),
        (
            {"input_tokens": 0, "input_tokens_details": {"cached_tokens": 1}},
            "1 tokens are cached, but input has 0 in all",
        ),
        (
            {"input_tokens": 10, "input_tokens_details": {"cached_tokens": 6, "cache_write_tokens": 5}},
            "6 tokens are cached and 5 written to the cache, but input has 10 in all",
        ),
        ({"prompt_tokens": -1}, "prompt_tokens is -1: a count is never negative"),
        (
            {"input_tokens": 0, "output_tokens": -9, "total_tokens": -9},
            "output_tokens is -9: a count is never negative",
        ),
        ({"prompt_tokens": True}, "prompt_tokens is true: a count is a whole number"),
        ({"prompt_tokens": 1.0}, r"prompt_tokens is 1\.0: a count is a whole number"),
        ({"prompt_tokens": float("nan")}, "prompt_tokens is nan: a count is a whole number"),
        ({"prompt_tokens": "10"}, "prompt_tokens is '10': a count is a whole number"),
        (
            {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 3},
            "total_tokens is 3, but input and output are 1 and 1",
        ),
        (
            {"prompt_tokens": 1, "completion_tokens": 0, "total_tokens": True},
            "total_tokens is true: a count is a whole number",
        ),
        (
            {"prompt_tokens": 1, "completion_tokens": 0, "total_tokens": 1.0},
            r"total_tokens is 1\.0: a count is a whole number",
        ),
        ({"prompt_tokens": 1, "input_tokens": 2}, "prompt_tokens is 1, but input_tokens is 2"),
        ({"completion_tokens": 3}, "the usage has no input_tokens"),
        ({"total_tokens": 3}, "the usage has no input_tokens"),
        (
            {"prompt_tokens": 5, "completion_tokens": 3, "completion_tokens_details": {"reasoning_tokens": 4}},
            "reasoning_tokens is 4, but output has 3 tokens in all",
        ),
        (
            {"prompt_tokens": 5, "prompt_tokens_details": {"text_tokens": 4, "audio_tokens": 0}},
            "4 text, 0 audio and 0 image tokens don't add up to the 5 of the input",
        ),
        (
            {"prompt_tokens": 5, "prompt_tokens_details": {"audio_tokens": 6}},
            "0 text, 6 audio and 0 image tokens don't add up to the 5 of the input",
        ),
        ({"prompt_tokens": 5, "prompt_tokens_details": [3]}, "prompt_tokens_details is an array of 1"),
        ({"prompt_tokens": 5, "input": 3}, "input stands beside the token counts of an API"),
        ({"prompt_tokens": 5, "web_search_calls": 3}, "'web_search_calls' is neither .* Did you mean web_search_call?"),
        ({"inptu": 5}, "'inptu' is neither a field of a usage object nor a meter. Did you mean input?"),
        ({"input": -3}, "input is -3: a count is never negative"),
        ({"input": 0.5}, r"input is 0\.5: a count is a whole number"),
        ({"type": "duration"}, "audio_seconds is null: a duration is a number of seconds"),
        ({"type": "duration", "seconds": -2}, "audio_seconds is -2: a count is never negative"),
        ({"type": "duration", "seconds": -2.5}, r"audio_seconds is -2\.5: a duration is a number of seconds"),
        ({"type": "duration", "seconds": float("inf")}, "audio_seconds is inf: a duration is a number of seconds"),
        ({"type": "duration", "seconds": "3"}, "audio_seconds is '3': a duration is a number of seconds"),
        ({"type": "duration", "seconds": True}, "audio_seconds is true: a duration is a number of seconds"),
        ({}, "the usage is empty"),
        (None, "usage is null"),
        (dict, "usage is a Python type"),
    ],
)
def test_contradictions_and_what_is_no_count(usage, message):
    with pytest.raises(ValueError, match=message):
        registry.cost("gpt-5", usage=usage, on=ON)


@pytest.mark.parametrize(
    ("model", "usage", "message"),
    [
        (
            "gpt-5-pro",
            {"input_tokens": 9, "output_tokens": 0, "input_tokens_details": {"cached_tokens": 8}},
            "gpt-5-pro on 2026-02-01 has no price for cached_input",
        ),
        ("gpt-5", {"input": 1, "audio_input": 1}, "gpt-5 on 2026-02-01 has no price for audio_input"),
        (
            "gpt-5",
            {"prompt_tokens": 5, "prompt_tokens_details": {"video_tokens": 4}},
            "prompt_tokens_details has video_tokens",
        ),
        ("gpt-image-1.5", IMAGE_EDIT, "doesn't say which of its 1,056 output tokens are text, audio or images"),
        (
            "gpt-realtime",
            {"input_tokens": 9, "output_tokens": 0},
            "doesn't say which of its 9 input tokens are text, audio or images",
        ),
        (
            "gpt-realtime",
            {**REALTIME, "input_token_details": {"text_tokens": 119, "audio_tokens": 13, "cached_tokens": 5}},
            "doesn't say which of its 5 cached tokens are text, audio or images",
        ),
    ],
)
def test_what_has_no_price_is_named(model, usage, message):
    with pytest.raises(registry.NoPrice, match=message):
        registry.cost(model, usage=usage, on=ON)


def test_nothing_of_what_has_no_price_costs_nothing():
    assert registry.cost("gpt-5", usage={"input": 1_000_000, "audio_input": 0}, on=ON).total == Decimal("1.25")
