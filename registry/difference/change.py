"""One change, by what it does to a call: removes, tightens, alters, reprices, loosens, adds, or leaves unknown."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

KINDS = {
    "removes": "what was there is gone",
    "tightens": "refused or warned about from now on",
    "alters": "taken as before, with another outcome",
    "reprices": "costs something else",
    "loosens": "taken from now on",
    "adds": "new",
    "unknown": "nothing is known any more",
}
"""What a change does to a call, the worst first."""

FLOORS = {"removes": "major", "tightens": "minor", "alters": "minor", "reprices": "minor", "adds": "minor"}
"""The smallest step of a version that a kind of change allows; any other is a patch: it cannot break a call."""

STEPS = ("patch", "minor", "major")


class Change:
    """One change: what kind, of which field (and endpoint), from what to what, in words."""

    __slots__ = ("field", "kind", "mode", "model", "new", "old", "text")

    def __init__(
        self,
        kind: str,
        model: str,
        field: str,
        text: str,
        *,
        mode: str | None = None,
        old: object = None,
        new: object = None,
    ) -> None:
        self.kind = kind
        self.model = model
        self.field = field
        self.mode = mode
        """The endpoint that it holds for; None: all of them."""
        self.text = text
        self.old = old
        self.new = new

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {name: getattr(self, name) for name in ("kind", "model", "field", "mode", "text", "old", "new")}

    def __str__(self) -> str:
        at = f" ({self.mode})" if self.mode else ""
        return f"{self.kind} {self.model} {self.field}{at}: {self.text}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Change) and self.as_dict() == other.as_dict()

    def __hash__(self) -> int:
        return hash(str(self))

    def __repr__(self) -> str:
        return f"<{self}>"


def floor(changes: Iterable[Change]) -> str:
    """The smallest step of a version that these changes allow: `patch`, `minor` or `major`."""
    return max((FLOORS.get(change.kind, STEPS[0]) for change in changes), key=STEPS.index, default=STEPS[0])
