"""CAT001: no YAML, or YAML that could mean two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._reading import noted
from registry.authoring.lint._rule import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._rule import Flaw


@rule("CAT001", "error")
def malformed_yaml(draft: Draft) -> Iterator[Flaw]:
    """The file can't be read as one YAML document of plain words.

    ## Why
    What a parser guesses about a broken file is not what its author meant. Characters that nobody sees and keys that
    are no words are refused for the same reason.

    ## Example
        limits: {context: 100_000
        models: {quill: {}}

    ## Instead
        limits: {context: 100_000}
        models: {quill: {}}
    """
    return noted(draft, "CAT001")
