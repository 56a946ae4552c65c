"""From one model to another: what changes for a call that moves."""

from __future__ import annotations

from registry.difference import sections
from registry.difference.parameters import Place, between_parameters
from registry.difference.prices import prices

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.catalogue import Catalogue
    from registry.difference.change import Change
    from registry.facts import Model


def between_models(catalogue: Catalogue, old: Model, new: Model, mode: str | None = None) -> list[Change]:
    """What changes for a call that moves from one model to the other, at one endpoint or at all that the old one has.

    Where an endpoint of the old one does not take the new one, that is looked at by its own first endpoint.
    """
    own, theirs = old.modes or (), new.modes or ()
    found = [
        *sections.endpoints(new.id, catalogue, old, new),
        *sections.limits(new.id, old, new),
        *sections.rest(new.id, old, new),
        *prices(new.id, (catalogue, old), (catalogue, new)),
        *sections.lifecycle(new.id, old, new, sections.ENDING),
    ]
    crossed = set()
    for one in [mode] if mode else own:
        other = one if one in theirs or not theirs else theirs[0]
        if one == other or other not in crossed:
            found += parameters(catalogue, (old, one), (new, other))
        crossed |= {other} - {one}
    return merged(found)


def parameters(catalogue: Catalogue, old: tuple[Model, str], new: tuple[Model, str]) -> Iterator[Change]:
    """What changes about the parameters that a request to both endpoints can carry."""
    foreign = _foreign(catalogue, old[1]) | _foreign(catalogue, new[1])
    mode = old[1] if old[1] == new[1] else f"{old[1]} → {new[1]}"
    for name in dict.fromkeys((*old[0].parameters, *new[0].parameters)):
        if name not in foreign:
            place = Place(new[0].id, name, mode)
            yield from between_parameters(place, old[0].parameter(name, old[1]), new[0].parameter(name, new[1]))


def _foreign(catalogue: Catalogue, mode: str) -> frozenset[str]:
    """The parameters that have a place in the body of other endpoints alone."""
    key = ("foreign", mode)
    if key not in catalogue.cache:
        shapes = {known: catalogue.shape(known) or {} for known in catalogue.header["modes"]}
        placed = {known: {*shape.get("places", ()), *shape.get("given", ())} for known, shape in shapes.items()}
        own = placed.get(mode)
        catalogue.keep(key, frozenset(set().union(*placed.values()) - own) if own else frozenset())
    found: frozenset[str] = catalogue.cache[key]
    return found


def merged(changes: list[Change]) -> list[Change]:
    """Changes that are the same at every endpoint that was looked at told once, as changes of the model."""
    modes = {change.mode for change in changes if change.mode}
    groups: dict[tuple[str, str, str, str], list[Change]] = {}
    for change in changes:
        groups.setdefault((change.kind, change.model, change.field, change.text), []).append(change)
    for group in groups.values():
        if modes and {change.mode for change in group} == modes:
            group[0].mode = None
            del group[1:]
    return [change for group in groups.values() for change in group]
