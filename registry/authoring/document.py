"""A file of facts as written: its value, where each part of it stands in the text, and what is wrong with it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Any

Place = tuple["str | int", ...]
"""A path into the value: `("providers", "openai", "families", …)`."""
Position = tuple[int, int]
"""A line and a column, both from 1."""
BREAK = re.compile(r"\r\n|\r|\n")


class Mistake:
    """Something wrong in a file of facts, at a line and column (from 1), with a code."""

    __slots__ = ("code", "column", "line", "message")

    def __init__(self, line: int, column: int, code: str, message: str) -> None:
        self.line = line
        self.column = column
        self.code = code
        self.message = message

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.code} {self.message}"

    def __repr__(self) -> str:
        return f"<{self}>"


class Document:
    """A file as written: its value, where each part of it stands, and the mistakes found while reading."""

    def __init__(self, name: str = "", text: str = "") -> None:
        self.name = name
        self.text = text
        self.value: Any = None
        self.keys: dict[Place, Position] = {}
        """Where the key (or list item) of a path stands."""
        self.values: dict[Place, Position] = {}
        """Where its value stands."""
        self.ends: dict[Place, Position] = {}
        """Where its value ends."""
        self.flow: dict[Place, bool] = {}
        """Of each map and list, whether it is written in braces or brackets."""
        self.scalars: list[tuple[Position, Position]] = []
        """Where every key and plain value begins and ends, in the order of the text."""
        self.mistakes: list[Mistake] = []
        self._lines = [0, *(found.end() for found in BREAK.finditer(text))]

    def at(self, place: Place, *, key: bool = False) -> Position:
        """The line and column of a path, or of the nearest one around it."""
        table = self.keys if key else self.values
        while place and place not in table:
            place = place[:-1]
        return table.get(place, (1, 1))

    def get(self, place: Place) -> Any:  # noqa: ANN401 - YAML
        """The value at a path; None when there is none."""
        value = self.value
        for step in place:
            try:
                value = value[step]
            except (LookupError, TypeError):
                return None
        return value

    def mistake(self, place: Place, code: str, message: str, *, key: bool = False) -> None:
        """Note a mistake at a path."""
        self.mistakes.append(Mistake(*self.at(place, key=key), code, message))

    def offset(self, position: Position) -> int:
        """How many characters stand before a line and column."""
        line, column = position
        return self._lines[line - 1] + column - 1 if line <= len(self._lines) else len(self.text)

    def position(self, offset: int) -> Position:
        """The line and column after so many characters."""
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1
