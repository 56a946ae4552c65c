"""JSON and nothing else, and where and why a text is none."""

from __future__ import annotations

import json
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

NEWLINE = "\n"

MARKS = (b"\xff\xfe", b"\xfe\xff")
"""How a file begins that is UTF-16 or UTF-32."""


class Unreadable:
    """A place in a file that is no JSON, and why."""

    __slots__ = ("message", "place")

    def __init__(self, place: str, message: str) -> None:
        self.place = place
        self.message = message

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def encoding(data: bytes) -> str:
    """How a text is encoded: in UTF-8, unless it begins with the mark of another."""
    return json.detect_encoding(data) if data.startswith(MARKS) else "utf-8"


def why(name: str, number: int, text: str, error: Exception, at: int = 0) -> Unreadable:
    """An error of decoding in words, with its line and column.

    `text` begins at line `number`; `at` is where the value begins whose error has no place of its own.
    """
    if isinstance(error, UnicodeDecodeError):
        text = error.object[: error.start].decode(error.encoding, errors="replace")
        at, message = len(text), f"not {error.encoding.upper()} text (byte 0x{error.object[error.start]:02x})"
    elif isinstance(error, json.JSONDecodeError):
        at, message = error.pos, f"not JSON: {error.msg}"
    elif isinstance(error, RecursionError):
        message = "nested too deeply to read"
    else:
        at, message = _culprit(text, at), f"not JSON: {error}"
    before = text[:at]
    line, column = number + before.count(NEWLINE), len(before) - before.rfind(NEWLINE)
    return Unreadable(f"{name}:{line}:{column}", message)


def _culprit(text: str, at: int) -> int:
    """Where the number is that Python reads but JSON has not, or that is too long to read."""
    import re  # for mistakes only

    long = sys.get_int_max_str_digits() + 1
    for found in re.compile(rf'"(?:[^"\\]|\\.)*"|(NaN|-?Infinity|-?\d{{{long},}})').finditer(text, at):
        if found[1]:
            return found.start()
    return at


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


DECODER = json.JSONDecoder(parse_constant=_refuse)
"""JSON alone: NaN and Infinity, which Python would read, are refused as the API does."""
