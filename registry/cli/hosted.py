"""What an answer shows of the tools that its provider runs: calls with a price, and tokens of other models."""

from __future__ import annotations

from registry.cli.telemetry import objects
from registry.diagnostics import NoPrice
from registry.hosted import tools_of
from registry.meters import whole
from registry.subject import inside

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.hosted import Tool

USED = "tool_usage"
CACHED_KINDS = ("cached_text_tokens", "cached_image_tokens")
TOTALS = ("input_tokens", "output_tokens", "total_tokens")


def counted(answer: Mapping[str, Any], catalogue: Catalogue, model: str | None) -> dict[str, int]:
    """Calls of hosted tools by their meters. Raises NoPrice for a tool whose price depends on what is not there."""
    items = objects(answer, "output")
    types = [one.get("type") for one in items]
    shown = _shown(catalogue, model)
    shown = shown if USED in answer else {item: shown[item] for item in shown if item in types}
    kinds = [str(tool.get("type")) for tool in objects(answer, "tools")] if shown else ()
    calls: dict[str, int] = {}
    for item, several in shown.items():
        # What is called by several names shows alike: the answer repeats by which one it was asked for.
        tool = next((tool for tool in several if not set(tool.kinds).isdisjoint(kinds)), several[-1])
        charged = [one for one, kind in zip(items, types, strict=True) if kind == item and tool.is_charged(one)]
        if charged and tool.untold:
            raise NoPrice(f"the answer used {tool.untold}, and for how long is not said")
        count = _reported(answer, tool)
        if tool.meter and (number := len(charged) if count is None else count):
            calls[tool.meter] = number
    return calls


def _shown(catalogue: Catalogue, model: str | None) -> dict[str, list[Tool]]:
    """The tools of the provider of the model that answered, by how they show; of all, where that is not known."""
    found = catalogue.find(model) if model else None
    key = ("shown", found and found.id)
    shown: dict[str, list[Tool]] | None = catalogue.cache.get(key)
    if shown is None:
        line = catalogue.line(found.id) if found else None
        shown = {}
        for provider in [line["provider"]] if line else catalogue.header["providers"]:
            for tool in tools_of(catalogue, provider):
                if tool.item:
                    shown.setdefault(tool.item, []).append(tool)
        catalogue.keep(key, shown)
    return shown


def _reported(answer: Mapping[str, Any], tool: Tool) -> int | None:
    """How many calls an answer says there are to pay for; None where it does not say. Raises ValueError otherwise."""
    if tool.reported is None:
        return None
    found = inside(answer, tool.reported.split("."))
    return None if found is None else whole(found, tool.reported)


def charged_apart(answer: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Usages of other models than the one that answered, with their names. Raises NoPrice for one that is not named."""
    vector = answer.get("svg_usage")
    if isinstance(vector, dict):
        yield str(vector.get("model")), {key: vector.get(key) for key in TOTALS}
    drawn = _inside(_inside(answer, USED), "image_gen")
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
