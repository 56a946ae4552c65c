"""A table: what it is about, its columns, its options, its rows; and how tables of models are declared."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from registry.generate.calls import call, membership
from registry.generate.columns import ABOUT_A_PARAMETER, ABOUT_MODELS, Column
from registry.generate.dotted import dotted
from registry.generate.row import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any, TypeAlias

    from registry.catalogue import Catalogue
    from registry.generate.cell import Cell
    from registry.generate.query import Query

    More: TypeAlias = Callable[[Catalogue], Mapping[str, Column]]

OPTIONS = {
    "models": "which models, and in which order: names, patterns (name-*), exceptions (!name-mini)",
    "columns": "which columns, each with a heading of its own if it should have one: model, default: When not set",
    "endpoint": "the endpoint, as a path or a mode",
    "takes": "only models that take such a value: PARAMETER=VALUE, several with blanks between",
    "family": "only models of these families",
    "status": "only models that are unreleased, active, deprecated or retired on the day",
    "snapshots": "yes: with the snapshots that a name in the table points at",
    "facts": "which facts, as columns of a table of models are called",
    "parameters": "which parameters: names, patterns (max_*), exceptions (!tools)",
    "history": "yes: with the price lists that are no longer in force, and those to come",
    "shared": "yes: only parameters of several endpoints",
    "having": "only rows that say something in one of these columns",
    "sort": "the column to sort by; -COLUMN: the last first",
    "name": "the parameter that the table is about",
    "missing": "say of whoever takes none of these values that it lacks the last",
    "call": "how to call a model: completion(model={model})",
    "pages": "where models have pages, so that names lead there: ../models/{model}.md",
    "pin": "names to be called by the snapshot that they point at",
    "trust": "a source whose claims win over all others",
    "on": "the day to print; that of the catalogue's newest source when left out",
    "marks": "yes or no: footnotes where sources disagree; no when a source is trusted",
    "template": "a Jinja template to print the table with",
}
"""Every option, and what it says."""

NOTHING: Sequence[object] = (None, "", [], ())
"""The values of cells that say nothing."""

ALWAYS = ("columns", "having", "sort", "pages", "trust", "on", "marks", "template")
OF_MODELS = ("models", "endpoint", "takes", "family", "status", "snapshots")


class Table:
    """A table that can be asked of a catalogue."""

    __slots__ = ("_columns", "_more", "_rows", "about", "default", "disputes", "name", "options", "presets")

    def __init__(
        self,
        name: str,
        about: str,
        columns: Sequence[Column],
        rows: Callable[[Query], Iterable[Any]],
        *,
        default: Sequence[str] = (),
        options: Sequence[str] = (),
        disputes: Callable[[Any], Cell] | None = None,
        more: More | None = None,
    ) -> None:
        self.name = name
        self.about = about
        self._columns = {column.key: column for column in columns}
        self.default = tuple(default or self._columns)
        """The keys of the columns that are shown when none are asked for."""
        self._rows = rows
        self.options = tuple(sorted({*ALWAYS, *options}, key=list(OPTIONS).index))
        self.presets: Mapping[str, str] = {}
        """Options that the table's name stands for."""
        self.disputes = disputes
        """Whether a row belongs here, as a cell whose dissent says otherwise."""
        self._more = more

    def preset(self, name: str, about: str, default: Sequence[str], options: Mapping[str, str]) -> Table:
        """This table under another name, with other columns and with options filled in."""
        made = copy(self)
        made.name, made.about, made.default, made.presets = name, about, tuple(default), dict(options)
        return made

    def columns(self, catalogue: Catalogue) -> dict[str, Column]:
        """All columns by key."""
        return {**self._columns, **(self._more(catalogue) if self._more else {})}

    def plain(self) -> Sequence[Column]:
        """The columns that do not depend on what a catalogue has."""
        return tuple(self._columns.values())

    def shown(self, catalogue: Catalogue) -> list[Column]:
        """The columns when none are asked for."""
        known = self.columns(catalogue)
        return [known[key] for key in self.default if key in known]

    def rows(self, query: Query) -> list[Any]:
        """The rows that a query asks for."""
        wanted = [query.column(key, "having") for key in query.having]
        return [
            row
            for row in self.unfiltered(query)
            if not wanted or any(column.read(row).value not in NOTHING for column in wanted)
        ]

    def unfiltered(self, query: Query) -> Iterable[Any]:
        """The rows, whatever they say; a query of another table may ask."""
        return self._rows(query)

    def __repr__(self) -> str:
        return f"<table {self.name}>"


def of_models(
    name: str,
    about: str,
    default: Sequence[str],
    belongs: Callable[[Row], bool],
    *,
    columns: Sequence[Column] = (),
    options: Sequence[str] = (),
    fine_tuned: bool = False,
    disputes: Callable[[Row], Cell] | None = None,
) -> Table:
    """A table with a row a model: those that belong in it, and whoever is named whole."""

    def rows(query: Query) -> Iterator[Row]:
        ids, named = query.ids()
        every = [Row(query, id_, fine_tuned=fine_tuned) for id_ in ids]
        pointed = set() if query.wants("snapshots") else {row.model.snapshot for row in every}
        for row in every:
            found = row.model.id not in pointed and belongs(row) and query.finds(row)
            asked = row.model.id in named or found
            if asked and query.admits(row.model, named=row.model.id in named):
                yield row

    all_columns = (*ABOUT_MODELS, *columns)
    given = (*OF_MODELS, *options)
    return Table(name, about, all_columns, rows, default=default, options=given, disputes=disputes, more=dotted)


CALL = Column("call", "Function Call", "how litellm calls it", call)


def of_calls(name: str, about: str, default: Sequence[str], belongs: Callable[[Row], bool], **more: Any) -> Table:  # noqa: ANN401 - those of `of_models`
    """A table of models with their calls at an endpoint."""
    return of_models(
        name, about, default, belongs, columns=(CALL,), options=("call", "pin"), disputes=membership, **more
    )


def of_a_parameter(name: str, about: str, default: Sequence[str]) -> Table:
    """A table of what models take for a parameter."""
    return of_models(
        name,
        about,
        default,
        lambda row: row.takes(row.query.parameter),
        columns=ABOUT_A_PARAMETER,
        options=("name", "missing"),
    )
