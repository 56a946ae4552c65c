"""Asking the catalogue: one model, all models, what a name stands for."""

from __future__ import annotations

from registry.catalogue import bundled
from registry.days import day_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.catalogue import Catalogue
    from registry.days import Day
    from registry.facts import Model
    from registry.names import Resolution


def model(name: str, *, on: Day | None = None, trust: str | None = None, catalogue: Catalogue | None = None) -> Model:
    """What is known about a model, by any spelling of its name. Raises UnknownModel, with close names."""
    return (catalogue or bundled()).model(name, day_of(on), trust)


def models(*, on: Day | None = None, trust: str | None = None, catalogue: Catalogue | None = None) -> Iterator[Model]:
    """Every model, by id, as of a day (today when omitted)."""
    catalogue, day = catalogue or bundled(), day_of(on)
    for id_ in catalogue.ids():
        yield catalogue.by_id(id_, day, trust)


def resolve(name: str, *, catalogue: Catalogue | None = None) -> Resolution:
    """What a name stands for, the endpoint it chooses, and how we know. Raises UnknownModel, with close names."""
    return (catalogue or bundled()).resolve(name)
