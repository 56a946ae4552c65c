"""Estimates that can be worked out by hand from a price page, and what is said where that can't be."""

from base64 import b64encode
from decimal import Decimal

import pytest

from registry.diagnostics import NoPrice
from registry.tokens.span import Span

pytestmark = pytest.mark.usefixtures("exactly")

HI = [{"role": "user", "content": "Say hello"}]
FUNCTION = {"type": "function", "name": "now"}
SEEN = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"


def ask(**fields):
    return {"model": "gpt-5", "messages": HI, **fields}


def respond(**fields):
    return {"model": "gpt-5", "input": "Say hello", **fields}


def test_an_estimate_is_the_price_of_its_tokens(estimate):
    found = estimate(ask(max_completion_tokens=1000, n=2))
    assert (found.input_tokens, found.output_tokens) == (Span.of(8), Span(2, 998, 2000))
    assert (found.least, found.expected, found.most) == (Decimal("0.00003"), Decimal("0.00999"), Decimal("0.02001"))
    assert (found.exact, found.error, found.unseen, found.open) == (True, 0, (), ())
    assert str(found) == ("$0.00003 to $0.02001, about $0.00999: 8 input tokens, 2 to 2,000, about 998 output tokens")


def test_an_estimate_is_ready_for_json(estimate):
    assert estimate(ask(max_completion_tokens=100)).as_dict() == {
        "version": 1,
        "model": "gpt-5-2025-08-07",
        "endpoint": "/v1/chat/completions",
        "on": "2026-11-24",
        "tier": "default",
        "region": None,
        "least": "0.00002",
        "expected": "0.00101",
        "most": "0.00101",
        "input_tokens": {"least": 8, "expected": 8, "most": 8},
        "output_tokens": {"least": 1, "expected": 100, "most": 100},
        "exact": True,
        "error": "0.00",
        "lines": [
            {
                "meter": "input",
                "unit": "tokens",
                "quantities": {"least": "8", "expected": "8", "most": "8"},
                "amounts": {"least": "0.00001", "expected": "0.00001", "most": "0.00001"},
            },
            {
                "meter": "output",
                "unit": "tokens",
                "quantities": {"least": "1", "expected": "100", "most": "100"},
                "amounts": {"least": "0.00001", "expected": "0.001", "most": "0.001"},
            },
        ],
        "unseen": [],
        "open": [],
    }


def test_a_rough_estimate_says_so(estimate, roughly):
    del roughly
    found = estimate(ask())
    assert (found.exact, found.error) == (False, Decimal("0.25"))


@pytest.mark.parametrize(
    ("fields", "most"),
    [
        ({}, 128_000),
        ({"max_completion_tokens": 500}, 500),
        ({"max_tokens": 500, "max_completion_tokens": 400}, 400),
        ({"max_completion_tokens": 10**9}, 128_000),
        ({"max_completion_tokens": -1}, 128_000),
        ({"max_completion_tokens": True}, 128_000),
    ],
)
def test_the_most_is_the_cap_or_the_limit(estimate, fields, most):
    assert estimate(ask(**fields)).output_tokens.most == most


def test_reasoning_is_expected_by_its_effort(estimate):
    efforts = [{"reasoning_effort": effort} for effort in ("minimal", "low", "medium")]
    expected = [estimate(ask(**fields)).output_tokens.expected for fields in (*efforts, {})]
    assert expected == [131, 195, 499, 499]
    assert estimate(respond(reasoning={"effort": "low"}), "responses").output_tokens.expected == 195


def test_a_long_prompt_may_come_from_the_cache(estimate):
    long = [{"role": "user", "content": "word " * 2000}]
    meters = [line.meter for line in estimate(ask(messages=long, max_completion_tokens=1)).lines]
    assert meters == ["input", "output", "cached_input"]


def test_a_long_prompt_may_be_written_to_a_cache_that_costs(estimate):
    long = [{"role": "user", "content": "word " * 2000}]
    found = estimate({"model": "gpt-5.6-sol", "messages": long, "max_completion_tokens": 1})
    assert [line.meter for line in found.lines] == ["cache_write", "output", "input", "cached_input"]


def test_a_request_is_priced_in_its_tier(estimate):
    standard, flex, batch = (
        estimate(ask(service_tier=asked), tier=tier).most
        for asked, tier in ((None, None), ("flex", None), ("flex", "batch"))
    )
    assert flex == batch == standard / 2


def test_what_a_request_refers_to_is_reckoned_with(estimate):
    found = estimate(respond(previous_response_id="resp_1", max_output_tokens=100), "responses")
    assert found.input_tokens == Span(8, 8, 272_000)
    assert found.unseen == ("what previous_response_id refers to",)
    assert found.most == Decimal("0.341")


def test_hosted_tools_are_open_unless_their_calls_are_limited(estimate):
    body = {"model": "gpt-4o", "input": "Say hello", "tools": [{"type": "web_search"}], "max_output_tokens": 100}
    found, bounded = estimate(body, "responses"), estimate({**body, "max_tool_calls": 2}, "responses")
    assert found.open == ("the model may call web_search several times, and reads the conversation again each time",)
    assert bounded.open == ()
    assert bounded.input_tokens.most == 3 * 128_000
    calls = [(line.meter, line.quantities) for line in bounded.lines if line.unit == "calls"]
    assert calls == [("web_search_call", ("0", "1", "2"))]


def test_calls_without_a_price_are_in_no_figure(estimate):
    found = estimate(
        {"model": "o1", "input": "Say hello", "tools": [{"type": "web_search"}]}, "responses", "2026-01-15"
    )
    assert found.open[-1] == "the price of web_search_call is not known, and in no figure"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, 8),
        ({"tools": []}, 8),
        ({"tools": [FUNCTION]}, 30),
        ({"tools": [{"type": "namespace", "name": "time", "tools": [FUNCTION]}]}, 30),
        ({"tools": [FUNCTION], "tool_choice": {"type": "function", "name": "now"}}, 34),
        ({"tools": [FUNCTION], "tool_choice": "required"}, 39),
        ({"tools": [{"type": "custom", "name": "run", "description": "Runs."}]}, 38),
        ({"instructions": "Be brief."}, 15),
        ({"text": {"format": {"type": "json_schema", "name": "a", "schema": {"type": "object"}}}}, 20),
        ({"input": [{"role": "user", "content": [{"type": "input_image", "image_url": SEEN}]}]}, 216),
        ({"input": [{"role": "user", "content": [{"type": "input_image", "image_url": SEEN, "detail": "low"}]}]}, 76),
        ({"input": [{"type": "function_call", "name": "now", "arguments": "{}"}]}, 21),
        ({"input": [{"type": "function_call_output", "output": "noon"}]}, 8),
        ({"input": [{"type": "web_search_call", "id": "ws_1", "action": {"query": "noon"}}]}, 14),
    ],
)
def test_what_a_response_is_made_of_counts(estimate, fields, expected):
    assert estimate(respond(**fields), "responses").input_tokens.expected == expected


@pytest.mark.parametrize(
    ("content", "unseen"),
    [
        ({"type": "input_file", "file_id": "file_1"}, ("the content of a file",)),
        (
            {"type": "input_file", "filename": "a.pdf", "file_url": "https://example.com/a.pdf"},
            ("the content of a.pdf",),
        ),
        (
            {"type": "input_file", "filename": "a.pdf", "file_data": "JVBERi0gL1R5cGUgL1BhZ2Ugc3RyZWFt"},
            ("the text of a.pdf",),
        ),
        ({"type": "input_file", "file_data": "data:text/plain;base64,SGk="}, ()),
    ],
)
def test_files_are_read_as_far_as_they_can_be(estimate, content, unseen):
    assert estimate(respond(input=[{"role": "user", "content": [content]}]), "responses").unseen == unseen


def test_a_sound_counts_by_its_length(estimate):
    second = b64encode(b"RIFF\0\0\0\0WAVEfmt " + bytes(12) + (8_000).to_bytes(4, "little") + bytes(7_968)).decode()
    parts = [{"type": "input_audio", "input_audio": {"data": second, "format": "wav"}}]
    body = {"model": "gpt-audio", "messages": [{"role": "user", "content": parts}], "modalities": ["text", "audio"]}
    found = estimate({**body, "max_completion_tokens": 10})
    quantities = {line.meter: line.quantities for line in found.lines}
    assert quantities["audio_input"] == ("8", "10", "15")
    assert quantities["audio_output"] == ("0", "10", "10")


@pytest.mark.parametrize(
    ("endpoint", "body", "bounds"),
    [
        ("speech", {"model": "tts-1", "input": "a" * 1000, "voice": "alloy"}, ("0.015", "0.015", "0.015")),
        ("image", {"model": "dall-e-3", "prompt": "a", "quality": "hd", "size": "1024x1792"}, ("0.12", "0.12", "0.12")),
        (
            "image",
            {"model": "gpt-image-1", "prompt": "a", "quality": "low", "size": "1024x1024"},
            ("0.010885", "0.010885", "0.010905"),
        ),
        ("image", {"model": "gpt-image-1", "prompt": "a"}, ("0.010885", "0.062725", "0.249625")),
        ("video", {"model": "sora-2", "prompt": "a", "seconds": "8"}, ("0.80", "0.80", "0.80")),
        (
            "transcription",
            {"model": "whisper-1", "file": ("a.ogg", b"OggS" + bytes(15_996))},
            ("0", "0.0001", "0.0016"),
        ),
        ("embedding", {"model": "text-embedding-3-small", "input": [[1, 2, 3], "four"]}, ("0.00000008",) * 3),
        (
            "moderation",
            {"model": "omni-moderation-latest", "input": [{"type": "text", "text": "four"}]},
            ("0", "0", "0"),
        ),
    ],
)
def test_other_endpoints_are_priced_by_what_they_sell(estimate, endpoint, body, bounds):
    found = estimate(body, endpoint, on="2026-01-15")
    assert (found.least, found.expected, found.most) == tuple(map(Decimal, bounds))


def test_each_prompt_of_a_completion_is_answered(estimate):
    body = {"model": "gpt-3.5-turbo-instruct", "prompt": ["one", "two"], "n": 2, "best_of": 3}
    assert estimate(body, "completion").output_tokens == Span(6, 96, 96)


@pytest.mark.parametrize(
    ("endpoint", "body", "words"),
    [
        (
            "chat",
            {"model": "gpt-4", "messages": [{"role": "user", "content": [{"type": "image_url"}]}]},
            "how many tokens a picture",
        ),
        (
            "chat",
            {"model": "gpt-5", "messages": [{"role": "user", "content": [{"type": "input_audio"}]}]},
            "how many tokens a second",
        ),
        ("image", {"model": "gpt-image-2", "prompt": "a"}, "how many tokens a picture by gpt-image-2 is"),
        ("speech", {"model": "gpt-4o-mini-tts", "input": "a"}, "how long gpt-4o-mini-tts will speak"),
        ("transcription", {"model": "whisper-1", "file": "a.mp3"}, "how much whisper-1 will have to hear"),
        ("video", {"model": "sora-2", "size": "large"}, "the length and the size of a video"),
        (
            "video",
            {"model": "sora-2", "seconds": "8", "size": "9" * 5_000 + "x1"},
            "the length and the size of a video",
        ),
        ("video", {"model": "sora-2", "seconds": "8", "size": "7x7"}, "nothing is sold by 'video_seconds_7p'"),
        ("image", {"model": "dall-e-2", "prompt": "a", "size": "8x8"}, "nothing is sold by 'images_8x8'"),
        ("image", {"model": "dall-e-2", "prompt": "a", "size": [8]}, "nothing is sold by 'images_'"),
        ("batch", {"model": "gpt-5"}, "what a request for batch comes to"),
        ("/v1/nowhere", {"model": "gpt-5"}, "which endpoint a request for gpt-5 goes to"),
        ("chat", ask(service_tier="overnight"), "no price in tier 'overnight'"),
    ],
)
def test_what_is_not_known_is_an_error(estimate, endpoint, body, words):
    with pytest.raises(NoPrice, match=words):
        estimate(body, endpoint, on="2026-05-15")


def test_a_day_that_is_none_is_a_mistake(estimate):
    with pytest.raises(ValueError, match="day"):
        estimate(ask(), on="soon")
