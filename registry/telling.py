"""From problems to diagnostics: findings put in order and into words, one field at a time."""

from __future__ import annotations

from registry.diagnostics import Diagnostic
from registry.grading import rules
from registry.shape.plan import Plan
from registry.subject import NO_SHAPE, Setting, Subject, inside, subject_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import Any, TypeAlias

    from registry.diagnostics import Problem, Severity, Step
    from registry.grading import Options
    from registry.rules import Case

    Mark: TypeAlias = tuple[str, tuple[Step, ...]]
    """A finding by its kind and place."""

MOST_FIXED = 100
"""Findings of a report that still offers fixes; each costs a verdict."""

ALOUD: tuple[Severity, ...] = ("error", "warning")
"""Severities that no fix may add to."""

OF_THE_ANSWER = ("api", "status")
"""What is told of the API's answer, which only an error gets."""


class Telling:
    """What is found about one request, put in order and into words when somebody asks for it."""

    __slots__ = ("body", "found", "marks", "options", "sorted", "subject", "told")

    def __init__(
        self,
        subject: Subject,
        body: Any,  # noqa: ANN401 - whatever a caller sends
        found: Collection[Problem],
        options: Options,
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
        worded, words = rules(), self.words
        return tuple(
            [
                Diagnostic(worded[problem.kind], problem, severity, problem.place, words)
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
        rule = rules()[problem.kind]
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
