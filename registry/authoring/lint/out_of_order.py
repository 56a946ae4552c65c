"""CAT013: what has an order, in another one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from registry.authoring.lint._edits import reordered
from registry.authoring.lint._line import choices
from registry.authoring.lint._order import by_shape, dated_lists, day
from registry.authoring.lint._rule import Flaw, rule
from registry.domain import spell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft

SCALES = ("reasoning_effort", "verbosity")
"""Parameters whose values go from least to most."""


@rule("CAT013", "error", fixable=True)
def out_of_order(draft: Draft) -> Iterator[Flaw]:
    """Snapshots are not in the order of their days, dated entries not oldest first, or efforts not from least to most.

    ## Why
    The last entry of a dated list is the one in force, so that order is a fact; a person has to say which was meant.
    Snapshots and efforts are sorted for whoever compares two lines, and can be sorted by machine.

    ## Example
        modes: [talk]
        params: {reasoning_effort: [high, none, low]}
        models: {quill: {}}

    ## Instead
        modes: [talk]
        params: {reasoning_effort: [none, low, high]}
        models: {quill: {}}
    """
    for place, written in dated_lists(draft):
        days = [entry.get("from", "") for entry in written]
        for at, (before, after) in enumerate(pairwise(days), 1):
            if after <= before:
                late, early = after or "an entry without a day", before or "one without a day"
                yield Flaw(draft.facts, (*place, at), f"{late} comes after {early}: the oldest first")
    for block in draft.blocks:
        if block.written.get("snapshots"):
            yield from _snapshots(draft, (*block.place, "snapshots"), block.written["snapshots"])
    for line in (line for line in draft.lines if line.name in SCALES):
        for branch in line.branches():
            place = branch.at("accepts")
            order = by_shape(choices(branch.accepts), line.name, draft.described(line.heirs))
            if order != sorted(order):
                right = ", ".join(spell(choices(branch.accepts)[at]) for at in order)
                edits = reordered(draft.facts, place, order)
                yield Flaw(draft.facts, place, f"{line.name}: {right} is the shape's order", edits)


def _snapshots(draft: Draft, place: Place, written: dict[str, Any]) -> Iterator[Flaw]:
    days = [day(name, snapshot or {}) for name, snapshot in written.items()]
    order = sorted(range(len(days)), key=days.__getitem__) if all(days) else []
    if order != sorted(order):
        late = next(at for at in range(1, len(days)) if days[at] < days[at - 1])
        name = list(written)[late]
        said = f"{name} is of {days[late]} and comes after {days[late - 1]}: the oldest first"
        yield Flaw(draft.facts, (*place, name), said, reordered(draft.facts, place, order))
