"""The mistakes that reader and schema noted, for the rules that give them a name and a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._rule import Flaw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft


def noted(draft: Draft, code: str) -> Iterator[Flaw]:
    """The mistakes of a code that were noted while the files were read."""
    for document in draft.documents:
        for mistake in document.mistakes:
            if mistake.code == code:
                yield Flaw(document, (), mistake.message, position=(mistake.line, mistake.column))
