"""REQ027: left out by a source's list of what is taken, and never seen refused."""

from __future__ import annotations

from registry.diagnostics import spell_path
from registry.domain import NEVER
from registry.facts import Refusal
from registry.rules._rule import removal, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.diagnostics import Fix, Problem
    from registry.rules._rule import Case


@rule("REQ027", "warning", "unconfirmed")
def unconfirmed_refusal(case: Case, problem: Problem) -> str:
    """A source lists what the model takes and leaves this out, but nobody is known to have seen it refused.

    ## Why
    Such lists are what a model is offered with, and are not always whole: the API was seen to take tools that the
    model's own page leaves out. So the request is not stopped. `trust="that-source"` makes the list binding.

    ## Example
        check({"model": "gpt-5.4-pro", "input": "hi", "tools": [{"type": "shell"}]}, endpoint="/v1/responses")

    ## Instead
        check({"model": "gpt-5.4-pro", "input": "hi", "tools": [{"type": "web_search"}]}, endpoint="/v1/responses")
    """
    detail = problem.detail
    if not isinstance(detail, Refusal) or detail.claim is None:
        return f"{case.given(problem)} was never seen refused, nor is it known to be taken."
    source = case.word(detail.claim.source)
    if detail.values is NEVER:
        said = f"{case.who} does not take {spell_path(problem.path)} according to {source}."
    else:
        taken = detail.values.phrase()
        said = f"{case.given(problem)} is not among what {case.who} takes according to {source}: {taken}."
    return f"{said} It was never seen refused."


@unconfirmed_refusal.fix
def _leave_out(case: Case, problem: Problem) -> Iterator[Fix]:
    del case
    yield removal(problem)
