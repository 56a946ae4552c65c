"""`check(..., max_cost=…, count_tokens=True)`: what only a count of tokens can tell."""

from decimal import Decimal

import pytest

import registry
from registry.catalogue import bundled

ON = "2026-01-01"
HI = [{"role": "user", "content": "hi"}]
LONG = "to be or not to be " * 30_000


def said(body, endpoint="responses", **options):
    report = registry.check(body, endpoint=endpoint, on=ON, **options)
    return [(error.code, error.path) for error in report.errors]


def test_a_budget_is_held_to_the_most_that_a_request_may_come_to():
    body = {"model": "gpt-5-mini", "input": "hi", "max_output_tokens": 500}
    most = registry.estimate(body, endpoint="responses", on=ON).most
    assert said(body, max_cost=most) == []
    assert said(body, max_cost=most - Decimal("0.000001")) == [("REQ024", "max_output_tokens")]


def test_an_answer_is_shortened_to_what_fits():
    body = {"model": "gpt-5-mini", "input": "hi"}
    (error,) = registry.check(body, endpoint="responses", on=ON, max_cost="0.10").errors
    prices = bundled().source(bundled().by_id("gpt-5-mini", ON).source_of("prices"))
    assert (error.path, error.api, str(error.source)) == ("", None, str(prices))
    fixed, changes = registry.fix(body, endpoint="responses", on=ON, max_cost="0.10")
    assert said(fixed, max_cost="0.10") == []
    assert said({**fixed, "max_output_tokens": fixed["max_output_tokens"] + 1}, max_cost="0.10") != []
    assert [change.title for change in changes] == [f"set max_output_tokens to {fixed['max_output_tokens']:,}"]


def test_a_budget_for_a_size_that_is_never_sold_stops_nothing():
    odd: tuple[object, ...] = ("8x8", "auto", "", [], {"a": 1}, "\ud800", "9" * 5_000, "9" * 5_000 + "x1")
    for endpoint, body in (("image", {"model": "dall-e-3"}), ("video", {"model": "sora-2", "seconds": "8"})):
        for size in odd:
            asked = {**body, "prompt": "a", "size": size}
            assert said(asked, endpoint, max_cost="9") == said(asked, endpoint), size


def test_what_nothing_fits_into_has_no_fix():
    (error,) = registry.check(
        {"model": "gpt-5-pro", "input": LONG}, endpoint="responses", on=ON, max_cost="0.01"
    ).errors
    assert (error.code, error.fixes) == ("REQ024", ())


@pytest.mark.parametrize("surface", ["openai", "litellm", "langchain"])
def test_every_surface_has_a_budget(surface):
    body = {"model": "gpt-4o", "messages": HI, "max_tokens": 16_000}
    assert said(body, "chat", surface=surface, max_cost="0.1") == [("REQ024", "max_tokens")]
    assert said(body, "chat", surface=surface, max_cost="0.2") == []


def test_a_price_that_nobody_knows_is_no_error():
    report = registry.check({"model": "gpt-image-2", "prompt": "a"}, endpoint="image", on="2026-11-24", max_cost=1)
    assert (report.errors, report.skipped[0].code, report.skipped[0].path) == ((), "REQ024", "")


def test_an_unknown_model_is_said_once():
    assert said({"model": "gpt-55", "input": "hi"}, max_cost=1, count_tokens=True) == [("REQ001", "model")]


@pytest.mark.parametrize("budget", [0.5, True, "much", "-1", "NaN", Decimal("Infinity"), [1]])
def test_a_budget_is_an_amount_of_money(budget):
    with pytest.raises(ValueError, match="max_cost"):
        said({"model": "gpt-4o", "input": "hi"}, max_cost=budget)


@pytest.mark.parametrize(
    ("endpoint", "body", "expected"),
    [
        ("chat", {"model": "gpt-4o", "messages": [{"role": "user", "content": LONG}]}, [("REQ025", "messages")]),
        ("responses", {"model": "gpt-4o", "input": LONG}, [("REQ025", "input")]),
        ("responses", {"model": "gpt-4o", "input": LONG, "truncation": "disabled"}, [("REQ025", "input")]),
        ("responses", {"model": "gpt-4o", "input": LONG, "truncation": "auto"}, []),
        ("responses", {"model": "gpt-4.1", "input": LONG}, []),
        ("responses", {"model": "gpt-4o", "input": "hi"}, []),
    ],
)
def test_what_is_longer_than_the_model_reads(endpoint, body, expected):
    assert said(body, endpoint, count_tokens=True) == expected
    assert said(body, endpoint) == []


@pytest.mark.usefixtures("exactly")
def test_the_answer_to_what_is_too_long():
    messages = [{"role": "user", "content": LONG}]
    report = registry.check({"model": "gpt-4o", "messages": messages}, endpoint="chat", on=ON, count_tokens=True)
    assert report.api == {
        "error": {
            "message": "This model's maximum context length is 128000 tokens. However, your messages resulted in "
            "180008 tokens. Please reduce the length of the messages.",
            "type": "invalid_request_error",
            "param": "messages",
            "code": "context_length_exceeded",
        }
    }


def test_a_picture_that_nobody_can_count_is_said_to_be_unseen():
    picture = {"type": "input_image", "image_url": "https://example.com/cat.png"}
    body = {"model": "gpt-6-sol", "input": [{"role": "user", "content": [picture]}]}
    report = registry.check(body, endpoint="responses", on="2026-11-24", count_tokens=True)
    assert (report.errors, [one.code for one in report.skipped]) == ((), ["REQ025"])
