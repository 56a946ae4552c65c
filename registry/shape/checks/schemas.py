"""JSON Schemas inside a request: of a function's parameters, of the answer that is asked for."""

from __future__ import annotations

from registry.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.shape.plan import Plan

INSIDE = ("items", "additionalProperties")
BRANCHES = ("anyOf", "prefixItems")
NAMED = ("properties", "$defs", "definitions")
TYPED = ("type", "anyOf", "$ref", "enum", "const", "oneOf", "allOf", "not")
"""Keywords of which a strict schema needs at least one in every place."""


class Fault:
    """What is wrong with a schema, and where in it; None: with the schema as such. Its text is the API's."""

    __slots__ = ("place", "words")

    def __init__(self, place: tuple[str, ...] | None, words: str) -> None:
        self.place = place
        self.words = words

    def __str__(self) -> str:
        # The API spells a place as a Python tuple of its steps.
        return self.words if self.place is None else f"In context={self.place!r}, {self.words}"


def schema(
    value: dict[str, Any], body: object, node: Mapping[str, Any], options: Mapping[str, Any], plan: Plan
) -> Iterator[Problem]:
    """The schema that an object holds under `at`; held to the strict rules when the object says `strict: true`.

    Only the first fault is told, since the API stops at it. Options: `at` (the key), `forbidden` (keywords that strict
    schemas may not use), `absent` (what a strict object without a schema has for one).
    """
    del body, plan
    written = value.get(options["at"])
    if written is None and value.get("strict") is True:
        written = options.get("absent")
    if not isinstance(written, dict):
        return
    fault = _root(written)
    if fault is None and value.get("strict") is True:
        fault = next(_strict(written, (), tuple(options.get("forbidden", ()))), None)
    if fault is None:
        fault = next(_arrays(written, ()), None)
    if fault is not None:
        yield Problem("bad_schema", written, node, fault, [options["at"]])


def _root(written: dict[str, Any]) -> Fault | None:
    kind = written.get("type")
    if isinstance(kind, str) and kind != "object":
        return Fault(None, f"schema must be a JSON Schema of 'type: \"object\"', got 'type: \"{kind}\"'.")
    return None


def _strict(written: dict[str, Any], context: tuple[str, ...], forbidden: tuple[str, ...]) -> Iterator[Fault]:
    for keyword in forbidden:
        if keyword in written:
            yield Fault(context, f"'{keyword}' is not permitted.")
    kind, properties = written.get("type"), written.get("properties")
    if kind == "object" or (isinstance(kind, list) and "object" in kind) or isinstance(properties, dict):
        if written.get("additionalProperties") is not False:
            yield Fault(context, "'additionalProperties' is required to be supplied and to be false.")
        required = written.get("required")
        listed = required if isinstance(required, list) else []
        for name in properties if isinstance(properties, dict) else ():
            if name not in listed:
                yield Fault(
                    context,
                    "'required' is required to be supplied and to be an array including every key in properties. "
                    f"Missing '{name}'.",
                )
    elif context and not any(keyword in written for keyword in TYPED):
        yield Fault(context, "schema must have a 'type' key.")
    for inner, step in _children(written):
        yield from _strict(inner, (*context, *step), forbidden)


def _arrays(written: dict[str, Any], context: tuple[str, ...]) -> Iterator[Fault]:
    if written.get("type") == "array" and "items" not in written and "prefixItems" not in written:
        yield Fault(context, "array schema missing items.")
    for inner, step in _children(written):
        yield from _arrays(inner, (*context, *step))


def _children(written: dict[str, Any]) -> Iterator[tuple[dict[str, Any], tuple[str, ...]]]:
    for keyword in NAMED:
        named = written.get(keyword)
        for name, inner in named.items() if isinstance(named, dict) else ():
            if isinstance(inner, dict):
                yield inner, (keyword, str(name))
    for keyword in INSIDE:
        if isinstance(written.get(keyword), dict):
            yield written[keyword], (keyword,)
    for keyword in BRANCHES:
        branches = written.get(keyword)
        for at, inner in enumerate(branches if isinstance(branches, list) else ()):
            if isinstance(inner, dict):
                yield inner, (keyword, str(at))
