"""CAT002: a key that is written twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._reading import noted
from registry.authoring.lint._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._rule import Flaw


@rule("CAT002", "error")
def duplicate_key(draft: Draft) -> Iterator[Flaw]:
    """A key is written twice in one block.

    ## Why
    Most readers of YAML take the last one and say nothing, so half of what was written is lost.

    ## Example
        limits: {context: 100_000}
        limits: {output: 8_000}
        models: {quill: {}}

    ## Instead
        limits: {context: 100_000, output: 8_000}
        models: {quill: {}}
    """
    return noted(draft, "CAT002")
