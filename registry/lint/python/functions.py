"""Which functions stand for which endpoint, and which classes' objects have them: from the catalogue's surfaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from registry.lint.judging import is_home
from registry.subject import SURFACES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from registry.catalogue import Catalogue

BETWEEN = ("with_raw_response", "with_streaming_response")
"""Attributes between a client and a function that change what comes back, not what is sent."""

SAME = ("with_options", "copy")
"""Methods of a client that give a client again."""


class Function:
    """A function that sends a request."""

    __slots__ = ("mode", "order", "surface")

    def __init__(self, surface: str, mode: str, order: tuple[str, ...]) -> None:
        self.surface = surface
        self.mode = mode
        self.order = order
        """The arguments that may be given without a name."""


class Functions:
    """All functions that are known, by dotted name."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.tables: dict[str, Mapping[str, Any]] = {}
        self.by_name: dict[str, Function] = {}
        self.clients: dict[str, str] = {}
        """Classes of clients → their surface."""
        self.variables: set[str] = set()
        for surface in SURFACES:
            self._add(surface, catalogue.surface(surface) or {})
        self.roots = frozenset(name.partition(".")[0] for name in (*self.by_name, *self.clients))
        self.words = tuple(root.encode() for root in sorted(self.roots))
        """What a file must mention to be worth reading."""
        self.importing = re.compile(rb"(?:from|import)[ \t]+[^\n]*(?:" + b"|".join(map(re.escape, self.words)) + b")")

    def _add(self, surface: str, table: Mapping[str, Any]) -> None:
        self.tables[surface] = table
        self.clients |= dict.fromkeys(table.get("clients", ()), surface)
        self.variables.update(table.get("variables", ()))
        for mode, call in table.get("calls", {}).items():
            for name in call["functions"]:
                self.by_name[name] = Function(surface, mode, tuple(call.get("order", ())))

    def find(self, dotted: str) -> Function | None:
        """The function of a name, whatever is done with its answer."""
        found = self.by_name.get(dotted)
        if found is None and any(word in dotted for word in BETWEEN):
            steps = [step for step in dotted.split(".") if step not in BETWEEN]
            found = self.by_name.get(".".join(steps))
        return found

    def redirects(self, surface: str, given: Mapping[str, Any]) -> bool:
        """Whether arguments of a client send its requests to somebody else, as far as can be told."""
        table = self.tables[surface]
        return any(given.get(key) is not None and not is_home(given[key], table) for key in table.get("elsewhere", ()))

    def surface_of(self, root: str) -> str | None:
        """The surface that a module belongs to."""
        return next((found.surface for name, found in self.by_name.items() if name.partition(".")[0] == root), None)
