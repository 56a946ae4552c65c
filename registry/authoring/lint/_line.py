"""A parameter's line, and the branches of a ruling: which values, and when, with the place of each in the text."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from registry.authoring.resolve import entries, plain
from registry.domain import Accepts, Choices, Range, Values, parse, parse_accepts, spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from registry.authoring.document import Document, Place
    from registry.authoring.resolve import Found


class Branch:
    """`accepts`, `when` and `default` as written at one place; every `else` below it is another branch."""

    __slots__ = ("document", "place", "written")

    def __init__(self, document: Document, place: Place, written: Any) -> None:  # noqa: ANN401 - YAML
        self.document = document
        self.place = place
        self.written: dict[str, Any] = plain(entries(written)[0])

    @property
    def accepts(self) -> Values | None:
        """Which values; None when nothing is said."""
        return parse(self.written["accepts"]) if "accepts" in self.written else None

    @property
    def unconfirmed(self) -> dict[str, Choices]:
        """By source, the values that it leaves out though nobody saw them refused."""
        return {source: Choices(values) for source, values in (self.written.get("unconfirmed") or {}).items()}

    @property
    def when(self) -> dict[str, Values]:
        """The condition."""
        return {name: parse(written) for name, written in (self.written.get("when") or {}).items()}

    @property
    def ruling(self) -> Accepts | None:
        """Which values and when, with every `else`; None when nothing is said."""
        return parse_accepts(self.written) if "accepts" in self.written else None

    def at(self, *path: str) -> Place:
        """The place of a key of this branch; a short form stands for `accepts`."""
        inside = (*self.place, *path)
        return inside if inside in self.document.values else self.place

    def branches(self) -> Iterator[Branch]:
        """This and every `else` below it."""
        yield self
        if "else" in self.written:
            yield from Branch(self.document, (*self.place, "else"), self.written["else"]).branches()

    def bounds(self) -> Iterator[tuple[Place, str]]:
        """The names of limits that ranges of this branch mention, each with its place."""
        ranges = [(self.at("accepts"), self.accepts), *((self.at("when", name), v) for name, v in self.when.items())]
        for place, values in ranges:
            for bound in (values.low, values.high) if isinstance(values, Range) else ():
                if isinstance(bound, str):
                    yield place, bound


def ruling(document: Document, place: Place, node: dict[str, Any]) -> Branch:
    """What a node of a shape says about values, as a branch."""
    said = {key: node[key] for key in ("accepts", "when", "else") if key in node}
    return Branch(document, place, said)


class Line:
    """A parameter's line as written, and the models that have it in force."""

    __slots__ = ("document", "heirs", "name", "place")

    def __init__(self, document: Document, place: Place, heirs: list[Found]) -> None:
        self.document = document
        self.place = place
        self.name = str(place[-1])
        self.heirs = heirs

    @property
    def entries(self) -> list[Branch]:
        """Its entries, however short it was written; the newest at the end."""
        written = self.document.get(self.place)
        dated = entries(written)
        if dated is not written:
            return [Branch(self.document, self.place, written)]
        return [Branch(self.document, (*self.place, at), entry) for at, entry in enumerate(dated)]

    def claims(self, entry: Branch) -> Iterator[tuple[str, Branch]]:
        """Who says otherwise about an entry, and what."""
        for source, claim in (entry.written.get("disputed") or {}).items():
            yield source, Branch(self.document, (*entry.place, "disputed", source), claim)

    def branches(self) -> Iterator[Branch]:
        """Every branch of every entry and claim."""
        for entry in self.entries:
            yield from entry.branches()
            for _, claim in self.claims(entry):
                yield from claim.branches()


def choices(values: Values | None) -> tuple[object, ...]:
    """The scalars that a set names one by one; none when it is written otherwise."""
    return values.values if isinstance(values, Choices) else ()


def spelled(written: Any) -> str:  # noqa: ANN401 - YAML
    """The same text for the same facts, in whatever order their keys were written; `True` is no `1`."""
    return json.dumps(plain(written), sort_keys=True)


def among(value: object, sets: Iterable[Values]) -> bool:
    """Whether a value is in any of these sets."""
    return any(values.accepts(value) for values in sets)


def listed_sets(sets: Iterable[Values]) -> str:
    """Sets of values in words: choices once each, in their order, then the others."""
    named = list(dict.fromkeys(spell(value) for values in sets for value in choices(values)))
    return ", ".join([*named, *(str(values) for values in sets if not isinstance(values, Choices))]) or "nothing"
