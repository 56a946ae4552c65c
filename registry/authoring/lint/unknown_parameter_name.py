"""CAT020: a fact about a parameter that no request can carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._rule import Flaw, rule
from registry.authoring.wording import close
from registry.domain import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft

NO_FIELD = ("input", "output", "batch")
"""Modalities, and the Batch API: facts that tables print, whether or not a body has a place for them."""


@rule("CAT020", "error")
def unknown_parameter_name(draft: Draft) -> Iterator[Flaw]:
    """The parameter stands nowhere in the bodies of the endpoints that the model has.

    ## Why
    A fact under a name that no shape knows is never asked for: a misspelt `params` entry refuses nothing.

    ## Example
        modes: [talk]
        params: {temprature: 0..2}
        models: {quill: {}}

    ## Instead
        modes: [talk]
        params: {temperature: 0..2}
        models: {quill: {}}
    """
    for line in draft.lines:
        described = draft.described(line.heirs)
        known = {name for endpoint in described for name in endpoint.names}
        if described and line.name not in {*known, *NO_FIELD}:
            where = listed([endpoint.mode for endpoint in described])
            yield Flaw(draft.facts, line.place, f"{line.name} is no parameter of {where}{close(line.name, known)}")
