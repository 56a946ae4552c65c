"""Compiling what is inside objects and arrays. Children are compiled when a body first carries them."""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.domain import ANYTHING, parse
from registry.shape.values import fact_judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from registry.shape.plan import Check, Node, Plan

    Build: TypeAlias = Callable[..., Check]


HIDDEN = "_"
"""How a variant's name begins that stands for a missing tag alone."""

NEVER_WRITTEN = "never"


def object_check(
    node: Node, plan: Plan, build: Build, misfit: Check, tag: str | None = None, *, implied: bool = False
) -> Check:
    """A check of an object's fields, unknown keys and required keys; what is no plain dict goes to `misfit`.

    `tag` is a key that is known to whoever picked this variant; `implied`: fields are parameters under their names.
    """
    fields: dict[str, Check | None] = {} if tag is None else {tag: None}
    """The checks of the fields; None where anything goes."""
    for key, spec in (node.get("fields") or {}).items():
        fields[key] = _later(fields, key, spec, plan, build, key if implied else None)
    strange = _strange(node, plan, build)
    required = _required(node, plan)
    get = fields.get

    def check(value: dict[str, Any], body: object) -> list[Problem] | None:
        if type(value) is not dict:
            return misfit(value, body)
        found: list[Problem] | None = None
        # What is missing comes first, as the API has it.
        for key, spec, due in required:
            if key not in value and (due is None or due(body)):
                missing = Problem("missing_parameter", None, spec, node, [key])
                found = [missing] if found is None else [*found, missing]
        for key, item in value.items():
            field = get(key, strange)
            problems = field(item, body) if field is not None else None
            if problems:
                for problem in problems:
                    problem.steps.append(key)
                if found is None:
                    found = problems
                else:
                    found += problems
        return found

    return check


def _later(
    fields: dict[str, Check | None], key: str, spec: str | Node, plan: Plan, build: Build, name: str | None
) -> Check:
    """A check that compiles the field when a body first carries it, and makes way for what it compiled."""
    node = plan.node(spec)
    if "instead" in node:
        return lambda value, _: [Problem("moved_parameter", value, node, node["instead"])]

    def first(value: object, body: object) -> list[Problem] | None:
        made = build(spec, plan, name)
        fields[key] = None if made is anything else made
        return made(value, body)

    return first


def _strange(node: Node, plan: Plan, build: Build) -> Check | None:
    """What to do with a key that the object does not know; None: nothing."""
    if "values" in node:
        made: list[Check] = []

        def free(value: object, body: object) -> list[Problem] | None:
            if not made:
                made.append(build(node["values"], plan))
            return made[0](value, body)

        return free
    unknown = node.get("unknown", "ignored")
    if unknown == "ignored":
        return None
    kind = "unknown_parameter" if unknown == "refused" else "unknown_key"
    return lambda value, _: [Problem(kind, value, node)]


def _required(node: Node, plan: Plan) -> list[tuple[str, Node, Callable[[object], bool] | None]]:
    required: list[tuple[str, Node, Callable[[object], bool] | None]] = []
    for key, spec in (node.get("fields") or {}).items():
        field = plan.node(spec)
        rule = field.get("required")
        if rule:
            required.append((key, field, plan.condition(rule["when"]) if isinstance(rule, dict) else None))
    return required


def array_check(node: Node, plan: Plan, build: Build, misfit: Check) -> Check:
    """A check of an array's items; what is no plain list goes to `misfit`."""
    made: Check | None = None
    spec = node["items"]

    def check(value: list[Any], body: object) -> list[Problem] | None:
        nonlocal made
        if type(value) is not list:
            return misfit(value, body)
        if made is None:
            made = build(spec, plan)
        found: list[Problem] | None = None
        at = 0
        for item in value:
            problems = made(item, body)
            if problems:
                for problem in problems:
                    problem.steps.append(at)
                if found is None:
                    found = problems
                else:
                    found += problems
            at += 1  # noqa: SIM113 - enumerate would build a tuple for every item
        return found

    return check


def variant_check(node: Node, plan: Plan, build: Build, misfit: Check) -> Check:
    """A check of an object whose field `by` picks the variant that it is judged by.

    What is no plain dict goes to `misfit`.
    """
    by: str = node["by"]
    variants: dict[str, str | Node] = node["variants"]
    otherwise: str | None = node.get("otherwise")
    written = None if otherwise is None or otherwise.startswith(HIDDEN) else otherwise
    made: dict[str | None, Check] = {}
    """By tag; None: what stands for a missing one, where nobody can write it."""
    judge = fact_judge(node["param"], node, plan) if "param" in node else None

    plain = judge.plain if judge is not None else ANYTHING

    def check(value: dict[str, Any], body: object) -> list[Problem] | None:
        if type(value) is not dict:
            return misfit(value, body)
        tag = value.get(by, written)
        chosen = made.get(tag) if type(tag) is str or tag is None else None
        return chosen(value, body) if chosen is not None else slowly(value, body)

    def slowly(value: dict[str, Any], body: object) -> list[Problem] | None:
        given = value.get(by)
        tag = otherwise if given is None else given
        if not isinstance(tag, str) or tag not in variants or (given is not None and tag.startswith(HIDDEN)):
            return [_untagged(node, value, tag, plan)]
        key = None if tag.startswith(HIDDEN) else tag
        if key not in made:
            chosen = build(variants[tag], plan, tag=by)
            made[key] = chosen if plain is not None and plain.accepts(tag) else judged(chosen, tag)
        return made[key](value, body)

    def judged(chosen: Check, tag: str) -> Check:
        """The check of a variant whose very tag has to be judged with the whole body."""

        def check(value: dict[str, Any], body: object) -> list[Problem] | None:
            problems = chosen(value, body)
            refused = judge(tag, body) if judge is not None else None
            for problem in refused or ():
                problem.steps.append(by)
            return [*(refused or ()), *(problems or ())] or None

        return check

    return check


def _untagged(node: Node, value: dict[str, Any], tag: object, plan: Plan) -> Problem:
    by = node["by"]
    if tag is None and by not in value:
        return Problem("missing_parameter", None, node, node, [by])
    if not isinstance(tag, str):
        return Problem("wrong_type", tag, node, ("string",), [by])
    known = [
        name
        for name, spec in node["variants"].items()
        # What nobody can write, and what is refused in the next breath, is no advice.
        if not name.startswith(HIDDEN) and plan.node(spec).get("accepts") != NEVER_WRITTEN
    ]
    return Problem("unknown_variant", tag, node, parse(known), [by])


def anything(value: object, body: object) -> None:
    """The check of a node that takes every value."""
    del value, body
