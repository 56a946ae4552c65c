"""REQ022: a tool choice that names a tool which is not there."""

from __future__ import annotations

from registry.diagnostics import shown
from registry.domain import listed
from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ022", "error", "absent_tool")
def absent_tool(case: Case, problem: Problem) -> str:
    """The tool that the model is told to use is not among those that the request brings.

    ## Why
    A renamed function, and a choice that still has the old name.

    ## Example
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}],
               "tools": [{"type": "function", "function": {"name": "look"}}],
               "tool_choice": {"type": "function", "function": {"name": "see"}}}, endpoint="/v1/chat/completions")

    ## Instead
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}],
               "tools": [{"type": "function", "function": {"name": "look"}}],
               "tool_choice": {"type": "function", "function": {"name": "look"}}}, endpoint="/v1/chat/completions")
    """
    del case
    brought = problem.detail if isinstance(problem.detail, tuple) else ()
    names = listed([shown(name, 60) for name in brought[:10]], "and") if brought else "none"
    return f"tool_choice names {shown(problem.value, 60)}, and the request brings {names}."
