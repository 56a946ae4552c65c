"""Judging one value: by the shape's own words, then by what the model's facts say about its parameter."""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.domain import IGNORED, NEVER, Word, parse_accepts
from registry.facts import Claim, Refusal
from registry.shape.branches import Branches, taken, ways_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from typing import Any

    from registry.domain import Accepts, Values
    from registry.facts import Parameter
    from registry.shape.branches import Way
    from registry.shape.checks import Named
    from registry.shape.plan import Check, Node, Plan


SOFT = frozenset(
    {
        "ignored",
        "disputed",
        "unconfirmed",
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


def hard(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems refuses a request."""
    for problem in problems:  # noqa: SIM110 - quicker than any()
        if problem.kind not in SOFT:
            return True
    return False


class Judge:
    """Something that judges a value in its body: no problem, or some."""

    __slots__ = ("ways",)

    ways: Sequence[Way] | None
    """What is fine without asking further, by conditions tried in turn; None when only asking tells."""

    apart = False
    """Whether what it finds stands beside what others found before it."""

    larger = False
    """Whether it is about an array, and only about items that are more than a tag and one field with a value."""

    tags: Collection[str] = ()
    """Tags of items that it is about even so."""

    @property
    def sets(self) -> Sequence[Values] | None:
        """Sets whose common values are fine whatever else the body has; None when the whole body has a say."""
        return self.ways[0][1] if self.ways and self.ways[0][0] is None else None

    @property
    def never(self) -> bool:
        """Whether it refuses whatever comes, undisputed and whatever else the body has."""
        return self.sets is not None and len(self.sets) == 1 and self.sets[0] is NEVER

    def quiet(self, value: object) -> bool:
        """Whether there is surely nothing to say about a value, whatever else the body has."""
        return self.sets is not None and all(values is not IGNORED and values.accepts(value) for values in self.sets)

    def __call__(self, value: object, body: object) -> list[Problem] | None:
        """Problems, or None."""
        raise NotImplementedError


class ShapeJudge(Judge):
    """The shape's own `accepts`, `when` and `else`."""

    __slots__ = ("branches", "node", "words")

    def __init__(self, accepts: Accepts, node: Node, plan: Plan) -> None:
        self.branches = Branches(accepts, node, plan)
        self.node = node
        self.words = all(isinstance(branch.values, Word) for branch in accepts.branches())
        """Whether it speaks of objects and arrays too; choices and ranges are about scalars."""
        self.ways = ways_of(accepts, plan)

    def __call__(self, value: object, body: object) -> list[Problem] | None:
        branch = self.branches.only or self.branches.settle(body)
        if branch is None:
            return None
        if not branch.values.accepts(value):
            return [self.branches.refused(value, branch, "invalid_value")]
        if branch.values is IGNORED:
            return [Problem("ignored", value, self.node, Refusal(IGNORED, branch=branch))]
        return None


class FactJudge(Judge):
    """What the model's facts say about a parameter."""

    __slots__ = ("branches", "dissent", "fact", "node")

    def __init__(self, fact: Parameter, accepts: Accepts, node: Node, plan: Plan) -> None:
        self.fact = fact
        self.node = node
        self.branches = Branches(accepts, node, plan, fact)
        others = [(claim, claim.accepts) for claim in fact.dissent if claim.accepts is not None]
        self.dissent = [(claim, plan.settler(said)) for claim, said in others]
        # What the dissenters accept too, whatever else the body has, is disputed by nobody.
        agreed = (
            None
            if fact.requires or any(said.when for _, said in others)
            else [taken(said.values) for _, said in others]
        )
        self.ways = None if agreed is None else ways_of(accepts, plan, agreed)

    def __call__(self, value: object, body: object) -> list[Problem] | None:
        branch = self.branches.only or self.branches.settle(body)
        if branch is None:
            return [Problem("unknown_fact", value, self.node, self.fact.name)]
        if not branch.values.accepts(value):
            return [self.branches.refused(value, branch, "unsupported_value")]
        found = self._disputes(value, body) if self.dissent else []
        for source, left_out in branch.unconfirmed.items():
            if left_out.accepts(value):
                detail = Refusal(branch.stated, self.fact, Claim(source, None), branch)
                found.append(Problem("unconfirmed", value, self.node, detail))
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


OF_LARGER_ITEMS = frozenset(("pairs", "turns", "ways"))
"""The named checks about arrays that have nothing to say about items of a tag and one field with a value."""


class NamedCheck(Judge):
    """A check that the shape's node asks for by name."""

    __slots__ = ("check", "larger", "name", "node", "options", "plan", "tags")

    apart = True

    def __init__(self, name: str, options: Mapping[str, Any], node: Node, plan: Plan) -> None:
        self.ways = None
        self.check: Named | None = None
        self.larger = name in OF_LARGER_ITEMS
        of = options.get("of")
        self.tags = frozenset((*of, *of.values())) if isinstance(of, dict) else frozenset()
        self.name = name
        self.options = options
        self.node = node
        self.plan = plan

    def __call__(self, value: object, body: object) -> list[Problem] | None:
        if self.check is None:
            from registry.shape.checks import CHECKS  # for bodies that carry such a node

            self.check = CHECKS[self.name]
        return [*self.check(value, body, self.node, self.options, self.plan)] or None


class UnknownFact(Judge):
    """A parameter in which models differ, of a model that nobody said anything about."""

    __slots__ = ("name", "node")

    def __init__(self, name: str, node: Node) -> None:
        self.ways = None
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
        self.ways = None

    def __call__(self, value: object, body: object) -> list[Problem] | None:
        del value
        return self.judge(self.given, body)


def in_turn(judges: Sequence[Judge]) -> Check:
    """A check of a value by several judges, of whom none is asked about what another one has refused."""
    asked = [judge.__call__ for judge in judges]

    def check(value: object, body: object) -> list[Problem] | None:
        found: list[Problem] | None = None
        for ask in asked:
            problems = ask(value, body)
            if problems:
                found = problems if found is None else found + problems
                if hard(problems):
                    break
        return found

    return check


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
