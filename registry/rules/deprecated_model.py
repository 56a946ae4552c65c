"""REQ010: a model that will go."""

from __future__ import annotations

from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ010", "warning", "deprecated_model")
def deprecated_model(case: Case, problem: Problem) -> str:
    """The model still answers, and its end is announced; or it was seen to answer after its announced end.

    ## Why
    The day is known months ahead; the build is a better place to learn of it than the outage. `--on 2027-02-01` asks
    what a later day will say.

    ## Example
        check({"model": "gpt-4o", "input": "hi"}, endpoint="/v1/responses", on="2026-11-24")

    ## Instead
        check({"model": "gpt-5.6-sol", "input": "hi"}, endpoint="/v1/responses", on="2026-11-24")
    """
    del problem
    days = case.model.lifecycle if case.model else {}
    move = case.succession
    if "answered" in days and days.get("shutdown", "") <= days["answered"]:
        due, seen = days["shutdown"], days["answered"]
        return f"{case.name} should have been shut down on {due}, and still answered on {seen}.{move}"
    end = f" and will be shut down on {days['shutdown']}" if "shutdown" in days else ""
    return f"{case.name} is deprecated{end}.{move}"
