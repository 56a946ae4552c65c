"""REQ012: a required key that is not there."""

from __future__ import annotations

from registry.diagnostics import spell_path
from registry.domain import condition
from registry.facts import Parameter
from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ012", "error", "missing_parameter", "unmet_need")
def missing_parameter(case: Case, problem: Problem) -> str:
    """A key that the endpoint needs is not there.

    ## Why
    The API refuses the request at once.

    ## Example
        check({"model": "gpt-5"}, endpoint="/v1/chat/completions")

    ## Instead
        check({"model": "gpt-5", "messages": [{"role": "user", "content": "hi"}]}, endpoint="/v1/chat/completions")
    """
    if isinstance(problem.detail, Parameter) and problem.detail.needs is not None:
        excuse = f", unless {condition(problem.detail.unless)}" if problem.detail.unless else ""
        return f"{case.who} needs {problem.value}: at least one of {problem.detail.needs.phrase()}{excuse}."
    return f"{case.endpoint or 'Every endpoint'} needs {spell_path(problem.path)}."
