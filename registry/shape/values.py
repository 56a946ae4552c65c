"""Judging one value: by the shape's own words, then by what the model's facts say about its parameter."""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.domain import IGNORED, NEVER, Range, Word, parse_accepts
from registry.facts import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from registry.domain import Accepts, Values
    from registry.facts import Parameter
    from registry.shape.plan import Node, Plan

SOFT = frozenset(
    {
        "ignored",
        "disputed",
        "account",
        "unknown_fact",
        "unknown_key",
        "deprecated_model",
        "unknown_endpoint",
        "unpriced",
        "uncounted",
        "unread_value",
        "too_deep",
        "unsent",
        "held_back",
    },
)
"""Kinds of problem that leave a request standing."""


class Judge:
    """Something that judges a value in its body: no problem, or some."""

    __slots__ = ("plain",)

    plain: Values | None
    """The values that are fine without asking further; None when the whole body has a say."""

    def __call__(self, value: object, body: object) -> list[Problem] | None:
        """Problems, or None."""
        raise NotImplementedError


class ShapeJudge(Judge):
    """The shape's own `accepts`, `when` and `else`."""

    __slots__ = ("accepts", "node", "settle", "words")

    def __init__(self, accepts: Accepts, node: Node, plan: Plan) -> None:
        self.accepts = accepts
        self.node = node
        self.settle = plan.settler(accepts)
        self.words = all(isinstance(branch.values, Word) for branch in accepts.branches())
        """Whether it speaks of objects and arrays too; choices and ranges are about scalars."""
        self.plain = None if accepts.when or accepts.values is IGNORED else accepts.values

    def __call__(self, value: object, body: object) -> list[Problem] | None:
        branch = self.settle(body)
        if branch is None:
            return None
        if not branch.values.accepts(value):
            return [_refused(value, self.node, self.accepts, branch, "invalid_value")]
        if branch.values is IGNORED:
            return [Problem("ignored", value, self.node, Refusal(IGNORED, branch=branch))]
        return None


class FactJudge(Judge):
    """What the model's facts say about a parameter."""

    __slots__ = ("accepts", "dissent", "fact", "node", "settle")

    def __init__(self, fact: Parameter, accepts: Accepts, node: Node, plan: Plan) -> None:
        self.fact = fact
        self.accepts = accepts
        self.node = node
        self.settle = plan.settler(accepts)
        self.dissent = [(claim, plan.settler(claim.accepts)) for claim in fact.dissent if claim.accepts is not None]
        asks = accepts.when or self.dissent or fact.requires or accepts.values is IGNORED
        self.plain = None if asks else accepts.values

    def __call__(self, value: object, body: object) -> list[Problem] | None:
        branch = self.settle(body)
        if branch is None:
            return [Problem("unknown_fact", value, self.node, self.fact.name)]
        if not branch.values.accepts(value):
            problem = _refused(value, self.node, self.accepts, branch, "unsupported_value")
            problem.detail.parameter, problem.detail.claim = self.fact, self.fact.claim  # type: ignore[attr-defined]
            return [problem]
        found = self._disputes(value, body) if self.dissent else []
        if branch.values is IGNORED:
            found.append(Problem("ignored", value, self.node, Refusal(IGNORED, self.fact, self.fact.claim, branch)))
        if self.fact.requires:
            found.append(Problem("account", value, self.node, self.fact.requires))
        return found or None

    def _disputes(self, value: object, body: object) -> list[Problem]:
        found = []
        for claim, settle in self.dissent:
            branch = settle(body)
            if branch is not None and not branch.values.accepts(value):
                found.append(Problem("disputed", value, self.node, Refusal(branch.values, self.fact, claim, branch)))
        return found


class NamedCheck(Judge):
    """A check that the shape's node asks for by name."""

    __slots__ = ("check", "node", "options", "plan")

    def __init__(self, name: str, options: Mapping[str, Any], node: Node, plan: Plan) -> None:
        from registry.shape.checks import CHECKS  # for bodies that carry such a node

        self.plain = None
        self.check = CHECKS[name]
        self.options = options
        self.node = node
        self.plan = plan

    def __call__(self, value: object, body: object) -> list[Problem] | None:
        return list(self.check(value, body, self.node, self.options, self.plan)) or None


class UnknownFact(Judge):
    """A parameter in which models differ, of a model that nobody said anything about."""

    __slots__ = ("name", "node")

    def __init__(self, name: str, node: Node) -> None:
        self.plain = None
        self.name = name
        self.node = node

    def __call__(self, value: object, body: object) -> list[Problem] | None:
        del body
        return [Problem("unknown_fact", value, self.node, self.name)]


class Given(Judge):
    """A judge of a parameter that is used by the mere presence of a node, with a value that the shape names."""

    __slots__ = ("given", "judge")

    def __init__(self, judge: Judge, given: object) -> None:
        self.judge = judge
        self.given = given
        self.plain = None

    def __call__(self, value: object, body: object) -> list[Problem] | None:
        del value
        return self.judge(self.given, body)


def shape_judge(node: Node, plan: Plan) -> ShapeJudge | None:
    """The judge of a node's own words; None when it has none."""
    if "accepts" not in node and "when" not in node:
        return None
    accepts = parse_accepts(dict(node)).bind(plan.mode, plan.limits)
    return ShapeJudge(accepts, node, plan) if accepts else None


def fact_judge(name: str, node: Node, plan: Plan) -> Judge | None:
    """The judge of a parameter by the model's facts; None when models do not differ in it."""
    fact = plan.parameter(name)
    if fact is not None and fact.accepts is not None:
        return FactJudge(fact, fact.accepts, node, plan)
    return UnknownFact(name, node) if plan.differs(name) else None


def given_judges(node: Node, plan: Plan) -> Sequence[Judge]:
    """The judges of what carrying this node means (`gives`)."""
    pairs = [(fact_judge(name, node, plan), value) for name, value in (node.get("gives") or {}).items()]
    return [Given(judge, value) for judge, value in pairs if judge is not None]


def named_checks(node: Node, plan: Plan) -> Sequence[Judge]:
    """The checks that a node asks for by name."""
    return [NamedCheck(name, options or {}, node, plan) for name, options in (node.get("checks") or {}).items()]


def _refused(value: object, node: Node, accepts: Accepts, branch: Accepts, kind: str) -> Problem:
    elsewhere = [other for other in accepts.branches() if other is not branch and other.values.accepts(value)]
    if elsewhere:
        return Problem("unmet_condition", value, node, Refusal(branch.values, branch=elsewhere[0], held=branch))
    values = branch.values
    if values is NEVER:
        kind = "unsupported_parameter"
    elif isinstance(values, Range) and isinstance(value, int | float):
        low = values.low
        below = isinstance(low, int | float) and not value >= low
        kind = "below_minimum" if below else "over_limit" if values.limit else "above_maximum"
    return Problem(kind, value, node, Refusal(values, branch=branch))
