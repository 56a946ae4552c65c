"""Prints how long calls take with and without their guard, in microseconds; run in an environment that has the clients.

There is no network: the transport under each client answers at once. Plain and guarded calls take turns, and the least
of many short rounds counts, so a busy machine disturbs it little.
"""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import json
import logging
import time
import warnings
from functools import partial
from typing import TYPE_CHECKING, Any

import openai

from registry.integrations.exchange import library
from registry.integrations.mock.asked import Asked
from registry.integrations.mock.chat import chat
from registry.integrations.openai import Guard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Call = Callable[[], object]

ROUNDS = 300
CALLS = 4
SMALL = [{"role": "user", "content": "hi"}]
LONG = [{"role": "user", "content": "Say a word about it. " * 50} for _ in range(40)]
ANSWER: Any = chat(Asked({"model": "gpt-4o", "messages": SMALL}, None)).content


def main() -> None:
    """Prints a line of JSON for each pair of calls."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    for name, plain, guarded in pairs():
        best = [float("inf"), float("inf")]
        for _ in range(ROUNDS):
            for at, call in enumerate((plain, guarded)):
                best[at] = min(best[at], timed(call))
        print(json.dumps([name, *best]), flush=True)


def timed(call: Call) -> float:
    """Microseconds of a call, of several in a row."""
    start = time.perf_counter()
    for _ in range(CALLS):
        call()
    return (time.perf_counter() - start) / CALLS * 1e6


def pairs() -> Iterator[tuple[str, Call, Call]]:
    """Each call without and with its guard."""
    client, is_async = openai_client("Client"), openai_client("AsyncClient")
    guard, loop = Guard(), asyncio.new_event_loop()
    guarded = guard(client)
    for words, messages in (("a short chat", SMALL), ("a chat of 40 KB", LONG)):
        asked: dict[str, Any] = {"model": "gpt-4o", "messages": messages, "temperature": 0.2}
        yield (
            f"openai, {words}",
            partial(client.chat.completions.create, **asked),
            partial(guarded.chat.completions.create, **asked),
        )
    awaited = guard(is_async).chat.completions
    yield (
        "openai async, a short chat",
        lambda: loop.run_until_complete(is_async.chat.completions.create(model="gpt-4o", messages=SMALL)),
        lambda: loop.run_until_complete(awaited.create(model="gpt-4o", messages=SMALL)),
    )
    sound = ("a.mp3", b"\0" * 100_000)
    heard = guarded.audio.transcriptions
    yield (
        "openai, a form with 100 KB of sound",
        lambda: client.audio.transcriptions.create(model="whisper-1", file=sound),
        lambda: heard.create(model="whisper-1", file=sound),
    )
    yield from of_langchain()
    yield from of_litellm(loop)


def openai_client(kind: str) -> Any:  # noqa: ANN401 - sync or async
    """The official client over a transport that answers at once."""
    made = openai.OpenAI if kind == "Client" else openai.AsyncOpenAI
    http = library(made(api_key="none")._client)  # noqa: SLF001 - which of the two libraries it stands on
    transport = http.MockTransport(lambda _request: http.Response(200, json=ANSWER))
    return made(api_key="none", http_client=getattr(http, kind)(transport=transport))


def of_langchain() -> Iterator[tuple[str, Call, Call]]:
    """A ChatOpenAI that is asked once."""
    guard = importlib.import_module("registry.integrations.langchain").Guard()
    client = openai_client("Client")
    made = importlib.import_module("langchain_openai").ChatOpenAI(model="gpt-4o", temperature=0.2, api_key="none")
    model = made.model_copy(update={"root_client": client, "client": client.chat.completions})
    guarded = guard(model)
    yield "langchain, a short chat", lambda: model.invoke("hi"), lambda: guarded.invoke("hi")


def of_litellm(loop: asyncio.AbstractEventLoop) -> Iterator[tuple[str, Call, Call]]:
    """litellm.acompletion, judged before it is translated, where there is a litellm."""
    if importlib.util.find_spec("litellm") is None:
        return
    litellm: Any = importlib.import_module("litellm")
    http = importlib.import_module("httpx")
    transport = http.MockTransport(lambda _request: http.Response(200, json=ANSWER))
    litellm.aclient_session = http.AsyncClient(transport=transport)
    guard = importlib.import_module("registry.integrations.litellm").Guard()

    def ask(callbacks: list[object]) -> Call:
        def call() -> object:
            litellm.callbacks = callbacks
            asked = {"model": "openai/gpt-4o", "messages": SMALL, "temperature": 0.2, "api_key": "none"}
            return loop.run_until_complete(litellm.acompletion(**asked))

        return call

    yield "litellm async, a short chat", ask([]), ask([guard])


if __name__ == "__main__":
    main()
