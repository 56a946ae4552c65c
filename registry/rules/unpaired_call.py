"""REQ028: a tool call without its answer, or an answer without its call."""

from __future__ import annotations

from registry.diagnostics import shown, spell_path
from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ028", "error", "unanswered_call", "stray_answer", "mistaken_answer")
def unpaired_call(case: Case, problem: Problem) -> str:
    """What a tool call asked for is not in the conversation, or something answers a call that is not there.

    ## Why
    A conversation that is cut, summarised or resumed in the middle of a tool call keeps one half of it, and then every
    further request with it is refused.

    ## Example
        check({"model": "gpt-4o", "messages": [
            {"role": "user", "content": "Look it up."},
            {"role": "assistant", "tool_calls": [
                {"id": "call_1", "type": "function", "function": {"name": "look", "arguments": "{}"}}]},
            {"role": "user", "content": "And?"}]}, endpoint="/v1/chat/completions")

    ## Instead
        check({"model": "gpt-4o", "messages": [
            {"role": "user", "content": "Look it up."},
            {"role": "assistant", "tool_calls": [
                {"id": "call_1", "type": "function", "function": {"name": "look", "arguments": "{}"}}]},
            {"role": "tool", "tool_call_id": "call_1", "content": "Nothing found."},
            {"role": "user", "content": "And?"}]}, endpoint="/v1/chat/completions")
    """
    named = shown(problem.value, 60)
    place = spell_path(problem.path[:2])
    if problem.kind == "unanswered_call":
        return f"{case.endpoint} wants every tool call answered; nothing answers {named} (seen at {place})."
    if problem.kind == "mistaken_answer":
        return f"{place} answers the tool call {named}, and the calls before it have other ids."
    return f"{place} answers the tool call {named}, and there is no such call before it."
