"""A responses body in /v1/chat/completions' spelling: input → messages, tools nested, formats at the top."""

from __future__ import annotations

from registry.surfaces.outputs import messages
from registry.surfaces.to_responses import LOGPROBS, NEWEST_LENGTH, SAME, Respelled
from registry.surfaces.tools import NESTED, SEARCHES, nested_choice, nested_tool, search_options

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


def to_chat(body: Mapping[str, Any]) -> Respelled:
    """A responses body as a chat body. What has no counterpart is listed, and not in the new body."""
    made = Respelled()
    for key, value in body.items():
        writer = WRITERS.get(key)
        if writer is not None:
            writer(made, key, value, body)
        elif key in SAME:
            made.put((key,), value, (key,))
        elif value is not None:
            made.left[key,] = value
    if made.body.get("top_logprobs") is not None:
        made.body["logprobs"] = True
    return made


def _input(made: Respelled, key: str, value: Any, body: Mapping[str, Any]) -> None:  # noqa: ANN401 - JSON
    found = messages(value, body.get("instructions"))
    made.put(("messages",), found.made, (key,))
    made.left |= {(key, *path): left for path, left in found.left.items()}


def _instructions(made: Respelled, key: str, value: Any, body: Mapping[str, Any]) -> None:  # noqa: ANN401 - JSON
    """They become the first message, where there are messages."""
    if not isinstance(value, str) and value is not None:
        made.left[key,] = value
    elif "input" not in body and value is not None:
        made.put(("messages",), messages(None, value).made, (key,))


def _length(made: Respelled, key: str, value: Any, _body: Mapping[str, Any]) -> None:  # noqa: ANN401 - JSON
    made.put((NEWEST_LENGTH,), value, (key,))


def _reasoning(made: Respelled, key: str, value: Any, _body: Mapping[str, Any]) -> None:  # noqa: ANN401 - JSON
    _unpack(made, key, value, {"effort": "reasoning_effort"})


def _text(made: Respelled, key: str, value: Any, _body: Mapping[str, Any]) -> None:  # noqa: ANN401 - JSON
    form = value.get("format") if isinstance(value, dict) else None
    if isinstance(form, dict) and form.get("type") == "json_schema" and "json_schema" not in form:
        schema = {name: at for name, at in form.items() if name != "type"}
        value = {**value, "format": {"type": "json_schema", "json_schema": schema}}
    _unpack(made, key, value, {"format": "response_format", "verbosity": "verbosity"})


def _unpack(made: Respelled, key: str, value: Any, names: Mapping[str, str]) -> None:  # noqa: ANN401 - JSON
    """Put the keys of an object at the top, each under its name there."""
    if not isinstance(value, dict):
        if value is not None:
            made.left[key,] = value
        return
    for inner, at in value.items():
        if inner in names:
            made.put((names[inner],), at, (key, inner))
        elif at is not None:
            made.left[key, inner] = at


def _tools(made: Respelled, key: str, value: Any, _body: Mapping[str, Any]) -> None:  # noqa: ANN401 - JSON
    if not isinstance(value, list):
        made.put((key,), value, (key,))
        return
    tools = []
    for at, tool in enumerate(value):
        kind = tool.get("type") if isinstance(tool, dict) else None
        if kind in SEARCHES and "web_search_options" not in made.body:
            made.put(("web_search_options",), search_options(tool), (key, at))
        elif kind in NESTED:
            tools.append(nested_tool(tool))
        else:
            made.left[key, at] = tool
    if tools or not value:
        made.put((key,), tools, (key,))


def _tool_choice(made: Respelled, key: str, value: Any, _body: Mapping[str, Any]) -> None:  # noqa: ANN401 - JSON
    choice = nested_choice(value)
    if choice is None and value is not None:
        made.left[key,] = value
    else:
        made.put((key,), choice, (key,))


def _include(made: Respelled, key: str, value: Any, _body: Mapping[str, Any]) -> None:  # noqa: ANN401 - JSON
    if not isinstance(value, list):
        if value is not None:
            made.left[key,] = value
        return
    for at, wanted in enumerate(value):
        if wanted == LOGPROBS:
            made.put(("logprobs",), True, (key, at))  # noqa: FBT003 - the parameter's value
        else:
            made.left[key, at] = wanted


def _stream_options(made: Respelled, key: str, value: Any, _body: Mapping[str, Any]) -> None:  # noqa: ANN401 - JSON
    """The usage comes with every stream of responses: chat completions want to be asked."""
    options = {"include_usage": True, **value} if isinstance(value, dict) else value
    made.put((key,), options, (key,))


WRITERS = {
    "input": _input,
    "instructions": _instructions,
    "max_output_tokens": _length,
    "reasoning": _reasoning,
    "text": _text,
    "tools": _tools,
    "tool_choice": _tool_choice,
    "include": _include,
    "stream_options": _stream_options,
}
"""What is spelled otherwise at /v1/chat/completions, by the key of responses."""
