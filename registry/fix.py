"""`fix` makes the smallest changes that make a verdict clean, in a copy, and says each of them aloud."""

from __future__ import annotations

from registry.check import as_judged, check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.diagnostics import Diagnostic, Fix

ROUNDS = 100
"""Changes made to one body at the most; each removes a finding, so only a fault of ours would need more."""


class Change:
    """One change that was made: the edits, and the finding that they answer."""

    __slots__ = ("_fix", "diagnostic", "edits", "title")

    def __init__(self, fix: Fix, diagnostic: Diagnostic) -> None:
        self._fix = fix
        self.title = fix.title
        self.edits = fix.edits
        """RFC 6902 operations."""
        self.diagnostic = diagnostic

    def as_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {
            **self._fix.as_dict(),
            "because": {
                "code": self.diagnostic.code,
                "path": self.diagnostic.path,
                "message": self.diagnostic.message,
            },
        }

    def __repr__(self) -> str:
        return f"<{self.diagnostic.code} {self.diagnostic.path}: {self.title}>"


def fix(
    body: Mapping[str, Any],
    **options: Any,  # noqa: ANN401 - those of check
) -> tuple[dict[str, Any], list[Change]]:
    """A patched copy of a body, and the changes made; as `check` with the same options would judge it.

    The body itself stays as it is; a multipart form comes back as the body that it stands for. What has no fix that
    works stays too: `check` the copy to see what is left.
    """
    if not isinstance(body, dict):
        return body, []  # type: ignore[return-value]
    patched = as_judged(body, **options)
    changes: list[Change] = []
    while len(changes) < ROUNDS:
        change = _next(patched, options)
        if change is None:
            break
        chosen, diagnostic = change
        patched = chosen.apply(patched)
        changes.append(Change(chosen, diagnostic))
    return patched, changes


def _next(body: Mapping[str, Any], options: Mapping[str, Any]) -> tuple[Fix, Diagnostic] | None:
    for diagnostic in check(body, **options).errors:
        for fix in diagnostic.fixes:
            return fix, diagnostic
    return None
