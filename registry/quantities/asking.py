"""A body as an estimate reads it: at an endpoint of a model, with what stands for what is left out."""

from __future__ import annotations

from copy import copy

from registry.tokens.declaring import text
from registry.tokens.prompt import Format
from registry.tokens.span import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import Any

    from registry.facts import Model
    from registry.hosted import Tool
    from registry.tokens.prompt import Prompt

FORM_DIGITS = 9
"""Digits of the longest number that a form is asked for."""


class Request:
    """A body at an endpoint of a model."""

    __slots__ = ("_defaults", "body", "form", "meters", "mode", "model", "priced", "reading", "who")

    def __init__(
        self,
        body: Mapping[str, Any],
        model: Model,
        mode: str,
        shape: Mapping[str, Any] | None,
        *,
        meters: Collection[str] = (),
        priced: frozenset[str] = frozenset(),
        tools: Sequence[Tool] = (),
    ) -> None:
        self.body = body
        self.model = model
        self.mode = mode
        self.meters = meters
        """Those that the catalogue has."""
        self.priced = priced
        """The meters that have a price."""
        self.reading: Reading | None = None
        """What was found to be read of it, once somebody looked."""
        self.who = model.id
        self.form = Format({**model.tokens, **model.media}, mode, tools)
        fields = shape["body"].get("fields", {}) if shape else {}
        self._defaults = {
            name: node["default"] for name, node in fields.items() if isinstance(node, dict) and "default" in node
        }

    def capped(self, name: str, tokens: int) -> Request:
        """The same with another limit on its answer, which changes nothing of what is read."""
        other = copy(self)
        other.body = {**self.body, name: tokens}
        return other

    def share(self, other: Request) -> None:
        """Take over what was read of another request, where the same body is read by the same facts."""
        if self.body is other.body and (self.who, self.mode, self.form.facts) == (
            other.who,
            other.mode,
            other.form.facts,
        ):
            self.reading = other.reading

    def given(self, name: str) -> object:
        """A value of the body, or what stands for it: the model's default, or that of all models."""
        value = self.body.get(name)
        if value is None:
            known = self.model.parameter(name, self.mode)
            value = known.default if known is not None else None
        return self._defaults.get(name) if value is None else value

    def whole(self, name: str) -> int | None:
        """A positive whole number; forms spell theirs as text."""
        value = self.given(name)
        if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= FORM_DIGITS:
            value = int(value)
        return int(value) if isinstance(value, int) and not isinstance(value, bool) and value > 0 else None

    def word(self, name: str) -> str:
        """A word."""
        return text(self.given(name))


class Reading:
    """What a model will read of a request: in words, and in all else."""

    __slots__ = ("error", "prompt", "prompts", "words")

    def __init__(self, prompt: Prompt, prompts: int) -> None:
        self.prompt = prompt
        self.prompts = prompts
        """How many there are; each is answered by itself."""
        self.words, self.error = prompt.text()


class Use:
    """How much of something a request uses: of its usual meter, or of others that it may turn out to be.

    `optional`: what has no price is then left out, and said to be.
    """

    __slots__ = ("optional", "others", "span", "usual")

    def __init__(self, usual: str, span: Span, others: tuple[str, ...] = (), *, optional: bool = False) -> None:
        self.usual = usual
        self.span = span
        self.others = others
        self.optional = optional

    def __repr__(self) -> str:
        return f"<{self.usual}: {self.span}>"


class Quantities:
    """What a request uses, and what is to say about that."""

    __slots__ = ("error", "made", "open", "sent", "unseen", "uses")

    def __init__(self) -> None:
        self.uses: list[Use] = []
        self.sent = Span.of(0)
        """Input tokens together."""
        self.made = Span.of(0)
        """Output tokens."""
        self.error = 0
        """Percent that the count of the words may be off; 0 where it is exact."""
        self.unseen: list[str] = []
        """What the request refers to and does not hold: reckoned with up to the model's limit."""
        self.open: list[str] = []
        """What nothing bounds: not reckoned with."""
