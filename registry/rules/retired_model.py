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
    can still be read. Where what its provider named in its place is gone by the day too, what was named in the place of
    that is named here, and so on.

    ## Example
        check({"model": "gpt-4-32k", "messages": [{"role": "user", "content": "hi"}]}, endpoint="/v1/chat/completions")

    ## Instead
        check({"model": "gpt-4-32k", "messages": [{"role": "user", "content": "hi"}]}, endpoint="/v1/chat/completions",
              on="2024-01-01")
    """
    del problem
    days = case.model.lifecycle if case.model else {}
    return f"{case.name} was shut down on {days.get('shutdown')}.{case.succession}"


@retired_model.fix
def _move(case: Case, problem: Problem) -> Iterator[Fix]:
    name = case.succession.name
    if name:
        yield replacement(problem.path, name)
