"""Compiling a shape's nodes to closures: each takes a value and the whole body, and returns problems or None.

A fine value costs a call or two and no allocation; a problem gets its path on the way out, one step a level.
"""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.domain import NEVER, Range, holds, is_number, parse
from registry.facts import Refusal
from registry.shape.containers import anything, array_check, object_check, variant_check
from registry.shape.quick import quick
from registry.shape.values import SOFT, fact_judge, given_judges, named_checks, shape_judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from registry.shape.plan import Check, Node, Plan
    from registry.shape.quick import Guard
    from registry.shape.values import Judge

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int, float),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list, tuple),
    "file": (dict, str, bytes),
    "any": (object,),
}
"""The Python types that carry each JSON type. A float is an integer when it is whole; a bool never is a number."""


def build(spec: str | Node, plan: Plan, name: str | None = None, *, tag: str | None = None) -> Check:
    """Compile a node. `name` is the parameter it is by its place; `tag` a key that a variant's parent has read."""
    node = plan.node(spec)
    if "one_of" in node:
        return _one_of(node, plan, name)
    made = _Node(node, plan, node.get("param", name), tag)
    # Who picked a variant has seen that it is an object.
    return made.bare() or made.check() if tag is not None else made.check()


def build_body(plan: Plan) -> Check:
    """Compile the whole body; its fields are parameters under their own names."""
    node = plan.node(plan.shape["body"])
    walk: Check = object_check(node, plan, build, lambda value, body: walk(dict(value), body), implied=True)
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


def kinds(spec: str | Node, plan: Plan) -> tuple[str, ...]:
    """The JSON types that a node takes, as the shape names them."""
    node = plan.node(spec)
    if "one_of" in node:
        return tuple(kind for alternative in node["one_of"] for kind in kinds(alternative, plan))
    if "type" in node:
        written = node["type"]
        return (written,) if isinstance(written, str) else tuple(written)
    if "fields" in node or "by" in node or "values" in node:
        return ("object",)
    return ("array",) if "items" in node else ("any",)


JSON = (str, int, float, list, tuple, dict)
"""The Python types that carry JSON, beside None. What is none of them, a client may turn into anything."""


def fits(value: object, kind: str) -> bool:
    """Whether a value is of a JSON type; a file is whatever JSON can't carry, and what stands for one."""
    if kind == "file":
        return value is not None and not isinstance(value, int | float | list)
    if kind in ("integer", "number"):
        return is_number(value) and (kind == "number" or isinstance(value, int) or value % 1 == 0)  # type: ignore[operator]
    return isinstance(value, TYPES[kind])


def _one_of(node: Node, plan: Plan, name: str | None) -> Check:
    name = node.get("param", name)
    alternatives = [(kinds(spec, plan), build(spec, plan, name)) for spec in node["one_of"]]
    table = {kind: check for names, check in alternatives for word in names for kind in TYPES[word]}
    if any("file" in names for names, _ in alternatives):
        table.pop(tuple, None)  # a client's file: name, content, type
    nullable = node.get("null") == "accepted"
    texts = any(is_text(plan.node(spec), plan, name) for spec in node["one_of"])

    def pick(value: object, body: object) -> list[Problem] | None:
        if texts and type(value) is str:
            return None
        check = table.get(type(value))
        if check is not None:
            return check(value, body)
        if value is None and nullable:
            return None
        for names, other in alternatives:
            if any(fits(value, kind) for kind in names):
                return other(value, body)
        return [_misfit(value, node, kinds(node, plan))]

    return pick


def is_text(node: Node, plan: Plan, name: str | None) -> bool:
    """Whether a node takes every string."""
    silent = {"type", "null", "required", "source", "note", "says", "default"}
    told = name is not None and name != "none" and (plan.parameter(name) is not None or plan.differs(name))
    return node.get("type") == "string" and silent.issuperset(node) and not told


def _misfit(value: object, node: Node, wanted: tuple[str, ...]) -> Problem:
    """The problem of a value of another type than is wanted; an object of some client's is not judged."""
    readable = value is None or isinstance(value, JSON)
    return Problem("wrong_type" if readable else "unread_value", value, node, wanted)


class _Node:
    """A node being compiled: its types, what is inside, and who judges the value."""

    def __init__(self, node: Node, plan: Plan, name: str | None, tag: str | None) -> None:
        self.node = node
        self.types = kinds(node, plan)
        self.inside = _inside(node, plan, tag, self.judge)
        # A fact speaks of whatever carries its parameter; a variant's tag is judged where it is read.
        self.own = shape_judge(node, plan)
        fact = fact_judge(name, node, plan) if name and name != "none" and "by" not in node else None
        self.facts = [*([fact] if fact else []), *given_judges(node, plan), *named_checks(node, plan)]
        # A parameter that the model never takes is refused before anybody looks at its bounds.
        first = [judge for judge in self.facts if judge.plain is NEVER]
        rest = [judge for judge in self.facts if judge.plain is not NEVER]
        own = [self.own] if self.own else []
        self.judges: Sequence[Judge] = [*first, *own, *rest]
        self.words = [*first, *(judge for judge in own if judge.words), *rest]
        """The judges of objects and arrays: choices and ranges are about scalars."""
        self.careful = bool({"integer", "number", "file"}.intersection(self.types))
        self.classes = tuple(kind for word in self.types for kind in TYPES[word])
        self.nullable = node.get("null") == "accepted"
        self.size = parse(node["size"]) if "size" in node else None
        self.pattern = _pattern(node)

    def check(self) -> Check:
        """The quickest closure that does all this: what it passes is fine, all else is judged in full."""
        judges = self.judges
        if self.types == ("any",) and not judges and not self.inside and self.size is None and self.pattern is None:
            return anything
        sets = [judge.plain for judge in judges if judge.plain is not None]
        asks = [judge for judge in judges if judge.plain is None]
        tests = quick(self.types, sets, self.size, self.pattern)
        inside = self.inside.get(tests.types[0]) if tests else None
        if tests is None or len(self.inside) > 1:
            return self.judge
        if not asks:
            return tests.container(inside, self.judge) if inside else tests.scalar(self.judge)
        return self._asking(tests.guard(), asks, inside)

    def bare(self) -> Check | None:
        """The check of what is inside, where that is all there is to check about an object."""
        return self.inside.get(dict) if self.size is None and self.own is None and not self.facts else None

    def _asking(self, passes: Guard, asks: Sequence[Judge], inside: Check | None) -> Check:
        judge = self.judge
        if len(asks) == 1 and inside is None:
            ask = asks[0]
            return lambda value, body: ask(value, body) if passes(value) else judge(value, body)

        def check(value: object, body: object) -> list[Problem] | None:
            if not passes(value):
                return judge(value, body)
            for ask in asks:
                if ask(value, body):
                    return judge(value, body)
            return inside(value, body) if inside else None

        return check

    def judge(self, value: object, body: object) -> list[Problem] | None:
        """The whole judgement of a value: type, size, the shape's words, the model's facts, what is inside."""
        if value is None and self.nullable:
            return None
        if not self._fits(value):
            return [_misfit(value, self.node, self.types)]
        found = self._measured(value) if self.size is not None or self.pattern is not None else []
        for judge in self.words if isinstance(value, dict | list | tuple) else self.judges:
            if found and any(problem.kind not in SOFT for problem in found):
                return found
            found += judge(value, body) or ()
        if dict in self.inside and isinstance(value, dict):
            found += self.inside[dict](value if type(value) is dict else dict(value), body) or ()
        elif list in self.inside and isinstance(value, list | tuple):
            found += self.inside[list](value if type(value) is list else list(value), body) or ()
        return found or None

    def _fits(self, value: object) -> bool:
        if isinstance(value, bool) or self.careful:
            return any(fits(value, kind) for kind in self.types)
        return isinstance(value, self.classes)

    def _measured(self, value: object) -> list[Problem]:
        length = self._length(value) if self.size is not None else None
        if self.size is not None and length is not None and not self.size.accepts(length):
            low = self.size.low if isinstance(self.size, Range) else None
            kind = "too_short" if isinstance(low, int | float) and length < low else "too_long"
            return [Problem(kind, value, self.node, Refusal(self.size))]
        if self.pattern is not None and isinstance(value, str) and not self.pattern.fullmatch(value):
            return [Problem("mismatch", value, self.node, self.pattern.pattern)]
        return []

    def _length(self, value: object) -> int | None:
        """Characters, items or keys; of a file its bytes, where they are at hand."""
        if "file" in self.types:
            size = value.get("bytes") if isinstance(value, dict) else None
            return len(value) if isinstance(value, bytes) else size if type(size) is int else None
        return len(value) if isinstance(value, str | list | tuple | dict) else None


def _pattern(node: Node) -> re.Pattern[str] | None:
    if "matches" not in node:
        return None
    import re  # most bodies carry nothing that has to match

    return re.compile(node["matches"])


def _inside(node: Node, plan: Plan, tag: str | None, misfit: Check) -> dict[type, Check]:
    """The checks of what is inside, by the Python type of the container."""
    inside: dict[type, Check] = {}
    if "by" in node:
        inside[dict] = variant_check(node, plan, build, misfit)
    elif "fields" in node or "values" in node or node.get("unknown", "ignored") != "ignored":
        inside[dict] = object_check(node, plan, build, misfit, tag)
    if "items" in node:
        inside[list] = array_check(node, plan, build, misfit)
    return inside
