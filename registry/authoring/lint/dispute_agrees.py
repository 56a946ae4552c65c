"""CAT022: a dissent that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.authoring.lint._edits import removal
from registry.authoring.lint._line import spelled
from registry.authoring.lint._rule import Flaw, rule
from registry.facts import RULING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft


@rule("CAT022", "error", fixable=True)
def dispute_agrees(draft: Draft) -> Iterator[Flaw]:
    """A claim under `disputed` says what the fact itself says.

    ## Why
    Whoever is told that sources disagree should find a difference.

    ## Example
        params:
          temperature: {accepts: 0..2, disputed: {proxy-docs: {accepts: 0..2}}}
        models: {quill: {}}

    ## Instead
        params:
          temperature: {accepts: 0..2}
        models: {quill: {}}
    """
    for line in draft.lines:
        for entry in line.entries:
            own = {key: entry.written[key] for key in RULING if key in entry.written}
            agreeing = [claim.place for _, claim in line.claims(entry) if spelled(claim.written) == spelled(own)]
            yield from _flaws(draft, agreeing, entry.place)
    heirs: dict[Place, list[dict[str, Any]]] = {}
    for model in draft.models:
        origin = draft.origin(model, "disputed")
        if origin is not None:
            heirs.setdefault(origin, []).append(draft.flat[model.id])
    for place, models in heirs.items():
        yield from _flaws(draft, list(_agreeing(draft.facts.get(place), place, models)), place[:-1])


def _flaws(draft: Draft, agreeing: list[Place], within: Place) -> Iterator[Flaw]:
    for place in agreeing:
        source = place[place.index("disputed", len(within)) + 1]
        edits = removal(draft.facts, place, agreeing, within)
        yield Flaw(draft.facts, place, f"{source} does not disagree here", edits)


def _agreeing(claims: dict[str, Any], place: Place, models: list[dict[str, Any]]) -> Iterator[Place]:
    """The claims of a block that say what every model says that has them."""
    for source, claim in claims.items():
        for section, said in claim.items():
            inside = (*place, source, section)
            if isinstance(said, dict):
                for key, one in said.items():
                    if all(_same(one, facts.get(section, {}).get(key)) for facts in models):
                        yield (*inside, key)
            elif all(_same(said, facts.get(section)) for facts in models):
                yield inside


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 - YAML
    return spelled(one) == spelled(other)
