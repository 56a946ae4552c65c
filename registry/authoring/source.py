"""Strict YAML: plain values, with the line and column of every path.

A key written twice, an anchor, an alias, a merge key, a tag and a quoted number are mistakes. `no` and `on` stay what
was written; a decimal number is a Decimal.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import yaml

from registry.authoring.document import Document, Mistake, Place, Position

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from yaml.events import Event

__all__ = ["Document", "Mistake", "Place", "read", "read_file"]

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's loader where PyYAML was built with it: the same events, ten times faster."""

INTEGER = re.compile(r"[-+]?[0-9][0-9_]*")
DECIMAL = re.compile(r"[-+]?[0-9][0-9_]*\.[0-9]+")
DIGITS = 40
"""Longer numbers are no facts, and no float either."""
DEPTH = 64
"""Containers inside each other; facts need a dozen."""
QUOTED = ("'", '"', "|", ">")
WORDS = {"true": True, "false": False, "null": None, "": None}
UNPLAIN = re.compile(r"[^\t\n\r -~]")
UNSEEN = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
"""Categories of characters that no reader of the file sees."""
SAID = {
    "expected ',' or '}'": "a brace is not closed, or a comma is missing",
    "expected ',' or ']'": "a bracket is not closed, or a comma is missing",
    "mapping values are not allowed": "a colon can't stand here: a text with one and a space behind it needs quotes",
    "could not find expected ':'": "a key without a colon",
    "end of stream": "a quotation mark is not closed",
}
"""Our words for what the two parsers say differently."""
INHERITS = "a block inherits from the one it sits in"


class _Reader:
    """Builds a document from YAML events."""

    def __init__(self, document: Document, events: Iterator[Event]) -> None:
        self.document = document
        self.events = events

    def wrong(self, event: Event, code: str, message: str) -> None:
        self.document.mistakes.append(Mistake(*_position(event.start_mark), code, message))

    def value(self, event: Event, place: Place) -> Any:  # noqa: ANN401 - YAML
        self.document.values[place] = _position(event.start_mark)
        self.document.ends[place] = _position(event.end_mark)
        if getattr(event, "anchor", None):
            self.wrong(event, "CAT003", f"anchors and aliases are not used here: {INHERITS}")
        if tag := getattr(event, "tag", None):
            self.wrong(event, "CAT003", f"tags are not used here: {tag}")
        if isinstance(event, yaml.ScalarEvent):
            self.document.scalars.append((self.document.values[place], self.document.ends[place]))
            return self.scalar(event)
        if not isinstance(event, yaml.CollectionStartEvent):
            return None
        if len(place) >= DEPTH:
            raise yaml.MarkedYAMLError(problem="this is nested too deeply", problem_mark=event.start_mark)  # type: ignore[arg-type]
        inside = self.mapping(place) if isinstance(event, yaml.MappingStartEvent) else self.sequence(place)
        self.document.flow[place] = bool(event.flow_style)
        return inside

    def ended(self, event: Event, place: Place, last: Place | None) -> None:
        start, end = _position(event.start_mark), _position(event.end_mark)
        # A block's end is where the next token begins; what is between is blank or comment.
        self.document.ends[place] = end if start < end or last is None else self.document.ends[last]

    def mapping(self, place: Place) -> dict[str, Any]:
        found: dict[str, Any] = {}
        last = None
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            last = inside = (*place, key or "")
            if not key:
                self.wrong(event, "CAT001", "a key is a plain word")
                self.value(event, inside)
                self.value(next(self.events), inside)
                continue
            if getattr(event, "anchor", None) or key == "<<":
                self.wrong(event, "CAT003", f"anchors and merge keys are not used here: {INHERITS}")
            elif key in found:
                self.wrong(
                    event,
                    "CAT002",
                    f"{key} is written twice in this block: first in line {self.document.keys[inside][0]}",
                )
            self.document.keys.setdefault(inside, _position(event.start_mark))
            self.document.scalars.append((_position(event.start_mark), _position(event.end_mark)))
            value = self.value(next(self.events), inside)
            if key != "<<":
                found[key] = value
        self.ended(event, place, last)
        return found

    def sequence(self, place: Place) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            inside = (*place, len(found))
            self.document.keys[inside] = _position(event.start_mark)
            found.append(self.value(event, inside))
        self.ended(event, place, (*place, len(found) - 1) if found else None)
        return found

    def scalar(self, event: Any) -> Any:  # noqa: ANN401 - YAML
        text: str = event.value
        if any(_unseen(character) for character in UNPLAIN.findall(text)):
            self.wrong(event, "CAT001", "an invisible character does not belong here, however it is written")
        number = INTEGER.fullmatch(text) or DECIMAL.fullmatch(text)
        if event.style in QUOTED:
            if number:
                self.wrong(event, "CAT005", f"write the number {text} without quotes")
            return text
        if text in WORDS:
            return WORDS[text]
        if number and len(text) > DIGITS:
            self.wrong(event, "CAT005", f"a number of {len(text)} digits is no fact")
            return 0
        if INTEGER.fullmatch(text):
            return int(text.replace("_", ""))
        return Decimal(text.replace("_", "")) if number else text


def _position(mark: Any) -> Position:  # noqa: ANN401 - of whichever loader
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def read(text: str, name: str = "") -> Document:
    """Read a YAML text. Never raises for what it contains: mistakes are in the document.

    The value is None when reading had to stop.
    """
    document = Document(name, text)
    if not _clean(document):
        return document
    try:
        events = yaml.parse(text, Loader=LOADER)
        reader = _Reader(document, events)
        value = begun = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if begun:
                    reader.wrong(event, "CAT001", "a file is one document: --- begins another")
                    break
                begun, value = event, reader.value(next(events), ())
        document.value = value
    except yaml.YAMLError as error:
        # libyaml places the end of a file on a line that is not there.
        position = document.position(document.offset(_position(getattr(error, "problem_mark", None))))
        told = str(getattr(error, "problem", None) or error)
        problem = next((ours for theirs, ours in SAID.items() if theirs in told), told)
        if document.text[document.offset(position) :].startswith("\t"):
            problem = "a tab does not indent: use spaces"
        document.mistakes.append(Mistake(*position, "CAT001", problem))
    if document.value is None and not document.mistakes:
        document.mistakes.append(Mistake(1, 1, "CAT001", "this file says nothing"))
    return document


def read_file(path: Path) -> Document:
    """Read a YAML file, as `read` does. Raises OSError."""
    data = path.read_bytes()
    try:
        return read(data.decode(), str(path))
    except UnicodeDecodeError as error:
        document = Document(str(path), data[: error.start].decode())
        document.mistakes.append(Mistake(*document.position(len(document.text)), "CAT001", "this is no UTF-8"))
        return document


def _clean(document: Document) -> bool:
    """Whether every character is one that a reader sees; the first that is not is noted."""
    for found in UNPLAIN.finditer(document.text):
        character = found[0]
        if _unseen(character):
            said = "a byte order mark" if character == "\ufeff" else f"the invisible character U+{ord(character):04X}"
            position = document.position(found.start())
            document.mistakes.append(Mistake(*position, "CAT001", f"{said} does not belong here"))
            return False
    return True


def _unseen(character: str) -> bool:
    return unicodedata.category(character) in UNSEEN
