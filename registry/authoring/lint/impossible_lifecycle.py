"""CAT014: days that can't all be right."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from registry.authoring.lint._rule import Flaw, rule
from registry.authoring.resolve import moves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft
    from registry.authoring.resolve import Found

ORDER = ("released", "deprecated", "shutdown")


@rule("CAT014", "error")
def impossible_lifecycle(draft: Draft) -> Iterator[Flaw]:
    """The days of a model contradict each other.

    ## Why
    A model is released, then deprecated, then shut down; `answered` is a day after its shutdown; what it learnt is
    older than itself; and its replacement outlives it.

    ## Example
        models:
          quill: {lifecycle: {released: 2026-05-01, shutdown: 2026-03-01}}

    ## Instead
        models:
          quill: {lifecycle: {released: 2026-03-01, shutdown: 2026-05-01}}
    """
    told: set[Place] = set()
    for model in draft.models:
        for key, said in _wrong(draft, model):
            path = (key,) if key == "knowledge" else ("lifecycle", key)
            place = draft.origin(model, *path)
            if place is not None and place not in told:
                told.add(place)
                yield Flaw(draft.facts, place, f"{said} ({model.id})")


def _wrong(draft: Draft, model: Found) -> Iterator[tuple[str, str]]:
    facts = draft.flat[model.id]
    days: dict[str, Any] = facts.get("lifecycle", {})
    known = [name for name in ORDER if name in days]
    for earlier, later in pairwise(known):
        if days[later] < days[earlier]:
            yield later, f"{later} on {days[later]}, before it was {earlier} on {days[earlier]}"
    if "answered" in days and days["answered"] < days.get("shutdown", "9999"):
        yield "answered", f"answered is a day after the shutdown, and {days['answered']} is none"
    if facts.get("knowledge", "") > days.get("released", "9999") and not draft.target(model):
        yield "knowledge", f"its knowledge ends on {facts['knowledge']}, after its release on {days['released']}"
    pointed = moves(days.get("replacement"))
    if pointed:
        yield from _replaced(draft, model.id, days, pointed[-1]["is"])


def _replaced(draft: Draft, id_: str, days: dict[str, Any], replacement: str) -> Iterator[tuple[str, str]]:
    if replacement == id_:
        yield "replacement", "it is its own replacement"
    end = draft.flat.get(replacement, {}).get("lifecycle", {}).get("shutdown", "9999")
    if replacement != id_ and end < days.get("shutdown", draft.on):
        yield "replacement", f"its replacement {replacement} is shut down on {end} already"
