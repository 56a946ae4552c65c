"""From problems to diagnostics: how bad each is for this caller, in which order, and in which words."""

from __future__ import annotations

from registry.diagnostics import Diagnostic
from registry.shape.plan import Plan
from registry.shape.values import hard
from registry.subject import NO_SHAPE, Setting, Subject, inside, subject_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from decimal import Decimal
    from typing import Any, Literal, TypeAlias

    from registry.diagnostics import Problem, Severity, Step
    from registry.rules import Case, Rule

    Mark: TypeAlias = tuple[str, tuple[Step, ...]]
    """A finding by its kind and place."""
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

MOST_FIXED = 100
"""Findings of a report that still offers fixes; each costs a verdict."""

TOP_ONLY = (1, 2)
"""Phases of the body's own keys; what is missing or unknown deeper down is found field by field."""

FIELDS = 3
ALOUD: tuple[Severity, ...] = ("error", "warning")
"""Severities that no fix may add to."""

OF_THE_ANSWER = ("api", "status")
"""What is told of the API's answer, which only an error gets."""


_rules: Mapping[str, Rule] = {}
"""The rules by the kinds that they word: loaded when something is wrong."""


def _loaded() -> Mapping[str, Rule]:
    global _rules  # noqa: PLW0603 - loaded once a process
    from registry.rules import BY_KIND

    _rules = BY_KIND
    return BY_KIND


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
            return None if (_rules or _loaded())[kind].code in self.ignore else severity
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


def stands(found: Collection[Problem]) -> bool:
    """Whether problems leave a request standing, for a caller who wants nothing special."""
    return not hard(found)


PLAIN = Options()
"""What a caller wants who asks for nothing special."""


class Telling:
    """What is found about one request, put in order and into words when somebody asks for it."""

    __slots__ = ("body", "found", "marks", "options", "sorted", "subject", "told")

    def __init__(
        self,
        subject: Subject,
        body: Any,  # noqa: ANN401 - whatever a caller sends
        found: Collection[Problem],
        options: Options = PLAIN,
    ) -> None:
        self.subject = subject
        self.body = body
        self.options = options
        self.found = found
        self.sorted: Mapping[str, list[Problem]] | None = None
        self.marks: set[Mark] | None = None
        self.told: Case | None = None

    @property
    def model(self) -> str | None:
        """The id of the model that the request was judged by."""
        return self.subject.id

    @property
    def endpoint(self) -> str | None:
        """The path of the endpoint that it was judged for."""
        return self.subject.path

    def ok(self) -> bool:
        """Whether nothing that was found is an error to this caller."""
        return not self._sorted().get("error")

    def _sorted(self) -> Mapping[str, list[Problem]]:
        if self.sorted is None:
            self.sorted = self.options.sort([*self.subject.always, *self.found], self.subject.shape)
        return self.sorted

    def __call__(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The diagnostics of one severity, in the API's order."""
        rules, words = _rules or _loaded(), self.words
        return tuple(
            [
                Diagnostic(rules[problem.kind], problem, severity, problem.place, words)
                for problem in self.problems(severity)
            ]
        )

    def problems(self, severity: Severity) -> Sequence[Problem]:
        """The problems of one severity, in the API's order."""
        return self._sorted().get(severity, ())

    def count(self, severity: Severity) -> int:
        """How many there are of a severity."""
        return len(self.problems(severity))

    def before(self) -> set[Mark]:
        """The findings that a fix may leave as they are."""
        if self.marks is None:
            self.marks = _marked(self._sorted(), ALOUD)
        return self.marks

    def case(self) -> Case:
        """The request as a rule's words see it."""
        if self.told is None:
            from registry.rules import Case  # words are loaded when something is wrong

            subject = self.subject
            body = self.body if isinstance(self.body, dict) else {}
            plan = subject.plan or Plan(NO_SHAPE, None)
            self.told = Case(body, subject.catalogue, plan, subject.model, inside(body, subject.at))
        return self.told

    def words(self, what: str, problem: Problem, severity: Severity) -> object:
        """One field of a problem's diagnostic."""
        rule = (_rules or _loaded())[problem.kind]
        if what == "message":
            return rule.message(self.case(), problem)
        if what in OF_THE_ANSWER and (severity != "error" or not rule.answered):
            return None
        if what == "fixes" and len(self.found) > MOST_FIXED:
            return ()
        from registry.rules import tell

        return tell(what, self.case(), problem, rule, lambda patched, moved: self._rid(problem, patched, moved))

    def _rid(self, problem: Problem, patched: dict[str, Any], moved: tuple[Step, ...] | None) -> bool:
        """Whether a patched body is rid of a problem, and has none that the given one had not.

        What is wrong inside a value that moved to another place was wrong before, though nobody could see it.
        """
        subject, options = self.subject, self.options
        severities = ALOUD
        named = inside(patched, subject.at)
        if isinstance(named, str) and problem.path == subject.at:
            old = subject.setting
            setting = Setting(subject.path or old.endpoint, old.day, old.trust, old.surface)
            subject = subject_of(subject.catalogue, named, setting)
            # That the right model is deprecated is no reason to offer a wrong one.
            severities = ("error",)
        found = options.graded([*subject.always, *(subject.judge(patched) or ())])
        if (problem.kind, problem.path) in _marked(found, ALOUD):
            return False
        new = _marked(found, severities) - self.before()
        return not new or (moved is not None and all(mark[1][: len(moved)] == moved for mark in new))


def _marked(found: Mapping[str, list[Problem]], severities: tuple[Severity, ...]) -> set[Mark]:
    return {(problem.kind, problem.path) for severity in severities for problem in found.get(severity, ())}
