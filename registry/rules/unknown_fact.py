"""REQ019: nobody has said what this model does with it."""

from __future__ import annotations

from registry.diagnostics import spell_path
from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ019", "skipped", "unknown_fact", "unknown_endpoint", "unread_value", "too_deep")
def unknown_fact(case: Case, problem: Problem) -> str:
    """A check needs a fact that the catalogue does not have, so it was skipped.

    ## Why
    Unknown is its own answer: it neither stops the call nor vouches for it. `report.skipped` lists what could not be
    judged.

    ## Example
        check({"model": "gpt-5", "input": "hi"}, endpoint="/v1/assistants")

    ## Instead
        check({"model": "gpt-5", "input": "hi"}, endpoint="/v1/responses")
    """
    if problem.kind == "unknown_endpoint":
        return f"The catalogue does not describe {problem.value}, so this request was not judged."
    if problem.kind == "too_deep":
        return "The body is nested too deeply to be read here, or holds itself; it was not judged."
    if problem.kind == "unread_value":
        return f"{case.given(problem)} was not judged: what its client makes of it is not known here."
    return f"Whether {case.name} takes {spell_path(problem.path)} is not known."
