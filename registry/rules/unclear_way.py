"""REQ029: something that is given in no way that the API knows, or in two."""

from __future__ import annotations

from registry.diagnostics import spell_path
from registry.domain import listed
from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ029", "error", "no_way", "clashing_keys")
def unclear_way(case: Case, problem: Problem) -> str:
    """What can be given in several ways is given in none of them, or in two at once.

    ## Why
    The API does not choose for you, and what is begun in one way has to be finished in it: a file by its data needs a
    name, a file by its address has one.

    ## Example
        check({"model": "gpt-5.4", "input": [{"role": "user", "content": [
            {"type": "input_file", "file_url": "https://example.com/a.pdf", "filename": "a.pdf"}]}]},
            endpoint="/v1/responses")

    ## Instead
        check({"model": "gpt-5.4", "input": [{"role": "user", "content": [
            {"type": "input_file", "file_url": "https://example.com/a.pdf"}]}]}, endpoint="/v1/responses")
    """
    place = spell_path(problem.path)
    if problem.kind == "no_way":
        ways = listed([" with ".join(way) for way in problem.detail], "or")  # type: ignore[attr-defined]
        return f"{case.endpoint} needs {place} to be given in one of these ways: {ways}."
    keys: tuple[str, ...] = problem.detail  # type: ignore[assignment]
    return f"{place} has {listed([*keys], 'and')}; {case.endpoint} takes one of them alone."
