"""JSON with the place of every value: bodies in shell commands, lines of Batch files, cells of notebooks."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

from registry.lint.value import Literal, Value

if TYPE_CHECKING:
    from registry.lint.text import Text

BLANK = re.compile(r"[ \t\n\r]*")
SCALAR = re.compile(r"-?[0-9][0-9.eE+-]*|[A-Za-z]+")
PIECE = re.compile(r"[^\\]+|\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.", re.DOTALL)
"""What a JSON string is made of: plain text, pairs of surrogates, other escapes."""

DEEPEST = 200


class NoJson(ValueError):  # noqa: N818 - reads as what it is
    """A text that is no JSON; `at` is where that shows, in characters of the text."""

    def __init__(self, message: str, at: int) -> None:
        super().__init__(message)
        self.at = at


def parse(text: Text) -> Value:
    """The value that a text is. Raises NoJson."""
    reader = _Reader(text)
    value, at = reader.value(reader.skip(0), 0)
    at = reader.skip(at)
    if at < len(text.content):
        raise NoJson("something follows the value", at)
    return value


class _Reader:
    def __init__(self, text: Text) -> None:
        self.text = text
        self.content = text.content

    def skip(self, at: int) -> int:
        found = BLANK.match(self.content, at)
        return found.end() if found else at

    def value(self, at: int, depth: int) -> tuple[Value, int]:
        if depth > DEEPEST:
            raise NoJson("nested too deeply", at)
        char = self.content[at : at + 1]
        if char == "{":
            return self._object(at, depth)
        if char == "[":
            return self._array(at, depth)
        data, end = self._scalar(at, char)
        span = self.text.span(at, end)
        return Value(data, span, Literal(span, self.text, "json")), end

    def _scalar(self, at: int, char: str) -> tuple[Any, int]:
        if char == '"':
            try:
                found: tuple[str, int] = scanstring(self.content, at + 1, False)  # noqa: FBT003 - it takes no names
            except ValueError as error:
                raise NoJson(getattr(error, "msg", str(error)), getattr(error, "pos", at)) from None
            return found
        scalar = SCALAR.match(self.content, at)
        try:
            return json.loads(scalar[0] if scalar else ""), scalar.end() if scalar else at
        except ValueError:
            raise NoJson("a value is missing, or written wrongly", at) from None

    def _object(self, at: int, depth: int) -> tuple[Value, int]:
        made = Value({}, (0, 0))
        start, at = at, self.skip(at + 1)
        while self.content[at : at + 1] != "}":
            if self.content[at : at + 1] != '"':
                raise NoJson("a key in double quotes is missing", at)
            begin = at
            key, at = self._scalar(at, '"')
            span = self.text.span(begin, at)
            made.keys[key] = Literal(span, self.text, "json")
            at = self._expect(":", at)
            made.data[key], at = self.value(self.skip(at), depth + 1)
            at = self._next(at, "}")
        made.span = self.text.span(start, at + 1)
        return made, at + 1

    def _array(self, at: int, depth: int) -> tuple[Value, int]:
        made = Value([], (0, 0))
        start, at = at, self.skip(at + 1)
        while self.content[at : at + 1] != "]":
            item, at = self.value(at, depth + 1)
            made.data.append(item)
            at = self._next(at, "]")
        made.span = self.text.span(start, at + 1)
        return made, at + 1

    def _next(self, at: int, end: str) -> int:
        """Over a comma, to the next item or the end."""
        at = self.skip(at)
        if self.content[at : at + 1] == end:
            return at
        at = self.skip(self._expect(",", at))
        if self.content[at : at + 1] == end:
            raise NoJson("a comma stands before the end", at)
        return at

    def _expect(self, char: str, at: int) -> int:
        at = self.skip(at)
        if self.content[at : at + 1] != char:
            raise NoJson(f"a {char!r} is missing", at)
        return at + 1


def quoted(text: str) -> str:
    """A text as it stands inside the quotes of a JSON string."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def unquoted(text: Text) -> Text:
    """What a JSON string says, its own quotes included in `text`, with the place of each of its characters."""
    content: list[str] = []
    offsets: list[int] = []
    last = len(text.content) - 1
    for found in PIECE.finditer(text.content, 1, last):
        plain = found[0][0] != "\\"
        piece: str = found[0] if plain else json.loads(f'"{found[0]}"', strict=False)
        content.append(piece)
        offsets += range(*found.span()) if plain else [found.start()] * len(piece)
    return text.within("".join(content), [*offsets, last], quoted)
