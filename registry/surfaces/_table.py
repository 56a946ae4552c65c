"""What `data/surfaces/*.yaml` says about a surface, for one model: which arguments belong to whom."""

from __future__ import annotations

from fnmatch import fnmatchcase

from registry.deployments import bound
from registry.domain import holds, parse, parse_accepts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.domain import Accepts, Lookup
    from registry.facts import Model

REPEATED = "[]"
UNDESCRIBED: dict[str, Any] = {"own": (), "calls": {}}
ANY = "*"
KEPT = 512
"""Names of models that treatments are remembered for."""


class Table:
    """A surface's facts, and the catalogue that models are looked up in."""

    def __init__(self, catalogue: Catalogue, surface: str, on: str, trust: str | None) -> None:
        # A catalogue that does not describe a surface leaves it with nothing of its own: all is sent.
        line: Mapping[str, Any] = catalogue.surface(surface) or UNDESCRIBED
        self.surface = surface
        self.line = line
        self.catalogue = catalogue
        self.on = on
        self.trust = trust
        self._names = frozenset(name for name in line["own"] if ANY not in name)
        self._patterns = tuple(name for name in line["own"] if ANY in name)
        self._treatments: dict[tuple[str | None, str], list[Mapping[str, Any]]] = {}
        self._places: dict[str, tuple[tuple[str, str], ...]] = {}

    def call(self, mode: str | None) -> Mapping[str, Any]:
        """The functions that stand for an endpoint; without any word about it: all is sent."""
        found: Mapping[str, Any] = self.line["calls"].get(mode, {})
        return found

    def treatments(self, mode: str | None, name: str) -> list[Mapping[str, Any]]:
        """What becomes of arguments at an endpoint for the model of a name; kept, since most callers use few models."""
        kept = self._treatments.get((mode, name))
        if kept is None:
            kept = [one for one in self.call(mode).get("treats") or () if about(one, name)]
            if len(self._treatments) >= KEPT:
                self._treatments.clear()
            self._treatments[mode, name] = kept
        return kept

    def owns(self, argument: object) -> bool:
        """Whether an argument is meant for the library itself."""
        if not isinstance(argument, str):
            return False
        return argument in self._names or any(fnmatchcase(argument, pattern) for pattern in self._patterns)

    def spelling(self, name: str) -> tuple[str, str, str | None]:
        """A model's name as it is sent, the prefix before it that is not, and the endpoint that the prefix chooses."""
        private = bound(name, self.catalogue.header.get("deployments") or {})
        if private is not None:
            return str(private["is"]), "", private.get("mode")
        rules = [rule for provider in self.catalogue.header["providers"].values() for rule in provider.get("names", ())]
        ours = [rule for rule in rules if rule.get("surface") == self.surface and name.startswith(rule["prefix"])]
        if not ours:
            return name, "", None
        rule = max(ours, key=lambda rule: len(rule["prefix"]))
        return name[len(rule["prefix"]) :], rule["prefix"], rule.get("mode")

    def model(self, name: object) -> Model | None:
        """What is known about the model of a name as it is sent."""
        if not isinstance(name, str):
            return None
        found = self.catalogue.find(name)
        if found is None:
            return None
        return self.catalogue.by_id(found.id, self.on, self.trust, fine_tuned=found.fine_tune)

    def mode_of(self, arguments: Mapping[str, Any], model: Model | None) -> str | None:
        """The endpoint that a call with these arguments is about, where nobody names it."""
        marked = [
            mode
            for mode, call in self.line["calls"].items()
            if call.get("marks") and all(mark in arguments for mark in call["marks"])
        ]
        known = (model.modes if model else None) or ()
        fitting = [mode for mode in known if mode in marked]
        return next(iter(fitting or marked or known), None)

    def places(self, parameter: str) -> tuple[tuple[str, str], ...]:
        """Where a parameter stands in a body, at whichever endpoint, its own name among them: first key, place."""
        if parameter not in self._places:
            # An argument may be an object that holds the value: an effort is {effort, summary} to some.
            found = [parameter, f"{parameter}.{parameter.rpartition('_')[2]}"]
            for mode in ("chat", "responses"):
                shape = self.catalogue.shape(mode) or {}
                found += shape.get("places", {}).get(parameter, ())
            heads = ((place.partition(".")[0].removesuffix(REPEATED), place) for place in dict.fromkeys(found))
            self._places[parameter] = tuple(heads)
        return self._places[parameter]


def about(selection: Mapping[str, Any], name: str) -> bool:
    """Whether a bridge or a treatment is about the model of a name."""
    models = selection.get("models")
    matching = models is None or any(fnmatchcase(name, pattern) for pattern in models)
    return matching and not any(fnmatchcase(name, pattern) for pattern in selection.get("unlike") or ())


def read(body: object, place: str) -> Iterator[tuple[tuple[str | int, ...], object]]:
    """Every value at a place (`reasoning.effort`, `tools[].type`), with its path; null is no value."""
    yield from _read(body, place.replace(REPEATED, f".{REPEATED}").split("."), ())


def _read(value: Any, road: list[str], path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], object]]:  # noqa: ANN401 - JSON
    if not road:
        if value is not None:
            yield path, value
    elif road[0] == REPEATED:
        for at, item in enumerate(value if isinstance(value, list) else ()):
            yield from _read(item, road[1:], (*path, at))
    elif isinstance(value, dict) and road[0] in value:
        yield from _read(value[road[0]], road[1:], (*path, road[0]))


class Asking:
    """A body as conditions read it, over what the surface assumes where something is left out."""

    def __init__(self, table: Table, body: Mapping[str, Any], name: str) -> None:
        self.table = table
        self.body = body
        self.name = name
        """The model's, as it is sent."""

    def given(self, parameter: str) -> list[tuple[tuple[str | int, ...], object]]:
        """The values that the body carries for a parameter, with their paths; the innermost where they are nested."""
        found = [
            one for head, place in self.table.places(parameter) if head in self.body for one in read(self.body, place)
        ]
        paths = [path for path, _ in found]
        return [
            one for one in found if not any(len(path) > len(one[0]) and path[: len(one[0])] == one[0] for path in paths)
        ]

    def lookup(self, *, counted: bool) -> Lookup:
        """A parameter's name → its values; `counted`: with what the surface assumes where it is left out."""

        def look(name: str, *, defaults: bool = True) -> tuple[object, ...] | None:
            given = tuple(value for _, value in self.given(name))
            if given or not (defaults and counted):
                return given
            assumed = [one["values"] for one in self.table.line.get("assumes") or () if about(one, self.name)]
            return tuple(values[name] for values in assumed if name in values)

        return look

    def holds(self, when: Mapping[str, Any]) -> bool:
        """Whether a condition holds for what the request itself carries."""
        return bool(holds({name: parse(written) for name, written in when.items()}, self.lookup(counted=False)))

    def lets(self, entry: object) -> Accepts:
        """What an entry of `lets` lets through for this request; what nobody knows does not hold."""
        branch, lookup = parse_accepts(entry), self.lookup(counted=True)
        while branch.when and branch.otherwise is not None and not holds(branch.when, lookup):
            branch = branch.otherwise
        return branch
