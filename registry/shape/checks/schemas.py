"""JSON Schemas inside a request: of a function's parameters, of the answer that is asked for."""

from __future__ import annotations

from registry.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from registry.shape.plan import Plan

INSIDE = ("items", "additionalProperties")
BRANCHES = ("anyOf", "prefixItems")
NAMED = ("properties", "$defs", "definitions")
TYPED = ("type", "anyOf", "$ref", "enum", "const", "oneOf", "allOf", "not")
"""Keywords of which a strict schema needs at least one in every place."""

REFERENCE = "$ref"


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

    Only the first fault is told, since the API stops at it. Options: `at` (the key), `absent` (what a strict object
    without a schema has for one), `choices` (keywords that don't stand for the type of a strict outermost schema; with
    `beside: false` of no outermost schema, nor beside it), `outermost` (keywords that an outermost object must have);
    of strict schemas `forbidden` (keywords) and `formats` (all that strings may have).
    """
    del body, plan
    written = value.get(options["at"])
    strict = value.get("strict") is True
    if written is None and strict:
        written = options.get("absent")
    if not isinstance(written, dict):
        return
    fault = _root(written, options, strict=strict)
    if fault is None and strict:
        fault = next(_strict(written, (), options), None)
    if fault is None:
        fault = next(_arrays(written, ()), None)
    if fault is not None:
        yield Problem("bad_schema", written, node, fault, [options["at"]])


def _root(written: dict[str, Any], options: Mapping[str, Any], *, strict: bool) -> Fault | None:
    kind, choices = written.get("type"), options.get("choices", ())
    alone = options.get("beside") is False
    # Without anything in it, a keyword may be as good as left out.
    chosen = (strict or alone) and any(written.get(keyword) for keyword in choices)
    if (kind is None and chosen) or (isinstance(kind, str) and kind != "object"):
        return Fault(None, f"schema must be a JSON Schema of 'type: \"object\"', got 'type: \"{kind}\"'.")
    if chosen and alone:
        listed = "/".join(f"'{keyword}'" for keyword in choices)
        return Fault(None, f"schema must have type 'object' and not have {listed} at the top level.")
    due = options.get("outermost", ()) if kind == "object" else ()
    missing = next((keyword for keyword in due if keyword not in written), None)
    return Fault((), f"object schema missing {missing}.") if missing else None


def _strict(written: dict[str, Any], context: tuple[str, ...], options: Mapping[str, Any]) -> Iterator[Fault]:
    for keyword in options.get("forbidden", ()):
        if keyword in written:
            yield Fault(context, f"'{keyword}' is not permitted.")
    kinds, properties = _kinds(written), written.get("properties")
    if "object" in kinds or isinstance(properties, dict):
        if written.get("additionalProperties") is not False:
            yield Fault(context, "'additionalProperties' is required to be supplied and to be false.")
        yield from _required(written.get("required"), properties, context)
    elif context and not any(keyword in written for keyword in TYPED):
        yield Fault(context, "schema must have a 'type' key.")
    named = written.get("format")
    if "string" in kinds and isinstance(named, str) and named not in options.get("formats", (named,)):
        yield Fault(context, f"'{named}' is not a valid format.")
    beside = sorted(map(str, written.keys() - {REFERENCE}))
    if context and REFERENCE in written and beside:
        yield Fault(context, f"$ref cannot have keywords {{{str(beside)[1:-1]}}}.")
    for inner, step in _children(written):
        yield from _strict(inner, (*context, *step), options)


def _kinds(written: dict[str, Any]) -> Sequence[object]:
    kind = written.get("type")
    return kind if isinstance(kind, list | tuple) else (kind,)


def _required(required: object, properties: object, context: tuple[str, ...]) -> Iterator[Fault]:
    every = "'required' is required to be supplied and to be an array including every key in properties."
    listed = required if isinstance(required, list | tuple) else ()
    known = properties if isinstance(properties, dict) else {}
    for name in known:
        if name not in listed:
            yield Fault(context, f"{every} Missing '{name}'.")
    for name in listed:
        if isinstance(name, str) and name not in known:
            yield Fault(context, f"{every} Extra required key '{name}' supplied.")


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
        for at, inner in enumerate(branches if isinstance(branches, list | tuple) else ()):
            if isinstance(inner, dict):
                yield inner, (keyword, str(at))
