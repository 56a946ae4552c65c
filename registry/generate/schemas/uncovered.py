"""What `registry.check` refuses and a schema lets through: the kinds, by the code of their rule, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.generate.schemas.patterns import portable
from registry.generate.schemas.rulings import places
from registry.rules import BY_KIND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.shape.plan import Node, Plan

CHECKS: dict[str, str | None] = {
    "at_most": None,
    "json_word": "missing_word",
    "named_tool": "absent_tool",
    "pairs": "unanswered_call",
    "picture_size": "bad_size",
    "schema": "bad_schema",
    "turns": "unanswered_call",
    "ways": "no_way",
}
"""The kind of problem that each check by name finds; None: a schema can say it."""

WHY = {
    "missing_word": "a word anywhere in a text is beyond JSON Schema",
    "absent_tool": "a value that has to stand elsewhere in the body is beyond JSON Schema",
    "bad_size": "arithmetic on the numbers inside a string is beyond JSON Schema",
    "bad_schema": "the rules of strict schemas are a program of their own",
    "unanswered_call": "an id that has to stand elsewhere in the body is beyond JSON Schema",
    "no_way": "which of several ways was begun is not told apart",
    "too_long": "JSON does not carry what a file weighs",
    "mismatch": "its pattern is not read the same by all validators",
    "unknown_model": "a name that is unknown on this day may be a model of tomorrow",
}

OF = {"too_long": {"of": "file"}}
"""What alone an entry speaks of, where other values at its places are covered."""


def uncovered(plan: Plan, named: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Every kind that a schema of this endpoint lets through: `code`, `name`, `why`, the places (`at`), and `of` what.

    `named` is where a body names a model, when names that the catalogue does not know are let through. An error is
    covered unless its code has an entry with its place or one that it lies in.
    """
    found: dict[str, list[str]] = {"unknown_model": [".".join(named)]} if named else {}
    for place, node in places(plan):
        for kind in _kinds(node, plan):
            at = found.setdefault(kind, [])
            if place not in at:
                at.append(place)
    return [
        {"code": BY_KIND[kind].code, "name": BY_KIND[kind].name, "why": WHY[kind], "at": at, **OF.get(kind, {})}
        for kind, at in sorted(found.items(), key=lambda pair: BY_KIND[pair[0]].code)
    ]


def _kinds(node: Node, plan: Plan) -> Iterator[str]:
    del plan
    for name in node.get("checks") or {}:
        if (kind := CHECKS[name]) is not None:
            yield kind
    if "size" in node and "file" in (node.get("type"), *node.get("type", ())):
        yield "too_long"
    if "matches" in node and portable(node["matches"]) is None:
        yield "mismatch"
