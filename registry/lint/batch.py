"""Batch files: a request a line, read line by line however long the file is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.lint.call import Call
from registry.lint.jsontext import NoJson, parse
from registry.lint.text import File, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from registry.catalogue import Catalogue

SURFACE = "openai"
MARKS = ('"custom_id"', '"body"')
"""What every line of a Batch file has."""


def calls(name: str, lines: Iterable[str], catalogue: Catalogue) -> Iterator[Call | tuple[File, NoJson]]:
    """The request of each line, or why it can't be read. A file whose first line is no Batch line has none."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        if not all(mark in line for mark in MARKS):
            if number == 1:
                return
            continue
        file = File(name, line.rstrip("\r\n"), number)
        try:
            found = parse(Text.whole(file))
        except NoJson as error:
            yield file, error
            continue
        body, url = found.items().get("body"), found.items().get("url")
        if body is None or not isinstance(body.data, dict) or url is None or not isinstance(url.data, str):
            continue
        mode = catalogue.mode(url.data)
        if mode is not None:
            yield Call(file, found.span, SURFACE, mode, body)
