"""Messages of chat completions as the input items of /v1/responses."""

from __future__ import annotations

from registry.surfaces.parts import ASSISTANT, places, text_part, to_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any, TypeAlias

    from registry.surfaces._wire import Path
    from registry.surfaces.parts import Manner

    Item: TypeAlias = "tuple[Any, dict[Path, Path]]"
    """An input item, and its places → those in its message."""

KEPT = frozenset({"role", "content", "tool_calls", "tool_call_id", "refusal", "annotations", "type"})
"""Keys of messages that are sent, or that mean nothing to the endpoint."""


class Inputs:
    """Messages as responses take them."""

    __slots__ = ("instructions", "items", "left", "roads")

    def __init__(self) -> None:
        self.instructions: str | None = None
        self.items: Any = []
        self.roads: dict[Path, Path] = {}
        """Places in the items → in the messages."""
        self.left: dict[Path, object] = {}
        """What has no counterpart, by its place in the messages."""


def inputs(messages: Any, manner: Manner) -> Inputs:  # noqa: ANN401 - JSON
    """Messages as instructions and input items."""
    made = Inputs()
    if not isinstance(messages, list):
        made.items = messages
        return made
    skipped = 0
    if manner.instructions:
        made.instructions, skipped = _instructions(messages)
    custom = _custom_calls(messages)
    for at, message in enumerate(messages[skipped:], skipped):
        if isinstance(message, dict) and message.get("role") == "function":
            made.left[at,] = message  # what it answers has no id there
            continue
        for item, found in _items(message, manner, custom):
            made.roads |= {(len(made.items), *wire): (at, *given) for wire, given in found.items()}
            made.items.append(item)
        if isinstance(message, dict):
            made.left |= {(at, key): message[key] for key in message.keys() - KEPT if message[key] is not None}
    if not made.items and made.instructions is not None:
        # The endpoint wants an input: what would be instructions becomes it.
        part = {"type": "input_text", "text": made.instructions}
        made.items = [{"type": "message", "role": "system", "content": [part]}]
        made.instructions, made.roads = None, {(0,): (0,)}
    return made


def _instructions(messages: list[Any]) -> tuple[str | None, int]:
    """The texts of the system that come first, and how many there are."""
    found = []
    for message in messages:
        content = message.get("content") if isinstance(message, dict) and message.get("role") == "system" else None
        if not isinstance(content, str):
            break
        found.append(content)
    return (" ".join(found) if found else None), len(found)


def _custom_calls(messages: list[Any]) -> set[object]:
    """The ids of calls of custom tools, whose answers have a type of their own."""
    return {
        call["id"]
        for message in messages
        if isinstance(message, dict) and isinstance(message.get("tool_calls"), list)
        for call in message["tool_calls"]
        if isinstance(call, dict) and isinstance(call.get("id"), str) and isinstance(call.get("custom"), dict)
    }


def _items(message: Any, manner: Manner, custom: set[object]) -> Iterator[Item]:  # noqa: ANN401 - JSON
    if not isinstance(message, dict):
        yield message, {(): ()}
        return
    if message.get("role") == "tool":
        yield _answer(message, manner, custom)
        return
    content, calls = message.get("content"), message.get("tool_calls")
    if content or (content is not None and not calls) or message.get("refusal"):
        yield _message(message, manner)
    for at, call in enumerate(calls if isinstance(calls, list) else ()):
        yield _call(call, at)


def _answer(message: Mapping[str, Any], manner: Manner, custom: set[object]) -> Item:
    """What a tool answered."""
    identity, content = message.get("tool_call_id"), message.get("content")
    is_custom = isinstance(identity, str) and identity in custom
    output: Any = content
    if isinstance(content, list):
        output = [to_input(part, "user", manner) for part in content]
    elif manner.outputs and isinstance(content, str) and not is_custom:
        output = [text_part(content, "user", manner)]
    kind = "custom_tool_call_output" if is_custom else "function_call_output"
    found: dict[Path, Path] = {(): (), ("call_id",): ("tool_call_id",), ("output",): ("content",)}
    return {"type": kind, "call_id": identity, "output": output}, found


def _message(message: Mapping[str, Any], manner: Manner) -> Item:
    role, content = message.get("role"), message.get("content")
    found: dict[Path, Path] = {(): ()}
    said: Any = content
    if isinstance(content, list):
        said = [to_input(part, role, manner) for part in content]
        for at, (part, given) in enumerate(zip(said, content, strict=True)):
            found |= {("content", at, *wire): ("content", at, *road) for wire, road in places(part, given).items()}
    elif isinstance(content, str) and (manner.listed or (role == ASSISTANT and manner.annotations)):
        said = [text_part(content, role, manner)]
        found[("content",)] = found[("content", 0, "text")] = ("content",)
    if isinstance(message.get("refusal"), str):
        texts = [text_part(said, role, manner)] if isinstance(said, str) and said else said or []
        said = [*texts, {"type": "refusal", "refusal": message["refusal"]}]
    return {**({"type": "message"} if manner.typed else {}), "role": role, "content": said}, found


def _call(call: Any, at: int) -> Item:  # noqa: ANN401 - JSON
    """What the assistant asked of a tool."""
    kind = next((kind for kind in ("function", "custom") if isinstance(call, dict) and call.get(kind)), None)
    inner = call[kind] if kind else None
    if not isinstance(inner, dict):
        return call, {(): ("tool_calls", at)}
    keys = ("name", "arguments") if kind == "function" else ("name", "input")
    found: dict[Path, Path] = {(key,): ("tool_calls", at, str(kind), key) for key in keys}
    found |= {(): ("tool_calls", at), ("call_id",): ("tool_calls", at, "id")}
    named = "function_call" if kind == "function" else "custom_tool_call"
    return {"type": named, "call_id": call.get("id"), **{key: inner[key] for key in keys if key in inner}}, found
