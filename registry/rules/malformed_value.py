"""REQ018: a string that does not have the form it should have."""

from __future__ import annotations

from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ018", "error", "mismatch", "bad_size")
def malformed_value(case: Case, problem: Problem) -> str:
    """A string does not match the pattern that the endpoint demands.

    ## Why
    Names of tools and schemas are checked letter by letter.

    ## Example
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}],
               "tools": [{"type": "function", "function": {"name": "get weather"}}]}, endpoint="/v1/chat/completions")

    ## Instead
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}],
               "tools": [{"type": "function", "function": {"name": "get_weather"}}]}, endpoint="/v1/chat/completions")
    """
    if problem.kind == "bad_size":
        return f"{case.given(problem)} is no size that {case.who} takes. {problem.detail}"
    like = problem.node.get("like")
    return f"{case.given(problem)} {f'should be {like}' if like else f'does not match {problem.detail}'}."
