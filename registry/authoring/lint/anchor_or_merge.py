"""CAT003: an anchor, an alias, a merge key or a tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._reading import noted
from registry.authoring.lint._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._rule import Flaw


@rule("CAT003", "error")
def anchor_or_merge(draft: Draft) -> Iterator[Flaw]:
    """An anchor (`&`), an alias (`*`), a merge key (`<<`) or a tag (`!`) is used.

    ## Why
    They are a second way to share facts, and one that hides where a value comes from. Here a block inherits from the
    block it sits in, and that is all.

    ## Example
        models:
          quill: &quill {limits: {output: 8_000}}
          pen: *quill

    ## Instead
        limits: {output: 8_000}
        models:
          quill: {}
          pen: {}
    """
    return noted(draft, "CAT003")
