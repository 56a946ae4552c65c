"""REQ013: a value of the wrong JSON type."""

from __future__ import annotations

from registry.domain import listed
from registry.rules._rule import removal, replacement, rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.diagnostics import Fix, Problem
    from registry.rules._rule import Case

ARTICLES = {
    "integer": "an integer",
    "object": "an object",
    "array": "an array",
    "number": "a number",
    "any": "any value",
}
API_WORDS = {**ARTICLES, "number": "a decimal"}
"""The API's own: a number is a decimal to it."""


@rule("REQ013", "error", "wrong_type")
def wrong_type(case: Case, problem: Problem) -> str:
    """The value is of another JSON type than the endpoint takes here; `true` is no number, `"1"` neither.

    ## Why
    The API refuses the request, and says so about the first such value only.

    ## Example
        check({"model": "gpt-4o", "input": "hi", "temperature": "0.2"}, endpoint="/v1/responses")

    ## Instead
        check({"model": "gpt-4o", "input": "hi", "temperature": 0.2}, endpoint="/v1/responses")
    """
    if not problem.path:
        return "A request's body is an object."
    return f"{case.given(problem)} should be {listed(expected(problem))}."


@wrong_type.fix
def _convert(case: Case, problem: Problem) -> Iterator[Fix]:
    del case
    value, kinds = problem.value, problem.detail
    if value is None and problem.path:
        yield removal(problem)
    if not isinstance(value, str) or not isinstance(kinds, tuple):
        return
    text = value.strip().lower()
    if "boolean" in kinds and text in ("true", "false"):
        yield replacement(problem.path, text == "true")
    if "integer" in kinds and text.removeprefix("-").isascii() and text.removeprefix("-").isdigit():
        yield replacement(problem.path, int(text))
    if "number" in kinds:
        try:
            number = float(text)
        except ValueError:
            return
        yield replacement(problem.path, int(number) if number.is_integer() else number)


def expected(problem: Problem, words: Mapping[str, str] = ARTICLES) -> list[str]:
    """The types that would have fitted, with their articles."""
    kinds = problem.detail if isinstance(problem.detail, tuple) else ()
    return [words.get(kind, f"a {kind}") for kind in dict.fromkeys(kinds)]
