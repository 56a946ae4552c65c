"""What a type checker can be told of a value, in no language yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable


class Plain(NamedTuple):
    """Every value of a JSON type (`string integer number boolean object any null`), or none at all (`never`)."""

    word: str


class Literals(NamedTuple):
    """One of a few strings, whole numbers or booleans."""

    values: tuple[object, ...]


class Many(NamedTuple):
    """An array of a kind."""

    item: Kind


class Mapped(NamedTuple):
    """An object with whatever keys, whose values are of a kind."""

    value: Kind


class Record(NamedTuple):
    """An object with these fields and no others; `name` is fit for a class."""

    name: str
    fields: tuple[Field, ...]


class Either(NamedTuple):
    """One of several kinds."""

    kinds: tuple[Kind, ...]


Kind: TypeAlias = Plain | Literals | Many | Mapped | Record | Either


class Field(NamedTuple):
    """A field of an object. `note` is what types can't say: the conditions under which a value is taken."""

    name: str
    kind: Kind
    required: bool
    note: str


OBJECT, ANY, NULL, NOTHING = Plain("object"), Plain("any"), Plain("null"), Plain("never")


def either(kinds: Iterable[Kind]) -> Kind | None:
    """One of these; None when there are none."""
    flat: dict[str, Kind] = {}
    for kind in kinds:
        for one in alternatives(kind):
            flat.setdefault(repr(one), one)  # by what is written: to Python, 1 is True
    if not flat:
        return None
    return Either(tuple(flat.values())) if len(flat) > 1 else next(iter(flat.values()))


def alternatives(kind: Kind) -> tuple[Kind, ...]:
    """What a kind is one of; itself where it is no choice."""
    return kind.kinds if isinstance(kind, Either) else (kind,)


def records(kind: Kind) -> list[Record]:
    """The objects with fields inside a kind, the inner ones first."""
    if isinstance(kind, Record):
        return [*(inner for field in kind.fields for inner in records(field.kind)), kind]
    if isinstance(kind, Either):
        return [inner for one in kind.kinds for inner in records(one)]
    if isinstance(kind, Many | Mapped):
        return records(kind.item if isinstance(kind, Many) else kind.value)
    return []
