"""The JSON types that a node takes, and the Python types that carry them."""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.domain import is_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from registry.shape.plan import Node, Plan

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int, float),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list, tuple),
    "file": (dict, str, bytes),
    "any": (object,),
}
"""The Python types that carry each JSON type. A float is an integer when it is whole; a bool never is a number."""

EXACT: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (float, int),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
}
"""The one or two Python types that a JSON type nearly always comes as; a value of exactly these is of that type."""

PLAIN = frozenset({str, bool, int, dict, list})
"""Types whose values are of one JSON type and surely of no other."""

NO_FILE = (int, float, list)
ADDRESSES = ("http://", "https://", "data:")
"""How a string begins that points at a file on the net, or is one; a form carries files themselves."""
JSON = (str, int, float, list, tuple, dict)
"""The Python types that carry JSON, beside None. What is none of them, a client may turn into anything."""


def kinds(spec: str | Node, plan: Plan) -> tuple[str, ...]:
    """The JSON types that a node takes, as the shape names them."""
    node = plan.node(spec)
    if "one_of" in node:
        return tuple(kind for alternative in node["one_of"] for kind in kinds(alternative, plan))
    if "type" in node:
        written = node["type"]
        return (written,) if isinstance(written, str) else tuple(written)
    if "fields" in node or "by" in node or "values" in node:
        return ("object",)
    return ("array",) if "items" in node else ("any",)


def is_text(node: Node, plan: Plan, name: str | None) -> bool:
    """Whether a node takes every string."""
    silent = {"type", "null", "required", "source", "note", "says", "default"}
    told = name is not None and name != "none" and (plan.parameter(name) is not None or plan.differs(name))
    return node.get("type") == "string" and silent.issuperset(node) and not told


def fits(value: object, kind: str) -> bool:
    """Whether a value is of a JSON type; a file is whatever JSON can't carry, and what stands for one."""
    if kind == "file":
        if isinstance(value, str):
            return not value.startswith(ADDRESSES)
        return value is not None and not isinstance(value, NO_FILE)
    if kind in ("integer", "number"):
        return is_number(value) and (kind == "number" or isinstance(value, int) or value % 1 == 0)  # type: ignore[operator]
    return isinstance(value, TYPES[kind])


def misfit(value: object, node: Node, wanted: tuple[str, ...]) -> Problem:
    """The problem of a value of another type than is wanted; an object of some client's is not judged."""
    readable = value is None or isinstance(value, JSON)
    return Problem("wrong_type" if readable else "unread_value", value, node, wanted)


SCALARS = frozenset({str, int, float, bool, type(None)})


def is_decoded(value: object) -> bool:
    """Whether a value is all of what a JSON decoder makes: of exactly its types, at every depth."""
    try:
        return _are_decoded([value])
    except RecursionError:
        return False


def _are_decoded(values: Iterable[Any]) -> bool:
    for value in values:
        kind = type(value)
        if kind is str:
            continue  # as most are
        if kind is dict:
            if not _are_decoded(value.values()):
                return False
        elif kind is list:
            if not _are_decoded(value):
                return False
        elif kind not in SCALARS:
            return False
    return True
