"""REQ024: it may cost more than the caller allows."""

from __future__ import annotations

from registry.diagnostics import Fix, pointer
from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ024", "error", "over_budget", "unpriced", answered=False)
def over_budget(case: Case, problem: Problem) -> str:
    """The request may come to more than `max_cost`.

    ## Why
    What an answer may get to is bounded by the limit of the model alone, unless the request says less: with a model of
    long answers that is a thousand times what it mostly comes to. Where the most is not known, the check is skipped.

    ## Example
        check({"model": "gpt-5-pro", "input": "hi"}, endpoint="/v1/responses", max_cost="0.50")

    ## Instead
        check({"model": "gpt-5-pro", "input": "hi", "max_output_tokens": 4_000},
              endpoint="/v1/responses", max_cost="0.50")
    """
    if problem.kind == "unpriced":
        return f"What this request may come to is not known: {problem.detail}."
    over: Any = problem.detail
    most = f"This request to {case.who} may come to ${over.estimate.most:f}, and ${over.budget:f} is the most allowed"
    return f"{most}: {over.estimate.input_tokens} input tokens, {over.estimate.output_tokens} output tokens."


@over_budget.fix
def _answer_less(case: Case, problem: Problem) -> Iterator[Fix]:
    over: Any = problem.detail
    if problem.kind == "over_budget" and over.fits:
        verb = "replace" if over.cap in case.body else "add"
        edit = {"op": verb, "path": pointer([over.cap]), "value": over.fits}
        yield Fix(f"set {over.cap} to {over.fits:,}", [edit])
