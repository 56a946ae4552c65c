"""Compiling objects that a tag tells apart: messages by role, items, parts and tools by type."""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.domain import parse
from registry.shape.table import nothing
from registry.shape.values import fact_judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from registry.domain import Values
    from registry.shape.plan import Check, Node, Plan
    from registry.shape.table import Pair, Table
    from registry.shape.values import Judge

HIDDEN = "_"
"""How a variant's name begins that stands for a missing tag alone."""

NEVER_WRITTEN = "never"


class Variants:
    """The variants of a node by the value of its field `by`, each compiled when a body first carries its tag."""

    __slots__ = (
        "_known",
        "alone",
        "apart",
        "bare",
        "build",
        "by",
        "judge",
        "made",
        "node",
        "otherwise",
        "plan",
        "specs",
        "texts",
        "written",
    )

    def __init__(self, node: Node, plan: Plan, build: Callable[..., Table]) -> None:
        self.node = node
        self.plan = plan
        self.build = build
        self.by: str = node["by"]
        self.otherwise: str | None = node.get("otherwise")
        self.specs: dict[str, str | Node] = node["variants"]
        self.written = None if self.otherwise is None or self.otherwise.startswith(HIDDEN) else self.otherwise
        """What a missing tag stands for, where somebody might have written it."""
        self.judge = fact_judge(node["param"], node, plan) if "param" in node else None
        self.made: dict[str | None, Check] = {}
        """By tag; None: what stands for a missing one, where nobody can write it."""
        self._known: Values | None = None
        self.alone: dict[str, Pair] = {}
        """By tag, the field that may stand alone beside it ; of the variants that are compiled."""
        self.apart: frozenset[str] = frozenset()
        """Tags that somebody has more to say about."""
        self.texts: dict[str, str] = {}
        """Those of them that may be any text that is not long."""
        self.bare: set[str] = set()
        """Tags that may stand alone."""

    def check(self) -> Check:
        """A check of a plain dict."""
        by, written, get, slowly = self.by, self.written, self.made.get, self._slowly

        def check(value: dict[str, Any], body: object) -> list[Problem] | None:
            tag = value.get(by, written)
            chosen = get(tag) if type(tag) is str or tag is None else None
            return chosen(value, body) if chosen is not None else slowly(value, body)

        return check

    def _slowly(self, value: dict[str, Any], body: object) -> list[Problem] | None:
        given = value.get(self.by)
        tag = self.otherwise if given is None else given
        if not isinstance(tag, str) or tag not in self.specs or (given is not None and tag.startswith(HIDDEN)):
            return [self._untagged(value, tag)]
        key = None if tag.startswith(HIDDEN) else tag
        if key not in self.made:
            self.made[key] = self._compiled(tag)
        return self.made[key](value, body)

    def _compiled(self, tag: str) -> Check:
        table = self.build(self.specs[tag], self.plan, tag=self.by)
        chosen = table[dict] or nothing
        if self.judge is not None and not self.judge.quiet(tag):
            return self._judged(chosen, tag, self.judge)
        fields = table.fields
        pair = fields.alone(self.by) if fields is not None else None
        if pair is not None and not tag.startswith(HIDDEN) and tag not in self.apart:
            key, table = self.alone[tag] = pair
            texts = table.quick.get(str)
            if table[str] is None or (texts is not None and texts.liberal):
                self.texts[tag] = key
        if fields is not None and not fields.specs and not tag.startswith(HIDDEN):
            self.bare.add(tag)
        return chosen

    def _judged(self, chosen: Check, tag: str, judge: Judge) -> Check:
        """The check of a variant whose very tag has to be judged with the whole body."""
        by = self.by

        def check(value: dict[str, Any], body: object) -> list[Problem] | None:
            problems = chosen(value, body)
            refused = judge(tag, body)
            for problem in refused or ():
                problem.steps.append(by)
            return [*(refused or ()), *(problems or ())] or None

        return check

    def _untagged(self, value: dict[str, Any], tag: object) -> Problem:
        node, by = self.node, self.by
        if tag is None and by not in value:
            return Problem("missing_parameter", None, node, node, [by])
        if not isinstance(tag, str):
            return Problem("wrong_type", tag, node, ("string",), [by])
        return Problem("unknown_variant", tag, node, self.known(), [by])

    def known(self) -> Values:
        """The tags that are worth writing: not those that nobody can write, or that are refused in the next breath."""
        if self._known is None:
            worth = [
                name
                for name, spec in self.specs.items()
                if not name.startswith(HIDDEN) and self.plan.node(spec).get("accepts") != NEVER_WRITTEN
            ]
            self._known = parse(worth)
        return self._known
