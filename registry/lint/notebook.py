"""Notebooks: the code cells as one module, each character at its place in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registry.lint.jsontext import NoJson, parse, unquoted
from registry.lint.text import Text, joined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.lint.value import Value

MAGIC = re.compile(r"[ \t]*([%!?]|[A-Za-z_.]+\?{1,2}\s*$)")
"""Lines that are the notebook's own, and no Python."""

LANGUAGE = "python"


def cells(text: Text) -> list[Text]:
    """The code cells of a notebook, magic lines blanked out. Raises NoJson."""
    notebook = parse(text)
    kernel = notebook.at("metadata.kernelspec.language") or notebook.at("metadata.language_info.name")
    if kernel is not None and isinstance(kernel.data, str) and kernel.data.lower() != LANGUAGE:
        return []
    listed = notebook.items().get("cells")
    if listed is None or not isinstance(listed.data, list):
        raise NoJson("a notebook has cells", 0)
    return [made for cell in listed.data if (made := _cell(cell, text)) is not None]


def _cell(cell: Value, text: Text) -> Text | None:
    kind, source = cell.items().get("cell_type"), cell.items().get("source")
    if kind is None or source is None or kind.data != "code":
        return None
    lines = source.data if isinstance(source.data, list) else [source]
    pieces = [unquoted(Text(text.file, text.content[a:b], range(a, b + 1))) for a, b in _spans(lines)]
    if not pieces:
        return None
    whole = joined(pieces)
    if whole.content.lstrip().startswith("%%"):
        return None  # the cell is another program's
    return Text(whole.file, _blanked(whole.content), whole.offsets, whole.quote)


def _spans(lines: list[Value]) -> Iterator[tuple[int, int]]:
    for line in lines:
        if isinstance(line.data, str):
            yield line.span


def _blanked(source: str) -> str:
    """The source with `pass` in the place of magic lines, and as long as before."""
    made = []
    for line in source.splitlines(keepends=True):
        body = line.rstrip("\r\n")
        if MAGIC.match(body):
            indent = len(body) - len(body.lstrip())
            filler = (" " * indent + "pass")[: len(body)] if len(body) - indent >= len("pass") else " " * len(body)
            made.append(filler.ljust(len(body)) + line[len(body) :])
        else:
            made.append(line)
    return "".join(made)


def module(parts: list[Text]) -> Text:
    """The cells as one text, a line break after each."""
    ended = [_ended(part) for part in parts]
    return joined(ended)


def _ended(part: Text) -> Text:
    if part.content.endswith("\n"):
        return part
    last = part.offsets[len(part.content)]
    return Text(part.file, f"{part.content}\n", [*part.offsets[: len(part.content) + 1], last], part.quote)
