"""Answers of /v1/chat/completions and /v1/completions, whole and streamed."""

from __future__ import annotations

import base64
import json

from registry.integrations.mock.asked import CREATED, DONE, TEXT, Answer, pieces, tokens
from registry.integrations.mock.media import SOUND
from registry.integrations.mock.schemas import sample

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.integrations.mock.asked import Asked, Event


def chat(asked: Asked) -> Answer:
    """A chat completion."""
    call, text = _call(asked), _text(asked)
    if asked.get("stream"):
        return Answer(kind="text/event-stream", events=_chat_events(asked, text, call), end=DONE)
    message: dict[str, Any] = {"role": "assistant", "content": None if call else text, "refusal": None}
    message["annotations"] = []
    if call:
        message["tool_calls"] = [call]
    elif "audio" in asked.get("modalities", ()):
        audio = {"data": base64.b64encode(SOUND).decode(), "expires_at": CREATED, "transcript": text}
        message |= {"content": None, "audio": {"id": asked.id("audio_"), **audio}}
    reason = "tool_calls" if call else "stop"
    choices = [
        {"index": at, "message": message, "logprobs": _logprobs(asked, text), "finish_reason": reason}
        for at in range(asked.get("n", 1))
    ]
    usage = _usage(asked, tokens(call or text) * len(choices), "messages", "tools")
    return Answer({**_frame(asked, "chatcmpl-", "chat.completion"), "choices": choices, "usage": usage})


def _frame(asked: Asked, prefix: str, kind: str) -> dict[str, Any]:
    frame = {"id": asked.id(prefix), "object": kind, "created": CREATED, "model": asked.name}
    return {**frame, "service_tier": "default", "system_fingerprint": None} if "chat" in kind else frame


def _text(asked: Asked) -> str:
    form = asked.get("response_format", {})
    if form.get("type") == "json_schema":
        return json.dumps(sample(form.get("json_schema", {}).get("schema")))
    return "{}" if form.get("type") == "json_object" else TEXT


def _call(asked: Asked) -> dict[str, Any] | None:
    """The call of a tool, where the request wants one."""
    choice, tools = asked.get("tool_choice"), asked.get("tools", ())
    functions = {tool["function"]["name"]: tool["function"] for tool in tools if tool.get("type") == "function"}
    if choice == "required":
        name = next(iter(functions), None)
    else:
        name = choice["function"]["name"] if isinstance(choice, dict) and "function" in choice else None
    if name is None:
        return None
    arguments = json.dumps(sample(functions.get(name, {}).get("parameters")) or {})
    return {"id": asked.id("call_"), "type": "function", "function": {"name": name, "arguments": arguments}}


def _logprobs(asked: Asked, text: str) -> dict[str, Any] | None:
    if not asked.get("logprobs"):
        return None
    said = [{"token": one, "logprob": 0.0, "bytes": list(one.encode()), "top_logprobs": []} for one in pieces(text)]
    return {"content": said, "refusal": None}


def _usage(asked: Asked, completion: int, *parts: str) -> dict[str, Any]:
    prompt = asked.tokens(*parts)
    usage: dict[str, Any] = {"prompt_tokens": prompt, "completion_tokens": completion}
    usage["total_tokens"] = prompt + completion
    usage["prompt_tokens_details"] = {"cached_tokens": 0, "audio_tokens": 0}
    details = ("reasoning_tokens", "audio_tokens", "accepted_prediction_tokens", "rejected_prediction_tokens")
    return {**usage, "completion_tokens_details": dict.fromkeys(details, 0)}


def _chat_events(asked: Asked, text: str, call: Mapping[str, Any] | None) -> Iterator[Event]:
    frame = _frame(asked, "chatcmpl-", "chat.completion.chunk")
    wants_usage = asked.get("stream_options", {}).get("include_usage")
    if wants_usage:
        frame["usage"] = None
    said: list[dict[str, Any]] = [{"role": "assistant", "content": None if call else "", "refusal": None}]
    said += [{"tool_calls": [{"index": 0, **call}]}] if call else [{"content": piece} for piece in pieces(text)]
    number = asked.get("n", 1)
    for at in range(number):
        for delta in said:
            yield None, {**frame, "choices": [_part(at, delta, None)]}
        yield None, {**frame, "choices": [_part(at, {}, "tool_calls" if call else "stop")]}
    if wants_usage:
        usage = _usage(asked, tokens(call or text) * number, "messages", "tools")
        yield None, {**frame, "choices": [], "usage": usage}


def _part(at: int, delta: Mapping[str, Any], reason: str | None) -> dict[str, Any]:
    return {"index": at, "delta": delta, "logprobs": None, "finish_reason": reason}


def completion(asked: Asked) -> Answer:
    """A completion of a prompt, or of several."""
    prompt = asked.get("prompt")
    many = len(prompt) if isinstance(prompt, list) and prompt and isinstance(prompt[0], str | list) else 1
    number = many * asked.get("n", 1)
    frame = _frame(asked, "cmpl-", "text_completion")
    usage = {"prompt_tokens": asked.tokens("prompt"), "completion_tokens": tokens(TEXT) * number}
    usage["total_tokens"] = sum(usage.values())

    def choices(text: str, reason: str | None) -> list[dict[str, Any]]:
        return [{"index": at, "text": text, "logprobs": None, "finish_reason": reason} for at in range(number)]

    if not asked.get("stream"):
        return Answer({**frame, "choices": choices(TEXT, "stop"), "usage": usage})
    events: list[Event] = [(None, {**frame, "choices": choices(piece, None)}) for piece in pieces(TEXT)]
    events.append((None, {**frame, "choices": choices("", "stop")}))
    if asked.get("stream_options", {}).get("include_usage"):
        events.append((None, {**frame, "choices": [], "usage": usage}))
    return Answer(kind="text/event-stream", events=events, end=DONE)
