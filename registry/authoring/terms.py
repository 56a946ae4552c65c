"""The words that facts are written in: days, numbers, the five forms, and what may be written in several ways."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, Discriminator, StringConstraints, Tag, WithJsonSchema

from registry.domain import parse

DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
METER = re.compile(r"[0-9][0-9_]* [a-z][a-z -]*")
MONTH = len("2025-08")
FORM, ENTRY, LIST = "<form>", "<entry>", "<list>"
"""Which of several ways a value is written in; in brackets, so that no key of a file is one."""
OMITTED: Any = None
"""The default of what may be left out but not be null."""


class Strict(BaseModel):
    """Nothing is coerced, nothing unknown passes."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, use_attribute_docstrings=True)


def _day(written: str) -> str:
    try:
        if not DAY.fullmatch(written):
            raise ValueError  # noqa: TRY301 - said below, in one place
        date.fromisoformat(written)
    except ValueError:
        raise ValueError(f"a day is written 2026-08-03, and {written} is none") from None
    return written


def _day_or_month(written: str) -> str:
    if written == "unknown":  # un-says an inherited day
        return written
    try:
        _day(f"{written}-01" if len(written) == MONTH else written)
    except ValueError:
        raise ValueError(f"a day is written 2026-08-03 and a month 2026-08, and {written} is neither") from None
    return written


def _meter(written: str) -> str:
    if not METER.fullmatch(written):
        raise ValueError(f"a meter is written 1_000_000 tokens, and {written} is none")
    return written


def _never(written: Any) -> Any:  # noqa: ANN401 - YAML
    if written != "never":
        raise ValueError("a list of endpoints is needed here, or never")
    return written


def _form(written: Any) -> Any:  # noqa: ANN401 - YAML
    values = [_number(value) for value in written] if isinstance(written, list) else _number(written)
    parse(values)
    return written


def _choices(written: Any) -> Any:  # noqa: ANN401 - YAML
    if not isinstance(written, list) or not written:
        raise ValueError("a list of values is needed here")
    return _form(written)


def _number(value: Any) -> Any:  # noqa: ANN401 - YAML
    return float(value) if isinstance(value, Decimal) else value


def _price(number: Any) -> Any:  # noqa: ANN401 - YAML
    if isinstance(number, bool) or not isinstance(number, int | Decimal):
        raise ValueError("a price is a number")  # noqa: TRY004 - pydantic reports ValueError
    if number < 0:
        raise ValueError("a price is not negative")
    return Decimal(number)


def _count(number: Any) -> Any:  # noqa: ANN401 - YAML
    if number == "unknown":  # un-says an inherited limit
        return number
    if isinstance(number, bool) or not isinstance(number, int):
        raise ValueError("a limit is a whole number")  # noqa: TRY004 - pydantic reports ValueError
    if number < 0:
        raise ValueError("a limit is not negative")
    return number


def _default(written: Any) -> Any:  # noqa: ANN401 - YAML
    if written is None:
        raise ValueError("null is no value: leave the key out, or write unknown to un-say an inherited default")
    return written


def way(written: Any) -> str:  # noqa: ANN401 - YAML
    """Which way a value is written in: an entry of keys, a list of entries, or anything shorter."""
    if isinstance(written, dict):
        return ENTRY
    entries = isinstance(written, list) and written and all(isinstance(entry, dict) for entry in written)
    return LIST if entries else FORM


def _list_or_not(written: Any) -> str:  # noqa: ANN401 - YAML
    return LIST if isinstance(written, list) else FORM


def _keyed_or_not(written: Any) -> str:  # noqa: ANN401 - YAML
    return ENTRY if isinstance(written, dict) else FORM


WAYS = Discriminator(way)
KEYED = Discriminator(_keyed_or_not)
"""For something short or a block of keys."""
LISTED = Discriminator(_list_or_not)
"""For a word or a list of words."""
Short, Whole, Many = Tag(FORM), Tag(ENTRY), Tag(LIST)


def _term(name: str) -> WithJsonSchema:
    """Stands for a definition that `registry.authoring.editor` has by this name."""
    return WithJsonSchema({"term": name})


Day = Annotated[str, AfterValidator(_day), _term("day")]
DayOrMonth = Annotated[str, AfterValidator(_day_or_month), _term("dayOrMonth")]
Form = Annotated[Any, AfterValidator(_form), _term("form")]
"""One of the five forms."""
Listed = Annotated[Any, AfterValidator(_choices), _term("choices")]
"""The first of them, and not empty."""
When = dict[str, Form]
Usd = Annotated[Any, AfterValidator(_price), _term("usd")]
Count = Annotated[Any, AfterValidator(_count), _term("count")]
Default = Annotated[Any, AfterValidator(_default), _term("default")]
Meter = Annotated[str, AfterValidator(_meter), _term("meter")]
Never = Annotated[Any, AfterValidator(_never), _term("never")]
Name = Annotated[str, StringConstraints(min_length=1)]
