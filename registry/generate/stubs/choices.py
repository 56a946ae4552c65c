"""Names for the values of a parameter, by model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.generate.stubs.groups import MODES
from registry.generate.stubs.kinds import Literals, alternatives, records
from registry.generate.stubs.naming import camel

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.generate.stubs.groups import Group, Stubs
    from registry.generate.stubs.kinds import Field

NAMED = ("reasoning_effort", "verbosity")
"""The parameters whose values have names."""


def choices(stubs: Stubs) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Every name with its values: those of the first endpoint of a model at which they can be listed."""
    for parameter in NAMED:
        for model in stubs.models:
            groups = (stubs.group(model, mode) for mode in model.modes or MODES)
            listed = (_listed(group, _places(stubs, group, parameter)) for group in groups if group)
            if found := next(filter(None, listed), ()):
                yield stubs.names[model.id] + camel(parameter), found


def _places(stubs: Stubs, group: Group, parameter: str) -> Sequence[str]:
    shape = stubs.catalogue.shape(group.mode)
    places: Sequence[str] = shape["places"].get(parameter, ()) if shape else ()
    return places


def _listed(group: Group, places: Sequence[str]) -> tuple[object, ...]:
    """The values that a parameter has at one of its places; none where they can't be listed."""
    for place in places:
        *outer, last = place.split(".")
        fields: Sequence[Field] = group.fields
        for step in outer:
            fields = [inner for field in fields if field.name == step for inner in _inside(field)]
        kinds = (kind for field in fields if field.name == last for kind in alternatives(field.kind))
        found = next((kind.values for kind in kinds if isinstance(kind, Literals)), ())
        if found:
            return found
    return ()


def _inside(field: Field) -> Sequence[Field]:
    """The fields of the object that a field holds."""
    found = records(field.kind)
    return found[-1].fields if found else ()
