"""The common form of everything that is read: a call, where it goes, and what is known of its arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from registry.lint.text import File, Span
    from registry.lint.value import Value


class Call:
    """A request that a file will send."""

    __slots__ = ("arguments", "assumed", "file", "given", "mode", "sends", "span", "surface")

    def __init__(
        self,
        file: File,
        span: Span,
        surface: str,
        mode: str | None,
        arguments: Value,
        *,
        given: Mapping[str, object] | None = None,
        sends: bool = True,
        assumed: bool = False,
    ) -> None:
        self.file = file
        self.span = span
        self.surface = surface
        self.mode = mode
        """The endpoint that its function stands for; None: the model's own first one."""
        self.arguments = arguments
        """A dict; open where more may be given than is known."""
        self.given = dict(given or {})
        """What the library was told elsewhere, and takes for arguments of each call."""
        self.sends = sends
        """Whether it is what makes the request; false for what arguments of requests are laid over."""
        self.assumed = assumed
        """Whether the client is known by its type alone, and not by how it was made."""

    @property
    def model(self) -> str | None:
        """The model's name, where it is known."""
        value = self.arguments.items().get("model")
        return value.data if value is not None and isinstance(value.data, str) else None

    def __repr__(self) -> str:
        return f"<{self.surface} call of {self.mode} in {self.file.name}>"
