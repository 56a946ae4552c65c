"""CAT011: a fact that cites nothing, or what is not declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._citations import citations
from registry.authoring.lint._rule import Flaw, rule
from registry.authoring.resolve import sections
from registry.authoring.schema import SECTIONS
from registry.authoring.wording import close

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft
    from registry.authoring.resolve import Found


@rule("CAT011", "error")
def missing_source(draft: Draft) -> Iterator[Flaw]:
    """A section or parameter has no source, or cites one that is not declared under `sources:`.

    ## Why
    Who is refused a request wants to know on whose word, and when that was said. A fact from memory is a guess.

    ## Example
        params: {temperature: {accepts: 0..2, source: acme-dox}}
        models: {quill: {}}

    ## Instead
        params: {temperature: {accepts: 0..2, source: acme-docs}}
        models: {quill: {}}
    """
    for document in draft.documents:
        for place, source in citations(document):
            if source not in draft.sources:
                yield Flaw(document, place, f"{source} is declared under no sources{close(source, draft.sources)}")
    told: set[Place] = set()
    for model in draft.models:
        for place, what in _uncited(draft, model):
            if place not in told:
                told.add(place)
                yield Flaw(draft.facts, place, f"{what} of {model.id} cites no source")


def _uncited(draft: Draft, model: Found) -> Iterator[tuple[Place, str]]:
    """What a model states on nobody's word."""
    cited = sections(model.written.get("source"))
    for section in (name for name in SECTIONS if name not in cited and "default" not in cited):
        written = model.written.get(section)
        if section == "params":
            own = [name for name, said in (written or {}).items() if not _all_cite(said)]
            found = [(draft.origin(model, section, name), name) for name in own]
        elif draft.target(model) and section != "lifecycle":
            continue
        elif section == "lifecycle":
            found = [(draft.origin(model, section, day), day) for day in written or ()]
        elif written is None or (section == "prices" and _all_cite(written)):
            continue
        else:
            found = [(draft.origin(model, section), section)]
        yield from ((place, what) for place, what in found if place is not None)


def _all_cite(written: object) -> bool:
    """Whether every entry of a line, or every price of a list, has a source of its own."""
    said = written if isinstance(written, list) else [written]
    return bool(said) and all(isinstance(entry, dict) and "source" in entry for entry in said)
