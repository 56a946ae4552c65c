"""REQ023: an argument that the library does not send."""

from __future__ import annotations

from registry.diagnostics import spell_path
from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ023", "warning", "unsent", "held_back")
def unsent_argument(case: Case, problem: Problem) -> str:
    """The library that the call is made with does not send this argument, or refuses it before anything is sent.

    ## Why
    What is left out without a word looks as if it worked: a mistyped name, a summary that is never asked for, metadata
    that the API never sees. And an error of the library's own is none of the API's: the model may take the value.

    ## Example
        check({"model": "gpt-5", "input": "hi", "temprature": 1}, surface="litellm", endpoint="/v1/responses")

    ## Instead
        check({"model": "gpt-5", "input": "hi", "temperature": 1}, surface="litellm", endpoint="/v1/responses")
    """
    del case
    place = spell_path(problem.path)
    if problem.kind == "held_back":
        return f"{place}: {problem.detail}."
    return f"{place} is not sent: {problem.detail}."
