"""Logs as files hold them: a JSON value a line, one array or object, or CSV; read one line at a time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from registry.cli import bodies
from registry.cli.answers import counts
from registry.cli.parsing import Unreadable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any, BinaryIO

SUFFIX = ".csv"
JSON = b"{["
ENOUGH = 64
"""Bytes that tell CSV from JSON."""


def read(name: str, meters: Collection[str]) -> Iterator[tuple[str, Any] | Unreadable]:
    """The values of a file (`-`: standard input), each with its place."""
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
    """The rows of a table with a head, counts and durations as numbers, all else as text."""
    import csv
    import io

    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    reader = csv.DictReader(text, strict=True)
    try:
        for row in reader:
            place = f"{name}:{reader.line_num}"
            if None in row or None in row.values():
                yield Unreadable(place, "the row has not as many fields as the head")
            else:
                yield place, {key: _number(cell) if counts(key, meters) else cell for key, cell in row.items()}
    except (csv.Error, UnicodeDecodeError) as error:
        yield Unreadable(f"{name}:{reader.line_num + 1}", f"not CSV: {error}; the rest is not read")
    finally:
        text.detach()  # the file is closed by whoever opened it


def _number(text: str) -> Any:  # noqa: ANN401 - a number, or the text that is none
    if text.isdecimal():
        return int(text)
    from decimal import Decimal, InvalidOperation

    try:
        return Decimal(text)
    except InvalidOperation:
        return text
