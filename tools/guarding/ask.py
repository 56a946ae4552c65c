"""Sends the probes through one guarded client, and prints what became of each; run in an environment that has it.

python ask.py CLIENT PROBES.yaml [TRUSTED]
"""

from __future__ import annotations

import asyncio
import importlib
import json
import logging
import sys
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openai
import yaml

from registry import InvalidRequest
from registry.integrations.mock.server import running

if TYPE_CHECKING:
    from collections.abc import Callable

    from registry.integrations.mock.server import Mock
    from registry.integrations.outcome import Verdict
    from registry.integrations.policy import Guard

    Ask = Callable[[dict[str, Any]], object]

ON = "2026-06-01"
ITS_OWN = "UnsupportedParamsError"
HI = [{"role": "user", "content": "hi"}]


def main(client: str, path: str, trust: str | None) -> None:
    """Prints a line of JSON a probe: its id, and the outcome."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    verdicts: list[Verdict] = []
    with running(on=ON, trust=trust) as mock:
        ask = CLIENTS[client](mock, {"on": ON, "hosts": [mock.host], "trust": trust, "observe": verdicts.append})
        for probe in yaml.safe_load(Path(path).read_text(encoding="utf-8")):
            mock.clear()
            verdicts.clear()
            print(json.dumps([probe["id"], outcome(ask, probe, client.partition(" ")[0], mock, verdicts)]))


def outcome(ask: Ask, probe: dict[str, Any], client: str, mock: Mock, verdicts: list[Verdict]) -> str:
    """What became of a probe: ok (sent and taken), SENT (sent and refused), reject, wrong or rerouted."""
    try:
        ask(probe[client])
    except (openai.APIStatusError, InvalidRequest) as error:
        if mock.requests:
            return "SENT"
        reports = [verdict.report for verdict in verdicts]
        if isinstance(error, InvalidRequest):  # foreseen, before there was a call
            reports.append(error.report)
        named = [one.path for report in reports for one in report.errors]
        # litellm itself may refuse a parameter before there is a request.
        return "reject" if probe.get("path") in named or type(error).__name__ == ITS_OWN else "wrong"
    return "rerouted" if client in probe.get("reroutes", ()) else "ok"


def by_openai(mock: Mock, options: dict[str, Any]) -> Ask:
    """The official client."""
    guard = importlib.import_module("registry.integrations.openai").Guard(**options)
    client = guard(openai.OpenAI(base_url=mock.url, max_retries=0))

    def ask(arguments: dict[str, Any]) -> object:
        ((mode, body),) = arguments.items()
        made = client.responses if mode == "responses" else client.chat.completions
        return made.create(**(body if mode == "responses" else {"messages": HI, **body}))

    return ask


def by_litellm(mock: Mock, options: dict[str, Any], *, is_async: bool) -> Ask:
    """The functions of litellm, sync or async."""
    litellm: Any = importlib.import_module("litellm")
    guard: Guard = importlib.import_module("registry.integrations.litellm").Guard(**options)
    litellm.suppress_debug_info, litellm.callbacks, litellm.api_base = True, [guard], mock.url
    loop = asyncio.new_event_loop()
    if not is_async:
        guard.install()  # type: ignore[attr-defined]  # of litellm's guard

    async def wait(function: str, body: dict[str, Any]) -> object:
        answer = await getattr(litellm, f"a{function}")(**body)
        return [one async for one in answer] if body.get("stream") else answer

    def ask(arguments: dict[str, Any]) -> object:
        ((function, body),) = arguments.items()
        body = body if function == "responses" else {"messages": HI, **body}
        if is_async:
            return loop.run_until_complete(wait(function, body))
        answer = getattr(litellm, function)(**body)
        return list(answer) if body.get("stream") else answer

    return ask


def by_langchain(mock: Mock, options: dict[str, Any]) -> Ask:
    """LangChain's ChatOpenAI."""
    made = importlib.import_module("langchain_openai").ChatOpenAI
    guard = importlib.import_module("registry.integrations.langchain").Guard(**options)

    def ask(arguments: dict[str, Any]) -> object:
        given = dict(arguments)
        asked = given.pop("messages", "hi")
        return guard(made(base_url=mock.url, max_retries=0, **given)).invoke(asked)

    return ask


CLIENTS: dict[str, Callable[[Mock, dict[str, Any]], Ask]] = {
    "openai": by_openai,
    "litellm async": lambda mock, options: by_litellm(mock, options, is_async=True),
    "litellm sync": lambda mock, options: by_litellm(mock, options, is_async=False),
    "langchain": by_langchain,
}

if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else None)  # noqa: PLR2004 - the last is optional
