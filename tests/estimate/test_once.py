"""What is asked about one request, be it a budget, the context or other models, counts each of its texts once."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

import registry
from registry.tokens.media import told
from registry.tokens.once import Once, once
from registry.tokens.rough import rough

ON = "2026-01-01"
BODY = {"model": "gpt-5-mini", "input": "to be or not to be", "tools": [{"type": "function", "name": "wait"}]}
ALIKE = ("gpt-5", "gpt-5-nano", "gpt-4.1")
"""Models that count as gpt-5-mini does."""


@pytest.fixture
def counted(roughly):  # noqa: ARG001 - rough counts can be watched
    """What texts are counted while something is done."""

    def watched(done):
        texts = []

        def seen(frame, event, _):
            if event == "call" and frame.f_code is rough.__code__:
                texts.append(frame.f_locals["text"])

        sys.setprofile(seen)
        try:
            done()
        finally:
            sys.setprofile(None)
        return texts

    return watched


def asked(**options):
    return lambda: registry.check(BODY, endpoint="responses", on=ON, **options)


@pytest.mark.parametrize(
    "options",
    [
        {"count_tokens": True},
        {"max_cost": 1},
        {"max_cost": "0.000001"},
        {"max_cost": 1, "count_tokens": True},
        {"max_cost": "0.000001", "count_tokens": True},
        {"max_cost": "0.000001", "count_tokens": True, "trust": "litellm-docs"},
    ],
    ids=str,
)
def test_a_verdict_counts_once(counted, options):
    once_each = counted(lambda: registry.estimate(BODY, endpoint="responses", on=ON))
    assert len(once_each) == len(set(once_each)) > 1
    assert counted(asked(**options)) == once_each


def test_no_count_is_made_that_nobody_asked_for(counted):
    assert counted(asked()) == []


@pytest.mark.parametrize("options", [{}, {"max_cost": "0.000001"}, {"count_tokens": False}], ids=str)
def test_models_that_count_alike_are_compared_by_one_count(counted, options):
    once_each = counted(lambda: registry.estimate(BODY, endpoint="responses", on=ON))
    compared = counted(lambda: registry.compare(BODY, ALIKE, endpoint="responses", on=ON, **options))
    assert compared == once_each


def test_nothing_is_kept_of_a_request(counted):
    first, again = counted(asked(count_tokens=True)), counted(asked(count_tokens=True))
    assert again == first != []


def test_a_picture_is_decoded_once_for_all_that_is_asked_of_it():
    seen = []

    def size(data):
        seen.append(data)
        return len(data)

    with Once():
        assert [told(size, "aGVsbG8="), told(size, "data:a;base64,aGVsbG8="), told(size, "aGVsbG8=")] == [5, 5, 5]
        assert told(size, Odd("aGVsbG8=")) == 5
    assert seen == [b"hello"] * 3


def test_what_is_kept_is_kept_until_the_outer_one_closes():
    made = []

    def count():
        made.append("counted")
        return len(made)

    with Once():
        assert [once("a", count), once("a", count), once("b", count)] == [1, 1, 2]
        with Once():
            assert once("a", count) == 1
        assert once("a", count) == 1
    assert [once("a", count), once("a", count)] == [3, 4]


def test_another_thread_keeps_its_own():
    with Once(), ThreadPoolExecutor(1) as pool:
        assert once("a", lambda: "here") == "here"
        assert pool.submit(once, "a", lambda: "there").result() == "there"


def test_a_failure_keeps_nothing_open():
    with pytest.raises(ValueError, match="max_cost"):
        registry.check(BODY, endpoint="responses", on=ON, max_cost="much")
    assert [once("a", lambda: "first"), once("a", lambda: "second")] == ["first", "second"]


class Odd(str):  # noqa: SLOT000 - what callers may send
    """Text that can't be told apart."""

    __hash__ = None  # type: ignore[assignment]


def test_text_that_hashes_as_it_likes_is_counted_all_the_same():
    body = {**BODY, "input": Odd(BODY["input"])}
    said = registry.check(body, endpoint="responses", on=ON, max_cost="0.000001", count_tokens=True)
    assert str(said) == str(asked(max_cost="0.000001", count_tokens=True)())
