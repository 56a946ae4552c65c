"""REQ014: another endpoint's spelling."""

from __future__ import annotations

from registry.diagnostics import Fix, pointer, spell_path
from registry.rules._rule import put, removal, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ014", "error", "moved_parameter")
def moved_parameter(case: Case, problem: Problem) -> str:
    """This is how another endpoint spells it; here it stands elsewhere.

    ## Why
    The two text endpoints spell the same ideas differently: `reasoning_effort` and `reasoning.effort`.

    ## Example
        check({"model": "gpt-5", "input": "hi", "reasoning_effort": "low"}, endpoint="/v1/responses")

    ## Instead
        check({"model": "gpt-5", "input": "hi", "reasoning": {"effort": "low"}}, endpoint="/v1/responses")
    """
    return f"{case.endpoint} spells {spell_path(problem.path)} as {problem.detail}."


@moved_parameter.fix
def _move(case: Case, problem: Problem) -> Iterator[Fix]:
    edits: list[Mapping[str, object]] = [
        {"op": "remove", "path": pointer(problem.path)},
        *put(case.body, str(problem.detail), problem.value),
    ]
    yield Fix(f"write {problem.detail}", edits)
    yield removal(problem)
