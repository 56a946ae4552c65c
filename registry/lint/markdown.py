"""Markdown and MDX: the fenced blocks of a page, each with its language, each character at its place in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registry.lint.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENING = re.compile(r"^(?P<indent>[ \t>]*)(?P<fence>`{3,}|~{3,})[ \t]*(?P<info>[^`\n]*)$", re.MULTILINE)
LANGUAGES = {
    "python": "python",
    "py": "python",
    "python3": "python",
    "pycon": "session",
    "bash": "shell",
    "sh": "shell",
    "shell": "shell",
    "zsh": "shell",
    "console": "shell",
    "curl": "shell",
    "yaml": "yaml",
    "yml": "yaml",
    "jsonl": "batch",
}


def blocks(text: Text) -> Iterator[tuple[str, Text]]:
    """The fenced blocks of a page in a language that is read, with that language."""
    at = 0
    while (found := OPENING.search(text.content, at)) is not None:
        begin = found.end() + 1
        fence = re.escape(found["fence"])
        ending = re.compile(rf"^[ \t>]*{fence}{re.escape(found['fence'][0])}*[ \t]*\r?$", re.MULTILINE)
        end = ending.search(text.content, begin)
        stop = end.start() if end else len(text.content)
        words = re.split(r"[\s{,:]+", found["info"].strip().strip("{").lower(), maxsplit=1)
        language = LANGUAGES.get(words[0].lstrip("."))
        if language is not None and begin < stop:
            yield language, _dedented(text.part(begin, stop))
        at = end.end() if end else len(text.content)


def _dedented(text: Text) -> Text:
    """A block without what all of its lines begin with: the indent of a list, the mark of a quotation."""
    lines = text.content.splitlines(keepends=True)
    begins = [re.match(r"[ \t>]*", line)[0] for line in lines if line.strip(" \t>\r\n")]  # type: ignore[index]
    indent = min(begins, key=len, default="")
    while indent and not all(line.startswith(indent) for line in lines if line.strip(" \t>\r\n")):
        indent = indent[:-1]
    if not indent:
        return text
    content: list[str] = []
    offsets: list[int] = []
    at = 0
    for line in lines:
        cut = len(indent) if line.startswith(indent) else len(line) - len(line.lstrip(" \t>"))
        content.append(line[cut:])
        offsets += text.offsets[at + cut : at + len(line)]
        at += len(line)
    return Text(text.file, "".join(content), [*offsets, text.offsets[at]], text.quote)


def program(text: Text) -> Text:
    """A Python session without its prompts and answers."""
    content: list[str] = []
    offsets: list[int] = []
    at = 0
    for line in text.content.splitlines(keepends=True):
        if line.startswith((">>>", "...")):
            cut = min(4, len(line.rstrip("\r\n")))
            content.append(line[cut:])
            offsets += text.offsets[at + cut : at + len(line)]
        at += len(line)
    return Text(text.file, "".join(content), [*offsets, text.offsets[at]], text.quote)
