"""What an answer shows of the tools that its provider runs: calls with a price, and tokens of other models."""

from __future__ import annotations

from registry.cli.telemetry import objects
from registry.diagnostics import NoPrice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

SEARCH, PREVIEW, FILES = "web_search_call", "web_search_preview_call", "file_search_call"
"""Meters, of which two are kinds of output items too."""

SEARCHED = (None, "search")
"""Actions of a web search that are billed: "actions such as opening a page are excluded" (OpenAI's SDK, tool_usage)."""

UNMETERED = {"code_interpreter_call": "the container of a code interpreter", "shell_call": "the container of a shell"}
"""Items of the output that cost what no answer says."""

LOCAL = "local"
CACHED_KINDS = ("cached_text_tokens", "cached_image_tokens")
TOTALS = ("input_tokens", "output_tokens", "total_tokens")


def counted(answer: Mapping[str, Any]) -> dict[str, int]:
    """Calls of hosted tools by their meters. Raises NoPrice for a tool whose price depends on what is not there."""
    items = objects(answer, "output")
    for item in items:
        kind = str(item.get("type"))
        if kind in UNMETERED and _inside(item, "environment").get("type") != LOCAL:
            raise NoPrice(f"the answer used {UNMETERED[kind]}, and for how long is not said")
    preview = any(str(tool.get("type")).startswith("web_search_preview") for tool in objects(answer, "tools"))
    searches = sum(
        1 for item in items if item.get("type") == SEARCH and _inside(item, "action").get("type") in SEARCHED
    )
    reported = _inside(_inside(answer, "tool_usage"), "web_search")
    calls = {
        PREVIEW if preview else SEARCH: reported.get("num_requests", searches),
        FILES: sum(1 for item in items if item.get("type") == FILES),
    }
    return {meter: count for meter, count in calls.items() if count}


def charged_apart(answer: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Usages of other models than the one that answered, with their names. Raises NoPrice for one that is not named."""
    vector = answer.get("svg_usage")
    if isinstance(vector, dict):
        yield str(vector.get("model")), {key: vector.get(key) for key in TOTALS}
    drawn = _inside(_inside(answer, "tool_usage"), "image_gen")
    if drawn.get("total_tokens"):
        yield _painter(answer), _drawn(drawn)
    elif any(item.get("type") == "image_generation_call" for item in objects(answer, "output")):
        raise NoPrice("the answer has images of a tool, and how many tokens they took is not said")


def _painter(answer: Mapping[str, Any]) -> str:
    """The model that the image tool of a request was to use."""
    named = {tool.get("model") for tool in objects(answer, "tools") if tool.get("type") == "image_generation"}
    if len(named) != 1 or None in named:
        raise NoPrice("the answer has images of a tool, and of which model is not said")
    return str(named.pop())


def _drawn(usage: Mapping[str, Any]) -> dict[str, Any]:
    """The usage of the image tool, with its cached tokens among the details as everywhere else."""
    details = {**_inside(usage, "input_tokens_details"), "cached_tokens": usage.get("cached_tokens")}
    if cached := _inside(usage, "cached_tokens_details"):
        details["cached_tokens_details"] = {name.removeprefix("cached_"): cached.get(name) for name in CACHED_KINDS}
    rest = {key: usage.get(key) for key in (*TOTALS, "output_tokens_details")}
    return {**rest, "input_tokens_details": details}


def _inside(value: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object under a key; an empty one where there is none."""
    found = value.get(key)
    return found if isinstance(found, dict) else {}
