"""The columns of tables of models: what each says about a model, and how it is headed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.generate.cell import Cell, Dissent
from registry.generate.markdown import code, text
from registry.generate.parameters import accepted, default, required
from registry.generate.wording import NONE, UNKNOWN, cited, number
from registry.pricelist import lists_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from registry.generate.row import Row

    Read: TypeAlias = Callable[[Any], Cell]


class Column:
    """One column: its key, its heading, what it says, and how it is read off a row."""

    __slots__ = ("about", "heading", "key", "number", "read")

    def __init__(self, key: str, heading: str, about: str, read: Read, *, number: bool = False) -> None:
        self.key = key
        self.heading = heading
        self.about = about
        self.read = read
        self.number = number
        """Whether it is set to the right."""

    def __repr__(self) -> str:
        return f"<column {self.key}>"


def _model(row: Row) -> Cell:
    kind = "fine tuned " if row.model.fine_tuned else ""
    return Cell(row.model.id, kind + row.query.named(row.model.id))


def _name(row: Row) -> Cell:
    return Cell(row.model.id, text(row.model.id))


def _alias_of(row: Row) -> Cell:
    target = row.model.snapshot
    return Cell(target or "", row.query.named(target) if target else "")


def endpoints(row: Row) -> Cell:
    """The paths of the endpoints that take a model, the default first."""
    fact = row.section("modes")
    path = row.query.catalogue.path
    shown = fact.cell(lambda modes: ", ".join(code(path(mode)) for mode in _listed(modes)) or NONE)
    return Cell(
        None if fact.value is None else [path(mode) for mode in _listed(fact.value)],
        shown.shown,
        fact.source,
        shown.dissent,
    )


def _listed(modes: object) -> tuple[str, ...]:
    return tuple(modes) if isinstance(modes, list | tuple) else ()


def _status(row: Row) -> Cell:
    return Cell(row.model.status, row.model.status, row.model.source_of("lifecycle"))


def _knowledge(row: Row) -> Cell:
    return row.section("knowledge").cell(str)


def _requires(row: Row) -> Cell:
    needed = row.model.requires
    return Cell(needed or "", code(needed) if needed else "")


def _note(row: Row) -> Cell:
    return Cell(row.model.note or "", text(row.model.note or ""))


def _since(row: Row) -> Cell:
    day = row.prices().get("from")
    return Cell(day, day or UNKNOWN, row.price_source() if day else "")


def _sources(row: Row) -> list[str]:
    return row.sources(row.query.parameter)


def _source(row: Row) -> Cell:
    return Cell(_sources(row), ", ".join(map(code, _sources(row))))


def _cited(row: Row) -> Cell:
    return Cell(_sources(row), ", ".join(cited(row.query.catalogue, id_) for id_ in _sources(row)))


def limit(name: str) -> Read:
    """A limit, as a number."""
    return lambda row: row.section("limits", name).cell(number)


def day(name: str) -> Read:
    """A day of the lifecycle, or the replacement; what nobody announced is left empty."""

    def read(row: Row) -> Cell:
        fact = row.section("lifecycle", name)
        cell = fact.cell(lambda said: row.query.named(str(said)) if name == "replacement" else str(said), unknown="")
        return cell if fact.value is not None or fact.dissent else Cell("", "")

    return read


def price(meter: str, tier: str | None = None) -> Read:
    """What a meter costs, of the plain list or of that of a tier for requests of any size."""

    def read(row: Row) -> Cell:
        entry = row.prices()
        lists = lists_of(entry) if entry else []
        usd: dict[str, str] = next((one["usd"] for one in lists if _is_for(one["when"], tier)), {})
        if meter not in usd:
            return Cell("" if entry else None, "" if entry else UNKNOWN)
        said = row.model.disputed("prices").items()
        others = [Dissent(source, claim, text(str(claim))) for source, claim in said]
        return Cell(usd[meter], usd[meter], row.price_source(), others)

    return read


def _is_for(when: dict[str, Any], tier: str | None) -> bool:
    return not when if tier is None else set(when) == {"tier"} and tier in when["tier"]


def default_of(name: str) -> Read:
    """What the server uses for a parameter that is left out."""
    return lambda row: default(row, name)


def accepted_of(name: str) -> Read:
    """Which values of a parameter are accepted, and when."""
    return lambda row: accepted(row, name)


def _default(row: Row) -> Cell:
    return default(row, row.query.parameter)


def _accepts(row: Row) -> Cell:
    return accepted(row, row.query.parameter)


def _needed(row: Row) -> Cell:
    return required(row, row.query.parameter)


def _replacements(row: Row) -> Cell:
    """The replacement in force, and those named before it, each with its day."""
    written = (row.query.catalogue.line(row.model.id) or {}).get("lifecycle", {}).get("replacement")
    entries = written if isinstance(written, list) else [{"is": written}] if written else []
    named = [entry for entry in entries if entry.get("from", "") <= row.query.on][::-1]
    said = [row.query.named(one["is"]) + (f" since {one['from']}" if "from" in one else "") for one in named]
    return Cell(named or "", ", before that ".join(said), row.model.source_of("lifecycle") if named else "")


ABOUT_MODELS = (
    Column("model", "Model", "its id, as code", _model),
    Column("name", "Model Name", "its id, as plain text", _name),
    Column("family", "Family", "its family", lambda row: Cell(row.model.family, text(row.model.family))),
    Column("alias_of", "Points at", "the snapshot that the name points at on the day", _alias_of),
    Column("endpoints", "Endpoints", "the endpoints that take it, the default first", endpoints),
    Column("status", "Status", "unreleased, active, deprecated or retired, on the day", _status),
    Column("knowledge", "Knowledge", "when its training data end", _knowledge),
    Column("requires", "Requires", "what the caller's account needs", _requires),
    Column("since", "Since", "the day from which its prices are in force", _since),
    Column("replacements", "Move to", "what it was said to be replaced by, the last first", _replacements),
    Column("note", "Note", "what else a person should know", _note),
)
"""What any table of models can show."""

ABOUT_A_PARAMETER = (
    Column("default", "Default (when not set)", "what the server uses when it is left out", _default),
    Column("accepts", "Supported Values", "which values, and when", _accepts),
    Column("needs", "Account needs", "what the caller's account needs to use it", _needed),
    Column("source", "Source", "on whose word", _source),
    Column("cited", "Source", "on whose word, with a link and a date", _cited),
)
"""What a table about one parameter can show besides."""
