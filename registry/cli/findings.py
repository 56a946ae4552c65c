"""How findings in files are printed: text, JSON, GitHub's annotations, SARIF 2.1.0, JUnit's XML."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from registry.cli.screen import Painter, count, printable, write

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from registry.lint import Finding

SARIF = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning"}


class Text:
    """Findings for people, as they come."""

    def __init__(self) -> None:
        self.paint = Painter(sys.stdout)

    def tell(self, finding: Finding) -> None:
        """Print a finding, with the best fix."""
        where = printable(f"{finding.file}:{finding.line}:{finding.column}")
        what = self.paint(finding.severity, f"{finding.severity}[{finding.code}]")
        write(f"{where}: {what} {printable(finding.message)}\n")
        if finding.fixes:
            how = f" ({'--fix-models' if finding.moves else '--fix'} does)" if finding.edits else ""
            write(f"    fix      {printable(finding.fixes[0])}{how}\n")

    def end(self, tally: Tally) -> None:
        """Print what it came to."""
        style = "error" if tally.errors else "warning" if tally.warnings else "fine"
        write(self.paint(style, str(tally)) + "\n")


class Github:
    """Findings as workflow commands, which GitHub shows beside the line."""

    def tell(self, finding: Finding) -> None:
        """Print a finding."""
        place = f"file={_escaped(finding.file)},line={finding.line},col={finding.column}"
        title = _escaped(f"{finding.code} {finding.name}")
        message = _escaped_text(f"{finding.message}{_fix(finding)}")
        write(f"::{finding.severity} {place},title={title}::{message}\n")

    def end(self, tally: Tally) -> None:
        """Nothing more."""


class _Gathered:
    """Findings that are printed at the end, all in one."""

    def __init__(self) -> None:
        self.found: list[Finding] = []

    def tell(self, finding: Finding) -> None:
        """Keep a finding."""
        self.found.append(finding)

    def end(self, tally: Tally) -> None:
        """Print them all."""
        write(self.printed(self.found, tally) + "\n")

    def printed(self, found: Sequence[Finding], tally: Tally) -> str:
        """All findings as one document."""
        raise NotImplementedError


class Json(_Gathered):
    """Findings as one JSON array."""

    def printed(self, found: Sequence[Finding], tally: Tally) -> str:
        """All findings as one document."""
        del tally
        return json.dumps([finding.as_dict() for finding in found], indent=2)


class Sarif(_Gathered):
    """Findings as SARIF 2.1.0, for code scanning."""

    def printed(self, found: Sequence[Finding], tally: Tally) -> str:
        """All findings as one document."""
        del tally
        rules = {finding.code: finding.name for finding in found}
        driver = {
            "name": "registry",
            "rules": [{"id": code, "name": name} for code, name in sorted(rules.items())],
        }
        runs = [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [_result(one) for one in found]}
        ]
        return json.dumps({"$schema": SARIF, "version": "2.1.0", "runs": runs}, indent=2)


def _result(finding: Finding) -> dict[str, Any]:
    region = {"startLine": finding.line, "startColumn": finding.column}
    file = {"uri": finding.file.replace("\\", "/")}
    return {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{_fix(finding)}"},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
    }


class Junit(_Gathered):
    """Findings as the failures of one test suite."""

    def printed(self, found: Sequence[Finding], tally: Tally) -> str:
        """All findings as one document."""
        cases = [_case(one) for one in found] or ['  <testcase classname="registry.lint" name="fine"/>']
        failing = sum(one.severity == "error" for one in found)
        head = f'<testsuite name="registry lint" tests="{len(cases)}" failures="{failing}" errors="{tally.unreadable}">'
        return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *cases, "</testsuite>"])


def _case(finding: Finding) -> str:
    where = f"{finding.file}:{finding.line}:{finding.column}"
    name = _attribute(f"{where} {finding.code}")
    text = escape(printable(f"{finding.message}{_fix(finding)}"))
    inner = (
        f"<failure type={_attribute(finding.code)} message={_attribute(finding.message)}>{text}</failure>"
        if finding.severity == "error"
        else f"<system-out>{text}</system-out>"
    )
    return f"  <testcase classname={_attribute(finding.file)} name={name}>{inner}</testcase>"


def _attribute(text: str) -> str:
    return quoteattr(printable(text))


def _fix(finding: Finding) -> str:
    return f" Fix: {finding.fixes[0]}." if finding.fixes else ""


def _escaped_text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped(text: str) -> str:
    return _escaped_text(text).replace(":", "%3A").replace(",", "%2C")


FORMATS = {"text": Text, "json": Json, "github": Github, "sarif": Sarif, "junit": Junit}


class Tally:
    """What all files came to. Under `strict` a warning is an error."""

    def __init__(self, *, strict: bool) -> None:
        self.strict = strict
        self.files = self.calls = self.errors = self.warnings = self.mended = self.unreadable = 0

    def add(self, findings: Iterable[Finding]) -> None:
        """Count findings in."""
        for one in findings:
            if one.severity == "error" or self.strict:
                one.severity = "error"
                self.errors += 1
            else:
                self.warnings += 1

    def __str__(self) -> str:
        found = [
            *([f"{self.mended:,} mended"] if self.mended else []),
            *([count(self.errors, "error")] if self.errors else []),
            *([count(self.warnings, "warning")] if self.warnings else []),
            *([f"{self.unreadable:,} unreadable"] if self.unreadable else []),
        ]
        return f"{', '.join(found) or 'fine'} in {count(self.calls, 'call')}, {count(self.files, 'file')}"
