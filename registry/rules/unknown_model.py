"""REQ001: no model of that name."""

from __future__ import annotations

from registry.names import Resolution, close
from registry.rules._rule import replacement, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.diagnostics import Fix, Problem
    from registry.rules._rule import Case


@rule("REQ001", "error", "unknown_model", "foreign_name")
def unknown_model(case: Case, problem: Problem) -> str:
    """The catalogue knows no model of that name, so the API would answer that it does not exist.

    ## Why
    A typo in a model's name is found at the first call, often in production; a priced typo costs "$0".

    ## Example
        check({"model": "gpt-5-prro", "input": "hi"}, endpoint="/v1/responses")

    ## Instead
        check({"model": "gpt-5-pro", "input": "hi"}, endpoint="/v1/responses")

    ## When you know better
    A model of your own, or one that is newer than this catalogue: describe it in an overlay, or pass
    `unknown="warn"`.
    """
    if isinstance(problem.detail, Resolution):
        found = problem.detail
        return f"{case.name} is how {found.surface} spells it; the API knows it as {found.id}."
    if case.model is not None and case.model.note:
        return f"No endpoint takes {case.name}. {case.model.note}"
    guesses = _guesses(case, problem)
    hint = f" Did you mean {guesses[0]}?" if guesses else ""
    return f"No model is called '{case.name}'.{hint}"


@unknown_model.fix
def _rename(case: Case, problem: Problem) -> Iterator[Fix]:
    # The best guess alone: a second-best model is somebody else's choice.
    for name in _guesses(case, problem)[:1]:
        yield replacement(problem.path, name)


def _guesses(case: Case, problem: Problem) -> tuple[str, ...]:
    if isinstance(problem.detail, Resolution):
        return (problem.detail.id,)
    name = problem.value
    # What stands before a slash is some router's, not the model's.
    return close(name.rpartition("/")[2], case.catalogue.ids()) if isinstance(name, str) else ()
