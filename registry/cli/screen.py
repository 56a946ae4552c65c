"""What a person sees: colour where there is a terminal, text that can do a terminal no harm, tables, progress."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import TextIO

STYLES = {"error": "1;31", "warning": "1;33", "skipped": "1;36", "fine": "32", "strong": "1", "faint": "2"}
SLOW = 2.0
"""Seconds before progress is worth a line."""
BEAT = 0.5


def coloured(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal whose user wants colour (https://no-color.org)."""
    if stream is None or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or sys.platform == "win32":
        return False
    return stream.isatty()


class Painter:
    """Paints words in the styles of this program, or leaves them as they are."""

    __slots__ = ("on",)

    def __init__(self, stream: TextIO | None = None) -> None:
        self.on = coloured(stream)

    def __call__(self, style: str, text: str) -> str:
        """The text in a style."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.on else text


def printable(text: str) -> str:
    """A text in which no character moves the cursor, hides another or can't be encoded: those are spelled out."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def write(text: str) -> None:
    """Print to standard output, when there is one."""
    if sys.stdout is not None:
        sys.stdout.write(text)


def tell(text: str) -> None:
    """Print a line to standard error, when there is one."""
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")


def complain(text: str) -> None:
    """Print a line to standard error in the name of this program."""
    tell(f"registry: {printable(text)}")


def count(number: int, noun: str) -> str:
    """`1 error`, `2,000 errors`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def table(rows: Iterable[Sequence[str]], indent: str = "", right: Sequence[int] = ()) -> Iterator[str]:
    """Rows as lines of aligned columns, of which `right` are numbers; a terminal gets the last column folded."""
    cells = [[printable(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        fitted = [
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield from _folded(indent + "".join(f"{cell}  " for cell in fitted[:-1]), fitted[-1].rstrip())


def _folded(start: str, last: str) -> Iterator[str]:
    """A row with its last cell on as many lines as the terminal needs; on one where there is no terminal."""
    whole = (start + last).rstrip()
    if sys.stdout is None or not sys.stdout.isatty():
        yield whole
        return
    import shutil
    import textwrap

    room = max(shutil.get_terminal_size().columns - len(start), 20)
    first, *rest = textwrap.wrap(last, room, break_on_hyphens=False) or [""]
    yield (start + first).rstrip()
    yield from (" " * len(start) + line for line in rest)


class Progress:
    """A line on standard error that counts requests, or something else, when somebody watches and it takes long."""

    __slots__ = ("_next", "_noun", "_shown", "done")

    def __init__(self, noun: str = "request") -> None:
        import time

        watched = sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + SLOW if watched else float("inf")
        self._noun = noun
        self._shown = False
        self.done = 0

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        if self._next < float("inf"):
            self._beat()

    def _beat(self) -> None:
        import time

        if (now := time.monotonic()) >= self._next:
            self._next = now + BEAT
            self._shown = True
            sys.stderr.write(f"\r{count(self.done, self._noun)}…")
            sys.stderr.flush()

    def clear(self) -> None:
        """Make room for a line of output."""
        if self._shown:
            self._shown = False
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
