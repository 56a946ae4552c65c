"""CAT005: a value that is not of the form that its key wants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._reading import noted
from registry.authoring.lint._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._rule import Flaw


@rule("CAT005", "error")
def wrong_value(draft: Draft) -> Iterator[Flaw]:
    """The value is not of the form that its key wants.

    ## Why
    Which values a parameter takes is written in five forms, days as `2026-08-03`, numbers without quotes, prices not
    below zero. A sixth form would need a reader, a printer and a test of its own.

    ## Example
        params: {temperature: 0-2}
        models: {quill: {}}

    ## Instead
        params: {temperature: 0..2}
        models: {quill: {}}
    """
    return noted(draft, "CAT005")
