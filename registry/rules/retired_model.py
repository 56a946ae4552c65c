"""REQ009: a model that is gone."""

from __future__ import annotations

from registry.rules._rule import replacement, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.diagnostics import Fix, Problem
    from registry.rules._rule import Case


@rule("REQ009", "error", "retired_model")
def retired_model(case: Case, problem: Problem) -> str:
    """The model was shut down before the day of the request.

    ## Why
    A retired model answers 404. The catalogue keeps it, with its dates and what to move to, so old code and old logs
    can still be read.

    ## Example
        check({"model": "gpt-4-32k", "messages": [{"role": "user", "content": "hi"}]}, endpoint="/v1/chat/completions")

    ## Instead
        check({"model": "gpt-4-32k", "messages": [{"role": "user", "content": "hi"}]}, endpoint="/v1/chat/completions",
              on="2024-01-01")
    """
    del problem
    days = case.model.lifecycle if case.model else {}
    move = f" Move to {days['replacement']}." if "replacement" in days else ""
    return f"{case.name} was shut down on {days.get('shutdown')}.{move}"


@retired_model.fix
def _move(case: Case, problem: Problem) -> Iterator[Fix]:
    replacement_name = case.model.lifecycle.get("replacement") if case.model else None
    if replacement_name:
        yield replacement(problem.path, replacement_name)
