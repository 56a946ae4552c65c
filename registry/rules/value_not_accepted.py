"""REQ007: a value that is not accepted here."""

from __future__ import annotations

from registry.domain import NEVER, Choices, Range
from registry.facts import Refusal
from registry.names import close
from registry.rules._rule import removal, replacement, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.diagnostics import Fix, Problem
    from registry.domain import Values
    from registry.rules._rule import Case


@rule(
    "REQ007",
    "error",
    "invalid_value",
    "unsupported_value",
    "unknown_variant",
    "below_minimum",
    "above_maximum",
)
def value_not_accepted(case: Case, problem: Problem) -> str:
    """The value is none of those that are accepted here: by any model, or by this one.

    ## Why
    The same parameter takes other values from model to model: gpt-5 has `minimal` effort, gpt-5.1 has `none` instead.

    ## Example
        check({"model": "gpt-5-pro", "input": "hi", "reasoning": {"effort": "low"}}, endpoint="/v1/responses")

    ## Instead
        check({"model": "gpt-5-pro", "input": "hi", "reasoning": {"effort": "high"}}, endpoint="/v1/responses")
    """
    values = advised(case, problem)
    who = case.who if isinstance(problem.detail, Refusal) and problem.detail.parameter else case.endpoint
    only = f"; accepted here: {values.phrase()}" if values not in (None, NEVER) else ""
    return f"{case.given(problem)} is not accepted by {who}{only or ' here'}.{case.dissent(problem)}"


@value_not_accepted.fix
def _nearest_or_leave_out(case: Case, problem: Problem) -> Iterator[Fix]:
    values = advised(case, problem)
    if isinstance(values, Range) and isinstance(problem.value, int | float) and problem.value == problem.value:
        bound = values.low if problem.kind == "below_minimum" else values.high
        if isinstance(bound, int | float):
            yield replacement(problem.path, bound)
    if isinstance(values, Choices):
        for value in nearest(problem.value, values.values, problem.node.get("accepts")):
            yield replacement(problem.path, value)
    yield removal(problem)


def accepted(problem: Problem) -> Values | None:
    """The values that would have been accepted at the place of a problem."""
    detail = problem.detail
    return detail.values if isinstance(detail, Refusal) else detail  # type: ignore[return-value]


def advised(case: Case, problem: Problem) -> Values | None:
    """The values that would be accepted at the place of a problem: of the endpoint's, those that the model takes."""
    values, detail = accepted(problem), problem.detail
    if not isinstance(values, Choices) or (isinstance(detail, Refusal) and detail.parameter):
        return values
    own = [taken for name in case.parameters(problem.path) if (taken := case.taken(name)) is not None]
    if not own:
        return values
    kept = [value for value in values.values if all(one.accepts(value) for one in own)]
    return Choices(kept) if 0 < len(kept) < len(values.values) else values


def nearest(value: object, choices: tuple[object, ...], order: object) -> list[object]:
    """Choices worth proposing, the nearest first: neighbours in the endpoint's order, else what a typo may have meant.

    A choice that is neither is somebody's guess; a single one is no guess.
    """
    if isinstance(order, list | tuple) and value in order and all(choice in order for choice in choices):
        at = order.index(value)
        return sorted(choices, key=lambda choice: abs(order.index(choice) - at))
    if len(choices) == 1:
        return list(choices)
    words = [choice for choice in choices if isinstance(choice, str)]
    return list(close(value, words, cutoff=0.6)) if isinstance(value, str) else []
