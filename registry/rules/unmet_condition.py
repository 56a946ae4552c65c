"""REQ006: a value that is accepted, but not beside the rest of this request."""

from __future__ import annotations

from registry.diagnostics import Fix, shown
from registry.domain import Choices, condition, listed, spell
from registry.facts import Refusal
from registry.rules._rule import put, removal, replacement, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ006", "error", "unmet_condition")
def unmet_condition(case: Case, problem: Problem) -> str:
    """The value is accepted only under a condition that the rest of the request does not meet.

    ## Why
    Sampling parameters work while a model does not reason, and are refused as soon as it does. What is left out
    counts as the server's default, so a condition can fail on a parameter that nobody wrote.

    ## Example
        check({"model": "gpt-5.1", "input": "hi", "temperature": 0.2, "reasoning": {"effort": "high"}},
              endpoint="/v1/responses")

    ## Instead
        check({"model": "gpt-5.1", "input": "hi", "temperature": 0.2}, endpoint="/v1/responses")
    """
    detail = problem.detail
    if not isinstance(detail, Refusal) or detail.branch is None:
        return f"{case.given(problem)} is not accepted beside the rest of this request."
    way_out = detail.branch
    who = case.who if detail.parameter else case.endpoint
    if not way_out.when and detail.held is not None:
        held = condition(detail.held.when)
        return f"{case.given(problem)} is not accepted by {who} while {held}.{case.dissent(problem)}"
    need = f"when {condition(way_out.when)}" if way_out.when else "otherwise"
    now = [_now(case, name) for name in way_out.when]
    here = f"; here {listed(now, 'and')}" if now else ""
    return f"{case.given(problem)} is accepted by {who} only {need}{here}.{case.dissent(problem)}"


def _now(case: Case, name: str) -> str:
    given = case.lookup(name, defaults=False)
    values = given or case.lookup(name)
    if not values:
        return f"{name} is left out"
    return f"{name} is {listed([_said(value) for value in values[:10]], 'and')}{'' if given else ' by default'}"


def _said(value: object) -> str:
    text = shown(value, 60)
    return text[1:-1] if isinstance(value, str) else text


@unmet_condition.fix
def _meet_or_leave_out(case: Case, problem: Problem) -> Iterator[Fix]:
    detail = problem.detail
    if isinstance(detail, Refusal) and isinstance(detail.values, Choices) and len(detail.values.values) == 1:
        yield replacement(problem.path, detail.values.values[0])
    # Leaving out what stands under a condition changes less than meeting the condition.
    yield removal(problem)
    if isinstance(detail, Refusal) and detail.branch is not None:
        yield from _meet(case, detail)


def _meet(case: Case, detail: Refusal) -> Iterator[Fix]:
    when = detail.branch.when if detail.branch else {}
    wanted = {name: values.values[0] for name, values in when.items() if isinstance(values, Choices) and values.values}
    places = {name: place for name in wanted for place in case.places(name) if "[]" not in place}
    if not wanted or set(places) != set(wanted):
        return
    fix, body = [], dict(case.body)
    for name, value in wanted.items():
        edits = list(put(body, places[name], value))
        body = Fix("", edits).apply(body)
        fix += edits
    yield Fix(f"set {listed([f'{places[name]} to {spell(value)}' for name, value in wanted.items()], 'and')}", fix)
