"""CAT004: a key that its block does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._reading import noted
from registry.authoring.lint._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._rule import Flaw


@rule("CAT004", "error")
def unknown_key(draft: Draft) -> Iterator[Flaw]:
    """The block has no key of this name.

    ## Why
    A fact under a misspelt key is a fact that nobody reads. The keys are in `docs/guide/facts.md`.

    ## Example
        limit: {output: 8_000}
        models: {quill: {}}

    ## Instead
        limits: {output: 8_000}
        models: {quill: {}}
    """
    return noted(draft, "CAT004")
