"""litellm's arguments: names with prefixes, controls of its own, and chat completions that go to other endpoints."""

from __future__ import annotations

import re

from registry.surfaces._draft import EXTRA, Draft
from registry.surfaces._treating import bridge, roles, treat
from registry.surfaces._values import plain
from registry.surfaces.messages import prompt_of, sent_messages, sent_tools
from registry.surfaces.openai import parsed
from registry.surfaces.parts import Manner
from registry.surfaces.to_responses import to_responses

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.surfaces._table import Table
    from registry.surfaces._wire import Path

MANNER = Manner(
    typed=True,
    listed=True,
    instructions=True,
    outputs=True,
    detail="auto",
    tool_keys=("name", "description", "parameters", "strict"),
    schema_defaults={"name": "response_schema", "schema": {}, "strict": False},
)
YES = (True, "true", "True")
ANSWER, WRAPPED = "resp_", ";response_id:"
"""How ids of answers begin, and what stands before the one that litellm was given."""

USER_LENGTH = 64
"""Characters of `user` that reach /v1/responses."""


def wire(arguments: Mapping[str, Any], table: Table, mode: str | None) -> Draft:
    """`litellm.completion(**arguments)` and its like, as sent."""
    given = plain(arguments)
    name, prefix, chosen = table.spelling(given["model"]) if isinstance(given.get("model"), str) else ("", "", None)
    provider = given.get("custom_llm_provider")
    if not prefix and isinstance(provider, str):
        _, _, chosen = table.spelling(f"{provider}/{name}")
    model = table.model(name)
    draft = Draft(table, mode if mode is not None else table.mode_of(given, model))
    draft.name, draft.prefix, draft.model = name, prefix, model
    draft.bare = not prefix and not provider
    draft.host = _host(given.get("api_base") or given.get("base_url"))
    draft.lenient = given.get("drop_params") in YES
    draft.allowed = _names(given.get("allowed_openai_params"))
    asked = _names(given.get("additional_drop_params"))
    draft.take(given, asked)
    if "model" in draft.body:
        draft.body["model"] = name or draft.body["model"]
    draft.merge(given.get(EXTRA))
    for path in asked:
        _drop_inside(draft, path)
    parsed(draft)
    _prepare(draft, chosen)
    return draft


def _host(address: object) -> str:
    from urllib.parse import urlsplit  # few calls name a server

    try:
        return urlsplit(address).hostname or "" if isinstance(address, str) else ""
    except ValueError:
        return ""


def _names(given: object) -> tuple[str, ...]:
    return tuple(name for name in given if isinstance(name, str)) if isinstance(given, list | tuple) else ()


def _drop_inside(draft: Draft, pattern: str) -> None:
    """`additional_drop_params` may say `tools[*].function.strict`, `messages[0].name`."""
    if "." in pattern or "[" in pattern:
        steps = [step for step in re.split(r"[.\[\]]+", pattern) if step]
        for path, value in list(_matching(draft.body, steps, ())):
            draft.remove(path)
            draft.drop(draft.back(path), value, "additional_drop_params names it", "asked")


def _matching(value: Any, steps: list[str], path: Path) -> Iterator[tuple[Path, object]]:  # noqa: ANN401 - JSON
    if not steps:
        yield path, value
    elif isinstance(value, list):
        for at, item in enumerate(value):
            if steps[0] in ("*", str(at)):
                yield from _matching(item, steps[1:], (*path, at))
    elif isinstance(value, dict):
        for key in value:
            if steps[0] in ("*", key):
                yield from _matching(value[key], steps[1:], (*path, key))


def _prepare(draft: Draft, chosen: str | None) -> None:
    """What happens between the arguments and the endpoint that the request goes to."""
    function = draft.mode
    target = bridge(draft, chosen)
    if target == "responses":
        draft.allowed = (*draft.allowed, "reasoning_effort")
    if function == "responses":
        _responses(draft)
    treat(draft, stays=target is None)
    if function == "chat":
        draft.body = sent_messages(draft.body, roles(draft, stays=target is None))
    if function is not None and target is not None:
        draft.name = str(draft.body.get("model", draft.name))
        BRIDGES[function, target](draft)
    _finish(draft)


def _finish(draft: Draft) -> None:
    toolless = not draft.body.get("tools") and not draft.body.get("functions")
    if draft.mode == "chat" and toolless and "tool_choice" in draft.body:
        path = draft.back(("tool_choice",))
        draft.drop(path, draft.body.pop("tool_choice"), "litellm sends it with tools only", "unsupported")
    if isinstance(draft.body.get("tools"), list):
        draft.body = {**draft.body, "tools": sent_tools(draft.body["tools"])}
    earlier = draft.body.get("previous_response_id")
    if draft.mode == "responses" and isinstance(earlier, str):
        draft.body = {**draft.body, "previous_response_id": _original(earlier)}


def _original(id_: str) -> str:
    """The id that the API gave an answer, out of litellm's around it (base64); any other as it is."""
    from binascii import a2b_base64  # few requests go on from an answer

    try:
        told = a2b_base64(id_.removeprefix(ANSWER)).decode()
    except ValueError:
        return id_
    return told.rpartition(WRAPPED)[2] if WRAPPED in told else id_


def _to_responses(draft: Draft) -> None:
    given, sends = draft.body, draft.table.call("responses").get("sends") or ()
    made = to_responses(given, MANNER)
    if "logprobs" in given and "include" not in given:
        made.body.pop("include", None)  # litellm asks for none
        made.left["logprobs",] = given["logprobs"]
    for key in given:
        if (key,) in made.left and key in sends:
            made.put((key,), given[key], (key,))
        elif (key,) in made.left or (key in made.body and key not in sends):
            made.body.pop(key, None)
            why = "/v1/responses has no such parameter: litellm leaves it out"
            draft.drop(draft.back((key,)), given[key], why, "unsupported")
    if isinstance(made.body.get("user"), str):
        made.body["user"] = made.body["user"][:USER_LENGTH]
    draft.allowed = ()
    draft.go("responses", made.body, made.roads)
    treat(draft)


def _responses(draft: Draft) -> None:
    """`reasoning_effort` is taken by litellm.responses too."""
    effort = next((one.value for one in draft.dropped if one.path == ("reasoning_effort",)), None)
    if effort is None or draft.body.get("reasoning") is not None:
        return
    draft.dropped = [one for one in draft.dropped if one.path != ("reasoning_effort",)]
    whole = isinstance(effort, dict)
    draft.body["reasoning"] = effort if whole else {"effort": effort}
    draft.roads[-1][("reasoning",) if whole else ("reasoning", "effort")] = ("reasoning_effort",)


def _to_completion(draft: Draft) -> None:
    body = dict(draft.body)
    prompt = prompt_of(body.pop("messages", None))
    draft.go("completion", {**body, "prompt": prompt}, {("prompt",): ("messages",)})


def _to_chat(draft: Draft) -> None:
    body = dict(draft.body)
    message = {"role": "user", "content": body.pop("prompt", None)}
    draft.go(
        "chat", {**body, "messages": [message]}, {("messages",): ("prompt",), ("messages", 0, "content"): ("prompt",)}
    )
    treat(draft)


BRIDGES = {
    ("chat", "responses"): _to_responses,
    ("chat", "completion"): _to_completion,
    ("completion", "chat"): _to_chat,
}
