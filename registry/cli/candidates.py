"""Models that requests are compared on: which requests each would take, and which it would refuse and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.cli.arguments import Option, UsageMistake
from registry.cli.screen import count
from registry.diagnostics import UnknownModel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.report import Report

    Mark = tuple[str, str]

COMPARE = "--compare"
ANY = "any"
TOLD = 3
"""Reasons that a line of text has room for."""


class Candidate:
    """A model that requests are compared on."""

    __slots__ = ("model", "refused", "taken", "unjudged", "why")

    def __init__(self, model: str) -> None:
        self.model = model
        self.taken = 0
        """Requests that it would take."""
        self.refused = 0
        self.unjudged = 0
        """Requests that are not there to be judged."""
        self.why: dict[Mark, int] = {}
        """The codes and places of refusals, and of how many requests."""

    def refuse(self, marks: Iterable[Mark]) -> None:
        """Count a request that it would refuse."""
        self.refused += 1
        for mark in dict.fromkeys(marks):
            self.why[mark] = self.why.get(mark, 0) + 1

    def refusal(self) -> str:
        """What it would refuse, in words: `would refuse 3 of 4 requests: REQ004 temperature (2), REQ007 n (1)`."""
        judged = self.taken + self.refused
        if not self.refused:
            return ""
        ordered = sorted(self.why.items(), key=lambda pair: (-pair[1], pair[0]))
        times = [f" ({number:,})" if judged > 1 else "" for _, number in ordered]
        told = [" ".join(filter(None, mark)) + often for (mark, _), often in zip(ordered[:TOLD], times, strict=False)]
        more = [f"{len(ordered) - TOLD} more"] if len(ordered) > TOLD else []
        them = f"{self.refused:,} of {count(judged, 'request')}" if judged > 1 else "it"
        return f"would refuse {them}: {', '.join([*told, *more])}"

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        why = [{"code": code, "path": path, "requests": number} for (code, path), number in self.why.items()]
        return {"taken": self.taken, "refused": self.refused, "unjudged": self.unjudged, "why": why}

    def __repr__(self) -> str:
        return f"<{self.model}: {self.taken} taken, {self.refused} refused>"


def marks(report: Report) -> dict[Mark, None]:
    """The errors of a report by code and place, in its order."""
    return {(error.code, error.path): None for error in report.errors}


def named(names: Sequence[str], catalogue: Catalogue) -> list[str]:
    """The names of models that are compared, each once. Raises UsageMistake for one that stands for no model."""
    for name in names:
        try:
            catalogue.resolve(name)
        except UnknownModel as error:
            raise UsageMistake(str(error), COMPARE) from None
    return list(dict.fromkeys(names))


def option(text: str) -> Option:
    """`--compare`, with its line of help."""
    return Option(COMPARE, kind="many", metavar="MODEL", help=text)
