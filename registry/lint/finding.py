"""What is found in a file: where, what, on whose word, and the edits of the text that repair it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.diagnostics import Source
    from registry.lint.text import File, Span
    from registry.rulebook import Severity


class Edit:
    """A piece of a file, and what to write in its place."""

    __slots__ = ("span", "text")

    def __init__(self, span: Span, text: str) -> None:
        self.span = span
        self.text = text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edit) and (self.span, self.text) == (other.span, other.text)

    def __hash__(self) -> int:
        return hash((self.span, self.text))

    def __repr__(self) -> str:
        return f"<edit {self.span}: {self.text}>"


class Finding:
    """One thing that is wrong in a file. `line` and `column` count from 1."""

    __slots__ = (
        "code",
        "column",
        "edits",
        "file",
        "fixes",
        "line",
        "lines",
        "message",
        "moves",
        "name",
        "path",
        "severity",
        "source",
    )

    def __init__(
        self,
        file: File,
        span: Span,
        about: tuple[str, str, Severity],
        message: str,
        *,
        path: str = "",
        fixes: Sequence[str] = (),
        edits: Sequence[Edit] = (),
        moves: bool = False,
        source: Source | None = None,
        whole: Span | None = None,
    ) -> None:
        self.file = file.name
        self.line, self.column = file.position(span[0])
        self.lines = (file.position((whole or span)[0])[0], file.position((whole or span)[1])[0])
        """The first and the last line of the call that it is about."""
        self.severity: Severity
        self.code, self.name, self.severity = about
        self.message = message
        self.path = path
        """The place in the request, as its caller spells it."""
        self.fixes = tuple(fixes)
        """What would repair it, in words, the best first."""
        self.edits = tuple(edits)
        """How the best of them is written in the file; none: a person has to."""
        self.moves = moves
        """Whether they ask another model: what that costs and says is for a person to choose."""
        self.source = source

    def as_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            "file": self.file,
            "line": self.line,
            "column": self.column,
            "code": self.code,
            "name": self.name,
            "severity": self.severity,
            "path": self.path,
            "message": self.message,
            "fixes": list(self.fixes),
            "fixable": bool(self.edits) and not self.moves,
            "moves": bool(self.edits) and self.moves,
            "source": self.source and self.source.as_dict(),
        }

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity}[{self.code}] {self.message}"

    def __repr__(self) -> str:
        return f"<{self}>"
