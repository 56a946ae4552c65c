"""Models that take the same are one group with one set of types, named after the shortest name among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from registry.deployments import ANY
from registry.generate.query import as_of
from registry.generate.stubs.naming import camel, class_names
from registry.generate.stubs.reading import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from registry.catalogue import Catalogue
    from registry.facts import Model
    from registry.generate.stubs.kinds import Field

MODES = ("responses", "chat")
"""The endpoints whose calls have types."""
ANY_MODEL = "AnyModel"
"""What stands, in names of classes, for a model that nobody knows."""


def shared_name(mode: str) -> str:
    """The name of the class of the fields that are the same for all models."""
    return f"Shared{camel(mode)}"


class Group(NamedTuple):
    """Models whose requests to an endpoint have the same fields."""

    name: str
    """Of letters and digits: what its classes' names begin with."""
    ids: tuple[str, ...]
    mode: str
    fields: tuple[Field, ...]

    @property
    def params(self) -> str:
        """The name of the class of its fields."""
        return f"{self.name}{camel(self.mode)}Params"

    @property
    def prefix(self) -> str:
        """What the names of the objects inside its fields begin with."""
        return self.name + camel(self.mode)


class Bundle(NamedTuple):
    """Models that are in the same group at every endpoint (None: the endpoint does not take them)."""

    name: str
    ids: tuple[str, ...]
    groups: Mapping[str, Group | None]


class Stubs:
    """What stubs of some models of a catalogue are printed from, as of the catalogue's own day."""

    def __init__(self, catalogue: Catalogue, ids: Iterable[str] | None = None) -> None:
        self.catalogue = catalogue
        self.on = as_of(catalogue)
        known = catalogue.ids()
        self.names = class_names(known)
        chosen = known if ids is None else ids
        models = (catalogue.by_id(id_, self.on) for id_ in sorted(chosen))
        self.models = [model for model in models if model.modes != ()]
        """Without those names that the provider is said not to know."""
        self._private = dict(self._bound())
        self.groups = {mode: list(self._groups(mode)) for mode in MODES if catalogue.shape(mode)}
        self.bundles = list(self._bundles())
        self.anybody = [
            Group(ANY_MODEL, (), mode, fields_of(catalogue, mode, None)) for mode in MODES if catalogue.shape(mode)
        ]
        self.shared = {group.mode: self._shared(group) for group in self.anybody}
        """The fields that are the same for all models, by endpoint."""

    def _shared(self, anybody: Group) -> tuple[Field, ...]:
        tables = [set(map(repr, group.fields)) for group in self.groups[anybody.mode]]
        return tuple(field for field in anybody.fields if all(repr(field) in table for table in tables))

    def own(self, group: Group) -> tuple[Field, ...]:
        """The fields of a group that are not the same for all models."""
        shared = set(map(repr, self.shared[group.mode]))
        return tuple(field for field in group.fields if repr(field) not in shared)

    def prefix(self, group: Group, field: Field) -> str:
        """What the names of the objects inside a field of a group begin with."""
        return group.prefix if field in self.own(group) else shared_name(group.mode)

    def group(self, model: Model, mode: str) -> Group | None:
        """The group of a model at an endpoint; None when the endpoint does not take it."""
        return next((one for one in self.groups.get(mode, ()) if model.id in one.ids), None)

    def _bound(self) -> Iterator[tuple[str, str]]:
        """Private names, each with the model that answers to it; a pattern is no name."""
        for name in self.catalogue.header.get("deployments") or {}:
            found = None if ANY in name else self.catalogue.find(name)
            if found is not None:
                yield name, found.id

    def called(self, ids: Iterable[str]) -> list[str]:
        """What models are called by: their own names, unless somebody else goes by them, and private ones."""
        wanted = set(ids)
        own = (id_ for id_ in wanted if id_ not in self._private)
        return sorted({*own, *(name for name, id_ in self._private.items() if id_ in wanted)})

    def takes(self, model: Model, mode: str) -> bool:
        """Whether an endpoint takes a model, as far as anybody knows."""
        return model.modes is None or mode in model.modes

    def _groups(self, mode: str) -> Iterator[Group]:
        found: dict[str, tuple[list[str], tuple[Field, ...]]] = {}
        for model in self.models:
            if self.takes(model, mode):
                fields = fields_of(self.catalogue, mode, model)
                found.setdefault(repr(fields), ([], fields))[0].append(model.id)
        for ids, fields in found.values():
            yield Group(self._named(ids), tuple(ids), mode, fields)

    def _bundles(self) -> Iterator[Bundle]:
        found: dict[tuple[str | None, ...], tuple[list[str], dict[str, Group | None]]] = {}
        for model in self.models:
            groups = {mode: self.group(model, mode) for mode in self.groups}
            key = tuple(group and group.name for group in groups.values())
            found.setdefault(key, ([], groups))[0].append(model.id)
        for ids, groups in found.values():
            yield Bundle(self._named(ids), tuple(ids), groups)

    def _named(self, ids: Sequence[str]) -> str:
        return self.names[min(ids, key=lambda id_: (len(id_), id_))]
