"""CAT007: a fact that is inherited anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._edits import removal
from registry.authoring.lint._repetition import UNREAD, repeated, taken
from registry.authoring.lint._rule import Flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft


@rule("CAT007", "error", fixable=True)
def redundant_fact(draft: Draft) -> Iterator[Flaw]:
    """The block says what it inherits, or what it takes from the block that it points at.

    ## Why
    A fact that is written twice is soon changed once. Reading up and to the left must be enough to find a value.

    ## Example
        limits: {output: 8_000}
        models:
          quill: {limits: {output: 8_000}}

    ## Instead
        limits: {output: 8_000}
        models:
          quill: {}
    """
    for block in draft.blocks:
        found = dict.fromkeys(repeated(block), "it is inherited")
        yield from _flaws(draft, found, block.place)
    of = {model.of for model in draft.models}
    for model in draft.models:
        target = draft.target(model)
        # What stands beside snapshots is theirs to inherit.
        if target and model.id not in of:
            yield from _flaws(draft, taken(draft, model, target), model.place)


def _flaws(draft: Draft, found: dict[Place, str], within: Place) -> Iterator[Flaw]:
    removable = {place for place, why in found.items() if why != UNREAD}
    for place, why in found.items():
        edits = removal(draft.facts, place, removable, within) if place in removable else None
        yield Flaw(draft.facts, place, f"{place[-1]} says nothing new: {why}", edits)
