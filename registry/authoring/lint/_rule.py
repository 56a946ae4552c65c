"""How a rule about the catalogue is declared, what it yields, and what comes of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from registry import rulebook
from registry.rulebook import Severity, rule

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.authoring.document import Document, Place, Position
    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._edits import Edit

__all__ = ["Finding", "Flaw", "Rule", "Severity", "rule"]


class Flaw:
    """Something wrong at a place of a file, and the edits that repair it (none: a person has to)."""

    __slots__ = ("document", "edits", "message", "place", "position")

    def __init__(
        self,
        document: Document,
        place: Place,
        message: str,
        edits: Sequence[Edit] | None = None,
        *,
        position: Position | None = None,
    ) -> None:
        self.document = document
        self.place = place
        self.message = message
        self.edits = edits
        self.position = position or document.at(place, key=place in document.keys)


Rule: TypeAlias = rulebook.Rule["Draft", Flaw]


class Finding:
    """What a rule found in a file: where, what, and the text edits that repair it (None: a person has to)."""

    __slots__ = ("code", "column", "file", "fix", "line", "message", "name", "severity")

    def __init__(self, rule: Rule, flaw: Flaw) -> None:
        self.file = flaw.document.name
        self.line, self.column = flaw.position
        self.code = rule.code
        self.name = rule.name
        self.severity: Severity = rule.severity
        self.message = flaw.message
        self.fix: tuple[Edit, ...] | None = tuple(flaw.edits) if flaw.edits else None

    def as_dict(self) -> dict[str, object]:
        """JSON-ready."""
        fix = [edit.as_dict() for edit in self.fix] if self.fix else None
        return {**{name: getattr(self, name) for name in sorted(self.__slots__)}, "fix": fix}

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}"

    def __repr__(self) -> str:
        return f"<{self}>"
