"""CAT019: an exception that excepts nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._edits import removal
from registry.authoring.lint._rule import Flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft

ASKED_AGAINST = "CAT016"
"""The rule that is silent when there is nothing to compare with."""


@rule("CAT019", "error", fixable=True)
def unneeded_exception(draft: Draft) -> Iterator[Flaw]:
    """`allow` silences a rule that finds nothing here.

    ## Why
    An exception that is no longer needed hides the next mistake of its kind. So exceptions go when their reason does.

    ## Example
        models:
          quill:
            prices: [{from: 2026-01-01, usd: {input: 2, output: 8}}]
            allow: {CAT015: "Its output is cheap."}

    ## Instead
        models:
          quill:
            prices: [{from: 2026-01-01, usd: {input: 2, output: 8}}]
    """
    for block in draft.blocks:
        allowed = [(*block.place, "allow", code) for code in block.written.get("allow") or ()]
        unneeded = [place for place in allowed if place not in draft.silenced]
        for place in unneeded:
            if place[-1] != ASKED_AGAINST or draft.against is not None:
                edits = removal(draft.facts, place, unneeded, block.place)
                yield Flaw(draft.facts, place, f"{place[-1]} finds nothing here: the exception is not needed", edits)
