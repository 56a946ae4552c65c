"""Compiling what is inside objects and arrays. Children are compiled when a body first carries them.

The checks here are given a plain dict or list; whoever calls them has looked at the type.
"""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.shape.quick import SHORT
from registry.shape.table import FINE, Fields, Items, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any, TypeAlias

    from registry.diagnostics import Step
    from registry.shape.plan import Check, Node, Plan
    from registry.shape.table import Pair, Required
    from registry.shape.values import Judge

    Build: TypeAlias = Callable[..., Table]


NO_KEY: Any = object()
NO_PAIR: Pair = (NO_KEY, FINE)
"""What stands for the pair of a tag without one: a key that no object has."""


def gathered(problems: list[Problem], step: Step, found: list[Problem] | None = None) -> list[Problem]:
    """Problems a step further from their values, behind those that were found before."""
    for problem in problems:
        problem.steps.append(step)
    if found is None:
        return problems
    found += problems
    return found


def object_check(node: Node, fields: Fields) -> Check:
    """A check of an object's fields, unknown keys and required keys."""
    required = [key for key, _, _ in fields.required]

    def check(value: dict[str, Any], body: object) -> list[Problem] | None:
        found: list[Problem] | None = None
        # What is missing comes first, as the API has it.
        for key in required:
            if key not in value:
                found = missing(value, body)
                break
        for key, item in value.items():
            left = fields[key][type(item)]
            problems = left(item, body) if left is not None else None
            if problems:
                for problem in problems:  # `gathered`, without a call
                    problem.steps.append(key)
                if found is None:
                    found = problems
                else:
                    found += problems
        return found

    def missing(value: dict[str, Any], body: object) -> list[Problem] | None:
        return [
            Problem("missing_parameter", None, spec, node, [key])
            for key, spec, due in fields.required
            if key not in value and (due is None or due(body))
        ] or None

    return check


def fields_of(node: Node, plan: Plan, build: Build, tag: str | None = None, *, implied: bool = False) -> Fields:
    """The fields of an object, to be compiled when met.

    `tag` is a key that is known to whoever picked this variant; `implied`: fields are parameters under their names.
    """

    def compile_(key: str, spec: str | Node) -> Table:
        field = plan.node(spec)
        if "instead" in field:
            return Table(lambda value, _: [Problem("moved_parameter", value, field, field["instead"])], {})
        return build(spec, plan, key if implied else None)

    fields = Fields(node.get("fields") or {}, compile_, _strange(node, plan, build), _required(node, plan))
    if tag is not None and tag not in fields.specs:
        fields[tag] = FINE
    return fields


def _strange(node: Node, plan: Plan, build: Build) -> Table:
    """The table of a key that the object does not know."""
    if "values" in node:
        return build(node["values"], plan)
    unknown = node.get("unknown", "ignored")
    if unknown == "ignored":
        return FINE
    kind = "unknown_parameter" if unknown == "refused" else "unknown_key"
    return Table(lambda value, _: [Problem(kind, value, node)], {})


def _required(node: Node, plan: Plan) -> list[Required]:
    required: list[Required] = []
    for key, spec in (node.get("fields") or {}).items():
        field = plan.node(spec)
        rule = field.get("required")
        if rule:
            required.append((key, field, plan.condition(rule["when"]) if isinstance(rule, dict) else None))
    return required


def map_check(spec: str | Node, plan: Plan, build: Build) -> Check:
    """A check of an object whose keys are free."""
    table: Table | None = None

    def check(value: dict[str, Any], body: object) -> list[Problem] | None:
        nonlocal table
        if table is None:
            table = build(spec, plan)
        found: list[Problem] | None = None
        for key, item in value.items():
            left = table[type(item)]
            problems = left(item, body) if left is not None else None
            if problems:
                found = gathered(problems, key, found)
        return found

    return check


def _lone(item: object, by: str, alone: Mapping[str, Pair]) -> bool:
    """Whether an item is a tag and the one field that may stand beside it, with a value."""
    if type(item) is not dict or len(item) != 2:  # noqa: PLR2004 - a pair
        return False
    tag = item.get(by)
    return isinstance(tag, str) and item.get(alone.get(tag, NO_PAIR)[0]) is not None


def array_check(items: Items, judge: Check | None = None, asks: Sequence[Judge] = ()) -> Check:  # noqa: C901 - one loop, the hottest of all
    """A check of an array's items; `judge` judges an array of another length than they may have.

    `asks` are about the items together; none has a word to say about those that are a tag and one field with a value.
    """
    least, most = items.least, items.most

    def check(value: list[Any], body: object) -> list[Problem] | None:  # noqa: C901 - the same
        if judge is not None and not least <= len(value) <= most:
            return judge(value, body)
        table = items.table if items.table is not None else items.compiled()
        by, texts, alone = items.pairs
        found: list[Problem] | None = None
        larger = False
        at = -1
        for item in value:
            at += 1
            # Most messages are a role and a content, most parts a type and a text.
            if type(item) is dict and len(item) == 2 and type(tag := item.get(by)) is str:  # noqa: PLR2004 - a pair
                if type(text := item.get(texts.get(tag, NO_KEY))) is str and len(text) < SHORT:
                    continue
                key, inner = alone.get(tag, NO_PAIR)
                if key in item:
                    inside = item[key]
                    left = inner[type(inside)]
                    if left is not None:
                        problems = left(inside, body)
                        if problems:
                            found = gathered(gathered(problems, key), at, found)
                    else:
                        larger = True  # null may be as good as nothing
                    continue
            left = table[type(item)]
            problems = left(item, body) if left is not None else None
            larger = larger or not _lone(item, by, alone)  # which it may have turned out to be just now
            if problems:
                found = gathered(problems, at, found)
        if larger and judge is not None:
            for ask in asks:
                if ask(value, body):
                    return judge(value, body)
        return found

    return check
