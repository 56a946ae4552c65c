"""Logs as files hold them: a JSON value a line, one array or object, CSV or Parquet; read a line or row at a time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from registry.cli import bodies, parquet
from registry.cli.answers import counts
from registry.cli.parsing import DECODER, Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from typing import Any, BinaryIO

SUFFIX = ".csv"
JSON = b"{["
FLOAT_DIGITS, TEXT_DIGITS = 15, 30
"""Digits of the longest whole number that a float holds exactly, and that is a count of anything."""

ENOUGH = 64
"""Bytes that tell CSV from JSON."""


def read(name: str, meters: Collection[str]) -> Iterator[tuple[str, Any] | Unreadable]:
    """The values of a file (`-`: standard input), each with its place."""
    if name.lower().endswith(parquet.SUFFIXES):
        row = Row(meters)
        for read_ in parquet.read(name):
            yield read_ if isinstance(read_, Unreadable) else (read_[0], row.value(read_[1]))
        return
    if name == "-" and _beginning(sys.stdin.buffer).startswith(parquet.MARK):
        yield Unreadable("stdin", "Parquet can't be read from a pipe: give the name of the file")
        return
    if _is_csv(name):
        yield from _table(name, meters)
        return
    for found in bodies.read(name):
        if isinstance(found, Unreadable):
            yield found
        elif isinstance(found.value, list):
            yield from ((f"{found.name}[{at}]", item) for at, item in enumerate(found.value))
        else:
            yield found.name, found.value


def _is_csv(name: str) -> bool:
    if name != "-":
        return name.lower().endswith(SUFFIX)
    start = _beginning(sys.stdin.buffer).removeprefix(b"\xef\xbb\xbf").lstrip()
    return bool(start) and start[:1] not in JSON


def _beginning(stream: Any) -> bytes:  # noqa: ANN401 - a binary stream, buffered or in memory
    """The first bytes of a stream, which are left to be read."""
    if hasattr(stream, "peek"):
        peeked: bytes = stream.peek(ENOUGH)
        return peeked
    start: bytes = stream.read(ENOUGH)
    stream.seek(0)
    return start


def _table(name: str, meters: Collection[str]) -> Iterator[tuple[str, Any] | Unreadable]:
    if name == "-":
        yield from _rows(sys.stdin.buffer, "stdin", meters)
        return
    try:
        with open(name, "rb") as file:  # noqa: PTH123 - as other files are opened here
            yield from _rows(file, name, meters)
    except OSError as error:
        yield Unreadable(name, error.strerror or str(error))


def _rows(file: BinaryIO, name: str, meters: Collection[str]) -> Iterator[tuple[str, Any] | Unreadable]:
    """The rows of a table with a head."""
    import csv
    import io

    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    reader, table = csv.DictReader(text, strict=True), Row(meters)
    try:
        for row in reader:
            place = f"{name}:{reader.line_num}"
            if None in row or None in row.values():
                yield Unreadable(place, "the row has not as many fields as the head")
            else:
                yield place, table.value(row)
    except (csv.Error, UnicodeDecodeError) as error:
        yield Unreadable(f"{name}:{reader.line_num + 1}", f"not CSV: {error}; the rest is not read")
    finally:
        text.detach()  # the file is closed by whoever opened it


class Row:
    """Turns rows of a table into values of a log."""

    def __init__(self, meters: Collection[str]) -> None:
        self.meters = meters
        self._readers: dict[str, Callable[[Any], Any]] = {}

    def value(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Counts and durations as numbers, objects that are written as JSON as such, days and times in ISO form."""
        readers = self._readers
        if readers.keys() != row.keys():
            self._readers = readers = {key: _number if counts(key, self.meters) else _cell for key in row}
        return {key: readers[key](cell) for key, cell in row.items()}


def _cell(cell: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    if not isinstance(cell, str):
        return cell.isoformat() if hasattr(cell, "isoformat") else cell
    if not cell.startswith("{"):
        return cell
    try:
        return DECODER.decode(cell)
    except (ValueError, RecursionError):
        return cell


def _number(cell: Any) -> Any:  # noqa: ANN401 - a number, or the cell that is none
    """A cell as the number that it spells: whole where it is, though tables write `1000.0` where others are missing."""
    if type(cell) is int:
        return cell
    if isinstance(cell, str) and len(cell) <= TEXT_DIGITS and cell.isdecimal():
        return int(cell)
    from decimal import Decimal, InvalidOperation

    if not isinstance(cell, str | float | Decimal):
        return cell
    try:
        number = Decimal(repr(cell) if isinstance(cell, float) else cell)
    except InvalidOperation:
        return cell
    digits = FLOAT_DIGITS if isinstance(cell, float) else TEXT_DIGITS
    whole = number.is_finite() and number.adjusted() < digits and number == number.to_integral_value()
    return int(number) if whole else number
