"""REQ021: JSON mode without the word JSON."""

from __future__ import annotations

from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ021", "error", "missing_word")
def missing_word(case: Case, problem: Problem) -> str:
    """JSON mode is asked for, and nothing that the model is told says the word.

    ## Why
    A model that is not told to write JSON may write blanks without end; so the API wants the word in a message. The
    instructions of /v1/responses do not count.

    ## Example
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "List three colours."}],
               "response_format": {"type": "json_object"}}, endpoint="/v1/chat/completions")

    ## Instead
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "List three colours as JSON."}],
               "response_format": {"type": "json_object"}}, endpoint="/v1/chat/completions")
    """
    return f"{case.endpoint} wants the word {problem.detail} in a message before it turns JSON mode on."
