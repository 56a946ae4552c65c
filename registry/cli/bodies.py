"""Requests as files hold them: one JSON body, several, an array of bodies, JSON lines, or the lines of a Batch file.

JSON lines are read one at a time. What can't be read is handed on in its place: the rest is judged all the same.
"""

from __future__ import annotations

import sys

from registry.cli.parsing import DECODER, NEWLINE, Unreadable, encoding, why

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, BinaryIO, TypeAlias

    Found: TypeAlias = "Written | Unreadable"

EMPTY = "nothing to read: it is empty"
ENOUGH = 20
"""Places that can't be read before a file is given up."""

LINES = (".jsonl", ".ndjson")
"""Names of files that hold a value a line, whatever their first line is like."""


class Request:
    """A body to judge, the endpoint that it says it goes to, and what to call it."""

    __slots__ = ("batch", "body", "custom_id", "endpoint", "line", "name")

    def __init__(self, name: str, value: Any) -> None:  # noqa: ANN401 - JSON
        batch = isinstance(value, dict) and "body" in value and ("url" in value or "custom_id" in value)
        self.batch = batch
        """Whether it is a line of a Batch file."""
        self.line: Any = value
        """The value itself: of a Batch file the whole line."""
        self.body: Any = value["body"] if batch else value
        self.endpoint: str | None = _text(value.get("url")) if batch else None
        self.custom_id: str | None = _text(value.get("custom_id")) if batch else None
        self.name = f"{name} ({self.custom_id})" if self.custom_id else name


class Written:
    """One JSON value and the text that it was read from; `alone` when its file holds no other."""

    __slots__ = ("alone", "name", "opened", "text", "touched", "value")

    def __init__(self, name: str, text: str, value: Any, *, alone: bool) -> None:  # noqa: ANN401 - JSON
        self.name = name
        self.text = text
        self.value = value
        self.alone = alone and not isinstance(value, list)
        self.touched = False
        """Whether the value is no longer what the text says."""
        self.opened: object = None
        """The same for all that came from one opening of one file."""

    def requests(self) -> Iterator[Request]:
        """The bodies in it: itself, the body of a line of a Batch file, or the items of an array."""
        if not isinstance(self.value, list):
            yield Request(self.name, self.value)
            return
        for at, item in enumerate(self.value):
            yield Request(f"{self.name}[{at}]", item)


def read(name: str) -> Iterator[Found]:
    """Every JSON value of a file (`-`: standard input)."""
    shown, wrong, opened = "stdin" if name == "-" else name, 0, object()
    try:
        for found in _opened(name, shown):
            if isinstance(found, Written):
                found.opened = opened
            yield found
            wrong += isinstance(found, Unreadable)
            if wrong == ENOUGH:
                yield Unreadable(shown, "giving up on it after so many")
                return
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        yield Unreadable(shown, getattr(error, "strerror", None) or str(error))


def _opened(name: str, shown: str) -> Iterator[Found]:
    if name == "-":
        yield from _values(sys.stdin.buffer, shown)
    else:
        with open(name, "rb") as file:  # noqa: PTH123 - pathlib is slow to import
            yield from _values(file, shown)


def _values(file: BinaryIO, name: str) -> Iterator[Found]:
    number, first = next((found for found in enumerate(file, 1) if found[1].strip()), (0, b""))
    if not number:
        yield Unreadable(name, EMPTY)
        return
    if encoding(first) != "utf-8":
        yield from _whole(first + file.read(), name)
        return
    first = first.removeprefix(b"\xef\xbb\xbf")
    if name.endswith(LINES) or not isinstance(_line(name, number, first), Unreadable):
        yield from _lines(file, name, number, first)
    else:
        yield from _whole(b"\n" * (number - 1) + first + file.read(), name)


def _lines(file: Iterable[bytes], name: str, number: int, line: bytes) -> Iterator[Found]:
    """A value a line; each is handed on when the next one is seen, so that a single one knows that it is alone."""
    alone = True
    for later, following in enumerate(file, number + 1):
        if following.strip():
            alone = False
            yield _line(name, number, line)
            number, line = later, following
    yield _line(name, number, line, alone=alone)


def _line(name: str, number: int, line: bytes, *, alone: bool = False) -> Found:
    text = ""
    try:
        text = line.decode()
        return Written(name if alone else f"{name}:{number}", text, DECODER.decode(text), alone=alone)
    except (ValueError, RecursionError) as error:
        return why(name, number, text, error)


def _whole(data: bytes, name: str) -> Iterator[Found]:
    """The values of a text in which they may span lines."""
    text, at = "", 0
    try:
        text = data.decode(encoding(data))
        start = at = _blank(text, 0)
        line = 1 + text.count(NEWLINE, 0, start)
        if at == len(text):
            yield Unreadable(name, EMPTY)
        while at < len(text):
            value, end = DECODER.raw_decode(text, at)
            after = _blank(text, end)
            alone = at == start and after == len(text)
            yield Written(name if alone else f"{name}:{line}", text[at:after], value, alone=alone)
            line += text.count(NEWLINE, at, after)
            at = after
    except (ValueError, RecursionError) as error:
        yield why(name, 1, text, error, at)


def _blank(text: str, at: int) -> int:
    """Where what is not blank begins."""
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
