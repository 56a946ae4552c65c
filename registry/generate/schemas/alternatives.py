"""Which of a node's alternatives (`one_of`) judges a value, by its JSON type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.shape.kinds import TYPES, fits, is_text, kinds

if TYPE_CHECKING:
    from registry.shape.plan import Node, Plan

SAMPLES: dict[str, object] = {"string": "", "number": 0, "boolean": True, "object": {}, "array": [], "null": None}
"""A value of each JSON type."""

OF_NUMBERS = ("integer", "number")


def picked(node: Node, plan: Plan, name: str | None) -> list[list[str]]:
    """The JSON types that each alternative judges, in their order; what none judges is fine as text, or refused."""
    options = [kinds(spec, plan) for spec in node["one_of"]]
    # The last that names a type has it, as the walk of bodies has it.
    table = {kind: at for at, words in enumerate(options) for word in words for kind in TYPES[word]}
    made: list[list[str]] = [[] for _ in options]
    for kind, sample in SAMPLES.items():
        if kind == "string" and takes_text(node, plan, name):
            continue
        if kind == "null" and node.get("null") == "accepted":
            continue
        at = table.get(type(sample))
        if at is None:
            at = next((at for at, words in enumerate(options) if any(fits(sample, word) for word in words)), None)
        if at is not None:
            made[at].append(kind)
    return made


def takes_text(node: Node, plan: Plan, name: str | None) -> bool:
    """Whether one of the alternatives takes every string."""
    return any(is_text(plan.node(spec), plan, name) for spec in node["one_of"])


def types_of(words: tuple[str, ...]) -> list[str]:
    """The JSON types that a shape's names of types stand for; none: any."""
    if "any" in words:
        return []
    made: list[str] = []
    for word in words:
        made += ["object", "string"] if word == "file" else [word]
    return list(dict.fromkeys(made))
