"""CAT018: a source that nothing rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._citations import citations
from registry.authoring.lint._rule import Flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft


@rule("CAT018", "warning")
def unused_source(draft: Draft) -> Iterator[Flaw]:
    """A source is declared, and no fact cites it.

    ## Why
    Readers take the list of sources for what the facts rest on.

    ## Example
        sources:
          acme-docs: {title: The pages of Acme, kind: official, date: 2026-09-01}
          acme-blog: {title: The blog of Acme, kind: official, date: 2026-09-01}
        providers: {acme: {families: {quill: {models: {quill: {limits: {output: 8_000}, source: acme-docs}}}}}}

    ## Instead
        sources:
          acme-docs: {title: The pages of Acme, kind: official, date: 2026-09-01}
        providers: {acme: {families: {quill: {models: {quill: {limits: {output: 8_000}, source: acme-docs}}}}}}
    """
    cited = {source for document in draft.documents for _, source in citations(document)}
    for source in draft.sources:
        if source not in cited:
            yield Flaw(draft.facts, ("sources", source), f"no fact cites {source}")
