"""What is accepted, as branches under conditions: what is fine without asking further, and what is wrong otherwise."""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.domain import ANYTHING, IGNORED, NEVER, NUMBERS, Range
from registry.facts import Refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, TypeAlias

    from registry.domain import Accepts, Values
    from registry.facts import Parameter
    from registry.shape.plan import Beside, Node, Plan

    Way: TypeAlias = tuple[Callable[[Any], bool | None] | None, Sequence[Values], Beside | None]
    """A condition (None: always), sets whose common values are fine where it holds, and that condition if plain."""


class Branches:
    """What is accepted, as branches under conditions, with what there is to say about a value that none accepts."""

    __slots__ = ("node", "only", "said", "settle")

    def __init__(self, accepts: Accepts, node: Node, plan: Plan, fact: Parameter | None = None) -> None:
        self.node = node
        self.only = None if accepts.when else accepts
        """The branch in force where no condition stands."""
        self.settle = plan.settler(accepts)
        claim = fact.claim if fact else None
        self.said = {branch: Refusal(branch.stated, fact, claim, branch) for branch in accepts.branches()}
        """What is known when a value is refused by a branch alone."""

    def refused(self, value: object, branch: Accepts, kind: str) -> Problem:
        """The problem of a value that the branch in force does not accept."""
        known, values = self.said[branch], branch.stated
        if len(self.said) > 1:
            for other in self.said:
                if other is not branch and other.values.accepts(value):
                    detail = Refusal(values, known.parameter, known.claim, other, branch)
                    return Problem("unmet_condition", value, self.node, detail)
        if values is NEVER and (known.parameter is not None or len(self.said) > 1):
            kind = "unsupported_parameter"  # else the shape itself has no place for such a value, whatever the model
        elif isinstance(values, Range) and isinstance(value, NUMBERS):
            low = values.low
            below = isinstance(low, NUMBERS) and not value >= low
            kind = "below_minimum" if below else "over_limit" if values.limit else "above_maximum"
        return Problem(kind, value, self.node, known)


def taken(values: Values) -> Values:
    """What a dissenter's values say about refusals alone: what is ignored is taken."""
    return ANYTHING if values is IGNORED else values


def ways_of(accepts: Accepts, plan: Plan, agreed: Sequence[Values] = ()) -> Sequence[Way]:
    """The branches in turn: a condition (None: always), and sets whose common values are fine where it holds."""
    ways: list[Way] = []
    for branch in accepts.branches():
        values = branch.stated, *agreed
        ways.append((plan.test(branch.when), values, plan.beside(branch.when)) if branch.when else (None, values, None))
    return ways
