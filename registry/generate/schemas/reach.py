"""Reaching every place of a body at which something is, by a schema of the whole body that speaks of those alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, TypeAlias

from registry.domain import Word, same
from registry.generate.schemas.algebra import OF_CONTAINERS, among, both, either, nullable, of_types, sized, when
from registry.generate.schemas.alternatives import picked, types_of
from registry.shape.variants import HIDDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from registry.domain import Accepts, Values
    from registry.generate.schemas.algebra import Schema
    from registry.shape.plan import Node, Plan

    Leaf: TypeAlias = Callable[[Node, str | None], Schema]
    """A node, and the parameter that it is → what its value must be; True where it is none of our business."""
    Tag: TypeAlias = Callable[[Node], Schema]
    """A node of variants → what the whole object must be for its tag's sake."""


CONTAINERS = {"object", "array"}

LENGTHS = {
    "string": ("minLength", "maxLength"),
    "array": ("minItems", "maxItems"),
    "object": ("minProperties", "maxProperties"),
}


class Reach:
    """The places of one thing in a body."""

    def __init__(self, plan: Plan, leaf: Leaf, tag: Tag = lambda _: True) -> None:
        self.plan = plan
        self.leaf = leaf
        self.tag = tag

    def whole(self) -> Schema:
        """The schema of the body; True when the thing is nowhere."""
        node = self.plan.node(self.plan.shape["body"])
        return both(self.leaf(node, None), self._fields(node, (), implied=True))

    def _at(self, spec: str | Node, name: str | None, stack: tuple[str, ...]) -> Schema:
        if isinstance(spec, str):
            if spec in stack:
                raise ValueError(f"{self.plan.mode}: {spec} lies within itself, where a schema can't follow facts")
            stack = (*stack, spec)
        node = self.plan.node(spec)
        if "one_of" in node:
            return self._one_of(node, node.get("param", name), stack)
        own = self.leaf(node, node.get("param", name))
        return both(nullable(own) if node.get("null") == "accepted" else own, self._inside(node, stack))

    def _inside(self, node: Node, stack: tuple[str, ...]) -> Schema:
        made: Schema = True
        if "by" in node:
            picks = {tag: self._at(spec, None, stack) for tag, spec in node["variants"].items()}
            made = both(self.tag(node), variants(node, {tag: _known(node, tag, one) for tag, one in picks.items()}))
        else:
            made = self._fields(node, stack)
        if "items" in node:
            items = self._at(node["items"], None, stack)
            made = both(made, {"items": items} if items is not True else True)
        return made

    def _one_of(self, node: Node, name: str | None, stack: tuple[str, ...]) -> Schema:
        parts: list[Schema] = []
        for types, spec in zip(picked(node, self.plan, name), node["one_of"], strict=True):
            one = self._at(spec, name, stack)
            plain = isinstance(one, dict) and set(one) <= OF_CONTAINERS
            parts += [one if plain and len(types) == 1 else when(of_types(types), one)] if types else []
        return both(*parts)

    def _fields(self, node: Node, stack: tuple[str, ...], *, implied: bool = False) -> Schema:
        fields = {
            key: self._at(spec, key if implied else None, stack)
            for key, spec in (node.get("fields") or {}).items()
            if "instead" not in self.plan.node(spec)
        }
        wanted = {key: one for key, one in fields.items() if one is not True}
        free = self._at(node["values"], None, stack) if "values" in node else True
        made: dict[str, Any] = {"properties": wanted} if wanted else {}
        if free is not True:
            made = {"properties": fields, "additionalProperties": free}
        return made or True


def variants(node: Node, picks: Mapping[str, Schema]) -> Schema:
    """A schema for each tag of a node's variants: tags that share one share a condition."""
    shared: dict[str, tuple[Schema, list[str]]] = {}
    for tag, schema in picks.items():
        shared.setdefault(json.dumps(schema), (schema, []))[1].append(tag)
    parts: list[Schema] = []
    for schema, tags in shared.values():
        if schema is False and node.get("otherwise") not in tags:
            fine = [tag for tag in writable(node) if tag not in tags]
            parts.append({"properties": {node["by"]: {"enum": [*fine, *([None] if "otherwise" in node else [])]}}})
        else:
            parts.append(when(_tagged(node, tags), schema))
    return both(*parts)


def _tagged(node: Node, tags: Sequence[str]) -> Schema:
    """That an object is of one of these variants: its tag says so, or is left out or null where that means one."""
    by = node["by"]
    written = [tag for tag in writable(node) if tag in tags]
    if node.get("otherwise") in tags:
        return {"properties": {by: {"enum": [*written, None]}}}
    if not written:
        return False
    return {"properties": {by: {"const": written[0]} if len(written) == 1 else {"enum": written}}, "required": [by]}


def writable(node: Node) -> list[str]:
    """The tags that a request can have; others stand for a missing one alone."""
    return [tag for tag in node["variants"] if not tag.startswith(HIDDEN)]


def _known(node: Node, tag: str, schema: Schema) -> Schema:
    """What a variant's schema says beyond its tag, which is known: a tag that it refuses refuses the variant."""
    by = node["by"]
    if isinstance(schema, bool) or tag == node.get("otherwise"):
        return schema
    said = schema.get("properties", {}).get(by, True)
    if isinstance(said, dict) and set(said) == {"enum"}:
        said = any(same(tag, choice) for choice in said["enum"])
    if not isinstance(said, bool):
        return schema
    rest = {key: one for key, one in schema.get("properties", {}).items() if key != by}
    others = {word: one for word, one in schema.items() if word != "properties"}
    return said and ({**others, **({"properties": rest} if rest else {})} or True)


def lengths(size: Values, types: tuple[str, ...]) -> Schema:
    """How long a value of one of a node's types is: characters, items, keys."""
    words = types_of(types) or list(LENGTHS)
    return both(*(sized(size, *LENGTHS[word]) for word in words if word in LENGTHS))


def counted(node: Node) -> Schema:
    """How many items of one kind an array may have (`at_most`)."""
    asked = (node.get("checks") or {}).get("at_most")
    if asked is None:
        return True
    kind = {"type": "object", "properties": {asked["by"]: {"const": asked["of"]}}, "required": [asked["by"]]}
    return {"contains": kind, "minContains": 0, "maxContains": asked["count"]}


def own_values(accepts: Accepts, values: Values, types: Sequence[str]) -> Schema:
    """A branch of a shape's own values: choices and ranges are about scalars, words about objects and arrays too."""
    containers = sorted(CONTAINERS.intersection(types) if types else CONTAINERS)
    if not containers or all(isinstance(branch.values, Word) for branch in accepts.branches()):
        return among(values)
    return either(among(values), of_types(containers))


def leaf_of(known: str, values: Values) -> Leaf:
    """What a parameter's values come to where it stands, and where carrying a node means it (`gives`)."""

    def leaf(node: Node, name: str | None) -> Schema:
        gives = node.get("gives") or {}
        meant = known not in gives or values.accepts(gives[known])
        return both(among(values) if name == known and "by" not in node else True, meant)

    return leaf


def tag_of(known: str, values: Values) -> Tag:
    """What a parameter's values come to where it is the tag of variants."""

    def tag(node: Node) -> Schema:
        if node.get("param") != known or all(values.accepts(tag) for tag in node["variants"]):
            return True
        by, otherwise = node["by"], node.get("otherwise")
        allowed: list[str | None] = [tag for tag in writable(node) if values.accepts(tag)]
        if otherwise is not None and values.accepts(otherwise):
            return {"properties": {by: {"enum": [*allowed, None]}}}
        return {"properties": {by: {"enum": allowed} if allowed else False}, "required": [by]}

    return tag
