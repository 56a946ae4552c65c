"""What a marker or a command line asks of a table: which models and columns, of which day, in whose trust."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from registry.days import day_of
from registry.generate.choosing import chosen, words
from registry.generate.dotted import parameters
from registry.generate.markdown import code, link
from registry.generate.mistake import Mistake, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from registry.catalogue import Catalogue
    from registry.facts import Model
    from registry.generate.columns import Column
    from registry.generate.row import Row
    from registry.generate.table import Table

STATUSES = ("unreleased", "active", "deprecated", "retired")
ANSWERS = {"yes": True, "no": False}
WORDS = {"true": True, "false": False}
"""What is no text where a value is asked for."""

MODEL = "{model}"
"""Stands for the name of a model in options."""


def as_of(catalogue: Catalogue) -> str:
    """The day of a catalogue: that of its newest source. The same catalogue prints the same page on any day."""
    return max((str(source["date"]) for source in catalogue.header["sources"].values()), default=day_of(None))


class Query:
    """A table asked of a catalogue. Raises Mistake for whatever makes no sense."""

    def __init__(
        self, catalogue: Catalogue, table: Table, given: Mapping[str, str], exactly: Sequence[str] | None = None
    ) -> None:
        self.catalogue = catalogue
        self.table = table
        self.exactly = exactly
        """The models asked for by ids, which may be any text; None: `models` in what is given says which."""
        self.given = {**table.presets, **given}
        for option in given:
            if option not in table.options:
                raise unknown(f"option of {table.name}", option, table.options, option)
        self.on = self._day()
        self.trust = self._one_of("trust", catalogue.header["sources"], "source")
        self.endpoint = self._endpoint()
        self.marks = self._yes("marks", default=self.trust is None)
        self.parameter = self._parameter()
        self.missing = words(self.given.get("missing", ""))
        self._statuses = words(self.given.get("status", ""))
        for word in self._statuses:
            if word not in STATUSES:
                raise unknown("status", word, STATUSES, "status")
        self.columns: Sequence[tuple[Column, str]] = [*self._columns()]
        self.having = words(self.given.get("having", ""))
        self._taken = [*self._pairs()]
        self._pins = words(self.given.get("pin", ""))

    def named(self, id_: str) -> str:
        """The id of a model as code; a link to its page, where the query says where pages are."""
        pages = self.given.get("pages", "")
        known = pages and self.catalogue.line(id_) is not None
        return link(code(id_), pages.replace(MODEL, file_name(id_))) if known else code(id_)

    def pinned(self, id_: str) -> bool:
        """Whether a model is to be called by the snapshot that it points at."""
        return any(fnmatchcase(id_, pattern) for pattern in self._pins)

    def ids(self) -> tuple[list[str], frozenset[str]]:
        """The models asked for, in the order of asking, and those of them that were named whole."""
        if self.exactly is not None:
            return list(self.exactly), frozenset(self.exactly)
        return chosen(self.catalogue, self.given.get("models", "*"))

    def admits(self, model: Model, *, named: bool) -> bool:
        """Whether a model is of the families and statuses asked for; who is not out yet comes when called by name."""
        asked = self.given.get("family", model.family)
        return model.family in (asked, *words(asked)) and model.status in (
            self._statuses or (STATUSES if named else STATUSES[1:])
        )

    def wants(self, option: str) -> bool:
        """What a yes-or-no option says; no by default."""
        return self._yes(option, default=False)

    def finds(self, row: Row) -> bool:
        """Whether a model takes the values that are asked for."""
        return all(row.takes(name, value) for name, value in self._taken)

    def asks_about(self, parameter: str) -> bool:
        """Whether a parameter is one of those asked for; all are, where only exceptions are named."""
        asked = words(self.given.get("parameters", ""))
        wanted = all(word.startswith("!") for word in asked)
        for word in asked:
            if fnmatchcase(parameter, word.removeprefix("!")):
                wanted = not word.startswith("!")
        return wanted

    def _day(self) -> str:
        if "on" not in self.given:
            return as_of(self.catalogue)
        try:
            return day_of(self.given["on"])
        except ValueError:
            raise Mistake(f"{self.given['on']!r} is no day: write 2026-12-31", "on") from None

    def _endpoint(self) -> str | None:
        if "endpoint" not in self.given:
            return None
        found = self.catalogue.mode(self.given["endpoint"])
        if found is None and self.given["endpoint"] != self.table.presets.get("endpoint"):
            modes = self.catalogue.header["modes"]
            raise unknown("endpoint", self.given["endpoint"], [*modes, *modes.values()], "endpoint")
        return found or self.given["endpoint"]

    def _parameter(self) -> str:
        name = self.given.get("name")
        if "name" in self.table.options:
            known = parameters(self.catalogue)
            if name not in known and name != self.table.presets.get("name", ""):
                raise (
                    unknown("parameter", name, known, "name")
                    if name
                    else Mistake(f"{self.table.name} needs an option name=…, the parameter")
                )
        return name or ""

    def _pairs(self) -> Iterator[tuple[str, object]]:
        """The values that models are to take, each with its parameter."""
        for word in words(self.given.get("takes", "")):
            name, equals, value = word.partition("=")
            if not equals:
                raise Mistake(f"{word!r}: write PARAMETER=VALUE", "takes")
            if name not in parameters(self.catalogue) and word not in words(self.table.presets.get("takes", "")):
                raise unknown("parameter", name, parameters(self.catalogue), "takes")
            yield name, WORDS.get(value, value)

    def _one_of(self, option: str, known: Iterable[str], noun: str) -> str | None:
        word = self.given.get(option)
        if word is not None and word not in known:
            raise unknown(noun, word, known, option)
        return word

    def _yes(self, option: str, *, default: bool) -> bool:
        word = self.given.get(option)
        if word is None:
            return default
        if word not in ANSWERS:
            raise Mistake(f"{option} is yes or no", option)
        return ANSWERS[word]

    def _columns(self) -> Iterator[tuple[Column, str]]:
        """The columns asked for, each with its heading: `model, default: When not set`."""
        asked = self.given.get("columns")
        if asked is None:
            yield from ((column, column.heading) for column in self.table.shown(self.catalogue))
            return
        for part in filter(str.strip, asked.split(",")):
            key, _, heading = part.partition(":")
            column = self.column(key.strip(), "columns")
            yield column, heading.strip() or column.heading

    def column(self, key: str, option: str) -> Column:
        """A column that an option names."""
        known = self.table.columns(self.catalogue)
        if key not in known:
            raise unknown(f"column of {self.table.name}", key, known, option)
        return known[key]


def file_name(id_: str) -> str:
    """An id as the name of a file, without its ending: what no file may be called gives way to what no id has."""
    return id_.replace("/", "~").replace(":", "~")
