"""What artefacts are made from: a catalogue, as of its own day, and the pages of the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from registry.generate.query import as_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.catalogue import Catalogue


class RulePage(NamedTuple):
    """A rule as its page shows it."""

    code: str
    name: str
    severity: str
    since: str
    fixable: bool
    page: str
    """Markdown: what it says, then sections Why, Example and Instead."""
    file: str
    """Where the rule is written, from the root of the checkout."""
    line: int


class Material:
    """What artefacts are made from. The rules are handed in: some of them stand on the same floor as this package."""

    __slots__ = ("catalogue", "on", "paged", "rules")

    def __init__(self, catalogue: Catalogue, rules: Sequence[RulePage] = (), *, paged: bool = False) -> None:
        self.catalogue = catalogue
        self.rules = tuple(rules)
        self.paged = paged
        """Whether every model has a page, so that its name can lead there."""
        self.on = as_of(catalogue)
        """The day (ISO) as of which everything is printed: not today, or the same facts would print other pages."""
