"""REQ020: a JSON Schema that the API does not take."""

from __future__ import annotations

from registry.diagnostics import spell_path
from registry.rules._rule import rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from registry.diagnostics import Problem
    from registry.rules._rule import Case


@rule("REQ020", "error", "bad_schema")
def bad_schema(case: Case, problem: Problem) -> str:
    """The schema of a function or of the answer breaks a rule; strict ones have more rules than JSON Schema.

    ## Why
    With `strict: true` every object needs `additionalProperties: false` and lists all its keys as required, and some
    keywords are not permitted. Schema generators do not know.

    ## Example
        check({"model": "gpt-4o", "input": "hi", "tools": [{"type": "function", "name": "look", "strict": True,
               "parameters": {"type": "object", "properties": {"at": {"type": "string"}}, "required": ["at"]}}]},
              endpoint="/v1/responses")

    ## Instead
        check({"model": "gpt-4o", "input": "hi", "tools": [{"type": "function", "name": "look", "strict": True,
               "parameters": {"type": "object", "properties": {"at": {"type": "string"}}, "required": ["at"],
                              "additionalProperties": False}}]}, endpoint="/v1/responses")
    """
    fault: Any = problem.detail
    place = spell_path((*problem.path, *(fault.place or ())))
    return f"The schema at {place} is refused by {case.endpoint}: {fault.words}"
