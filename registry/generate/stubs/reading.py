"""Reading the fields of a request off an endpoint's shape and a model's facts.

A type is never narrower than what the API takes as far as one is known to say: what is unknown, what depends on the
rest of the request, and what sits in lists of objects is left open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.generate.stubs.allowed import allowed
from registry.generate.stubs.kinds import (
    ANY,
    NOTHING,
    NULL,
    OBJECT,
    Field,
    Literals,
    Many,
    Mapped,
    Plain,
    Record,
    alternatives,
    either,
)
from registry.generate.stubs.naming import camel
from registry.shape.kinds import fits, kinds
from registry.shape.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.catalogue import Catalogue
    from registry.facts import Model
    from registry.generate.stubs.allowed import Allowed
    from registry.generate.stubs.kinds import Kind

    Node = str | Mapping[str, Any]

NAMED = 8
"""Values that the name of a class may carry."""


def fields_of(catalogue: Catalogue, mode: str, model: Model | None, serves: str | None = None) -> tuple[Field, ...]:
    """The fields of a body beside `model`, in the order of the API; of no model's facts when there is none.

    `serves` is the endpoint whose facts hold where it is not the one that the body is spelled for.
    """
    shape = catalogue.shape(mode)
    if shape is None:
        return ()
    plan = Plan(shape, model)
    plan.mode = serves or mode
    fields = plan.node(shape["body"])["fields"]
    return tuple(_fields({key: spec for key, spec in fields.items() if key != "model"}, plan, "", implied=True))


def _fields(fields: Mapping[str, Node], plan: Plan, path: str, *, implied: bool) -> Iterator[Field]:
    for key, spec in fields.items():
        node = plan.node(spec)
        if "instead" in node:
            continue
        kind, note = _kind(node, plan, key if implied else None, f"{path}{camel(key)}")
        if _nullable(node, plan):
            kind = either([*([kind] if kind else []), NULL])
        if kind is not None:
            yield Field(key, kind, node.get("required") is True, note)


def _nullable(node: Mapping[str, Any], plan: Plan) -> bool:
    inner = [plan.node(spec) for spec in node.get("one_of", ())]
    return any(one.get("null") == "accepted" for one in (node, *inner))


def _kind(node: Mapping[str, Any], plan: Plan, name: str | None, path: str) -> tuple[Kind | None, str]:
    """What a node takes (None: nothing), and the conditions that a type can't say."""
    name = node.get("param", name)
    if "one_of" in node:
        found = [_kind(plan.node(spec), plan, name, path) for spec in node["one_of"]]
        return either(kind for kind, _ in found if kind), "; ".join(note for _, note in found if note)
    found_here = allowed(node, name, plan)
    if found_here.refused:
        return None, found_here.note
    return either(_each(node, plan, path, found_here)), found_here.note


def _each(node: Mapping[str, Any], plan: Plan, path: str, found: Allowed) -> Iterator[Kind]:
    for word in kinds(node, plan):
        if word == "array":
            yield _array(node, plan, path)
        elif word == "object":
            yield _object(node, plan, path)
        elif word in ("any", "file") or found.choices is None:
            yield ANY if word in ("any", "file") else Plain(word)
        else:
            yield from _scalars(word, [value for value in found.choices if value is not None and fits(value, word)])


def _scalars(word: str, values: list[Any]) -> Iterator[Kind]:
    if not values:
        return
    numbers = word in ("integer", "number")
    if (numbers and any(value % 1 for value in values)) or (word == "boolean" and set(values) == {True, False}):
        yield Plain(word)
    else:
        yield Literals(tuple(int(value) for value in values) if numbers else tuple(values))


def _array(node: Mapping[str, Any], plan: Plan, path: str) -> Kind:
    if "items" not in node:
        return Many(ANY)
    items = plan.node(node["items"])
    if kinds(items, plan) == ("object",):
        return Many(OBJECT)
    kind, _ = _kind(items, plan, None, path)
    return Many(kind or NOTHING)


def _object(node: Mapping[str, Any], plan: Plan, path: str) -> Kind:
    if "values" in node and "fields" not in node:
        kind, _ = _kind(plan.node(node["values"]), plan, None, path)
        return Mapped(kind or NOTHING)
    if "by" in node or node.get("unknown") != "refused" or not node.get("fields"):
        return OBJECT
    fields = tuple(_fields(node["fields"], plan, path, implied=False))
    return Record(path + _distinction(node["fields"], fields, plan), fields)


def _distinction(specs: Mapping[str, Node], fields: tuple[Field, ...], plan: Plan) -> str:
    """What to add to the name of an object: the values of the first field in which models differ.

    Checkers name the class that they expected and not the field that was wrong.
    """
    for field in fields:
        if plan.node(specs[field.name]).get("param") not in plan.shape["by_model"]:
            continue
        values = [value for kind in alternatives(field.kind) if isinstance(kind, Literals) for value in kind.values]
        if field.kind == NULL:
            return f"No{camel(field.name)}"
        if 0 < len(values) <= NAMED:
            return camel(field.name) + "".join(camel(str(value)) for value in values)
    return ""
