"""REQ025: more tokens than the model reads."""

from __future__ import annotations

from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ025", "error", "over_context", "uncounted")
def over_context(case: Case, problem: Problem) -> str:
    """The request is longer than the model reads; told where tokens are counted (`count_tokens=True`).

    ## Why
    What is too long is refused after it was sent, and a long request takes long to send. It is reported only where even
    the least that it may count is too much: a count is exact with the extra `tokens`, and an estimate without.

    ## Example
        check({"model": "gpt-4", "messages": [{"role": "user", "content": "to be or not to be " * 3000}]},
              endpoint="/v1/chat/completions", count_tokens=True, on="2026-01-01")

    ## Instead
        check({"model": "gpt-4", "messages": [{"role": "user", "content": "to be or not to be " * 300}]},
              endpoint="/v1/chat/completions", count_tokens=True, on="2026-01-01")
    """
    if problem.kind == "uncounted":
        return f"How many tokens this request is can't be told: {problem.detail}."
    over: Any = problem.detail
    limit = f"the {over.name} limit of {case.who} is {over.limit:,}"
    return f"The request is {over.tokens} tokens, and {limit}."


@over_context.fill
def _counted(problem: Problem) -> Mapping[str, str]:
    over: Any = problem.detail
    return {"tokens": str(over.tokens.expected), "limit": str(over.limit)}
