"""REQ002: a key that the endpoint does not know."""

from __future__ import annotations

from registry.diagnostics import Fix, pointer, spell_path
from registry.names import close
from registry.rules._rule import removal, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any

    from registry.diagnostics import Problem, Step
    from registry.rules._rule import Case


@rule("REQ002", "error", "unknown_parameter")
def unknown_parameter(case: Case, problem: Problem) -> str:
    """The endpoint knows no such key, and refuses what it does not know.

    ## Why
    A misspelt parameter never does what it was written for; some clients drop it silently, and nobody notices.

    ## Example
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}], "temprature": 0.2},
              endpoint="/v1/chat/completions")

    ## Instead
        check({"model": "gpt-4o", "messages": [{"role": "user", "content": "hi"}], "temperature": 0.2},
              endpoint="/v1/chat/completions")
    """
    guesses = suggestions(case, problem)
    hint = f" Did you mean {guesses[0]}?" if guesses else ""
    return f"{case.endpoint} has no parameter {spell_path(problem.path)}.{hint}"


@unknown_parameter.fix
def _rename(case: Case, problem: Problem) -> Iterator[Fix]:
    for name in suggestions(case, problem):
        path = (*problem.path[:-1], name)
        yield Fix(
            f"write {spell_path(path)}",
            [
                {"op": "remove", "path": pointer(problem.path)},
                {"op": "add", "path": pointer(path), "value": problem.value},
            ],
            moved=path,
        )
    # What was meant for a known key is not thrown away.
    if not suggestions(case, problem):
        yield removal(problem)


def suggestions(case: Case, problem: Problem) -> tuple[str, ...]:
    """Keys that the object does know, most like the one that was given; those already given are no help."""
    known = problem.node.get("fields")
    given = _around(case.body, problem.path)
    return close(str(problem.path[-1]), [key for key in known if key not in given]) if isinstance(known, dict) else ()


def _around(body: Any, path: tuple[Step, ...]) -> Collection[object]:  # noqa: ANN401 - JSON
    for step in path[:-1]:
        body = body[step]
    return body if isinstance(body, dict) else ()
