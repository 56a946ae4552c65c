"""REQ008: more than a limit of the model."""

from __future__ import annotations

from registry.domain import Range
from registry.facts import Refusal
from registry.rules._rule import removal, replacement, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.diagnostics import Fix, Problem
    from registry.rules._rule import Case


@rule("REQ008", "error", "over_limit")
def over_limit(case: Case, problem: Problem) -> str:
    """The number is above a limit of this model.

    ## Why
    Output limits differ a hundredfold between models, and the request is refused before a token is made.

    ## Example
        check({"model": "gpt-4-turbo", "messages": [{"role": "user", "content": "hi"}], "max_tokens": 8192},
              endpoint="/v1/chat/completions", on="2024-06-01")

    ## Instead
        check({"model": "gpt-4-turbo", "messages": [{"role": "user", "content": "hi"}], "max_tokens": 4096},
              endpoint="/v1/chat/completions", on="2024-06-01")
    """
    values = _range(problem)
    limit = f"the {values.limit} limit of {case.who}, {values.high}" if values else f"a limit of {case.who}"
    return f"{case.given(problem)} is above {limit}.{case.dissent(problem)}"


@over_limit.fix
def _lower_or_leave_out(case: Case, problem: Problem) -> Iterator[Fix]:
    del case
    values = _range(problem)
    if values is not None:
        yield replacement(problem.path, values.high)
    yield removal(problem)


def _range(problem: Problem) -> Range | None:
    detail = problem.detail
    return detail.values if isinstance(detail, Refusal) and isinstance(detail.values, Range) else None
