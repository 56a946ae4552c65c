"""Files of facts as they stand, with what rules ask about them: blocks, models, the lines that models share, shapes."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from registry.authoring.compile import load
from registry.authoring.lint._endpoint import Endpoint, endpoints
from registry.authoring.lint._line import Line
from registry.authoring.resolve import LEVELS, NOT_INHERITED, inherit, moves, resolve, walk
from registry.facts import Model

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from registry.authoring.compile import Files
    from registry.authoring.document import Place
    from registry.authoring.resolve import Found


class Block:
    """A provider, family, model or snapshot: what is written in it, and what it inherits."""

    __slots__ = ("inherited", "place", "written")

    def __init__(self, place: Place, written: dict[str, Any], inherited: dict[str, Any]) -> None:
        self.place = place
        self.written = written
        self.inherited = inherited


class Draft:
    """Files of facts as they stand, judged as of a day (ISO), and against what was committed at a git revision."""

    def __init__(self, files: Files, on: str, against: str | None = None) -> None:
        self.facts = files.facts
        self.shapes = files.shapes
        self.documents = files.documents
        """All files, the facts first."""
        self.on = on
        self.against = against
        self.silenced: set[Place] = set()
        """The exceptions (`allow`) that silenced a finding so far."""

    @classmethod
    def read(cls, models: Path, shapes: Path | None, on: str, against: str | None = None) -> Draft:
        """Read the files. Raises OSError."""
        return cls(load(models, shapes), on, against)

    @cached_property
    def sources(self) -> dict[str, Any]:
        """The declared sources, by id."""
        declared: dict[str, Any] = self.facts.value.get("sources") or {}
        return declared

    def meter(self, name: str) -> str | None:
        """What one price of a meter buys; None when nobody declared it."""
        found: str | None = (self.facts.value.get("meters") or {}).get(name)
        return found

    @cached_property
    def blocks(self) -> list[Block]:
        """Every block, each after the one it sits in."""
        return list(_blocks(self.facts.value, (), {}, "providers"))

    @cached_property
    def models(self) -> list[Found]:
        """Every model and snapshot, in the order of the file."""
        return list(walk(self.facts.value))

    @cached_property
    def flat(self) -> dict[str, dict[str, Any]]:
        """Everything known about each model, by id."""
        return resolve(self.facts.value)

    @cached_property
    def by_id(self) -> dict[str, Found]:
        """The models by id."""
        return {model.id: model for model in self.models}

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids of each provider."""
        found: dict[str, set[str]] = {}
        for model in self.models:
            found.setdefault(model.provider, set()).add(model.id)
        return found

    @cached_property
    def own(self) -> list[Found]:
        """The models that have facts of their own: all but names that point at another one."""
        return [model for model in self.models if not self.target(model)]

    def target(self, model: Found) -> str | None:
        """The id that a name takes its facts from; None when it has its own."""
        pointed = moves(model.written.get("current"))
        return pointed[-1]["is"] if pointed and pointed[-1]["is"] in self.flat else None

    def alive(self, model: Found) -> bool:
        """Whether a model is in use on the day."""
        return Model(self.flat[model.id], self.on).status != "retired"

    def modes(self, models: Iterable[Found]) -> list[str]:
        """The endpoints that any of these models has."""
        written = [self.flat[model.id].get("modes") for model in models]
        return list(dict.fromkeys(mode for modes in written if isinstance(modes, list) for mode in modes))

    @cached_property
    def endpoints(self) -> list[Endpoint]:
        """The described endpoints."""
        return endpoints(self.shapes)

    def described(self, models: Iterable[Found]) -> list[Endpoint]:
        """The described endpoints that any of these models has."""
        modes = self.modes(models)
        return [endpoint for endpoint in self.endpoints if endpoint.serves in modes]

    def origin(self, model: Found, *path: str) -> Place | None:
        """Where the fact of a model that is in force at this path is written; None when nowhere."""
        for depth in range(len(model.place), 0, -2):
            if (*model.place[:depth], *path) in self.facts.values:
                return (*model.place[:depth], *path)
        return None

    def prices(self) -> Iterator[tuple[Place, list[dict[str, Any]]]]:
        """Every list of prices, those of fine-tunes and of the provider's tools too."""
        for block in self.blocks:
            for path in (("prices",), ("fine_tuned", "prices"), ("hosted",)):
                written = self.facts.get((*block.place, *path))
                if written:
                    yield (*block.place, *path), written

    def tiers(self) -> Iterator[tuple[Place, dict[str, Any]]]:
        """Every price under a condition."""
        for place, prices in self.prices():
            for at, price in enumerate(prices):
                for tier, written in enumerate(price.get("tiers") or ()):
                    yield (*place, at, "tiers", tier), written

    def named_modes(self) -> Iterator[tuple[Place, str]]:
        """Every mention of an endpoint outside conditions."""
        for block in self.blocks:
            claims = [("disputed", source) for source in block.written.get("disputed") or ()]
            for path in ((), *claims):
                modes = self.facts.get((*block.place, *path, "modes"))
                for at, mode in enumerate(modes if isinstance(modes, list) else ()):
                    yield (*block.place, *path, "modes", at), mode
            for at, spelling in enumerate(block.written.get("names") or ()):
                if "mode" in spelling:
                    yield (*block.place, "names", at, "mode"), spelling["mode"]
        for line in self.lines:
            for entry in line.entries:
                default = entry.written.get("default")
                for mode in default if isinstance(default, dict) else ():
                    yield (*entry.place, "default", mode), mode

    @cached_property
    def lines(self) -> list[Line]:
        """Every parameter's line as written, with the models that have it in force."""
        heirs: dict[Place, list[Found]] = {}
        for model in self.own:
            for name in model.written.get("params") or ():
                origin = self.origin(model, "params", name)
                if origin is not None:
                    heirs.setdefault(origin, []).append(model)
        return [
            Line(self.facts, (*block.place, "params", name), heirs.get((*block.place, "params", name), []))
            for block in self.blocks
            for name in block.written.get("params") or ()
        ]


def _blocks(outer: dict[str, Any], place: Place, inherited: dict[str, Any], level: str) -> Iterator[Block]:
    for name, written in (outer.get(level) or {}).items():
        inside = (*place, level, name)
        yield Block(inside, written or {}, inherited)
        whole = inherit(inherited, written or {})
        kept = {key: value for key, value in whole.items() if key not in NOT_INHERITED}
        below = LEVELS[level]
        if below:
            yield from _blocks(written or {}, inside, kept, below)
