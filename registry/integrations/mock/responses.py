"""Answers of /v1/responses and its kin, whole and streamed."""

from __future__ import annotations

import json

from registry.integrations.mock.asked import CREATED, TEXT, Answer, pieces, tokens, typed
from registry.integrations.mock.schemas import sample

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.integrations.mock.asked import Asked

GIVEN = ("input", "instructions", "tools")
"""The parts of a request that cost tokens."""

ECHOED: Mapping[str, Any] = {
    "background": False,
    "instructions": None,
    "max_output_tokens": None,
    "max_tool_calls": None,
    "metadata": {},
    "parallel_tool_calls": True,
    "previous_response_id": None,
    "reasoning": {"effort": None, "summary": None},
    "store": True,
    "temperature": 1.0,
    "text": {"format": {"type": "text"}},
    "tool_choice": "auto",
    "tools": [],
    "top_logprobs": 0,
    "top_p": 1.0,
    "truncation": "disabled",
}
"""What an answer repeats of its request, or says of what was left out."""


def response(asked: Asked) -> Answer:
    """A response."""
    item = _call(asked) or _message(asked)
    whole = _whole(asked, [item])
    if not asked.get("stream"):
        return Answer(whole)
    numbered = ({**event, "sequence_number": at} for at, event in enumerate(_events(whole, item)))
    return Answer(kind="text/event-stream", events=typed(numbered))


def compact(asked: Asked) -> Answer:
    """A conversation made small."""
    item = {"type": "compaction", "id": asked.id("cmp_"), "encrypted_content": "bm90aGluZw=="}
    frame = {"id": asked.id("resp_"), "object": "response.compaction", "created_at": CREATED}
    return Answer({**frame, "output": [item], "usage": _usage(asked, [item])})


def input_tokens(asked: Asked) -> Answer:
    """How many tokens a request is."""
    return Answer({"object": "response.input_tokens", "input_tokens": asked.tokens(*GIVEN)})


def _whole(asked: Asked, output: list[dict[str, Any]]) -> dict[str, Any]:
    said = {name: asked.get(name, default) for name, default in ECHOED.items()}
    said["text"] = {"format": {"type": "text"}, **said["text"]}
    frame = {"id": asked.id("resp_"), "object": "response", "created_at": CREATED, "status": "completed"}
    rest = {"error": None, "incomplete_details": None, "service_tier": "default", "user": asked.get("user")}
    return {**frame, "model": asked.name, "output": output, **said, **rest, "usage": _usage(asked, output)}


def _usage(asked: Asked, output: list[dict[str, Any]]) -> dict[str, Any]:
    given = asked.tokens(*GIVEN)
    made = sum(
        tokens(item.get("arguments")) + sum(tokens(part["text"]) for part in item.get("content", ())) for item in output
    )
    details = {"input_tokens_details": {"cached_tokens": 0, "cache_write_tokens": 0}}
    details |= {"output_tokens_details": {"reasoning_tokens": 0}}
    return {"input_tokens": given, "output_tokens": made, "total_tokens": given + made, **details}


def _message(asked: Asked) -> dict[str, Any]:
    form = asked.get("text", {}).get("format") or {}
    text = {"json_schema": json.dumps(sample(form.get("schema"))), "json_object": "{}"}.get(form.get("type", ""), TEXT)
    part = {"type": "output_text", "text": text, "annotations": [], "logprobs": []}
    frame = {"id": asked.id("msg_"), "type": "message", "role": "assistant", "status": "completed"}
    return {**frame, "content": [part]}


def _call(asked: Asked) -> dict[str, Any] | None:
    """The call of a function, where the request wants one."""
    choice = asked.get("tool_choice")
    functions = {tool["name"]: tool for tool in asked.get("tools", ()) if tool.get("type") == "function"}
    name = choice.get("name") if isinstance(choice, dict) else None
    name = next(iter(functions), None) if choice == "required" else name
    if name not in functions:
        return None
    arguments = json.dumps(sample(functions[name].get("parameters")) or {})
    frame = {"id": asked.id("fc_"), "type": "function_call", "call_id": asked.id("call_"), "status": "completed"}
    return {**frame, "name": name, "arguments": arguments}


def _events(whole: Mapping[str, Any], item: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    begun = {**whole, "status": "in_progress", "output": [], "usage": None}
    yield {"type": "response.created", "response": begun}
    yield {"type": "response.in_progress", "response": begun}
    is_call = item["type"] == "function_call"
    empty: dict[str, Any] = {"arguments": ""} if is_call else {"content": []}
    yield {"type": "response.output_item.added", "output_index": 0, "item": {**item, "status": "in_progress", **empty}}
    yield from _call_events(item) if is_call else _text_events(item)
    yield {"type": "response.output_item.done", "output_index": 0, "item": item}
    yield {"type": "response.completed", "response": whole}


def _call_events(item: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    place = {"item_id": item["id"], "output_index": 0}
    said = item["arguments"]
    yield {"type": "response.function_call_arguments.delta", **place, "delta": said}
    yield {"type": "response.function_call_arguments.done", **place, "name": item["name"], "arguments": said}


def _text_events(item: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    place = {"item_id": item["id"], "output_index": 0, "content_index": 0}
    part = item["content"][0]
    yield {"type": "response.content_part.added", **place, "part": {**part, "text": ""}}
    for piece in pieces(part["text"]):
        yield {"type": "response.output_text.delta", **place, "delta": piece, "logprobs": []}
    yield {"type": "response.output_text.done", **place, "text": part["text"], "logprobs": []}
    yield {"type": "response.content_part.done", **place, "part": part}
