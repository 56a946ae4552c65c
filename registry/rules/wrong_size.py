"""REQ017: a string, array or object of the wrong length."""

from __future__ import annotations

from registry.diagnostics import spell_path
from registry.facts import Refusal
from registry.rules._rule import removal, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.diagnostics import Fix, Problem
    from registry.rules._rule import Case


@rule("REQ017", "error", "too_short", "too_long", "too_many")
def wrong_size(case: Case, problem: Problem) -> str:
    """A string, an array or an object is shorter or longer than the endpoint takes.

    ## Why
    Lists of tools, stop sequences, metadata and names have bounds of their own, far from the token limits.

    ## Example
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}], "stop": ["a", "b", "c", "d", "e"]},
              endpoint="/v1/chat/completions")

    ## Instead
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}], "stop": ["a", "b", "c", "d"]},
              endpoint="/v1/chat/completions")
    """
    value, detail = problem.value, problem.detail
    if isinstance(value, list) and isinstance(detail, tuple):
        kind, most = detail
        return f"{spell_path(problem.path)} has {len(value)} items of the type {kind}; {case.endpoint} takes {most}."
    what = "characters" if isinstance(value, str) else "keys" if isinstance(value, dict) else "items"
    length = len(value) if isinstance(value, str | list | tuple | dict) else 0
    allowed = detail.values.phrase() if isinstance(detail, Refusal) else "another number"
    return f"{spell_path(problem.path)} has {length} {what}; {case.endpoint} takes {allowed}."


@wrong_size.fix
def _leave_out(case: Case, problem: Problem) -> Iterator[Fix]:
    del case
    if isinstance(problem.value, list | tuple) and not problem.value:
        yield removal(problem)
