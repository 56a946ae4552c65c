"""Compiling a shape's nodes to tables (`registry.shape.table`) and closures.

A closure takes a value and the whole body, and returns problems or None; a problem gets its path on the way out, one
step a level.
"""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.domain import holds
from registry.shape.containers import fields_of, object_check
from registry.shape.habits import habitual
from registry.shape.judgement import Judgement
from registry.shape.kinds import TYPES, fits, is_text, kinds, misfit
from registry.shape.table import FINE, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.shape.plan import Check, Node, Plan


def build(spec: str | Node, plan: Plan, name: str | None = None, *, tag: str | None = None) -> Table:
    """Compile a node. `name` is the parameter it is by its place; `tag` a key that a variant's parent has read."""
    node = plan.node(spec)
    if "one_of" in node:
        return _one_of(node, plan, name)
    return Judgement(node, plan, build, node.get("param", name), tag).table()


def build_body(plan: Plan) -> Check:
    """Compile the whole body, a plain dict; its fields are parameters under their own names."""
    node = plan.node(plan.shape["body"])
    fields = fields_of(node, plan, build, implied=True)
    walk = habitual(object_check(node, fields), fields)
    needs = plan.needs()
    if not needs:
        return walk

    def check(value: object, body: object) -> list[Problem] | None:
        found = walk(value, body) or []
        lookup = plan.lookup(body)
        for fact, key, node in needs:
            given = lookup(fact.name, defaults=False) or ()
            wanting = fact.needs is not None and not any(fact.needs.accepts(value) for value in given)
            if wanting and (not fact.unless or holds(fact.unless, lookup) is False):
                found.append(Problem("unmet_need", fact.name, node, fact, [key]))
        return found or None

    return check


def _one_of(node: Node, plan: Plan, name: str | None) -> Table:
    name = node.get("param", name)
    alternatives = [(kinds(spec, plan), build(spec, plan, name)) for spec in node["one_of"]]
    tables = {kind: table for names, table in alternatives for word in names for kind in TYPES[word]}
    left = {kind: table[kind] for kind, table in tables.items()}
    quick = {kind: table.quick[kind] for kind, table in tables.items() if kind in table.quick}
    if any(is_text(plan.node(spec), plan, name) for spec in node["one_of"]):
        left[str] = None
        quick.pop(str, None)
    if any("file" in names for names, _ in alternatives):
        left.pop(tuple, None)  # a client's file: name, content, type
    if node.get("null") == "accepted":
        left[type(None)] = None

    def pick(value: object, body: object) -> list[Problem] | None:
        for names, table in alternatives:
            if any(fits(value, kind) for kind in names):
                return table.rest(value, body) if table.rest is not None else None
        return [misfit(value, node, kinds(node, plan))]

    tagged, counted = tables.get(dict, FINE).tagged, tables.get(list, FINE).counted
    return Table(pick, left, tagged=tagged, counted=counted, quick=quick)
