"""The markers in somebody's page: where a region begins and ends, and what it asks for, with the place of each word.

`<!-- registry:begin NAME key=value … -->` and `<!-- registry:end -->`, alone on their lines; in MDX `{/* … */}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})(.*)")
MARKER = re.compile(r"(?P<open><!--|\{/\*)[ \t]*registry:(?P<word>[\w-]*)(?P<rest>.*)")
CLOSE = {"<!--": "-->", "{/*": "*/}"}
NAME = re.compile(r"\s+([A-Za-z][\w-]*)(?=\s|$)")
WORD = re.compile(r"\S+")
OPTION = re.compile(
    r"""(?P<key>[A-Za-z][\w-]*)=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"']*))(?=\s|$)"""
)


class Flaw(NamedTuple):
    """What is wrong in a page, and where: line and column, from 1."""

    line: int
    column: int
    message: str


class Region(NamedTuple):
    """A region of a page: its markers' lines (from 0), the first one's column (from 1), and what that asks for."""

    begin: int
    end: int
    column: int
    indent: str
    name: str
    options: Mapping[str, str]
    columns: Mapping[str | None, int]
    """The column of each option's key, and of the table's name under None."""


def lines_of(page: str) -> list[str]:
    """The lines of a page, with their ends as they are."""
    return [line for line in LINE.findall(page) if line]


def regions(lines: Sequence[str]) -> tuple[list[Region], list[Flaw]]:
    """The regions of a page, and what is wrong with its markers. What stands in a fenced block is no marker."""
    found: list[Region] = []
    flaws: list[Flaw] = []
    begun: Region | None = None
    for match, at in _markers(lines):
        region, flaw = _read(match, at)
        if flaw:
            flaws.append(flaw)
        elif begun and region:
            flaws.append(Flaw(at + 1, region.column, f"a region begins inside that of line {begun.begin + 1}"))
        elif begun:
            found.append(begun._replace(end=at))
        elif not region:
            flaws.append(Flaw(at + 1, match.start() + 1, "a region ends that never began"))
        if match["word"] == "begin":
            begun = begun or region or _broken(match, at)
        elif match["word"] == "end":
            begun = None
    if begun:
        flaws.append(Flaw(begun.begin + 1, begun.column, "this region never ends: a marker registry:end is missing"))
    return [region for region in found if region.name], flaws


def _broken(match: re.Match[str], at: int) -> Region:
    """The region of a marker that can't be read: its end is no surprise, and it is not printed."""
    return Region(at, at, match.start() + 1, "", "", {}, {})


def _read(match: re.Match[str], at: int) -> tuple[Region | None, Flaw | None]:
    """What a marker says: the region that it begins, none when it ends one, or what is wrong with it."""
    try:
        rest = _inside(match)
        if match["word"] == "begin":
            return _begun(match, rest, at), None
        if match["word"] != "end":
            message = f"no marker is called registry:{match['word']}: write registry:begin or registry:end"
            return None, Flaw(at + 1, match.start("word") + 1, message)
    except _Wrong as wrong:
        return None, Flaw(at + 1, wrong.column, str(wrong))
    return None, None


class _Wrong(Exception):  # noqa: N818 - reads as what it is
    def __init__(self, column: int, message: str) -> None:
        super().__init__(message)
        self.column = column


def _markers(lines: Sequence[str]) -> Iterator[tuple[re.Match[str], int]]:
    """The lines that have a marker; those of fenced blocks show one, and have none."""
    fence = ""
    for at, line in enumerate(lines):
        fenced = FENCE.match(line)
        if fence:
            closing = fenced and fenced[1].startswith(fence) and not fenced[2].strip()
            fence = "" if closing else fence
        elif fenced and not (fenced[1][0] == "`" and "`" in fenced[2]):
            fence = fenced[1]
        elif "registry:" in line and (match := MARKER.search(line)) and "`" not in line[: match.start()]:
            yield match, at


def _inside(match: re.Match[str]) -> str:
    """What stands between the marker's word and its end; it has the line to itself."""
    close = CLOSE[match["open"]]
    rest, closed, after = match["rest"].rstrip("\r\n").partition(close)
    if not closed:
        raise _Wrong(match.start() + 1, f"this marker never ends: {close} is missing in its line")
    if match.string[: match.start()].strip(" \t\ufeff"):
        raise _Wrong(match.start() + 1, "a marker has its line to itself; something stands before it")
    if after.strip():
        column = match.start("rest") + len(rest + close) + len(after) - len(after.lstrip()) + 1
        raise _Wrong(column, "a marker has its line to itself; something stands after it")
    return rest


def _begun(match: re.Match[str], rest: str, at: int) -> Region:
    """A region that begins, with the options of its marker."""
    start = match.start("rest") + 1
    named = NAME.match(rest)
    if not named:
        raise _Wrong(match.start("word") + 1, "registry:begin needs the name of a table")
    options: dict[str, str] = {}
    columns: dict[str | None, int] = {None: start + named.start(1)}
    here = named.end()
    while found := WORD.search(rest, here):
        option = OPTION.match(rest, found.start())
        if not option:
            raise _Wrong(start + found.start(), f'{found[0]!r} is no option: write key=value or key="some values"')
        key = option["key"]
        if key in options:
            raise _Wrong(start + found.start(), f"{key} is given twice")
        options[key] = next(word for word in option.group("double", "single", "bare") if word is not None)
        columns[key] = start + found.start()
        here = option.end()
    indent = match.string[: match.start()].lstrip("\ufeff")
    return Region(at, at, match.start() + 1, indent, named[1], options, columns)
