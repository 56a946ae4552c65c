"""The same request on other models: who would take it is what `check` says, what it comes to what `estimate` says."""

import subprocess
import sys

import pytest

import registry
from registry.offers import ALIVE, Offer

pytestmark = pytest.mark.usefixtures("exactly")

ON = "2026-11-24"
QUICK = {"model": "gpt-5-mini", "input": "Say hello", "reasoning": {"effort": "minimal"}, "max_output_tokens": 500}
PLAIN = {"model": "gpt-4o", "messages": [{"role": "user", "content": "Say hello"}], "max_completion_tokens": 100}
DRAWN = {"model": "gpt-image-1.5", "prompt": "a cat", "quality": "low", "size": "1024x1024"}
BODIES = {
    "responses": QUICK,
    "chat": PLAIN,
    "image": DRAWN,
    "embedding": {"model": "text-embedding-3-small", "input": "Say hello"},
}
each_request = pytest.mark.parametrize(("endpoint", "body"), BODIES.items(), ids=BODIES)


def told(offers):
    """Offers as (model, codes of refusals, what to expect)."""
    return [
        (one.model, [error.code for error in one.report.errors], str(one.estimate.expected) if one.estimate else None)
        for one in offers
    ]


def endpoints(offer):
    """Where an offer was judged for, and where it was priced."""
    return {offer.report.endpoint, offer.estimate.endpoint}


# Laws.


@each_request
def test_an_offer_is_a_verdict_and_an_estimate(endpoint, body):
    offers = registry.compare(body, endpoint=endpoint, on=ON)
    assert offers
    for one in offers:
        asked = {**body, "model": one.model}
        assert registry.check(asked, endpoint=endpoint, on=ON).ok
        if one.estimate:
            assert one.estimate.as_dict() == registry.estimate(asked, endpoint=endpoint, on=ON).as_dict()
        else:
            with pytest.raises(registry.NoPrice, match=r"."):
                registry.estimate(asked, endpoint=endpoint, on=ON)


@each_request
def test_any_leaves_out_nobody_who_would_take_it(endpoint, body):
    offers = {one.model for one in registry.compare(body, endpoint=endpoint, on=ON)}
    for model in registry.models(on=ON):
        taken = registry.check({**body, "model": model.id}, endpoint=endpoint, on=ON, count_tokens=True).ok
        alive = model.status in ALIVE and model.modes and model.snapshot is None
        assert (model.id in offers) == bool(taken and alive), model.id


@each_request
def test_the_cheapest_comes_first(endpoint, body):
    offers = registry.compare(body, endpoint=endpoint, on=ON)
    expected = [one.estimate.expected for one in offers if one.estimate]
    assert expected == sorted(expected)
    assert [one.estimate is None for one in offers] == sorted(one.estimate is None for one in offers)


def test_the_body_stays_as_it_is():
    before = repr(QUICK)
    registry.compare(QUICK, ["gpt-5"], on=ON)
    assert repr(QUICK) == before


# Examples.


def test_who_would_refuse_stands_last_with_the_reason():
    offers = registry.compare(QUICK, ["gpt-5-pro", "gpt-4.1", "gpt-5", "gpt-5-nano"], on=ON)
    assert told(offers) == [
        ("gpt-5-nano", [], "0.0000528"),
        ("gpt-5", [], "0.00132"),
        ("gpt-4.1", ["REQ004"], None),
        ("gpt-5-pro", ["REQ007"], None),
    ]
    assert [one.ok for one in offers] == [True, True, False, False]


def test_the_request_stays_at_its_endpoint():
    (offer,) = registry.compare({"model": "gpt-5-pro", "input": "hi"}, ["gpt-4.1"], on=ON)
    assert (offer.ok, endpoints(offer)) == (True, {"/v1/responses"})


def test_the_model_is_named_where_the_endpoint_has_it():
    body = {"session": {"type": "realtime", "model": "gpt-realtime"}}
    (offer,) = registry.compare(body, ["gpt-realtime-2"], endpoint="realtime", on=ON)
    told = "what a request for realtime comes to is not known before it is answered"
    assert (offer.report.errors, offer.estimate, offer.unpriced) == ((), None, told)


def test_what_is_too_long_for_a_model_is_refused():
    body = {**PLAIN, "messages": [{"role": "user", "content": "word " * 20_000}]}
    options = {"endpoint": "chat", "on": "2024-06-01"}
    assert told(registry.compare(body, ["gpt-4"], **options)) == [("gpt-4", ["REQ025"], None)]
    assert [one.ok for one in registry.compare(body, ["gpt-4"], count_tokens=False, **options)] == [True]


def test_what_comes_to_too_much_is_refused():
    offers = registry.compare(PLAIN, ["gpt-4", "gpt-4.1"], endpoint="chat", on="2026-01-01", max_cost="0.001")
    assert told(offers) == [("gpt-4.1", [], "0.000378"), ("gpt-4", ["REQ024"], None)]


def test_in_a_tier_that_a_model_does_not_have_it_has_no_price():
    (offer,) = registry.compare({"model": "gpt-5", "input": "hi"}, ["gpt-5-pro"], tier="flex", on="2026-01-01")
    assert (offer.ok, offer.estimate) == (True, None)
    assert offer.unpriced == "gpt-5-pro on 2026-01-01 has no price in tier 'flex'; it has default and batch"


def test_a_library_s_call_is_compared_as_it_would_be_sent():
    call = {"model": "openai/gpt-5-mini", "messages": PLAIN["messages"], "max_tokens": 100}
    assert told(registry.compare(call, ["gpt-4.1", "gpt-5-pro"], surface="litellm", on=ON)) == [
        ("gpt-4.1", [], "0.000378"),
        ("gpt-5-pro", [], "0.01212"),
    ]
    pro = registry.compare(call, ["gpt-5-pro"], surface="litellm", on=ON)[0]
    assert endpoints(pro) == {"/v1/responses"}


def test_what_is_no_model_is_an_error_of_the_caller():
    with pytest.raises(registry.UnknownModel, match=r"No model is called 'gpt-5\.1o'"):
        registry.compare(QUICK, ["gpt-5.1o"], on=ON)


@pytest.mark.parametrize("body", [{}, [], None, "x", {"model": 5}, {"model": "gpt-5", "input": {}}])
def test_what_is_no_request_is_refused_by_all(body):
    assert [one.ok for one in registry.compare(body, ["gpt-5", "gpt-4.1"], on=ON, endpoint="responses")] == [False] * 2


def test_an_offer_is_ready_for_json():
    (offer,) = registry.compare(QUICK, ["gpt-4.1"], on=ON)
    assert isinstance(offer, Offer)
    assert offer.as_dict() == {
        "model": "gpt-4.1",
        "ok": False,
        "estimate": None,
        "unpriced": "",
        "report": offer.report.as_dict(),
    }
    assert repr(offer) == "<gpt-4.1: refused, REQ004>"


def test_who_does_not_compare_does_not_load_it():
    code = "import registry, sys; print('registry.offers' in sys.modules, registry.compare.__name__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False compare\n"


def test_what_the_package_does_not_have():
    with pytest.raises(AttributeError, match="has no attribute 'compares'"):
        _ = registry.compares
