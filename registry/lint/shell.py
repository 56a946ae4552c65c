"""curl commands in shell: the words of each command, and the body that it sends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from registry.lint.call import Call
from registry.lint.jsontext import NoJson, parse
from registry.lint.value import HIDDEN, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.catalogue import Catalogue
    from registry.lint.text import Text

BODY = ("-d", "--data", "--data-raw", "--data-binary", "--data-ascii", "--json")
FORM = ("-F", "--form", "--form-string")
URL = "--url"
VALUED = re.compile(
    r"-[XHuomAebwxkKEc]|--(request|header|user|output|max-time|user-agent|referer|cookie|write-out|proxy)"
)
"""Other options that take a word of their own."""

ENDS = "\n;|&"
PLAIN = re.compile(r"[^\s'\"\\;|&$`()<>#]+")
VARIABLE = re.compile(r"\$(\w+|\{[^}]*\}|\([^)]*\))")
SURFACE = "openai"


class Word:
    """A word of a command: what it says, where it stands, and whether something in it is put in by the shell."""

    __slots__ = ("dynamic", "span", "text")

    def __init__(self, text: Text, span: tuple[int, int], *, dynamic: bool) -> None:
        self.text = text
        self.span = span
        """Where it stands in the script, quotes included, in characters of the script."""
        self.dynamic = dynamic

    @property
    def content(self) -> str:
        """What it says."""
        return self.text.content


def commands(text: Text) -> Iterator[list[Word]]:
    """The commands of a script, each as its words; what is no plain command is cut as well as can be."""
    words: list[Word] = []
    at, source = 0, text.content
    while at < len(source):
        char = source[at]
        if char == "\\" and source[at + 1 : at + 2] in ("\n", "\r"):
            at += 3 if source[at + 1 : at + 3] == "\r\n" else 2
        elif char in ENDS:
            if words:
                yield words
            words, at = [], at + 1
        elif char.isspace() or char in "()<>":
            at += 1
        elif char == "#" and (at == 0 or source[at - 1].isspace()):
            end = source.find("\n", at)
            at = end if end >= 0 else len(source)
        else:
            word = _word(text, at)
            words.append(word)
            at = max(word.span[1], at + 1)
    if words:
        yield words


def _word(text: Text, start: int) -> Word:
    """The word that begins at a place: plain text and quotes, one after the other."""
    source, at = text.content, start
    content: list[str] = []
    offsets: list[int] = []
    quotes: set[str] = set()
    dynamic = False
    while at < len(source) and not source[at].isspace() and source[at] not in ";|&()<>":
        char = source[at]
        if char == "'":
            end = source.find("'", at + 1)
            if end < 0:
                return _unended(text, start)
            _take(source, at + 1, end, content, offsets)
            at, quotes = end + 1, quotes | {"'"}
        elif char == '"':
            at, varies = _double(source, at + 1, content, offsets)
            if at > len(source):
                return _unended(text, start)
            dynamic, quotes = dynamic or varies, quotes | {'"'}
        elif char == "\\":
            if source[at + 1 : at + 2] in ("\n", "\r"):
                break
            content.append(source[at + 1 : at + 2])
            offsets += [at] * len(content[-1])
            at, quotes = at + 2, quotes | {"\\"}
        else:
            dynamic = dynamic or char in "$`"
            _take(source, at, at + 1, content, offsets)
            at += 1
    end = min(at, len(source))
    quote = _double_quoted if quotes == {'"'} else _single_quoted
    return Word(text.within("".join(content), [*offsets, end], quote), (start, end), dynamic=dynamic)


def _unended(text: Text, start: int) -> Word:
    """What begins with a quote that nothing ends says nothing that could be known."""
    end = len(text.content)
    return Word(text.within("", [end], _single_quoted), (start, end), dynamic=True)


def _take(source: str, start: int, end: int, content: list[str], offsets: list[int]) -> None:
    content.append(source[start:end])
    offsets += range(start, end)


def _double(source: str, at: int, content: list[str], offsets: list[int]) -> tuple[int, bool]:
    """What stands in double quotes; where they end, and whether the shell puts something in."""
    dynamic = False
    while at < len(source) and source[at] != '"':
        step = 0
        if source[at] == "\\" and source[at + 1 : at + 2] in tuple('"\\$`'):
            step = 1
        elif source[at] in "$`":
            dynamic = True
        content.append(source[at + step : at + step + 1])
        offsets.append(at)  # an escaped character begins with its backslash
        at += step + 1
    return at + 1, dynamic


def _single_quoted(text: str) -> str:
    return text.replace("'", "'\\''")


def _double_quoted(text: str) -> str:
    return re.sub(r'(["\\$`])', r"\\\1", text)


def calls(text: Text, catalogue: Catalogue) -> Iterator[Call]:
    """What the curl commands of a script send to the provider's own host."""
    for words in commands(text):
        at = next((at for at, word in enumerate(words) if word.content.rpartition("/")[2] == "curl"), None)
        if at is not None:
            call = _call(words[at:], text, catalogue)
            if call is not None:
                yield call


def _call(words: Sequence[Word], text: Text, catalogue: Catalogue) -> Call | None:
    url, bodies, forms = _sorted(words[1:])
    mode = _mode(url, catalogue)
    if mode is None or len(bodies) > 1 or bool(bodies) == bool(forms):
        return None
    arguments = _form(forms, text) if forms else _body(bodies[0])
    if arguments is None:
        return None
    span = text.span(words[0].span[0], words[-1].span[1])
    return Call(text.file, span, SURFACE, mode, arguments)


def _sorted(words: Sequence[Word]) -> tuple[str, list[Word], list[Word]]:
    url = ""
    bodies: list[Word] = []
    forms: list[Word] = []
    rest = iter(words)
    for word in rest:
        option, equals, _ = word.content.partition("=")
        if option in BODY or option in FORM:
            value = next(rest, None) if not equals else _after(word, len(option) + 1)
            if value is not None:
                (bodies if option in BODY else forms).append(value)
        elif word.content == URL or (word.content.startswith("-") and VALUED.fullmatch(word.content)):
            following = next(rest, None)
            url = following.content if word.content == URL and following else url
        elif "://" in word.content and not word.content.startswith("-"):
            url = url or word.content
    return url, bodies, forms


def _after(word: Word, start: int) -> Word:
    return Word(word.text.part(start, len(word.content)), word.span, dynamic=word.dynamic)


def _mode(url: str, catalogue: Catalogue) -> str | None:
    """The endpoint that an address is, at the provider's own host."""
    table = catalogue.surface(SURFACE) or {}
    try:
        parts = urlsplit(VARIABLE.sub("x", url))
        host = parts.hostname
    except ValueError:
        return None
    if host not in table.get("hosts", ()):
        return None
    return catalogue.mode(parts.path)


def _body(word: Word) -> Value | None:
    """The body that a word says; where the shell puts in something, that is hidden."""
    if word.content.startswith("@"):
        return None
    try:
        found = parse(word.text)
    except NoJson:
        return None
    if word.dynamic:
        _hide(found)
    return found if isinstance(found.data, dict) else None


def _hide(value: Value) -> None:
    if isinstance(value.data, dict):
        for inner in value.data.values():
            _hide(inner)
    elif isinstance(value.data, list):
        for inner in value.data:
            _hide(inner)
    elif isinstance(value.data, str) and ("$" in value.data or "`" in value.data):
        value.data, value.literal = HIDDEN, None


def _form(words: Sequence[Word], text: Text) -> Value | None:
    """The fields of a form: files are hidden, and so is all that the shell puts in."""
    made = Value({}, text.span(words[0].span[0], words[-1].span[1]))
    for word in words:
        name, equals, content = word.content.partition("=")
        if not equals:
            return None
        span = text.span(*word.span)
        # The whole form is text; what it stands for is the reader's of forms to say.
        hidden = word.dynamic or content.startswith(("@", "<")) or name.endswith("[]") or name in made.data
        made.data[name.removesuffix("[]")] = Value(HIDDEN if hidden else content.strip('"'), span)
    return made
