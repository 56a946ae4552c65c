"""What litellm changes inside messages and tools before it sends them; the caller's own stay as they are."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

MARK = "cache_control"
"""Another provider's mark, which is taken off."""

UNIONS = ("allOf", "anyOf", "oneOf")
REFUSED = ("enum", "const", "not")
"""Words that the API refuses at the top of a function's schema; litellm merges or drops them."""


def sent_messages(body: Mapping[str, Any], roles: Mapping[str, str]) -> dict[str, Any]:
    """A body with its messages as they are sent, with some roles sent as others."""
    messages = body.get("messages")
    if not isinstance(messages, list):
        return dict(body)
    return {**body, "messages": [_message(one, roles) if isinstance(one, dict) else one for one in messages]}


def _message(message: Mapping[str, Any], roles: Mapping[str, str]) -> dict[str, Any]:
    sent = {key: value for key, value in _unmarked(message).items() if value is not None}
    role = sent.get("role") or "assistant"
    if role in roles:
        sent = {"content": sent.get("content")}
    content = sent.get("content")
    if role == "user" and isinstance(content, list):
        sent["content"] = [_part(part) if isinstance(part, dict) else part for part in content]
    return {**sent, "role": roles.get(role, role)}


def _part(part: Mapping[str, Any]) -> Mapping[str, Any]:
    image, file = part.get("image_url"), part.get("file")
    if part.get("type") == "image_url" and isinstance(image, str):
        return {**part, "image_url": {"url": image}}
    if part.get("type") == "image_url" and isinstance(image, dict):
        return {**part, "image_url": {key: value for key, value in image.items() if key != "format"}}
    if part.get("type") == "file" and isinstance(file, dict):
        kept = {key: value for key, value in file.items() if key != "format"}
        named = {"filename": "my_file.pdf"} if "file_data" in kept and "filename" not in kept else {}
        return {**part, "file": {**kept, **named}}
    return part


def _unmarked(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A value without another provider's marks, at any depth."""
    if isinstance(value, dict):
        return {key: _unmarked(inner) for key, inner in value.items() if key != MARK}
    return [_unmarked(inner) for inner in value] if isinstance(value, list) else value


def sent_tools(tools: list[Any]) -> list[Any]:
    """Tools as they are sent: no marks, and no unions at the top of a function's schema."""
    return [_tool(_unmarked(tool)) if isinstance(tool, dict) else tool for tool in tools]


def _tool(tool: dict[str, Any]) -> dict[str, Any]:
    function = tool.get("function")
    if isinstance(function, dict) and isinstance(function.get("parameters"), dict):
        return {**tool, "function": {**function, "parameters": flattened(function["parameters"])}}
    if isinstance(tool.get("parameters"), dict):
        return {**tool, "parameters": flattened(tool["parameters"])}
    return tool


def flattened(schema: dict[str, Any]) -> dict[str, Any]:
    """An object's schema with the branches of its unions merged into it, as far as they can be."""
    groups = {word: schema[word] for word in UNIONS if isinstance(schema.get(word), list)}
    words = [*groups, *(word for word in REFUSED if word in schema)]
    branches = [branch for group in groups.values() for branch in group]
    if not words or not all(isinstance(branch, dict) and "$ref" not in branch for branch in branches):
        return schema
    if not (_is_object(schema) or ("type" not in schema and branches and all(map(_is_object, branches)))):
        return schema
    properties: dict[str, Any] = {}
    for source in (*reversed(branches), schema):
        properties |= source.get("properties") or {}
    required = set(schema.get("required") or ())
    for word, group in groups.items():
        names = [set(branch.get("required") or ()) for branch in group]
        required |= set.union(*names) if word == "allOf" and names else set.intersection(*names) if names else set()
    kept = {key: value for key, value in schema.items() if key not in words}
    named = {"required": sorted(required)} if required else {}
    return {**kept, "type": "object", "properties": properties, **named}


def _is_object(schema: Mapping[str, Any]) -> bool:
    return schema.get("type") == "object" or ("type" not in schema and isinstance(schema.get("properties"), dict))


def prompt_of(messages: Any) -> Any:  # noqa: ANN401 - JSON
    """Messages as the prompt of /v1/completions: the text of one, a list of texts of several."""
    if not isinstance(messages, list):
        return messages
    texts = [_said(message) for message in messages]
    return texts[0] if len(texts) == 1 else texts


def _said(message: Any) -> Any:  # noqa: ANN401 - JSON
    content = message.get("content") if isinstance(message, dict) else message
    if isinstance(content, list) and not all(isinstance(part, int | list) for part in content):
        return "".join(str(part.get("text") or "") for part in content if isinstance(part, dict))
    return content
