"""How bad findings are to a caller, and in which order the API would come upon them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from decimal import Decimal
    from typing import Any, Literal, TypeAlias

    from registry.diagnostics import Problem, Severity, Step
    from registry.rules import Rule

    Unknown: TypeAlias = Literal["error", "warn", "allow"] | Mapping[str, Literal["error", "warn", "allow"]]

SEVERITIES: dict[str, Severity] = {
    "ignored": "warning",
    "unknown_key": "warning",
    "deprecated_model": "warning",
    "disputed": "warning",
    "unconfirmed": "warning",
    "account": "skipped",
    "unknown_fact": "skipped",
    "unknown_endpoint": "skipped",
    "unread_value": "skipped",
    "too_deep": "skipped",
    "unpriced": "skipped",
    "uncounted": "skipped",
    "unsent": "warning",
    "held_back": "warning",
}
"""How bad the kinds are that leave a request standing (`SOFT`); all others refuse it."""

LOOSENED = {
    "unknown_model": "model",
    "unknown_parameter": "parameter",
    "invalid_value": "value",
    "unsupported_value": "value",
    "unknown_variant": "value",
}
"""What `unknown=` may loosen, by kind of problem: the catalogue may be older than the server."""

PHASES = {
    "unknown_model": 0,
    "foreign_name": 0,
    "retired_model": 0,
    "unsupported_endpoint": 0,
    "missing_parameter": 1,
    "unknown_parameter": 2,
    "unsupported_value": 4,
    "unsupported_parameter": 4,
    "unmet_condition": 4,
}
"""The API's order: the model, what is missing, unknown keys, field by field, then what the model can't do."""

TOP_ONLY = (1, 2)
"""Phases of the body's own keys; what is missing or unknown deeper down is found field by field."""

FIELDS = 3


_rules: Mapping[str, Rule] | None = None


def rules() -> Mapping[str, Rule]:
    """The rules by the kinds that they word: loaded when something is wrong."""
    global _rules  # noqa: PLW0603 - loaded once a process
    if _rules is None:
        from registry.rules import BY_KIND

        _rules = BY_KIND
    return _rules


class Options:
    """What a caller wants to hear, and knows."""

    __slots__ = ("account", "count_tokens", "ignore", "max_cost", "unknown")

    def __init__(
        self,
        ignore: frozenset[str] = frozenset(),
        unknown: Unknown = "error",
        account: Mapping[str, bool] | None = None,
        max_cost: Decimal | int | str | None = None,
        *,
        count_tokens: bool = False,
    ) -> None:
        self.ignore = ignore
        self.unknown = unknown
        self.account = account
        self.max_cost = max_cost
        """USD."""
        self.count_tokens = count_tokens

    @property
    def reckons(self) -> bool:
        """Whether something is asked that only a count of tokens can tell."""
        return self.max_cost is not None or self.count_tokens

    def severity(self, problem: Problem) -> Severity | None:
        """How bad a problem is for this caller; None: not worth a word."""
        kind = problem.kind
        severity: Severity | None = SEVERITIES.get(kind, "error")
        if kind in LOOSENED and self.unknown != "error":
            said = self.unknown if isinstance(self.unknown, str) else self.unknown.get(LOOSENED[kind], "error")
            severity = {"error": severity, "warn": "warning", "allow": None}[said]
        if kind == "account" and self.account is not None and problem.detail in self.account:
            severity = None if self.account[str(problem.detail)] else "error"
        if severity and self.ignore:
            return None if rules()[kind].code in self.ignore else severity
        return severity

    def sort(self, found: list[Problem], shape: Mapping[str, Any]) -> dict[str, list[Problem]]:
        """Problems by severity, each in the API's order."""
        if len(found) > 1:
            found.sort(key=_places(shape.get("order", {})))
        return self.graded(found)

    def graded(self, found: Collection[Problem]) -> dict[str, list[Problem]]:
        """Problems by severity, in the order in which they come."""
        plain = self.unknown == "error" and not self.ignore and self.account is None
        graded: dict[str, list[Problem]] = {}
        for problem in found:
            severity = SEVERITIES.get(problem.kind, "error") if plain else self.severity(problem)
            if severity in graded:
                graded[severity].append(problem)
            elif severity is not None:
                graded[severity] = [problem]
        return graded


def _places(order: Mapping[Step, int]) -> Callable[[Problem], int]:
    """Where a problem comes in the API's order: by its phase, then by the parameter that it is in."""
    last = len(order)
    width = last + 1

    def place(problem: Problem) -> int:
        steps = problem.steps
        phase = PHASES.get(problem.kind, FIELDS)
        if phase in TOP_ONLY and len(steps) > 1:
            phase = FIELDS
        return phase * width + (order.get(steps[-1], last) if steps else 0)

    return place


PLAIN = Options()
"""What a caller wants who asks for nothing special."""
