"""What models are called: the spellings that lead to each, and the snapshots that names have pointed at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from registry.generate.cell import Cell
from registry.generate.columns import Column
from registry.generate.markdown import code, text
from registry.generate.row import Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.generate.query import Query
    from registry.generate.table import Table

TUNED = ":…"
"""What follows a model's id in the name of a fine-tune."""


class Spelled(NamedTuple):
    """A spelling of a model's name, as a row, by the rule that declares it (none: the id itself)."""

    row: Row
    name: str
    rule: Mapping[str, Any]


def spellings(of: Table) -> Any:  # noqa: ANN401 - rows of a table
    """The rows of a table of names: each model's own, then those with a prefix that leads to it."""

    def rows(query: Query) -> Iterator[Spelled]:
        for row in of.unfiltered(query):
            yield Spelled(row, row.model.id, {})
            line = query.catalogue.line(row.model.id) or {}
            for rule in query.catalogue.header["providers"].get(row.model.provider, {}).get("names", ()):
                name = rule["prefix"] + row.model.id
                if rule.get("fine_tune"):
                    if "fine_tuned" in line:
                        yield Spelled(row, name + TUNED, rule)
                elif rule.get("mode") is None or rule["mode"] in row.modes():
                    yield Spelled(row, name, rule)

    return rows


def _use(spelled: Spelled) -> Cell:
    rule, catalogue = spelled.rule, spelled.row.query.catalogue
    said = [f"in {text(rule['surface'])}"] if "surface" in rule else []
    said += [f"at {code(catalogue.path(rule['mode']))}"] if "mode" in rule else []
    said += ["fine-tuned"] if rule.get("fine_tune") else []
    return Cell(" ".join(said), " ".join(said))


def _by(id_: str) -> Cell:
    return Cell(id_, code(id_) if id_ else "")


ABOUT_NAMES = (
    Column("model", "Model", "the model", lambda spelled: _linked(spelled.row, spelled.row.model.id)),
    Column("name", "Name", "the spelling", lambda spelled: Cell(spelled.name, code(spelled.name))),
    Column("use", "Use", "where it is spelled so, and the endpoint that it chooses", _use),
    Column("source", "Source", "on whose word", lambda spelled: _by(spelled.rule.get("source", ""))),
)


class Pointing(NamedTuple):
    """A name and a snapshot that it points at from a day on, as a row."""

    row: Row
    target: str
    since: str
    source: str


def pointings(query: Query) -> Iterator[Pointing]:
    """The rows of a table of aliases, the oldest first: those of names that are asked for, or point at one."""
    asked = frozenset(query.ids()[0])
    for id_ in query.catalogue.ids():
        for entry in (query.catalogue.line(id_) or {}).get("current", ()):
            if asked & {id_, entry["is"]}:
                row = Row(query, id_)
                source = entry.get("source") or row.model.source_of("current")
                yield Pointing(row, entry["is"], entry.get("from", ""), source)


def _linked(row: Row, id_: str) -> Cell:
    return Cell(id_, row.query.named(id_))


ABOUT_POINTINGS = (
    Column("model", "Name", "the name", lambda pointing: _linked(pointing.row, pointing.row.model.id)),
    Column(
        "since", "Since", "the day from which it points there", lambda pointing: Cell(pointing.since, pointing.since)
    ),
    Column("snapshot", "Points at", "the snapshot", lambda pointing: _linked(pointing.row, pointing.target)),
    Column("source", "Source", "on whose word", lambda pointing: _by(pointing.source)),
)
