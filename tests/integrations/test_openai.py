"""The official client, guarded, against the server that answers like the API."""

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import pytest

from registry.report import Report

if TYPE_CHECKING:
    from openai import AsyncOpenAI

openai = pytest.importorskip("openai", reason="the extra openai is not installed")

from probing import HI, TRUSTED, bad, good, id_of  # noqa: E402 - after it is known that there is a client

from registry.integrations.openai import Guard, Refused, guard, report_of  # noqa: E402

SOUND = ("a.mp3", b"abc" * 1000)


def call(client, probe):
    """Make a probe's call; an async client's comes as a coroutine."""
    ((mode, body),) = probe["openai"].items()
    made = client.responses if mode == "responses" else client.chat.completions
    return made.create(**(body if mode == "responses" else {"messages": HI, **body}))


@pytest.fixture
def client(registry_mock):
    with openai.OpenAI(base_url=registry_mock.url, max_retries=0) as client:
        yield client


@pytest.fixture
def run(registry_mock):
    """Run what is done with an async client."""

    def run(do):
        async def whole():
            async with openai.AsyncOpenAI(base_url=registry_mock.url, max_retries=0) as client:
                return await do(client)

        return asyncio.run(whole())

    return run


@pytest.mark.parametrize("trust", [None, TRUSTED])
@pytest.mark.parametrize("probe", bad(disputed=False), ids=id_of)
def test_a_bad_request_never_leaves(registry_mock, client, run, options, probe, trust):
    guard = Guard(trust=trust, **options)

    async def wait(client):
        with pytest.raises(Refused) as caught:
            await call(guard(client), probe)
        return caught.value

    with pytest.raises(Refused) as caught:
        call(guard(client), probe)
    for error in (caught.value, run(wait)):
        assert probe["path"] in [one.path for one in error.report.errors]
        assert ({"error": error.body}, error.status_code) == (error.report.api, error.response.status_code)
    assert (registry_mock.requests, guard.stats.refused, guard.stats.seen) == ([], 2, 2)


@pytest.mark.parametrize("probe", bad(disputed=True), ids=id_of)
def test_a_disputed_request_is_sent_with_a_warning_unless_the_source_is_trusted(
    registry_mock, client, options, probe, caplog
):
    call(Guard(**options)(client), probe)
    assert TRUSTED in caplog.text
    with pytest.raises(Refused):
        call(Guard(trust=TRUSTED, **options)(client), probe)
    assert [request.status for request in registry_mock.requests] == [200]


@pytest.mark.parametrize("policy", ["raise", "warn", "fix", "off"])
@pytest.mark.parametrize("probe", good(), ids=id_of)
def test_a_good_request_arrives_as_it_was(registry_mock, client, run, options, probe, policy):
    guard = Guard(policy, trust=TRUSTED, **options)
    call(client, probe)
    call(guard(client), probe)
    run(lambda client: call(guard(client), probe))
    plain, *guarded = registry_mock.requests
    assert [request.content for request in guarded] == [plain.content] * 2
    assert [request.status for request in registry_mock.requests] == [200] * 3


# The error.


def test_handlers_of_the_clients_errors_work(client, options):
    with pytest.raises(openai.BadRequestError) as caught:
        Guard(**options)(client).chat.completions.create(model="gpt-4o", messages=HI, temperature=3)
    error = caught.value
    assert (error.code, error.param, error.type) == ("decimal_above_max_value", "temperature", "invalid_request_error")
    assert (isinstance(error.report, Report), report_of(error)) == (True, error.report)
    assert error.response.json() == error.report.api
    assert error.__notes__ == [str(one) for one in error.report.errors]


def test_an_unknown_model_is_not_found(client, options):
    with pytest.raises(openai.NotFoundError, match="gpt-5-prro"):
        Guard(**options)(client).chat.completions.create(model="gpt-5-prro", messages=HI)


def test_the_error_is_what_the_server_would_have_made(client, options):
    wrong = {"model": "gpt-4o", "messages": HI, "temperature": 3}
    with pytest.raises(openai.BadRequestError) as ours:
        Guard(**options)(client).chat.completions.create(**wrong)
    with pytest.raises(openai.BadRequestError) as theirs:
        client.chat.completions.create(**wrong)
    assert (ours.value.body, ours.value.code, ours.value.param) == (
        theirs.value.body,
        theirs.value.code,
        theirs.value.param,
    )


# The policies.


def test_fix_sends_the_repaired_body(registry_mock, client, options, caplog):
    guard = Guard("fix", **options)
    guard(client).chat.completions.create(model="gpt-4o", messages=HI, temperature=3)
    assert registry_mock.requests[0].body == {"messages": HI, "model": "gpt-4o", "temperature": 2}
    assert (guard.stats.as_dict()["fixed"], [record.name for record in caplog.records]) == (1, ["registry.guard"])


def test_fix_repairs_a_form(registry_mock, client, options):
    fixing = Guard("fix", **options)(client)
    fixing.audio.transcriptions.create(model="whisper-1", file=SOUND, temperature=3)
    fine = {"model": "whisper-1", "file": SOUND, "temperature": 1}
    client.audio.transcriptions.create(**fine)
    fixed, plain = (_without_boundary(request) for request in registry_mock.requests)
    assert fixed == plain


def test_warn_sends_what_would_be_refused(registry_mock, client, options, caplog):
    guard = Guard("warn", **options)
    with pytest.raises(openai.BadRequestError) as caught:
        guard(client).chat.completions.create(model="gpt-4o", messages=HI, temperature=3)
    assert (hasattr(caught.value, "report"), registry_mock.requests[0].status, guard.stats.warned) == (False, 400, 1)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_off_judges_nothing(registry_mock, client, options):
    guard = Guard("off", **options)
    with pytest.raises(openai.BadRequestError):
        guard(client).chat.completions.create(model="gpt-4o", messages=HI, temperature=3)
    assert (registry_mock.requests[0].status, guard.stats.seen) == (400, 0)


# Streams, forms, and whatever else is sent.


def test_streams(registry_mock, client, run, options):
    guard = Guard(**options)
    asked = {"model": "gpt-4o", "messages": HI, "stream": True, "stream_options": {"include_usage": True}}

    async def collect(client):
        return [chunk async for chunk in await guard(client).chat.completions.create(**asked)]

    chunks = list(guard(client).chat.completions.create(**asked))
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices).startswith("This is")
    assert (chunks[-1].usage.total_tokens, run(collect)) == (10, chunks)
    with pytest.raises(Refused):
        guard(client).chat.completions.create(**asked, temperature=3)
    assert len(registry_mock.requests) == 2


def test_raw_and_streamed_responses(client, options):
    guarded = Guard(**options)(client)
    raw = guarded.chat.completions.with_raw_response.create(model="gpt-4o", messages=HI)
    assert raw.parse().choices[0].finish_reason == "stop"
    with guarded.chat.completions.with_streaming_response.create(model="gpt-4o", messages=HI) as response:
        assert response.json()["object"] == "chat.completion"
    with pytest.raises(Refused):
        guarded.responses.with_raw_response.create(model="gpt-5-prro", input="hi")


def _without_boundary(request):
    boundary = request.headers["content-type"].partition("boundary=")[2]
    return request.content.replace(boundary.encode(), b"")


def test_a_form_arrives_as_it_was(registry_mock, client, run, options):
    guard = Guard(**options)
    asked = {"model": "whisper-1", "file": SOUND, "timestamp_granularities": ["word"]}
    asked |= {"response_format": "verbose_json"}
    client.audio.transcriptions.create(**asked)
    guard(client).audio.transcriptions.create(**asked)
    run(lambda client: guard(client).audio.transcriptions.create(**asked))
    plain, *guarded = map(_without_boundary, registry_mock.requests)
    assert (guarded, guard.stats.as_dict()["seen"]) == ([plain, plain], 2)
    with pytest.raises(Refused):
        guard(client).audio.transcriptions.create(model="whisper-1", file=SOUND, temperature=3)
    assert len(registry_mock.requests) == 3


@pytest.mark.filterwarnings("ignore:The Sora API:DeprecationWarning")
@pytest.mark.parametrize(
    ("resource", "method", "wrong"),
    [
        ("embeddings", "create", {"model": "text-embedding-3-small", "input": "a", "dimensions": 99_999}),
        ("images", "generate", {"model": "gpt-image-2", "prompt": "a", "n": 99}),
        ("moderations", "create", {"model": "gpt-4o", "input": "a"}),
        ("videos", "create", {"model": "sora-3", "prompt": "a"}),
        ("audio.speech", "create", {"model": "tts-1", "input": "a", "voice": "alloy", "speed": 9}),
    ],
)
def test_every_endpoint_is_judged(registry_mock, client, options, resource, method, wrong):
    guarded = Guard(**options)(client)
    for name in resource.split("."):
        guarded = getattr(guarded, name)
    with pytest.raises(Refused):
        getattr(guarded, method)(**wrong)
    assert registry_mock.requests == []


def test_what_is_not_judged_passes(registry_mock, client, options):
    guard = Guard(**options)
    assert guard(client).models.list().data
    with pytest.raises(openai.NotFoundError):
        guard(client).post("/unheard/of", cast_to=object, body={"model": "gpt-5-prro"})
    assert (guard.stats.as_dict()["skipped"], len(registry_mock.requests)) == (2, 2)


def test_another_server_is_not_judged(registry_mock, client):
    with pytest.raises(openai.NotFoundError):  # the server's own word
        guard(client).chat.completions.create(model="gpt-5-prro", messages=HI)
    assert registry_mock.requests[0].status == 404


def kept(client: "AsyncOpenAI") -> "AsyncOpenAI":
    """What a type checker sees: the type of a client is kept."""
    return guard(client)


def test_it_is_for_clients():
    nothing: Any = "gpt-4o"
    with pytest.raises(TypeError, match="and not for str"):
        guard(nothing)


def test_the_given_client_stays_as_it_was_and_copies_are_guarded(registry_mock, client, options):
    guarded = Guard(**options)(client)
    assert type(guarded) is type(client)
    with pytest.raises(Refused):
        guarded.with_options(timeout=5).chat.completions.create(model="gpt-5-prro", messages=HI)
    with pytest.raises(openai.NotFoundError) as caught:
        client.chat.completions.create(model="gpt-5-prro", messages=HI)
    assert (isinstance(caught.value, Refused), len(registry_mock.requests)) == (False, 1)
    guarded.close()
    assert (guarded.is_closed(), client.is_closed()) == (True, True)
