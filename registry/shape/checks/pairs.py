"""Items of a conversation that come in pairs: a call and its output, wherever they stand."""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.shape.paths import reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from registry.shape.plan import Plan

DONE = (None, "completed")


def pairs(
    value: list[Any], body: object, node: Mapping[str, Any], options: Mapping[str, Any], plan: Plan
) -> Iterable[Problem]:
    """Each call has an output with its id, each output a call; an item of any other kind counts as either.

    Options: `of` (the tag of a call → the tag of its output), `id` (the key that both share), `unless` (places of the
    body: what came before, the server knows), `beside` (tags of items that may stand for others). A call that is not
    finished, or whose output comes when it comes (`async`), may stand alone; an output without an id is of any call.
    """
    del plan
    calls, outputs = options["of"], options["of"].values()
    for item in value:  # quicker than any()
        tag = item.get("type") if type(item) is dict else item
        if tag is not None and (tag in calls or tag in outputs if isinstance(tag, str) else True):
            break
    else:
        return ()
    if any(reader([place])(body) for place in options["unless"]):
        return ()
    if any(_stands_for_others(item, options) for item in value):
        return ()
    return _told(value, node, options)


def _told(value: list[dict[str, Any]], node: Mapping[str, Any], options: Mapping[str, Any]) -> Iterator[Problem]:
    calls, outputs, key = options["of"], options["of"].values(), options["id"]
    named = [
        (item["type"], item[key], item, at)
        for at, item in enumerate(value)
        if isinstance(item.get("type"), str) and isinstance(item.get(key), str)
    ]
    called = {name for tag, name, _, _ in named if tag not in outputs}
    answered = {name for tag, name, _, _ in named if tag not in calls}
    for tag, name, item, at in named:
        if tag in calls and name not in answered and item.get("status") in DONE and not item.get("async"):
            yield Problem("unanswered_call", name, node, tag.replace("_", " "), [at])
        elif tag in outputs and name not in called:
            yield Problem("stray_answer", name, node, tag.replace("_", " "), [at])


def _stands_for_others(item: object, options: Mapping[str, Any]) -> bool:
    # An item of which only the id is given is a reference; what is no object is refused for that.
    if not isinstance(item, dict):
        return True
    tag = item.get("type")
    if tag in options["of"].values():
        return not isinstance(item.get(options["id"]), str)
    return tag in options["beside"] or (tag is None and "role" not in item)
