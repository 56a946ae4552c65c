"""What a model's facts, and conditions, add to a body: each a schema of the whole body with a sentence about it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from registry.domain import Range, condition, parse, parse_accepts
from registry.generate.schemas.algebra import either, negated, when
from registry.generate.schemas.alternatives import types_of
from registry.generate.schemas.conditions import branched, carries, fails, holds
from registry.generate.schemas.reach import Reach, leaf_of, lengths, own_values, tag_of
from registry.shape.kinds import kinds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.domain import Accepts, Values
    from registry.generate.schemas.algebra import Schema
    from registry.generate.schemas.reach import Leaf
    from registry.shape.plan import Node, Plan


class Ruling(NamedTuple):
    """Something that holds for bodies."""

    name: str
    """What it is about: a parameter, or a place of the shape."""
    says: str
    """In words."""
    schema: Schema
    """Of the whole body."""


class Conditional(NamedTuple):
    """A place of a shape that says more than its type's schema can."""

    place: str
    node: Node
    key: str | None = None
    """A key that is required under a condition; None where values or lengths are meant."""
    size: Values | None = None
    """A length that a limit of the model bounds."""


def settled(plan: Plan) -> dict[str, Values]:
    """The parameters that a model takes the same values of whatever else a body says, by name."""
    facts = {name: plan.parameter(name) for name in (plan.model.parameters if plan.model else ())}
    return {
        name: fact.accepts.values
        for name, fact in facts.items()
        if fact is not None and fact.accepts is not None and not fact.accepts.when
    }


class Rulings:
    """All that a plan adds to a body; trees of places are kept, since models share them."""

    def __init__(self) -> None:
        self._trees: dict[tuple[object, ...], Schema] = {}
        self._places: dict[int, list[Conditional]] = {}

    def of(self, plan: Plan, *, inline: bool = False) -> Iterator[Ruling]:
        """The rulings, in the order of the facts; `inline`: without those that stand in the body's own schema."""
        for name in sorted(plan.model.parameters) if plan.model else ():
            fact = plan.parameter(name)
            if fact is not None and fact.accepts is not None and not (inline and not fact.accepts.when):
                yield Ruling(name, f"{name}: {fact.accepts}", self._fact(plan, name, fact.accepts))
        for place in self._conditionals(plan):
            yield from self._shape(plan, place, inline=inline)
        for fact, _, _ in plan.needs():
            needs = fact.needs
            if needs is not None:
                excused = fails(plan, fact.unless) if fact.unless else True
                says = f"{fact.name}: needs {needs}{f' unless {condition(fact.unless)}' if fact.unless else ''}"
                yield Ruling(fact.name, says, either(carries(plan, fact.name, needs), negated(excused)))

    def _conditionals(self, plan: Plan) -> list[Conditional]:
        """Those of a shape, which are the same for every model."""
        if id(plan.shape) not in self._places:
            self._places[id(plan.shape)] = conditionals(plan)
        return self._places[id(plan.shape)]

    def _fact(self, plan: Plan, name: str, accepts: Accepts) -> Schema:
        def places_of(values: Values) -> Schema:
            key = (plan.mode, name, json.dumps(values.written()))  # to Python, 1 is true
            if key not in self._trees:
                self._trees[key] = Reach(plan, leaf_of(name, values), tag_of(name, values)).whole()
            return self._trees[key]

        return branched(plan, accepts, places_of)

    def _shape(self, plan: Plan, place: Conditional, *, inline: bool) -> Iterator[Ruling]:
        node, key = place.node, place.key
        if key is not None:
            rule = plan.node(node["fields"][key])["required"]["when"]
            asked = {name: parse(written) for name, written in rule.items()}
            tree = self._only(plan, place, {"required": [key]})
            full = f"{place.place}.{key}".lstrip(".")
            yield Ruling(full, f"{full}: required when {condition(asked)}", when(holds(plan, asked), tree))
            return
        if place.size is not None:
            size = place.size.bind(plan.limits)
            if not inline and plan.model is not None:
                tree = self._only(plan, place, lengths(size, kinds(node, plan)))
                yield Ruling(place.place, f"{place.place}: size {size}", tree)
            return
        accepts = parse_accepts(dict(node)).bind(plan.mode, plan.limits)
        if accepts is None or not (accepts.when or (_limited(accepts) and not inline)):
            return
        types = types_of(kinds(node, plan))
        said = branched(plan, accepts, lambda values: self._only(plan, place, own_values(accepts, values, types)))
        yield Ruling(place.place, f"{place.place}: {accepts}", said)

    def _only(self, plan: Plan, place: Conditional, schema: Schema) -> Schema:
        """A schema at one node alone, wherever a body has it."""
        key = (plan.mode, place.place, id(place.node), json.dumps(schema))
        if key not in self._trees:
            self._trees[key] = Reach(plan, _leaf_at(place.node, schema)).whole()
        return self._trees[key]


def _leaf_at(wanted: Node, schema: Schema) -> Leaf:
    return lambda node, _: schema if node is wanted else True


def _limited(accepts: Accepts) -> bool:
    """Whether a limit of the model bounds it."""
    return any(isinstance(one.values, Range) and one.values.limit is not None for one in accepts.branches())


def conditionals(plan: Plan) -> list[Conditional]:
    """The nodes of a shape whose values or required keys depend on the rest of the body, or on a model's limits."""
    found: dict[tuple[int, str | None], Conditional] = {}
    for place, node in places(plan):
        if ("accepts" in node or "when" in node) and (_conditional(node) or _names_limit(node)):
            found.setdefault((id(node), None), Conditional(place, node))
        size = parse(node["size"]) if "size" in node else None
        if size is not None and names_limit(size):
            found.setdefault((id(node), str(size)), Conditional(place, node, size=size))
        for key, spec in (node.get("fields") or {}).items():
            if isinstance(plan.node(spec).get("required"), dict):
                found.setdefault((id(node), key), Conditional(place, node, key))
    return list(found.values())


def _conditional(node: Node) -> bool:
    return any(branch.when for branch in parse_accepts(dict(node)).branches())


def _names_limit(node: Node) -> bool:
    return any(names_limit(branch.values) for branch in parse_accepts(dict(node)).branches())


def names_limit(values: Values) -> bool:
    """Whether a bound is named after a limit, not bound to a model's number yet."""
    return isinstance(values, Range) and any(isinstance(bound, str) for bound in (values.low, values.high))


def places(plan: Plan) -> Iterator[tuple[str, Node]]:
    """Every node of a body with its place (`tools[].name`), wherever it stands; a type within itself once."""

    def descend(spec: Any, place: str, stack: tuple[str, ...]) -> Iterator[tuple[str, Node]]:  # noqa: ANN401 - JSON
        if isinstance(spec, str):
            if spec in stack:
                return
            stack = (*stack, spec)
        node = plan.node(spec)
        yield place, node
        for inner in (*node.get("one_of", ()), *(node.get("variants") or {}).values()):
            yield from descend(inner, place, stack)
        for key, inner in (node.get("fields") or {}).items():
            yield from descend(inner, f"{place}.{key}".lstrip("."), stack)
        if "items" in node:
            yield from descend(node["items"], f"{place}[]", stack)
        if "values" in node:
            yield from descend(node["values"], f"{place}.*", stack)

    return descend(plan.shape["body"], "", ())
