"""What to move to from a model: what its provider named in its place or, where that is gone too, what is named next.

The facts keep what a provider's page said when it said it; this follows it to what lives on the day.
"""

from __future__ import annotations

from registry.domain import listed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.catalogue import Catalogue
    from registry.facts import Model

RETIRED = "retired"


class Succession:
    """`name` is what to move to, None where nothing that lives is named; `gone` what was named before that."""

    __slots__ = ("gone", "name")

    def __init__(self, gone: Sequence[Model], name: str | None) -> None:
        self.gone = tuple(gone)
        """Models that were shut down themselves by the day, in the order in which they took each other's place."""
        self.name = name
        """As the provider wrote it: a model's name, or a sentence."""

    def __str__(self) -> str:
        """In words, with a space before; nothing where there is nothing to say."""
        move = f" Move to {self.name}." if self.name else ""
        if not self.gone:
            return move
        days = listed([f"{model.id} on {model.lifecycle['shutdown']}" for model in self.gone], "and")
        return f" What was named in its place was shut down too: {days}.{move}"

    def __repr__(self) -> str:
        return f"<{' → '.join([*(model.id for model in self.gone), self.name or 'nothing'])}>"


def succession(catalogue: Catalogue, model: Model) -> Succession:
    """What to move to from a model, as of its day and as its source is trusted."""
    gone: list[Model] = []
    seen = {model.id}
    while (name := model.lifecycle.get("replacement")) is not None:
        found = catalogue.find(name)
        if found is None:
            return Succession(gone, name)
        model = catalogue.by_id(found.id, model.on, model.trust, fine_tuned=found.fine_tune)
        if model.status != RETIRED:
            return Succession(gone, name)
        if model.id in seen:
            break
        seen.add(model.id)
        gone.append(model)
    return Succession(gone, None)
