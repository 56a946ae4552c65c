"""Schemas put together: both, either, not, or null; and a set of values as a schema. True allows all, False nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from registry.domain import Choices, Range, same

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from registry.domain import Values

Schema: TypeAlias = bool | dict[str, Any]
"""What JSON Schema has for one: an object of keywords, or a word for all or nothing."""

NULL: dict[str, Any] = {"type": "null"}
GIVEN: dict[str, Any] = {"not": NULL}
"""What is there and not null."""

OF_CONTAINERS = frozenset({"properties", "required", "additionalProperties", "minProperties", "maxProperties", "items"})
OF_OTHERS = frozenset({"pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "contains"})
SILENT = frozenset({"default", "description", "title", "deprecated", "$comment"})
STANDING = frozenset({"if", "description"})
"""What has these stays as it was put: a condition, a sentence about a schema."""
PASSING = OF_CONTAINERS | OF_OTHERS | SILENT
"""Keywords that say nothing of null."""


def alike(one: Schema, other: Schema) -> bool:
    """Whether two schemas are written alike. To Python, a choice of 1 is one of true."""
    return json.dumps(one) == json.dumps(other)


def both(*schemas: Schema) -> Schema:
    """What all of them allow."""
    joined: dict[str, Any] = {}
    more: list[Schema] = []
    for one in schemas:
        if one is False:
            return False
        if one is True:
            continue
        parts = one["allOf"] if set(one) == {"allOf"} else [one]
        for part in parts:
            if any(alike(part, known) for known in (joined, *more)):
                continue
            merged = _merged(joined, part)
            if merged is None:
                more.append(part)
            elif merged is False:
                return False
            else:
                joined = merged
    if not more:
        return joined or True
    if not joined and len(more) == 1:
        return more[0]
    return {**joined, "allOf": [*joined.get("allOf", ()), *more]}


def _merged(one: dict[str, Any], other: Schema) -> dict[str, Any] | Literal[False] | None:
    """Two schemas as one set of keywords; False where nothing is left, None where they have to stand side by side."""
    if isinstance(other, bool) or STANDING & set(other) or not _apart(one, other):
        return None
    made = dict(one)
    for word, said in other.items():
        value = MERGED[word](one[word], said) if word in one else said
        if value is None or (word == "enum" and not value):
            return False
        made[word] = value
    return made


def _apart(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether the keywords of two schemas can stand in one without meaning something else."""
    if any(word not in MERGED for word in set(one) & set(other)):
        return False
    if any(
        "additionalProperties" in inner and not _knows(inner, outer) for inner, outer in ((one, other), (other, one))
    ):
        return False
    return not ("$ref" in one or "$ref" in other) or not one


def _knows(closed: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether a schema that says what other keys are names all keys that the other one speaks of."""
    return "additionalProperties" not in other and set(other.get("properties", ())) <= set(closed.get("properties", ()))


def _types(one: str | list[str], other: str | list[str]) -> str | list[str] | None:
    """The types in both: whole numbers are numbers."""
    first, second = ([said] if isinstance(said, str) else said for said in (one, other))
    found = [word for word in first if word in second or (word == "integer" and "number" in second)]
    found += [word for word in second if word == "integer" and "number" in first and word not in found]
    return (found[0] if len(found) == 1 else found) or None


def _choices(one: list[object], other: list[object]) -> list[object]:
    return [value for value in one if any(same(value, choice) for choice in other)]


def _properties(one: dict[str, Schema], other: dict[str, Schema]) -> dict[str, Schema]:
    return {key: both(one.get(key, True), other.get(key, True)) for key in {**one, **other}}


MERGED: dict[str, Callable[[Any, Any], Any]] = {
    "type": _types,
    "enum": _choices,
    "properties": _properties,
    "items": both,
    "required": lambda one, other: list(dict.fromkeys([*one, *other])),
    "allOf": lambda one, other: [*one, *(part for part in other if not any(alike(part, known) for known in one))],
    **dict.fromkeys(("minimum", "minLength", "minItems", "minProperties"), max),
    **dict.fromkeys(("maximum", "maxLength", "maxItems", "maxProperties"), min),
}
"""How a keyword that two schemas have comes to one; None: nothing is left."""


def either(*schemas: Schema) -> Schema:
    """What at least one of them allows."""
    if True in [one for one in schemas if isinstance(one, bool)]:
        return True
    found: list[Schema] = []
    for one in schemas:
        if one is not False and not any(alike(one, known) for known in found):
            found.append(one)
    if not found:
        return False
    return found[0] if len(found) == 1 else {"anyOf": found}


def negated(schema: Schema) -> Schema:
    """What it does not allow."""
    if isinstance(schema, bool):
        return not schema
    return schema["not"] if set(schema) == {"not"} else {"not": schema}


def nullable(schema: Schema) -> Schema:
    """The same, with null allowed whatever it says."""
    if isinstance(schema, bool):
        return schema or NULL
    said = set(schema)
    if said <= PASSING:
        return schema
    if said <= PASSING | {"type", "enum"}:
        made = dict(schema)
        if "type" in made:
            types = [made["type"]] if isinstance(made["type"], str) else made["type"]
            made["type"] = [*types, *(["null"] if "null" not in types else [])]
        if "enum" in made and None not in made["enum"]:
            made["enum"] = [*made["enum"], None]
        return made
    if said == {"anyOf"}:
        return either(*schema["anyOf"], NULL)
    return either(schema, NULL)


def when(condition: Schema, schema: Schema, otherwise: Schema | None = None) -> Schema:
    """The schema where the condition holds, else another one, or none."""
    otherwise = True if otherwise is None else otherwise
    if condition is True or alike(schema, otherwise):
        return schema
    if condition is False:
        return otherwise
    if schema is True:
        return {"if": negated(condition), "then": otherwise}
    return {"if": condition, "then": schema, **({"else": otherwise} if otherwise is not True else {})}


def of_types(types: Iterable[str]) -> Schema:
    """Values of JSON types."""
    names = list(dict.fromkeys(types))
    return {"type": names[0] if len(names) == 1 else names}


def among(values: Values) -> Schema:
    """A set of values, written in one of the five forms."""
    if isinstance(values, Choices):
        return {"enum": list(values.values)} if values.values else False
    if isinstance(values, Range):
        bounds = {"minimum": values.low, "maximum": values.high}
        numbers = {word: bound for word, bound in bounds.items() if isinstance(bound, int | float)}
        return {"type": "number", **numbers}
    return values.accepts(None)  # a word: anything and ignored take all, never takes nothing


def sized(size: Values, least: str, most: str) -> Schema:
    """A length within bounds: `minLength`, `maxLength` and the like. A size that is no range is no schema: True."""
    if not isinstance(size, Range):
        return True
    bounds = {least: size.low, most: size.high}
    return {word: bound for word, bound in bounds.items() if isinstance(bound, int | float)} or True
