"""What became of requests: the verdict on one, and the counts of all."""

from __future__ import annotations

import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, Literal

    from registry.fix import Change
    from registry.report import Report

BAD_REQUEST = 400
REPORT = "registry.report"
"""Where a refusal has its report, among the extensions of the response."""


class Stats:
    """How many requests a guard met, and what became of them."""

    __slots__ = ("_lock", "fixed", "refused", "seen", "skipped", "warned")

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.seen = 0
        self.refused = 0
        self.fixed = 0
        self.warned = 0
        """Let through as they were, with something said about them."""
        self.skipped = 0
        """Not judged: another server, another endpoint, or a body that can't be read."""

    def count(self, *what: str) -> None:
        """One more of each, in one step."""
        with self._lock:
            for name in what:
                setattr(self, name, getattr(self, name) + 1)

    def as_dict(self) -> dict[str, int]:
        """JSON-ready."""
        return {name: getattr(self, name) for name in ("seen", "refused", "fixed", "warned", "skipped")}

    def __repr__(self) -> str:
        return f"<{', '.join(f'{number} {name}' for name, number in self.as_dict().items())}>"


class Verdict:
    """What becomes of one request: `action` is send, refuse or fix."""

    __slots__ = ("action", "body", "changes", "report")

    def __init__(
        self,
        action: Literal["send", "refuse", "fix"],
        report: Report,
        body: dict[str, Any] | None = None,
        changes: Sequence[Change] = (),
    ) -> None:
        self.action = action
        self.report = report
        self.body = body
        """What to send instead, where it was fixed."""
        self.changes = tuple(changes)

    @property
    def api(self) -> dict[str, Any]:
        """The body of the error that the API would answer to a refused request.

        What the API would take, and the caller alone refuses (`max_cost`), has one like it, whose code is the rule's.
        """
        if self.report.api is not None or not self.report.errors:
            return self.report.api or {}
        ours = self.report.errors[0]
        said = {"message": ours.message, "type": "invalid_request_error", "param": ours.path or None, "code": ours.code}
        return {"error": said}

    @property
    def status(self) -> int:
        """The HTTP status of that answer."""
        return BAD_REQUEST if self.report.errors and self.report.api is None else self.report.status

    def __repr__(self) -> str:
        return f"<{self.action}: {self.report!r}>"


def report_of(error: BaseException | None) -> Report | None:
    """The report of a refusal, out of whatever error a library made of it; None when there is none."""
    while error is not None:
        extensions = getattr(getattr(error, "response", None), "extensions", None) or {}
        report: Report | None = getattr(error, "report", None) or extensions.get(REPORT)
        if report is not None:
            return report
        error = error.__cause__ or error.__context__
    return None
