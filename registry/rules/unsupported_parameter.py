"""REQ004: a parameter that this model refuses, whatever its value."""

from __future__ import annotations

from registry.diagnostics import Fix, pointer, spell_path
from registry.facts import Refusal
from registry.rules._rule import put, removal, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ004", "error", "unsupported_parameter")
def unsupported_parameter(case: Case, problem: Problem) -> str:
    """The endpoint knows the parameter, but this model refuses every value of it.

    ## Why
    What one model takes another refuses: a non-reasoning model has no effort, a reasoning model no `max_tokens`.

    ## Example
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}], "reasoning_effort": "low"},
              endpoint="/v1/chat/completions")

    ## Instead
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}]}, endpoint="/v1/chat/completions")
    """
    instead = _instead(problem)
    hint = f" Use {instead} instead." if instead else ""
    return f"{case.who} does not take {spell_path(problem.path)}.{hint}{case.dissent(problem)}"


@unsupported_parameter.fix
def _move_or_leave_out(case: Case, problem: Problem) -> Iterator[Fix]:
    instead = _instead(problem)
    if instead and not case.lookup(instead, defaults=False):
        edits: list[Mapping[str, object]] = [
            {"op": "remove", "path": pointer(problem.path)},
            *put(case.body, instead, problem.value),
        ]
        yield Fix(f"use {instead}", edits)
    yield removal(problem)


def _instead(problem: Problem) -> str | None:
    detail = problem.detail
    return detail.parameter.instead if isinstance(detail, Refusal) and detail.parameter else None
