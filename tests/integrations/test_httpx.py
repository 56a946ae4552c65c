"""Transports for any client on httpx, or on httpx2, against the server that answers like the API."""

import asyncio
import importlib

import pytest
from probing import HI

FINE = {"model": "gpt-4o", "messages": HI}
REFUSED = {**FINE, "temperature": 3}


@pytest.fixture(params=["httpx", "httpx2"])
def library(request):
    return pytest.importorskip(request.param, reason="the library is not installed")


@pytest.fixture
def guards(library):
    return importlib.import_module(f"registry.integrations.{library.__name__}")


@pytest.fixture
def ask(registry_mock, library, guards):
    """Send a request through a guard, by a sync and an async client: both answers, if they are alike."""

    def ask(guard, path, method="POST", **request):
        async def wait():
            transport = guards.AsyncGuardTransport(guard=guard)
            async with library.AsyncClient(transport=transport, base_url=registry_mock.url) as client:
                return await client.request(method, path, **request)

        with library.Client(transport=guards.GuardTransport(guard=guard), base_url=registry_mock.url) as client:
            answer = client.request(method, path, **request)
        other = asyncio.run(wait())
        assert (answer.status_code, answer.content) == (other.status_code, other.content)
        return answer

    return ask


def test_a_refusal_is_answered_here(registry_mock, guards, library, ask, options):
    guard = guards.Guard(**options)
    answer = ask(guard, "/chat/completions", json=REFUSED)
    report = answer.extensions["registry.report"]
    assert (answer.status_code, answer.json(), report.errors[0].path) == (400, report.api, "temperature")
    assert (answer.headers["x-registry-guard"], registry_mock.requests) == ("refused", [])
    assert guard.stats.as_dict()["refused"] == 2
    with pytest.raises(library.HTTPStatusError):
        answer.raise_for_status()


def test_what_is_fine_arrives_as_it_was(registry_mock, guards, ask, options):
    content = b'{ "model":"gpt-4o",\n"messages": [{"role":"user","content":"h\xc3\xa9"}], "n": 1 }'
    answer = ask(
        guards.Guard(**options), "/chat/completions", content=content, headers={"Content-Type": "application/json"}
    )
    assert (answer.json()["object"], [one.content for one in registry_mock.requests]) == (
        "chat.completion",
        [content] * 2,
    )


def test_a_fixed_body_has_its_own_length(registry_mock, guards, ask, options):
    answer = ask(guards.Guard("fix", **options), "/chat/completions", json={**REFUSED, "temprature": [1] * 100})
    assert (answer.status_code, registry_mock.requests[0].body) == (200, {**FINE, "temperature": 2})


def test_streamed_bodies_and_answers(registry_mock, library, guards, options):
    guard = guards.Guard(**options)
    halves = [b'{"model": "gpt-4o", "stream": true, "messages": ', b'[{"role": "user", "content": "hi"}]}']
    with library.Client(transport=guards.GuardTransport(guard=guard), base_url=registry_mock.url) as client:
        asked = {"content": iter(halves), "headers": {"Content-Type": "application/json"}}
        with client.stream("POST", "/chat/completions", **asked) as answer:
            lines = [line for line in answer.iter_lines() if line]
    assert (lines[-1], registry_mock.requests[0].content) == ("data: [DONE]", b"".join(halves))
    assert guard.stats.as_dict()["skipped"] == 0


@pytest.mark.parametrize(
    ("method", "path", "request_"),
    [
        ("GET", "/models", {}),
        ("POST", "/files", {"content": b'{"temperature": 3}', "headers": {"Content-Type": "application/json"}}),
        ("POST", "/chat/completions", {"content": b"{", "headers": {"Content-Type": "application/json"}}),
        ("POST", "/chat/completions", {"content": b"x", "headers": {"Content-Encoding": "gzip"}}),
    ],
)
def test_what_is_not_judged_passes(registry_mock, guards, ask, options, method, path, request_):
    guard = guards.Guard(**options)
    ask(guard, path, method, **request_)
    assert (guard.stats.skipped, len(registry_mock.requests)) == (2, 2)
    assert [one.content for one in registry_mock.requests] == [request_.get("content", b"")] * 2


def test_another_server_is_not_judged(registry_mock, guards, ask):
    guard = guards.Guard()
    assert ask(guard, "/chat/completions", json={**FINE, "model": "gpt-5-prro"}).status_code == 404
    assert (guard.stats.skipped, len(registry_mock.requests)) == (2, 2)
