"""Comments that silence findings: `# registry: ignore[REQ007] until=2027-01-01 why`, for one call, with an end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registry.days import day_of

if TYPE_CHECKING:
    from registry.lint.finding import Finding
    from registry.lint.text import File

COMMENT = re.compile(r"(?:#|//|<!--)\s*registry:\s*ignore(?:\[(?P<codes>[^\]]*)\])?(?:\s+until=(?P<until>[^\s\"\\]+))?")
ALONE = re.compile(r"\s*\"?\s*(?:#|//|<!--)")
"""A line that is a comment and nothing else; in a notebook, in its quotes."""


def is_silenced(finding: Finding, file: File, on: str) -> bool:
    """Whether a comment at the line of a finding, at the first of its call or above that, silences it.

    A comment whose day has passed, or is none, does not; the finding says so.
    """
    first, last = finding.lines
    lines = [file.line(number) for number in sorted({finding.line, first, last})]
    above = file.line(first - 1)
    for line in (*lines, *([above] if ALONE.match(above) else [])):
        for found in COMMENT.finditer(line):
            codes = [code.strip() for code in (found["codes"] or "").split(",") if code.strip()]
            if not codes or finding.code in codes or finding.name in codes:
                if not found["until"]:
                    return True
                said = _over(found["until"], on)
                if not said:
                    return True
                finding.message += said
    return False


def _over(until: str, on: str) -> str:
    """Why a day does not silence; nothing when it does."""
    try:
        return "" if on <= day_of(until) else f" (it was ignored until {until})"
    except ValueError:
        return f" (until={until} is no day, so it is not ignored: write 2027-01-31)"
