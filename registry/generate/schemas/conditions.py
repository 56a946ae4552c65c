"""Conditions on the rest of a body (`when:`) as schemas of the whole body: that they surely hold, or surely fail.

A condition may be neither, when a value that decides is unknown; then nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.domain import ANYTHING, NEVER
from registry.generate.schemas.algebra import GIVEN, alike, among, both, either, negated, when
from registry.shape.paths import REPEATED

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from registry.domain import Accepts, Values
    from registry.generate.schemas.algebra import Schema
    from registry.shape.plan import Plan


def branched(plan: Plan, accepts: Accepts, schema_of: Callable[[Values], Schema]) -> Schema:
    """What the branch that is surely in force comes to, by the schema of its values."""
    if not accepts.when:
        return schema_of(accepts.values)
    then = schema_of(accepts.values)
    rest = branched(plan, accepts.otherwise, schema_of) if accepts.otherwise else True
    held, failed = holds(plan, accepts.when), fails(plan, accepts.when)
    return when(held, then, rest) if alike(failed, negated(held)) else both(when(held, then), when(failed, rest))


def holds(plan: Plan, condition: Mapping[str, Values]) -> Schema:
    """That a condition surely holds."""
    return both(*(_sure(plan, name, values)[0] for name, values in condition.items()))


def fails(plan: Plan, condition: Mapping[str, Values]) -> Schema:
    """That a condition surely fails."""
    pairs = [_sure(plan, name, values) for name, values in condition.items()]
    if all(alike(failed, negated(held)) for held, failed in pairs):
        return negated(both(*(held for held, _ in pairs)))
    return either(*(failed for _, failed in pairs))


def _sure(plan: Plan, name: str, values: Values) -> tuple[Schema, Schema]:
    """That a parameter surely has one of the values, and that it surely has none of them."""
    given = carries(plan, name, ANYTHING)
    if values is NEVER:
        known = plan.lookup({})(name, defaults=False) is not None
        return (negated(given), given) if known else (False, False)
    default = plan.lookup({})(name)  # of a body that carries nothing
    within = carries(plan, name, values)
    if default is None:
        return within, both(given, negated(within))
    held = either(within, negated(given)) if any(values.accepts(value) for value in default) else within
    return held, negated(held)


def carries(plan: Plan, name: str, values: Values) -> Schema:
    """That a body carries a parameter with one of the values, at one of its places; null is no value."""
    plain = both(GIVEN, among(values)) if values.accepts(None) else among(values)
    found = [_at(place, plain) for place in plan.shape["places"].get(name, ())]
    for place, tags in plan.shape.get("given", {}).get(name, {}).items():
        meant = [tag for tag, value in tags.items() if values.accepts(value)]
        found += [_at(place, {"enum": meant})] if meant else []
    return either(*found)


def _at(place: str, schema: Schema) -> Schema:
    """That something of a schema stands at a place."""
    for step in reversed(place.replace(REPEATED, f".{REPEATED}").split(".")):
        if step == REPEATED:
            schema = {"type": "array", "contains": schema}
        else:
            schema = {"type": "object", "required": [step], "properties": {step: schema}}
    return schema
