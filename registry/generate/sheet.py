"""Tables whose rows are no models: the facts of a model one under the other, price lists, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from registry.days import in_force
from registry.domain import parse
from registry.generate.cell import Cell
from registry.generate.choosing import words
from registry.generate.columns import Column
from registry.generate.markdown import code, link, text
from registry.generate.meters import heading
from registry.generate.mistake import Mistake, unknown
from registry.generate.table import NOTHING
from registry.generate.wording import cited, number, values
from registry.meters import Meter
from registry.pricelist import lists_of, price_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.diagnostics import Source
    from registry.generate.query import Query
    from registry.generate.row import Row
    from registry.generate.table import Table


class Fact(NamedTuple):
    """One fact of a model, as a row: a column of the tables of models, read off it."""

    row: Row
    column: Column


def facts(of: Table) -> Any:  # noqa: ANN401 - rows of a table
    """The rows of a table of facts: for each model those columns of another table that say something.

    What was asked about a model that is named whole is a row in any case.
    """

    def rows(query: Query) -> Iterator[Fact]:
        known = of.columns(query.catalogue)
        asked = words(query.given.get("facts", ""))
        for key in asked:
            if key not in known:
                raise unknown("fact", key, known, "facts")
        if not asked and "models" not in query.given and query.exactly is None:
            raise Mistake(f"{query.table.name} needs an option models=…")
        named = query.ids()[1]
        for row in of.unfiltered(query):
            for key in asked or [key for key in known if key not in ("model", "name")]:
                if (asked and row.model.id in named) or known[key].read(row).value not in NOTHING:
                    yield Fact(row, known[key])

    return rows


def _model(row: Row) -> Cell:
    return Cell(row.model.id, row.query.named(row.model.id))


def _behind(fact: Fact) -> Cell:
    """On whose word a fact is; nothing where no single source stands behind it."""
    id_ = fact.column.read(fact.row).source
    return Cell(id_, code(id_) if id_ else "")


ABOUT_FACTS = (
    Column("model", "Model", "the model", lambda fact: _model(fact.row)),
    Column("fact", "Fact", "what the fact is about", lambda fact: Cell(fact.column.key, text(fact.column.heading))),
    Column("value", "Value", "the fact", lambda fact: fact.column.read(fact.row)),
    Column("source", "Source", "on whose word", _behind),
)


class PriceList(NamedTuple):
    """One price list of a model, as a row."""

    row: Row
    entry: Mapping[str, Any]
    when: Mapping[str, Any]
    usd: Mapping[str, str]


def price_lists(of: Table) -> Any:  # noqa: ANN401 - rows of a table
    """The rows of a table of price lists: each model's plain list, then those of its tiers."""

    def rows(query: Query) -> Iterator[PriceList]:
        for row in of.unfiltered(query):
            now = in_force(row.model.prices, query.on)
            for entry in row.model.prices if query.wants("history") else filter(None, [now]):
                for listing in lists_of(entry):
                    yield PriceList(row, entry, listing["when"], listing["usd"])

    return rows


def _tier(listing: PriceList) -> Cell:
    said = [_case(word, written) for word, written in listing.when.items()]
    return Cell({word: str(written) for word, written in listing.when.items()}, ", ".join(said) or "standard")


def _case(word: str, written: object) -> str:
    wanted = parse(written)
    if word == "tier" and isinstance(written, list):
        return ", ".join(map(text, written))
    low = getattr(wanted, "low", None)
    name = word.replace("_", " ")
    return f"from {number(low)} {name}" if low is not None else f"{name} {values(wanted)}"


def _named(listing: PriceList) -> str:
    return price_source(listing.entry, listing.row.model)


def _source(listing: PriceList) -> Cell:
    return Cell(_named(listing), code(_named(listing)))


def _cited(listing: PriceList) -> Cell:
    return Cell(_named(listing), cited(listing.row.query.catalogue, _named(listing)))


def _since(listing: PriceList) -> Cell:
    return Cell(listing.entry["from"], listing.entry["from"])


ABOUT_PRICE_LISTS = (
    Column("model", "Model", "the model", lambda listing: _model(listing.row)),
    Column("since", "Since", "the day from which it is in force", _since),
    Column("tier", "For", "the service tier and size of request", _tier),
    Column("source", "Source", "on whose word", _source),
    Column("cited", "Source", "on whose word, with a link and a date", _cited),
)


def meters(catalogue: Catalogue) -> Mapping[str, Column]:
    """A column for every meter."""
    return {f"prices.{name}": _meter(Meter(name, buys)) for name, buys in catalogue.header["meters"].items()}


def _meter(meter: Meter) -> Column:
    def read(listing: PriceList) -> Cell:
        return Cell(listing.usd.get(meter.name, ""), listing.usd.get(meter.name, ""))

    return Column(f"prices.{meter.name}", heading(meter), f"what {meter.name} costs", read, number=True)


def sources(query: Query) -> Iterator[Source]:
    """The rows of a table of sources: the newest first."""
    found = [query.catalogue.source(id_) for id_ in query.catalogue.header["sources"]]
    yield from sorted(found, key=lambda source: (source.date, source.id), reverse=True)


def _title(source: Source) -> Cell:
    return Cell(source.title, link(text(source.title), source.address))


ABOUT_SOURCES = (
    Column("source", "Source", "its id", lambda source: Cell(source.id, code(source.id))),
    Column("kind", "Kind", "observed, official, documented or derived", lambda source: Cell(source.kind, source.kind)),
    Column("date", "Date", "when it said so", lambda source: Cell(source.date, source.date)),
    Column("title", "Title", "what it is, with a link", _title),
)
