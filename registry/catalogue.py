"""The compiled file: one JSON line a model or shape, found and decoded when asked for; overlays; names.

The first line holds what all models share: sources, meters, providers with their spellings, endpoints.
"""

from __future__ import annotations

import os

from registry.decoding import decode, quote
from registry.diagnostics import Source, UnknownModel
from registry.facts import Model
from registry.names import LONGEST_NAME, Resolution, close, readings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

FILE = os.path.join(os.path.dirname(__file__), "_catalogue.jsonl")  # noqa: PTH118, PTH120 - pathlib is slow to import
FORM = b'{"catalogue":1,'
"""How the compiled form of this version begins."""

MODEL = b'{"id":"'
"""How the line of a model begins."""

KEPT = 4096
"""Compiled things kept a catalogue."""

OWN = ("id", "current", "lifecycle", "note", "disputed", "requires")
"""What an alias keeps of its own, wherever it points."""

HEADER_DEPTH = 2
"""How deep headers merge: by section, and by name; a provider keeps the spellings that an overlay does not repeat."""

ENVIRONMENT = "REGISTRY_CATALOGUE"
"""The variable that names overlays to load over the bundled file, separated like a search path."""


class Catalogue:
    """All facts, compiled. Lines are decoded one at a time; what was decoded is kept."""

    __slots__ = ("_data", "_header", "_ids", "_lines", "_over", "cache", "latest", "plans")

    def __init__(self, data: bytes, over: Catalogue | None = None) -> None:
        if not data.startswith(FORM):
            raise ValueError(f"this is no compiled catalogue of this version: it should begin with {FORM.decode()}")
        self._data = data
        self._over = over
        self._lines: dict[str, Any] = {}
        self._header: dict[str, Any] | None = None
        self._ids: tuple[str, ...] | None = None
        self.cache: dict[object, Any] = {}
        """What other floors compiled for names that callers gave, by a key of theirs."""
        self.latest: dict[object, tuple[Any, Any, float, float]] = {}
        """By a name, what was asked for last: the endpoint, what was compiled, and from when to when it holds."""
        self.plans: dict[object, Any] = {}
        """What they compiled for models and endpoints, of which there are only so many."""

    def keep(self, key: object, compiled: object) -> None:
        """Keep something that was compiled; all is dropped when it grows too large, since names come from callers."""
        if len(self.cache) >= KEPT:
            self.cache.clear()
            self.latest.clear()
        self.cache[key] = compiled

    @classmethod
    def load(cls, path: str | os.PathLike[str], over: Catalogue | None = None) -> Catalogue:
        """A compiled file from disk, laid over another catalogue. Raises OSError, and ValueError when it is none."""
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib is slow to import
            return cls(file.read(), over)

    @property
    def header(self) -> dict[str, Any]:
        """What all models share: `sources`, `meters`, `providers`, `modes` (endpoint paths by mode)."""
        if self._header is None:
            own = decode(self._data[: self._data.find(b"\n")].decode())
            if self._over is not None:
                own = _laid_over(own, self._over.header, HEADER_DEPTH)
            self._header = own
        return self._header

    def _find(self, kind: str, name: str) -> Any:  # noqa: ANN401 - JSON
        start = f'{{"{kind}":{quote(name)},'
        if start in self._lines:
            return self._lines[start]
        at = _start_of(start.encode(), self._data)
        if at:
            line = decode(self._data[at : self._data.find(b"\n", at)].decode())
        elif self._over is not None:
            return self._over._find(kind, name)  # noqa: SLF001 - its own kind
        else:
            return None
        self._lines[start] = line
        return line

    def line(self, id: str) -> dict[str, Any] | None:  # noqa: A002 - the field's word
        """A model's compiled line, or None."""
        return self._find("id", id)  # type: ignore[no-any-return]

    def shape(self, mode: str) -> dict[str, Any] | None:
        """The wire shape of an endpoint's body, or None when it is not described."""
        return self._find("shape", mode)  # type: ignore[no-any-return]

    def surface(self, name: str) -> dict[str, Any] | None:
        """What is known about a caller's spelling, or None when it is not described."""
        return self._find("surface", name)  # type: ignore[no-any-return]

    def ids(self) -> tuple[str, ...]:
        """Every model's id, sorted."""
        if self._ids is None:
            found = {
                decode(line[6 : line.index(b'","', 7) + 1].decode())
                for line in self._data.split(b"\n")
                if line.startswith(MODEL)
            }
            self._ids = tuple(sorted(found | set(self._over.ids() if self._over else ())))
        return self._ids

    def source(self, id: str) -> Source:  # noqa: A002 - the field's word
        """A source by its id. An overlay may cite what it does not declare: of that no more than the id is known."""
        declared = self.header["sources"].get(id)
        return Source(id, **declared) if declared else Source(id, "not declared by the catalogue", "unknown", "")

    def mode(self, endpoint: str) -> str | None:
        """The mode that an endpoint's path (`/v1/responses`) or own name (`responses`) stands for, or None."""
        modes: dict[str, str] = self.header["modes"]
        if endpoint in modes:
            return endpoint
        path = "/" + endpoint.strip("/")
        return next((mode for mode, known in modes.items() if known == path), None)

    def path(self, mode: str) -> str:
        """The path of a mode's endpoint; the mode itself when no shape says."""
        return str(self.header["modes"].get(mode, mode))

    def resolve(self, name: str) -> Resolution:
        """Any spelling of a name → what it stands for, and how we know. Raises UnknownModel with close names."""
        found = self.find(name)
        if found is None:
            bare = name.rpartition("/")[2]
            raise UnknownModel(name, close(bare, self.ids()))
        return found

    def find(self, name: str) -> Resolution | None:
        """As `resolve`; None when no spelling leads to a model."""
        if len(name) > LONGEST_NAME:
            return None
        deployments = self.header.get("deployments")
        if not deployments:
            return self._spelled(name)
        from registry.deployments import bound  # nobody has any without an overlay

        private = bound(name, deployments)
        if private is None:
            return self._spelled(name)
        found = self._spelled(private["is"])
        return found and found.bound(name, private)

    def _spelled(self, name: str) -> Resolution | None:
        rules = [rule for provider in self.header["providers"].values() for rule in provider.get("names", ())]
        for reading in readings(name, rules):
            line = self.line(reading.id)
            if line is not None:
                told = f"{reading.prefix}… is a declared spelling ({reading.source})" if reading.prefix else ""
                how = [f"{told}: {reading.note}" if reading.note else told] if told else []
                how.append(f"{reading.id} is an id of {line['provider']}")
                return Resolution(name, reading.id, how, reading)
        return None

    def model(self, name: str, on: str, trust: str | None = None) -> Model:
        """A model by any spelling of its name, as of a day (ISO), as a source is trusted. Raises UnknownModel."""
        found = self.resolve(name)
        return self.by_id(found.id, on, trust, fine_tuned=found.fine_tune)

    def by_id(self, id: str, on: str, trust: str | None = None, *, fine_tuned: bool = False) -> Model:  # noqa: A002 - the field's word
        """A model by its id. An alias that has moved has the facts of the snapshot that it pointed at on the day."""
        line = self.line(id)
        if line is None:
            raise UnknownModel(id)
        model = Model(line, on, trust, fine_tuned=fine_tuned)
        target = model.snapshot
        if target is not None and line["current"][-1]["is"] != target:
            then = self.line(target)
            if then is not None:
                own = {key: line[key] for key in OWN if key in line}
                model = Model({**then, **own}, on, trust, fine_tuned=fine_tuned)
        return model


def _start_of(wanted: bytes, data: bytes) -> int:
    """Where the line starts that begins as wanted, the first line apart; 0 when there is none.

    Models come in the order of their ids, so few of their lines are looked at; one out of order is found all the same.
    """
    low, high = (data.find(b"\n" + MODEL) + 1, len(data)) if wanted.startswith(MODEL) else (0, 0)
    while low < high:
        at = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
        if data.startswith(wanted, at):
            return at
        if data[at : at + len(wanted)] < wanted:
            low = data.find(b"\n", at) + 1 or high
        else:
            high = at
    return data.find(b"\n" + wanted) + 1


def _laid_over(own: dict[str, Any], under: dict[str, Any], depth: int) -> dict[str, Any]:
    """A map over another, key by key as deep as asked; below that what is on top replaces what it lies on."""
    merged = {**under, **own}
    for key in own.keys() & under.keys() if depth else ():
        if isinstance(own[key], dict) and isinstance(under[key], dict):
            merged[key] = _laid_over(own[key], under[key], depth - 1)
    return merged


_bundled: Catalogue | None = None


def bundled() -> Catalogue:
    """The catalogue that ships, with the overlays that the environment names laid over it."""
    global _bundled  # noqa: PLW0603 - read once a process
    if _bundled is None:
        catalogue = Catalogue.load(FILE)
        for path in filter(None, os.environ.get(ENVIRONMENT, "").split(os.pathsep)):
            catalogue = Catalogue.load(path, over=catalogue)
        _bundled = catalogue
    return _bundled
