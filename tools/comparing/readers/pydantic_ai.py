"""pydantic-ai's profiles of OpenAI's models: a function of the name. It is asked about the names on standard input."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SUPPORTS = {
    "openai_supports_reasoning": "reasons",
    "openai_supports_reasoning_effort_none": "takes.reasoning_effort.none",
    "supports_json_schema_output": "takes.response_format.json_schema",
    "supports_json_object_output": "takes.response_format.json_object",
    "openai_chat_supports_web_search": "takes.web_search_options.x@chat",
}
TOOL_SEARCH = "ToolSearchTool"


def read(_site: Path) -> Iterator[tuple[str, str, Any]]:
    """What its profile says about each name."""
    from pydantic_ai.profiles.openai import openai_model_profile

    for name in sys.stdin.read().split():
        profile = openai_model_profile(name) or {}
        yield from ((name, field, bool(profile[key])) for key, field in SUPPORTS.items() if key in profile)
        yield from ((name, field, value) for field, value in _reasoning(profile))
        tools = {tool.__name__ for tool in profile.get("supported_native_tools", ())}
        if tools:
            yield name, "takes.tools.tool_search", TOOL_SEARCH in tools


def _reasoning(profile: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """How it reasons; nothing for a model that does not."""
    if not profile.get("openai_supports_reasoning"):
        return
    efforts = profile.get("openai_reasoning_efforts")
    if efforts:
        yield "accepts.reasoning_effort", sorted(efforts)
    yield "opt_in", not profile.get("thinking_enabled_by_default", False)
    yield "free.reasoning_mode", profile.get("openai_responses_supports_reasoning_mode", False)
    yield "takes.reasoning_context.all_turns", profile.get("openai_responses_supports_reasoning_context", False)
