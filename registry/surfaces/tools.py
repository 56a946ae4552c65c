"""Tools and the choice among them: chat completions nest what a tool is, responses lay it flat."""

from __future__ import annotations

from registry.surfaces.parts import Manner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

NESTED = ("function", "custom")
"""Types of tools that chat completions nest."""

PLAIN = Manner()
SEARCHES = ("web_search", "web_search_preview", "web_search_2025_08_26", "web_search_preview_2025_03_11")
"""The hosted tools that chat completions have a parameter for."""

SEARCH_KEYS = ("search_context_size", "user_location")


def nested(tool: Any) -> Mapping[str, Any] | None:  # noqa: ANN401 - JSON
    """What a tool of chat completions (or a choice of one) says about itself, where that is nested."""
    kind = tool.get("type") if isinstance(tool, dict) else None
    inner = tool.get(kind) if kind in NESTED else None
    return inner if isinstance(inner, dict) else None


def flat_tool(tool: Any, manner: Manner = PLAIN) -> Any:  # noqa: ANN401 - JSON
    """A tool of chat completions as one of responses."""
    inner = nested(tool)
    if inner is None:
        return tool
    kind = tool["type"]
    if kind == "custom":
        grammar = inner["format"].get("grammar") if isinstance(inner.get("format"), dict) else None
        laid = {"format": {"type": "grammar", **grammar}} if isinstance(grammar, dict) else {}
        return {"type": kind, **inner, **laid}
    if manner.tool_keys:
        return {"type": kind, **{key: inner.get(key) for key in manner.tool_keys}}
    beside = {key: value for key, value in tool.items() if key not in ("type", kind)}
    strict = {} if manner.strict is None or "strict" in inner else {"strict": manner.strict}
    return {"type": kind, **inner, **strict, **beside}


def nested_tool(tool: Any) -> Any:  # noqa: ANN401 - JSON
    """A tool of responses as one of chat completions; None when those have none like it."""
    kind = tool.get("type") if isinstance(tool, dict) else None
    if kind not in NESTED:
        return None
    inner = {key: value for key, value in tool.items() if key != "type"}
    form = inner.get("format")
    if isinstance(form, dict) and form.get("type") == "grammar" and "grammar" not in form:
        grammar = {key: value for key, value in form.items() if key != "type"}
        inner["format"] = {"type": "grammar", "grammar": grammar}
    return {"type": kind, kind: inner}


def flat_choice(choice: Any) -> Any:  # noqa: ANN401 - JSON
    """A choice of chat completions as one of responses."""
    inner = nested(choice)
    if inner is not None:
        return {"type": choice["type"], **inner}
    allowed = choice.get("allowed_tools") if isinstance(choice, dict) else None
    if isinstance(allowed, dict) and isinstance(allowed.get("tools"), list):
        return {"type": "allowed_tools", **allowed, "tools": [flat_tool(tool) for tool in allowed["tools"]]}
    return choice


def nested_choice(choice: Any) -> Any:  # noqa: ANN401 - JSON
    """A choice of responses as one of chat completions; None when those have none like it."""
    kind = choice.get("type") if isinstance(choice, dict) else None
    if kind is None:
        return choice
    if kind == "allowed_tools" and isinstance(choice.get("tools"), list):
        tools = [nested_tool(tool) for tool in choice["tools"]]
        return None if None in tools else {"type": kind, kind: {"mode": choice.get("mode"), "tools": tools}}
    return nested_tool(choice)


def search_tool(options: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """`web_search_options` of chat completions as a tool of responses."""
    said = dict(options) if isinstance(options, dict) else {}
    place = said.get("user_location")
    if isinstance(place, dict) and isinstance(place.get("approximate"), dict):
        said["user_location"] = {"type": "approximate", **place["approximate"]}
    return {"type": "web_search", **said}


def search_options(tool: Mapping[str, Any]) -> dict[str, Any]:
    """A web search of responses as `web_search_options` of chat completions."""
    said = {key: tool[key] for key in SEARCH_KEYS if tool.get(key) is not None}
    place = said.get("user_location")
    if isinstance(place, dict) and "approximate" not in place:
        inner = {key: value for key, value in place.items() if key != "type"}
        said["user_location"] = {"type": "approximate", "approximate": inner}
    return said
