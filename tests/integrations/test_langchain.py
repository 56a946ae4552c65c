"""ChatOpenAI, guarded, against the server that answers like the API."""

import asyncio
import logging
from typing import Any

import pytest
from probing import ON, TRUSTED, bad, good, id_of

langchain_openai = pytest.importorskip("langchain_openai", reason="the extra langchain is not installed")

import openai  # noqa: E402 - after it is known that there is something to guard

from registry import InvalidRequest  # noqa: E402
from registry.integrations.langchain import Guard, report_of  # noqa: E402

pytestmark = pytest.mark.filterwarnings("ignore")  # LangChain's own


@pytest.fixture(scope="module")
def loop():
    """One loop for all: LangChain keeps its HTTP clients from model to model."""
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture
def make(registry_mock):
    """A ChatOpenAI, and what to ask it."""

    def make(arguments):
        given = dict(arguments)
        asked = given.pop("messages", "hi")
        options = {"base_url": registry_mock.url, "max_retries": 0}
        return langchain_openai.ChatOpenAI(**options, **given), asked

    return make


def asked_in_every_way(model, asked, loop):
    """Ask sync and async, whole and streamed."""

    async def stream():
        return [chunk async for chunk in model.astream(asked)]

    return (
        lambda: model.invoke(asked),
        lambda: list(model.stream(asked)),
        lambda: loop.run_until_complete(model.ainvoke(asked)),
        lambda: loop.run_until_complete(stream()),
    )


def made_unforeseen(model, options, **more):
    """A model that its guard let be made, whatever it is, and whose calls it refuses; and the guard."""
    guard = Guard("off", **options, **more)
    guarded = guard(model)
    guard.policy = "raise"
    return guarded, guard


def paths(error):
    report = report_of(error)
    assert report is not None
    return [one.path for one in report.errors]


@pytest.mark.parametrize("trust", [None, TRUSTED])
@pytest.mark.parametrize("probe", bad(disputed=False), ids=id_of)
def test_a_bad_request_never_leaves(registry_mock, make, loop, options, probe, trust):
    model, asked = make(probe["langchain"])
    guarded, guard = made_unforeseen(model, options, trust=trust)
    for ask in asked_in_every_way(guarded, asked, loop):
        with pytest.raises(openai.APIStatusError) as caught:
            ask()
        assert probe["path"] in paths(caught.value)
    assert (registry_mock.requests, guard.stats.refused) == ([], 4)


@pytest.mark.parametrize("probe", bad(disputed=False), ids=id_of)
def test_a_bad_model_is_refused_when_made(make, options, probe):
    model, _ = make(probe["langchain"])
    if probe["path"].startswith("messages"):
        Guard(**options)(model)  # it depends on what it will be asked
        return
    with pytest.raises(InvalidRequest) as caught:
        Guard(**options)(model)
    assert probe["path"] in [one.path for one in caught.value.report.errors]


@pytest.mark.parametrize("probe", bad(disputed=True), ids=id_of)
def test_a_disputed_model_is_made_unless_the_source_is_trusted(registry_mock, make, options, probe):
    model, asked = make(probe["langchain"])
    Guard(**options)(model).invoke(asked)
    with pytest.raises(InvalidRequest):
        Guard(trust=TRUSTED, **options)(model)
    assert [one.status for one in registry_mock.requests] == [200]


@pytest.mark.parametrize("probe", good(), ids=id_of)
def test_a_good_request_arrives_as_it_was(registry_mock, make, loop, options, probe):
    model, asked = make(probe["langchain"])
    guarded = Guard(**options)(model)
    assert type(guarded) is type(model)
    for ask in (*asked_in_every_way(model, asked, loop), *asked_in_every_way(guarded, asked, loop)):
        ask()
    sent = [one.content for one in registry_mock.requests]
    assert (sent[4:], {one.status for one in registry_mock.requests}) == (sent[:4], {200})


def test_what_is_bound_is_judged_too(registry_mock, make, options):
    model, asked = make({"model": "gpt-4o"})
    guard = Guard(**options)
    with pytest.raises(InvalidRequest):
        guard(model.bind(temperature=3))
    with pytest.raises(openai.BadRequestError) as caught:
        guard(model).bind(temperature=3).invoke(asked)
    assert paths(caught.value) == ["temperature"]
    bound = guard(model.bind(temperature=1))
    assert (type(bound), bound.invoke(asked).content) == (type(model.bind()), "This is what a model might say.")
    assert len(registry_mock.requests) == 1


def test_structured_output_and_tools(registry_mock, make, options):
    model, asked = make({"model": "gpt-4o"})
    guarded = Guard(**options)(model)
    fields = {"properties": {"a": {"type": "integer"}}, "required": ["a"], "additionalProperties": False}
    schema = {"title": "Answer", "type": "object", **fields}
    assert guarded.with_structured_output(schema).invoke(asked) == {"a": 0}
    calls = guarded.bind_tools([schema], tool_choice="any").invoke(asked).tool_calls
    assert [(one["name"], one["args"]) for one in calls] == [("Answer", {"a": 0})]
    assert {one.status for one in registry_mock.requests} == {200}


def test_json_mode_is_not_foreseen_to_lack_its_word(make, options):
    model, _ = make({"model": "gpt-4o"})
    assert Guard(**options)(model.bind(response_format={"type": "json_object"}))


def test_warn_makes_it_and_says_why(make, options, caplog):
    model, _ = make({"model": "gpt-4o", "temperature": 3})
    Guard("warn", **options)(model)
    assert [(one.levelno, "every call would be refused" in one.message) for one in caplog.records] == [
        (logging.WARNING, True)
    ]


def test_fix_repairs_the_call(registry_mock, make, options):
    model, asked = make({"model": "gpt-4o", "temperature": 3})
    guard = Guard("fix", **options)
    guard(model).invoke(asked)
    assert (registry_mock.requests[0].body["temperature"], guard.stats.fixed) == (2, 1)


def test_another_server_is_not_judged(make):
    model, _ = make({"model": "gpt-5-prro"})
    assert Guard(on=ON)(model)


def test_it_is_for_chat_models():
    guard: Any = Guard()
    with pytest.raises(TypeError, match="and not for str"):
        guard("gpt-4o")
