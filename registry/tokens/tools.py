"""What tools, their calls and the form of the answer add to a prompt."""

from __future__ import annotations

from registry.hosted import named
from registry.tokens.declaring import declare, text
from registry.tokens.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.tokens.prompt import Prompt

HOSTED_ERROR = 50
"""Percent that the instructions of a hosted tool are off: each was seen in one request or two."""

KEPT = (
    "type",
    "properties",
    "items",
    "enum",
    "const",
    "anyOf",
    "allOf",
    "$ref",
    "$defs",
    "definitions",
    "title",
    "description",
)
"""What a model is told of a schema; what the server alone enforces it is not told."""

SCHEMAS_INSIDE = ("properties", "$defs", "definitions")
"""Keys whose values are schemas by name, whatever the names are."""

AGAIN = "the model may call"
"""How the sentences begin about what a limit on calls bounds."""


def tools(body: Mapping[str, Any], prompt: Prompt, *, instructed: bool) -> None:
    """The tools of a request; `instructed`: whether it has a message of instructions that can carry them."""
    functions, others = [], []
    for tool in (*dicts(body.get("tools")), *({"function": one} for one in dicts(body.get("functions")))):
        kind = tool.get("type", "function")
        if kind == "function":
            functions.append(_inner(tool, "function"))
        elif kind == "namespace":
            functions += [_inner(inner, "function") for inner in dicts(tool.get("tools"))]
        elif kind == "custom":
            others.append(_inner(tool, "custom"))
        else:
            _hosted(text(kind), prompt)
    if functions:
        prompt.render(declare(functions))
    for custom in others:
        _custom(custom, prompt)
    if functions or others:
        prompt.add(prompt.format["tools"] + (0 if instructed else prompt.format["carrier"]))
        _choice(body.get("tool_choice"), prompt)


def _inner(tool: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """What a tool is: chat completions wrap it in a key of its kind, responses do not."""
    inner = tool.get(key)
    return inner if isinstance(inner, dict) else tool


def _custom(tool: Mapping[str, Any], prompt: Prompt) -> None:
    """A tool that takes plain text, with a grammar perhaps."""
    prompt.add(prompt.format["custom"], HOSTED_ERROR)
    for words in strings(tool):
        prompt.render(words)
    form = tool.get("format")
    if isinstance(form, dict) and form.get("type") == "grammar":
        prompt.add(prompt.format["grammar"], HOSTED_ERROR)


def _hosted(kind: str, prompt: Prompt) -> None:
    known = prompt.format.facts.get("hosted", {}).get(kind, 0)
    tool = named(prompt.format.tools, kind)
    again = tool is not None and tool.again
    if known and not again:
        prompt.add(known, HOSTED_ERROR)
        return
    prompt.seen += Span(0, known, known)
    prompt.miss(f"what the tool {kind} says and brings")
    if again:
        prompt.leave_open(f"{AGAIN} {kind} several times, and reads the conversation again each time")


def _choice(choice: object, prompt: Prompt) -> None:
    if isinstance(choice, dict):
        prompt.add(prompt.format["choice"])
        prompt.render(_inner(choice, "function").get("name"))
    elif choice == "required":
        prompt.add(prompt.format["required"])


def call(name: object, arguments: object, prompt: Prompt) -> None:
    """A call that the model made earlier."""
    prompt.render(name)
    prompt.render(arguments)
    prompt.add(prompt.format["call"])


def schema(form: object, prompt: Prompt) -> None:
    """The form that the answer is to have, where that is a JSON schema."""
    if not isinstance(form, dict) or form.get("type") != "json_schema":
        return
    inner = _inner(form, "json_schema")
    shape = inner.get("schema")
    if isinstance(inner.get("strict"), bool):
        shape = _told(shape)
    described = f"// {inner['description']}\n" if text(inner.get("description")) else ""
    prompt.render(f"# Response Formats\n\n## {text(inner.get('name'))}\n\n{described}{as_json(shape)}")
    prompt.add(prompt.format["structured"])


def _told(shape: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(shape, list):
        return [_told(inner) for inner in shape]
    if not isinstance(shape, dict):
        return shape
    return {
        key: {name: _told(inner) for name, inner in value.items()}
        if key in SCHEMAS_INSIDE and isinstance(value, dict)
        else _told(value)
        for key, value in shape.items()
        if key in KEPT
    }


def as_json(value: object) -> str:
    """Compact JSON; nothing for what can't be written as JSON."""
    import json

    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    except (TypeError, ValueError):
        return ""


def strings(value: object) -> Iterator[str]:
    """Every string inside a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from strings(inner)


def dicts(value: object) -> list[dict[str, Any]]:
    """The objects of an array; none of what is no array."""
    return [inner for inner in value if isinstance(inner, dict)] if isinstance(value, list | tuple) else []
