"""REQ015: accepted by the best evidence, refused by somebody's word."""

from __future__ import annotations

from registry.facts import Refusal
from registry.rules._rule import removal, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.diagnostics import Fix, Problem
    from registry.rules._rule import Case


@rule("REQ015", "warning", "disputed")
def disputed_value(case: Case, problem: Problem) -> str:
    """Sources disagree: the strongest says that the API takes this, another says that it does not.

    ## Why
    What the API was seen to answer outranks what a page says, and a newer page an older one; but whoever relies on
    the other source should know. `trust="that-source"` lets it win.

    ## Example
        check({"model": "gpt-5-pro", "input": "hi", "stream": True}, endpoint="/v1/responses")

    ## Instead
        check({"model": "gpt-5-pro", "input": "hi"}, endpoint="/v1/responses")
    """
    detail = problem.detail
    if not isinstance(detail, Refusal) or detail.parameter is None or detail.claim is None:
        return f"Sources disagree about {case.given(problem)}."
    return (
        f"{case.given(problem)} is accepted by {case.who} according to {case.word(detail.parameter.source)}; "
        f"{case.word(detail.claim.source)} says that it takes {detail.values.phrase()}."
    )


@disputed_value.fix
def _leave_out(case: Case, problem: Problem) -> Iterator[Fix]:
    del case
    yield removal(problem)
