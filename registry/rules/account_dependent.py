"""REQ016: it depends on who calls."""

from __future__ import annotations

from registry.diagnostics import spell_path
from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ016", "skipped", "account")
def account_dependent(case: Case, problem: Problem) -> str:
    """Whether the API takes this depends on the caller's account, not on what is sent.

    ## Why
    An organisation that is not verified gets a 400 for what another may send. Say what yours has:
    `account={"verified_organization": True}`.

    ## Example
        check({"model": "gpt-5", "input": "hi", "reasoning": {"summary": "auto"}}, endpoint="/v1/responses",
              account={"verified_organization": False})

    ## Instead
        check({"model": "gpt-5", "input": "hi", "reasoning": {"summary": "auto"}}, endpoint="/v1/responses",
              account={"verified_organization": True})
    """
    need = str(problem.detail).replace("_", " ")
    what = case.name if problem.path[-1:] == ("model",) else f"{spell_path(problem.path)} of {case.name}"
    return f"{what} needs a {need}: it depends on who calls."
