"""How a rule about the catalogue is declared, what it yields, and what comes of that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from registry.authoring.document import Document, Place, Position
    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._edits import Edit

    Look = Callable[[Draft], Iterator["Flaw"]]

Severity = Literal["error", "warning"]


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


class Rule:
    """One thing to say about files of facts: a code for ever, a name, a severity, a page."""

    __slots__ = ("_look", "code", "fixable", "name", "page", "severity", "since")

    def __init__(self, code: str, severity: Severity, since: str, look: Look, *, fixable: bool) -> None:
        self.code = code
        self.severity: Severity = severity
        self.since = since
        self.fixable = fixable
        """Whether `repair` can remove some of its findings."""
        self.name = look.__name__.replace("_", "-")
        self.page = look.__doc__ or ""
        """The rule's page in Markdown, `Example` and `Instead` included."""
        self._look = look

    def look(self, draft: Draft) -> Iterator[Flaw]:
        """Everything that this rule finds wrong."""
        return self._look(draft)

    def __repr__(self) -> str:
        return f"<rule {self.code} {self.name}>"


def rule(code: str, severity: Severity, *, fixable: bool = False, since: str = "0.1") -> Callable[[Look], Rule]:
    """Declare a rule; the function finds, and its docstring is the rule's page."""
    return lambda look: Rule(code, severity, since, look, fixable=fixable)


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
