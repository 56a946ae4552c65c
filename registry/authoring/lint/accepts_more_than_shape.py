"""CAT021: values that no endpoint of the model takes from anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._line import among, choices, listed_sets
from registry.authoring.lint._rule import Flaw, rule
from registry.domain import Range, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft
    from registry.domain import Values


@rule("CAT021", "error")
def accepts_more_than_shape(draft: Draft) -> Iterator[Flaw]:
    """The model is said to accept a value, be it perhaps, that the shapes of its endpoints refuse, whatever the model.

    ## Why
    The shape speaks first, so the request would be refused all the same. Either the line or the shape is wrong.

    ## Example
        modes: [talk]
        params: {reasoning_effort: [none, low, high, extreme]}
        models: {quill: {}}

    ## Instead
        modes: [talk]
        params: {reasoning_effort: [none, low, high]}
        models: {quill: {}}
    """
    for line in draft.lines:
        described = [one for one in draft.described(line.heirs) if line.name in one.parameters]
        taken = [endpoint.takes(line.name) for endpoint in described]
        if not taken or None in taken:
            continue
        sets = [values for found in taken for values in found or ()]
        for entry in line.entries:
            for branch in entry.branches():
                left_out = ((branch.at("unconfirmed", source), one) for source, one in branch.unconfirmed.items())
                for place, values in ((branch.at("accepts"), branch.accepts), *left_out):
                    for value in _beyond(values, sets):
                        said = f"{line.name} is never {value}: every model is refused all but {listed_sets(sets)}"
                        yield Flaw(draft.facts, place, said)


def _beyond(values: Values | None, sets: list[Values]) -> Iterator[str]:
    """What a set has that none of the others has: choices, and numeric bounds of a range."""
    for value in choices(values):
        if not among(value, sets):
            yield spell(value)
    for bound in (values.low, values.high) if isinstance(values, Range) else ():
        if isinstance(bound, int | float) and not among(bound, sets):
            yield spell(bound)
