"""Messages as models read them: of chat completions, and the items of responses."""

from __future__ import annotations

from registry.tokens.declaring import text
from registry.tokens.span import Span
from registry.tokens.tools import as_json, call, dicts, schema, tools

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.tokens.prompt import Prompt

INSTRUCTING = ("system", "developer")
ELSEWHERE = ("previous_response_id", "conversation", "prompt")
"""Parameters that refer to what the request does not hold."""

CALLS = {"function_call": "arguments", "custom_tool_call": "input"}
OUTPUTS = ("function_call_output", "custom_tool_call_output", "computer_call_output")
UNREAD = ("id", "type", "status", "result", "encrypted_content", "call_id")
"""Fields of an item that the model does not read as text."""

EARLIER = Span(0, 128, 128)
"""Earlier reasoning that the server keeps: to expect."""

SEALED_EXPECTED, SEALED_MOST = 25, 4
"""Characters of encrypted reasoning for one token."""


def chat(body: Mapping[str, Any], prompt: Prompt) -> int:
    """The messages of a chat completion."""
    messages = dicts(body.get("messages"))
    for message in messages:
        _message(message, prompt)
        for made in dicts(message.get("tool_calls")):
            inner = made.get("custom") or made.get("function")
            if isinstance(inner, dict):
                call(inner.get("name"), inner.get("arguments", inner.get("input")), prompt)
        if isinstance(message.get("function_call"), dict):
            call(message["function_call"].get("name"), message["function_call"].get("arguments"), prompt)
        if isinstance(message.get("audio"), dict):
            prompt.miss("an earlier spoken answer")
    prompt.add(prompt.format["reply"])
    tools(body, prompt, instructed=bool(messages) and messages[0].get("role") in INSTRUCTING)
    schema(body.get("response_format"), prompt)
    return 1


def responses(body: Mapping[str, Any], prompt: Prompt) -> int:
    """The instructions and input items of a response."""
    given = body.get("input")
    items = dicts([{"role": "user", "content": given}] if isinstance(given, str) else given)
    if text(body.get("instructions")):
        items.insert(0, {"role": "system", "content": body["instructions"]})
    asked = max((at for at, item in enumerate(items) if item.get("role") == "user"), default=0)
    for at, item in enumerate(items):
        _item(item, prompt, fresh=at > asked)
    prompt.add(prompt.format["reply"])
    for name in ELSEWHERE:
        if body.get(name):
            prompt.miss(f"what {name} refers to")
    tools(body, prompt, instructed=bool(items) and items[0].get("role") in INSTRUCTING)
    answer = body.get("text")
    schema(answer.get("format") if isinstance(answer, dict) else None, prompt)
    return 1


def _item(item: Mapping[str, Any], prompt: Prompt, *, fresh: bool) -> None:
    """An input item; `fresh`: whether it belongs to the turn that is being answered."""
    kind = text(item.get("type")) or "message"
    if kind == "message":
        _message(item, prompt)
    elif kind in CALLS:
        prompt.add(prompt.format["message"])
        call(item.get("name"), item.get(CALLS[kind]), prompt)
    elif kind in OUTPUTS:
        prompt.add(prompt.format["message"])
        _content(item.get("output"), prompt)
    elif kind in ("reasoning", "compaction"):
        _sealed(item, prompt, fresh=fresh)
    elif kind == "item_reference":
        prompt.miss("an item of an earlier response")
    else:
        prompt.add(prompt.format["message"])
        prompt.render(as_json({key: value for key, value in item.items() if key not in UNREAD}))


def _sealed(item: Mapping[str, Any], prompt: Prompt, *, fresh: bool) -> None:
    """Earlier reasoning. That of finished turns is left out of the prompt by most models."""
    sealed = len(text(item.get("encrypted_content")))
    if sealed:
        prompt.seen += Span(0, sealed // SEALED_EXPECTED if fresh else 0, sealed // SEALED_MOST)
    else:
        prompt.miss("earlier reasoning")
        if fresh:
            prompt.seen += EARLIER


def _message(message: Mapping[str, Any], prompt: Prompt) -> None:
    form = prompt.format
    content = message.get("content")
    prompt.add(form["message"])
    if message.get("role") == "assistant" and content:
        prompt.add(form["assistant"])
    if text(message.get("name")):
        prompt.say(message["name"])
        prompt.add(form["name"])
    prompt.say(message.get("refusal"))
    _content(content, prompt)


def _content(content: object, prompt: Prompt) -> None:
    """What a message says: a string, or parts of several kinds."""
    prompt.say(content)
    for part in dicts([content] if isinstance(content, dict) else content):
        kind = part.get("type")
        if kind in ("image_url", "input_image", "computer_screenshot"):
            image = part.get("image_url")
            inner = image if isinstance(image, dict) else {"url": image, "detail": part.get("detail")}
            prompt.see(inner.get("url"), inner.get("detail"))
        elif kind == "input_audio":
            sound = part.get("input_audio")
            prompt.hear(sound.get("data") if isinstance(sound, dict) else None)
        elif kind in ("file", "input_file"):
            file = part.get("file")
            prompt.read(file if isinstance(file, dict) else part)
        else:
            prompt.say(part.get("text"))
            prompt.say(part.get("refusal"))
