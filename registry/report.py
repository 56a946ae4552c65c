"""All that is to say about one request, and the exception that raises it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Protocol

    from registry.diagnostics import Diagnostic, Severity

    class Teller(Protocol):
        """Who words the diagnostics of a report, by severity, and counts them without."""

        @property
        def model(self) -> str | None:
            """The id of the model that the request was judged by."""

        @property
        def endpoint(self) -> str | None:
            """The path of the endpoint that it was judged for."""

        def __call__(self, severity: Severity) -> tuple[Diagnostic, ...]:
            """The diagnostics of a severity, in the API's order."""

        def count(self, severity: Severity) -> int:
            """How many there are."""


VERSION = 1
"""Of the form that a report has as JSON."""

OK = 200


class Report:
    """All that is to say about one request. `ok` says whether the API would take it, as far as we know."""

    __slots__ = ("_about", "_telling", "_told", "ok")

    def __init__(self, ok: bool, telling: Callable[..., Teller], about: tuple[Any, ...] = ()) -> None:  # noqa: FBT001 - first of all
        self.ok = ok
        self._telling = telling
        self._about = about
        """What the telling is about: its arguments, once somebody wants to hear."""
        self._told: tuple[Teller, dict[str, tuple[Diagnostic, ...]]] | None = None

    @property
    def model(self) -> str | None:
        """The id of the model that the request was judged by; None when it is unknown."""
        return self._tell()[0].model

    @property
    def endpoint(self) -> str | None:
        """The path of the endpoint that it was judged for."""
        return self._tell()[0].endpoint

    def _tell(self) -> tuple[Teller, dict[str, tuple[Diagnostic, ...]]]:
        """Who tells, and what was told so far."""
        if self._told is None:
            self._told = self._telling(*self._about), {}
        return self._told

    def _all(self, severity: Severity) -> tuple[Diagnostic, ...]:
        teller, told = self._tell()
        if severity not in told:
            told[severity] = teller(severity)
        return told[severity]

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What the API refuses, in the order in which it looks."""
        return self._all("error")

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What it takes and ignores, what is deprecated, and what sources disagree about."""
        return self._all("warning")

    @property
    def skipped(self) -> tuple[Diagnostic, ...]:
        """What could not be judged, and why: an unknown fact, or one that depends on who calls."""
        return self._all("skipped")

    def count(self, severity: Severity) -> int:
        """How many diagnostics of a severity there are, without wording them."""
        return self._tell()[0].count(severity)

    @property
    def api(self) -> dict[str, object] | None:
        """The body of the error that the API would answer: its first; None when it would not refuse."""
        return next((error.api for error in self.errors if error.api is not None), None)

    @property
    def status(self) -> int:
        """The HTTP status that the API would answer with: that of its first error; 200 when it would not refuse."""
        return next((error.status for error in self.errors if error.status is not None), OK)

    def as_dict(self) -> dict[str, object]:
        """JSON-ready; `version` counts changes of this form."""
        return {
            "version": VERSION,
            "ok": self.ok,
            "model": self.model,
            "endpoint": self.endpoint,
            **{
                severity: [diagnostic.as_dict() for diagnostic in getattr(self, severity)]
                for severity in ("errors", "warnings", "skipped")
            },
            "api": self.api,
        }

    def __str__(self) -> str:
        said = (*self.errors, *self.warnings)
        return "\n".join(str(diagnostic) for diagnostic in said) or "fine"

    def __repr__(self) -> str:
        return f"<report: {len(self.errors)} errors, {len(self.warnings)} warnings, {len(self.skipped)} skipped>"


class InvalidRequest(ValueError):  # noqa: N818 - reads as what it is
    """A request that the API would refuse; `report` has the reasons."""

    def __init__(self, report: Report) -> None:
        super().__init__("\n".join(str(diagnostic) for diagnostic in report.errors))
        self.report = report
