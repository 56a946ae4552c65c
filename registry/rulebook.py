"""A rule about files: what facts and configurations are held to, each in a function whose docstring is its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Severity = Literal["error", "warning"]

Looked = TypeVar("Looked")
"""What a rule looks at."""

Flawed = TypeVar("Flawed")
"""What it finds."""


class Rule(Generic[Looked, Flawed]):
    """One thing to say about files: a code for ever, a name, a severity, a page."""

    __slots__ = ("_look", "code", "fixable", "name", "page", "severity", "since")

    def __init__(
        self, code: str, severity: Severity, since: str, look: Callable[[Looked], Iterator[Flawed]], *, fixable: bool
    ) -> None:
        self.code = code
        self.severity: Severity = severity
        self.since = since
        self.fixable = fixable
        """Whether some of its findings can be repaired by a program."""
        self.name = look.__name__.replace("_", "-")
        self.page = look.__doc__ or ""
        """The rule's page in Markdown, `Example` and `Instead` included."""
        self._look = look

    def look(self, at: Looked) -> Iterator[Flawed]:
        """Everything that this rule finds wrong."""
        return self._look(at)

    def __repr__(self) -> str:
        return f"<rule {self.code} {self.name}>"


def rule(
    code: str, severity: Severity, *, fixable: bool = False, since: str = "0.1"
) -> Callable[[Callable[[Looked], Iterator[Flawed]]], Rule[Looked, Flawed]]:
    """Declare a rule; the function finds, and its docstring is the rule's page."""
    return lambda look: Rule(code, severity, since, look, fixable=fixable)
