"""The values that a rule of the catalogue admits, as other catalogues would put it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.difference.rules import reachable
from registry.domain import NEVER, Choices

if TYPE_CHECKING:
    from registry.domain import Accepts


def said(accepts: Accepts) -> Any:  # noqa: ANN401 - JSON
    """The values of all branches in a list; the notation where one of them is no list."""
    branches = reachable(accepts)
    if all(isinstance(branch.stated, Choices) or branch.stated is NEVER for branch in branches):
        return list(dict.fromkeys(value for branch in branches for value in getattr(branch.stated, "values", ())))
    return str(branches[0].stated) if not branches[0].when else str(accepts)


def free(accepts: Accepts) -> bool:
    """Whether a caller has a choice, under some condition at least."""
    return any(
        len(branch.stated.values) > 1 if isinstance(branch.stated, Choices) else branch.stated is not NEVER
        for branch in reachable(accepts)
    )


def word(text: str) -> object:
    """A value as a field spells it: `true` and `false` are booleans."""
    return {"true": True, "false": False}.get(text, text)


def carried(node: Any, parameter: str) -> bool:  # noqa: ANN401 - JSON
    """Whether a shape has a place for a parameter: a field, or a node that stands for it or uses it."""
    if isinstance(node, list):
        return any(carried(inner, parameter) for inner in node)
    if not isinstance(node, dict):
        return False
    used = (node.get("fields"), node.get("gives"))
    return (
        node.get("param") == parameter
        or any(isinstance(names, dict) and parameter in names for names in used)
        or any(carried(inner, parameter) for inner in node.values())
    )


def variants(node: Any, parameter: str) -> set[str]:  # noqa: ANN401 - JSON
    """The values that a shape itself gives a parameter as names of variants; empty where it names none."""
    if isinstance(node, list):
        return set().union(*(variants(inner, parameter) for inner in node))
    if not isinstance(node, dict):
        return set()
    own = set(node["variants"]) if node.get("param") == parameter and isinstance(node.get("variants"), dict) else set()
    return own.union(*(variants(inner, parameter) for inner in node.values()))
