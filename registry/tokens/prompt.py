"""What a model will read of a request, collected: words, what formats add, pictures, sounds, and what can't be seen."""

from __future__ import annotations

from registry.diagnostics import NoPrice
from registry.tokens import media
from registry.tokens.counting import SLACK, tally
from registry.tokens.declaring import text
from registry.tokens.pictures import AUTO, USUAL, picture
from registry.tokens.span import NOTHING, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from registry.hosted import Tool

RENDERED_ERROR = 15
"""Percent that tools and schemas are off, even where words are counted exactly: how they are written is inferred."""

PAGE = Span(0, 500, 3_000)
"""Tokens of the text of a page."""


EMPTY = b"stream"
"""What every page of a PDF has that shows anything."""

SOUND_SLACK = 3
"""Tokens that a sound is off, whatever its length."""


class Format:
    """The facts about how a model counts, as they are at one endpoint."""

    __slots__ = ("facts", "mode", "tools")

    def __init__(self, facts: Mapping[str, Any], mode: str, tools: Sequence[Tool] = ()) -> None:
        self.facts = facts
        self.mode = mode
        self.tools = tools
        """Those that come with the API."""

    def __getitem__(self, name: str) -> int:
        """A number of tokens; 0 where nothing is known of it."""
        known = self.facts.get(name, 0)
        return int(known.get(self.mode, 0) if isinstance(known, dict) else known)

    @property
    def encoding(self) -> str | None:
        """The name of the encoding that texts are counted by; None where it is unknown."""
        encoding: str | None = self.facts.get("encoding")
        return encoding


class Prompt:
    """What a model will read of a request."""

    __slots__ = ("audio", "format", "images", "open", "plain", "rendered", "seen", "unseen", "who")

    def __init__(self, form: Format, who: str) -> None:
        self.format = form
        self.who = who
        self.plain: list[str] = []
        """Texts that stand in the prompt as they are."""
        self.rendered: list[str] = []
        """Texts that stand in it nearly so: tools, schemas, calls."""
        self.seen = NOTHING
        """Tokens known without counting words: what formats add, PDF pages."""
        self.images = NOTHING
        self.audio = NOTHING
        self.unseen: list[str] = []
        """What the request refers to and does not hold; it ends at the model's limit."""
        self.open: list[str] = []
        """What nothing bounds."""

    def say(self, words: object) -> None:
        """Text as it is."""
        if isinstance(words, str):
            self.plain.append(words)

    def render(self, words: object) -> None:
        """Text nearly as it is."""
        if isinstance(words, str):
            self.rendered.append(words)

    def add(self, tokens: int, error: int = 0) -> None:
        """Tokens of a format, known to a percentage."""
        self.seen += Span.of(tokens).around(error)

    def miss(self, what: str) -> None:
        """Something that the request does not hold."""
        if what not in self.unseen:
            self.unseen.append(what)

    def leave_open(self, why: str) -> None:
        """Something that nothing bounds."""
        if why not in self.open:
            self.open.append(why)

    def see(self, written: object, detail: object) -> None:
        """A picture, by URL or base64 data."""
        facts = self.format.facts.get("image")
        if not facts:
            raise NoPrice(f"how many tokens a picture is to {self.who} is not known")
        size = media.told(media.size_of, written)
        span = picture(facts, size, text(detail) or AUTO)
        if span is None:
            self.miss("the size of a picture, which nothing bounds")
            span = picture(facts, USUAL, text(detail) or AUTO) or NOTHING
        self.images += span

    def hear(self, written: object) -> None:
        """A sound, as base64 data."""
        rate = self.format["audio"]
        if not rate:
            raise NoPrice(f"how many tokens a second of sound is to {self.who} is not known")
        tenths = media.told(media.tenths_of, written)
        if tenths is None:
            self.miss("a sound")
            return
        least, expected, most = (tenth * rate // media.TENTHS for tenth in (tenths.least, tenths.expected, tenths.most))
        self.audio += Span(least, expected, most + SOUND_SLACK)

    def read(self, part: Mapping[str, Any]) -> None:
        """A file: a PDF as documented, text and an image of each page; other text as it is."""
        data, name = part.get("file_data"), text(part.get("filename"))
        content = media.data_of(data)
        pages = media.pages_of(content)
        if pages and EMPTY not in (content or b""):
            # An empty page was recorded to cost nothing.
            self.seen += Span(0, 0, PAGE.most) * pages
        elif pages:
            facts = self.format.facts.get("image")
            image = picture(facts, None, text(part.get("detail")) or AUTO) if facts else None
            self.seen += (Span(0, (image or NOTHING).expected, (image or NOTHING).most) + PAGE) * pages
            self.miss(f"the text of {name or 'a PDF'}")
        elif content and text(data).startswith("data:text/"):
            self.render(content.decode(errors="replace"))
        else:
            self.miss(f"the content of {name or 'a file'}")

    def text(self) -> tuple[Span, int]:
        """The tokens of all that is words, and the error of the rough count in percent; 0 where it was exact."""
        encoding = self.format.encoding
        plain, rendered = tally(self.plain, encoding), tally(self.rendered, encoding)
        error = max(plain.error if self.plain else 0, rendered.error if self.rendered else 0)
        slack = SLACK if error else 0
        inferred = Span.of(rendered.tokens).around(rendered.error + RENDERED_ERROR, 2 if rendered.tokens else 0)
        return Span.of(plain.tokens).around(plain.error, slack) + inferred + self.seen, error
