"""How the report about a request is printed, as text and as a line of JSON; and the tally at the end."""

from __future__ import annotations

import json

from registry.cli.screen import count, printable
from registry.domain import spell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from registry.cli.bodies import Request
    from registry.cli.screen import Painter
    from registry.diagnostics import Diagnostic
    from registry.report import Report


class Tally:
    """What all requests came to. Under `strict` a warning is an error."""

    __slots__ = ("errors", "requests", "skipped", "strict", "unreadable", "warnings")

    def __init__(self, *, strict: bool = False) -> None:
        self.strict = strict
        self.requests = self.errors = self.warnings = self.skipped = self.unreadable = 0

    def add(self, report: Report) -> bool:
        """Count a report in; whether it has an error or a warning."""
        errors, warnings = len(report.errors), len(report.warnings)
        self.requests += 1
        self.errors += errors + warnings if self.strict else errors
        self.warnings += 0 if self.strict else warnings
        self.skipped += len(report.skipped)
        return bool(errors or warnings)

    def __str__(self) -> str:
        found = [
            *([count(self.errors, "error")] if self.errors else []),
            *([count(self.warnings, "warning")] if self.warnings else []),
            *([f"{self.skipped:,} not judged"] if self.skipped else []),
            *([f"{self.unreadable:,} unreadable"] if self.unreadable else []),
        ]
        many = count(self.requests, "request") if self.requests > 1 else ""
        if not found:
            return f"{many}, all fine" if many else "fine"
        return ", ".join(found) + (f" in {many}" if many else "")


def lines(request: Request, report: Report, paint: Painter, *, strict: bool, quiet: bool) -> Iterator[str]:
    """A report as text: the request's name, then each diagnostic with its accepted values, source, fixes and answer."""
    name = report.model or (request.body.get("model") if isinstance(request.body, dict) else None) or "no model"
    where = f" at {report.endpoint}" if report.endpoint else ""
    yield f"{paint('strong', printable(request.name))}: {printable(f'{name}{where}')}"
    for diagnostic in report.errors:
        yield from _told(diagnostic, "error", paint)
    for diagnostic in report.warnings if strict or not quiet else ():
        yield from _told(diagnostic, "error" if strict else "warning", paint)
    for diagnostic in () if quiet else report.skipped:
        yield from _told(diagnostic, "skipped", paint)


def _told(diagnostic: Diagnostic, severity: str, paint: Painter) -> Iterator[str]:
    place = f" {printable(diagnostic.path)}:" if diagnostic.path else ""
    yield f"  {paint(severity, f'{severity}[{diagnostic.code}]')}{place} {printable(diagnostic.message)}"
    if diagnostic.allowed not in (None, "ignored"):  # any value is accepted where it does nothing
        yield _detail("accepts", accepted(diagnostic.allowed), paint)
    source = diagnostic.source
    if source is not None and severity != "skipped":
        yield _detail("source", f"{source.title} ({source.told})", paint)
    for fix in diagnostic.fixes:
        yield _detail("fix", fix.title, paint)
    if diagnostic.api is not None:
        answer: Any = diagnostic.api["error"]
        yield _detail("api", f"code {spell(answer['code'])}, param {spell(answer['param'])}", paint)


def _detail(word: str, text: str, paint: Painter) -> str:
    return f"    {paint('faint', word.ljust(8))} {printable(text)}"


def accepted(allowed: object) -> str:
    """What a place accepts, in the notation without its brackets: `low, medium`, `0..2`, `never`."""
    if isinstance(allowed, list | tuple):
        return ", ".join(spell(value) for value in allowed) or "nothing"
    return str(allowed)


def line(request: Request, report: Report, *, strict: bool) -> str:
    """A report as one line of JSON, with the name of the request."""
    told = report.as_dict()
    if strict and report.warnings:
        told["ok"] = False
        told["errors"] = [*_list(told["errors"]), *({**said, "severity": "error"} for said in _list(told["warnings"]))]
        told["warnings"] = []
    return json.dumps({"request": request.name, "custom_id": request.custom_id, **told})


def _list(value: Any) -> list[dict[str, object]]:  # noqa: ANN401 - JSON
    return list(value)
