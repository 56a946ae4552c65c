"""The error body that the API itself would answer, from the shape's `says` and `refusals`."""

from __future__ import annotations

import re

from registry.diagnostics import shown, spell_path
from registry.domain import NEVER, Choices, Range, condition, listed, spell
from registry.facts import Refusal
from registry.rules.unknown_parameter import suggestions
from registry.rules.value_not_accepted import accepted
from registry.rules.wrong_type import API_WORDS, expected

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.diagnostics import Problem
    from registry.rules._rule import Case, Rule

SIMILAR = {
    "unmet_condition": "unsupported_value",
    "unsupported_value": "invalid_value",
    "unknown_variant": "invalid_value",
    "over_limit": "above_maximum",
    "retired_model": "unknown_model",
    "unmet_need": "missing_parameter",
    "no_way": "missing_parameter",
    "foreign_name": "unknown_model",
    "unsupported_endpoint": "unknown_model",
}
"""Kinds that an endpoint words like another kind, when it says nothing of their own."""

PARAM = "{path}"
"""What `param` is when an endpoint does not say: the place itself."""


def refusal(case: Case, problem: Problem, rule: Rule) -> dict[str, object]:
    """`{"error": {message, type, param, code}}`, as the provider would answer this problem."""
    words = _words(case, problem)
    fill = _Fill(case, problem, rule)
    message = words.get("message")
    param = words.get("param", PARAM)
    return {
        "error": {
            "message": fill(message) if message else rule.message(case, problem),
            "type": words.get("type", "invalid_request_error"),
            "param": fill(param) if param is not None else None,
            "code": fill(words["code"]) if words.get("code") is not None else None,
        },
    }


def status(case: Case, problem: Problem) -> int:
    """The HTTP status of that answer."""
    return int(_words(case, problem).get("status", 400))


def _words(case: Case, problem: Problem) -> Mapping[str, Any]:
    kind: str | None = problem.kind
    detail = problem.detail
    if kind == "unmet_condition" and isinstance(detail, Refusal) and detail.values is NEVER:
        kind = kind if _said(case, problem, kind) else "unsupported_parameter"
    while kind is not None:
        said = _said(case, problem, kind)
        if said is not None:
            return said
        kind = SIMILAR.get(kind)
    return {"code": problem.kind}


def _said(case: Case, problem: Problem, kind: str) -> Mapping[str, Any] | None:
    general: Mapping[str, Any] | None = case.shape.get("refusals", {}).get(kind)
    says: Mapping[str, Any] = problem.node.get("says") or {}  # type: ignore[assignment]
    special = says.get(kind)
    return {**(general or {}), **special} if special is not None else general


class _Fill:
    """Fills the names in a template (`{path}`); other braces stay as they are."""

    def __init__(self, case: Case, problem: Problem, rule: Rule) -> None:
        self.case = case
        self.problem = problem
        self.own = rule.fillings(problem)

    def __call__(self, template: str) -> str:
        return re.sub(r"\{([a-z]+)\}", self._one, template)

    def _one(self, name: re.Match[str]) -> str:
        if name[1] in self.own:
            return self.own[name[1]]
        made = getattr(self, f"_{name[1]}", None)
        return str(made()) if made else name[0]

    def _path(self) -> str:
        return spell_path(self.problem.path)

    def _parent(self) -> str:
        return spell_path(self.problem.path[:-1])

    def _grandparent(self) -> str:
        return spell_path(self.problem.path[:-2])

    def _value(self) -> str:
        value = self.problem.value
        return shown(value)[1:-1] if isinstance(value, str) else shown(value)

    def _type(self) -> str:
        value = self.problem.value
        return str(value.get("type")) if isinstance(value, dict) else ""

    def _model(self) -> str:
        return self.case.name

    def _endpoint(self) -> str:
        return self.case.endpoint

    def _allowed(self) -> str:
        values = accepted(self.problem)
        if isinstance(values, Choices):
            return _enumerated([shown(value) for value in values.values])
        return values.phrase() if values is not None else ""

    def _bound(self) -> str:
        values = accepted(self.problem)
        if not isinstance(values, Range):
            return ""
        low = self.problem.kind in ("below_minimum", "too_short")
        return spell(values.low if low else values.high)

    def _limit(self) -> str:
        values = accepted(self.problem)
        return str(values.limit) if isinstance(values, Range) else ""

    def _instead(self) -> str:
        detail = self.problem.detail
        parameter = detail.parameter if isinstance(detail, Refusal) else None
        return str(parameter.instead if parameter else detail)

    def _condition(self) -> str:
        detail = self.problem.detail
        branch = detail.branch if isinstance(detail, Refusal) else None
        return condition(branch.when) if branch and branch.when else ""

    def _expected(self) -> str:
        if isinstance(self.problem.detail, str):
            return self.problem.detail
        return listed(expected(self.problem, API_WORDS) or [kind_of(self.problem.value, article=True)])

    def _got(self) -> str:
        return kind_of(self.problem.value, article=True)

    def _kind(self) -> str:
        # A bound on decimals is a decimal's, whatever number was sent.
        declared = self.problem.node.get("type")
        number = isinstance(self.problem.value, int | float)
        return "decimal" if declared == "number" and number else kind_of(self.problem.value)

    def _detail(self) -> str:
        return str(self.problem.detail)

    def _dotted(self) -> str:
        return spell_path(self.problem.path).replace("[", ".[")

    def _length(self) -> str:
        value = self.problem.value
        return str(len(value)) if isinstance(value, str | list | tuple | dict) else ""

    def _suggestion(self) -> str:
        return next(iter(suggestions(self.case, self.problem)), "")


def _enumerated(words: list[str]) -> str:
    """`'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`: the API has the comma before `and`, from three on."""
    *head, tail = words or ["none"]
    comma = "," if len(head) > 1 else ""
    return f"{', '.join(head)}{comma} and {tail}" if head else tail


def kind_of(value: object, *, article: bool = False) -> str:
    """A value's type as the API calls it: string, integer, decimal, boolean, array, object, null."""
    if value is None or isinstance(value, bool):
        name = "null" if value is None else "boolean"
    elif isinstance(value, str):
        name = "string"
    elif isinstance(value, int | float):
        name = "integer" if isinstance(value, int) else "decimal"
    else:
        name = "array" if isinstance(value, list | tuple) else "object"
    if not article or value is None:
        return name
    return f"{'an' if name[0] in 'aio' else 'a'} {name}"
