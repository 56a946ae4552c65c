"""REQ026: a line of a Batch file that does not go with the others."""

from __future__ import annotations

from registry.diagnostics import shown, spell_path
from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ026", "error", "repeated", "differing", "crowded")
def batch_line(case: Case, problem: Problem) -> str:
    """A line of a Batch file repeats what must be unique, differs in what must be the same, or is one too many.

    ## Why
    A single such line fails the whole batch, minutes or hours after it was ordered.

    ## Example
        check_batch([
            {"custom_id": "1", "method": "POST", "url": "/v1/responses", "body": {"model": "gpt-4.1", "input": "a"}},
            {"custom_id": "1", "method": "POST", "url": "/v1/responses", "body": {"model": "gpt-4.1", "input": "b"}},
        ])

    ## Instead
        check_batch([
            {"custom_id": "1", "method": "POST", "url": "/v1/responses", "body": {"model": "gpt-4.1", "input": "a"}},
            {"custom_id": "2", "method": "POST", "url": "/v1/responses", "body": {"model": "gpt-4.1", "input": "b"}},
        ])
    """
    del case
    place = spell_path(problem.path)
    if problem.kind == "crowded":
        return f"This is line {problem.value:,}; a Batch file has {problem.detail.phrase()}."  # type: ignore[attr-defined]
    if problem.kind == "repeated":
        return f"{place}={shown(problem.value, 60)} was used before, in line {problem.detail}."
    return (
        f"{place}={shown(problem.value, 60)} is not that of the lines before, {problem.detail}: a batch has only one."
    )
