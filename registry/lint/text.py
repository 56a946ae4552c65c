"""A text and where each of its characters stands in a file: a file itself, a block of a page, a cell, a quoted body."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Quote = Callable[[str], str]

Span = tuple[int, int]
"""Where something begins and ends, in characters of a file."""


class File:
    """A text file as read: its name, its text, and the lines of it."""

    __slots__ = ("_lines", "first", "name", "text")

    def __init__(self, name: str, text: str, first: int = 1) -> None:
        self.name = name
        self.text = text
        self.first = first
        """The number of the first line: a line of a long file may be read alone."""
        self._lines: list[int] | None = None

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column (from 1) after so many characters."""
        if self._lines is None:
            self._lines = [0, *(at + 1 for at, char in enumerate(self.text) if char == "\n")]
        line = bisect_right(self._lines, offset)
        return line - 1 + self.first, offset - self._lines[line - 1] + 1

    def line(self, number: int) -> str:
        """A line by its number; empty when there is none."""
        if self._lines is None:
            self.position(0)
        assert self._lines is not None  # noqa: S101 - for the type checker
        at = number - self.first
        if not 0 <= at < len(self._lines):
            return ""
        end = self.text.find("\n", self._lines[at])
        return self.text[self._lines[at] : end if end >= 0 else len(self.text)]


def _same(text: str) -> str:
    return text


class Text:
    """A text inside a file."""

    __slots__ = ("content", "file", "offsets", "quote")

    def __init__(self, file: File, content: str, offsets: Sequence[int], quote: Quote = _same) -> None:
        self.file = file
        self.content = content
        self.offsets = offsets
        """For each character, and for the end, where it stands in the file."""
        self.quote = quote
        """How a text is written in the file so that it reads as given here."""

    @classmethod
    def whole(cls, file: File) -> Text:
        """A file as it is."""
        return cls(file, file.text, range(len(file.text) + 1))

    def part(self, start: int, end: int) -> Text:
        """A piece of it."""
        return Text(self.file, self.content[start:end], self.offsets[start : end + 1], self.quote)

    def within(self, content: str, offsets: Sequence[int], quote: Quote) -> Text:
        """What a quoted piece of it says: `offsets` are characters of this text."""
        outer = self.quote
        return Text(self.file, content, [self.offsets[at] for at in offsets], lambda text: outer(quote(text)))

    def span(self, start: int, end: int) -> Span:
        """A piece of it, in characters of the file."""
        last = len(self.offsets) - 1
        return self.offsets[min(start, last)], self.offsets[min(end, last)]


def joined(parts: Sequence[Text]) -> Text:
    """Texts of one file, one after the other; they are quoted alike."""
    content = "".join(part.content for part in parts)
    offsets = [at for part in parts for at in part.offsets[: len(part.content)]]
    offsets.append(parts[-1].offsets[len(parts[-1].content)])
    return Text(parts[0].file, content, offsets, parts[0].quote)
