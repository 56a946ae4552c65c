"""CAT006: an id that stands for two things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._rule import Flaw, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft


@rule("CAT006", "error")
def duplicate_name(draft: Draft) -> Iterator[Flaw]:
    """An id is given twice: to two models, two snapshots, or a model and a snapshot.

    ## Why
    A request names a model by its id alone. With two blocks for it, which facts hold would depend on their order.

    ## Example
        models:
          quill: {snapshots: {quill-2026-01-01: {}}}
          quill-2026-01-01: {}

    ## Instead
        models:
          quill: {snapshots: {quill-2026-01-01: {}}}
    """
    first: dict[str, Place] = {}
    for model in draft.models:
        if model.id in first:
            line, _ = draft.facts.at(first[model.id], key=True)
            yield Flaw(draft.facts, model.place, f"{model.id} is an id already: first in line {line}")
        else:
            first[model.id] = model.place
