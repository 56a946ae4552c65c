"""Markdown that reads alike in a terminal, on GitHub, in MkDocs and in MDX: escapes, code, links, aligned tables."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SPECIAL = re.compile(r"[\\`*\[\]{}]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])")
"""What begins markup, or an expression in MDX; an underscore within a word begins nothing."""

ENTITY = re.compile(r"&(?=#?\w+;)")
TICKS = re.compile(r"`+")
WIDEST = 32
"""Characters of a cell to which its column is aligned; what is longer sticks out, and moves nobody else."""


def text(plain: str) -> str:
    """Plain words as Markdown, on one line, in which nothing is markup."""
    words = ENTITY.sub("&amp;", SPECIAL.sub(r"\\\g<0>", " ".join(plain.split())))
    # Not with backslashes: MkDocs knows none before these.
    return words.replace("<", "&lt;").replace(">", "&gt;")


def code(literal: object) -> str:
    """A value as code; in code nothing is markup, but a backtick ends it."""
    words = " ".join(str(literal).split())
    longest = max(map(len, TICKS.findall(words)), default=0)
    if not longest:
        return f"`{words}`"
    fence = "`" * (longest + 1)
    return f"{fence} {words} {fence}"


def link(shown: str, target: str) -> str:
    """A link; the target is an address or a path of ours. What has none is left as it is."""
    quoted = target.replace(" ", "%20").replace("(", "%28").replace(")", "%29")
    return f"[{shown}]({quoted})" if target else shown


def aligned(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> Iterator[str]:
    """The lines of a table; columns of numbers (`right`) are set to the right."""
    cells = [[cell.replace("|", r"\|") for cell in row] for row in (head, *rows)]
    widths = [
        max(3, len(column[0]), *(len(cell) for cell in column[1:] if len(cell) <= WIDEST))
        for column in zip_longest(*cells, fillvalue="")
    ]
    widths[-1] = widths[-1] if len(widths) - 1 in right else max(3, len(cells[0][-1]))
    rule = [f"{'-' * (width - 1)}:" if at in right else "-" * width for at, width in enumerate(widths)]
    for row in (cells[0], rule, *cells[1:]):
        fitted = [
            cell.rjust(width) if at in right else cell.ljust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield f"| {' | '.join(fitted)} |"
