"""How a model counts: the tokens of what it is sent and answers, of pictures and of sounds.

The docstring under a key is what an editor shows about it.
"""

from __future__ import annotations

from typing import Annotated

from registry.authoring.terms import KEYED, OMITTED, Count, Name, Short, Strict, Whole

Tokens = Annotated[Annotated[Count, Short] | Annotated[dict[Name, Count], Whole], KEYED]
"""A number of tokens, or numbers by endpoint."""


class Picture(Strict):
    """What a picture takes: tiles of 512 pixels, or patches of 32."""

    base: Count = OMITTED
    """Tokens of any picture, where tiles are laid."""
    tile: Count = OMITTED
    """Tokens of a tile."""
    percent: Count = OMITTED
    """Tokens of a hundred patches."""
    auto: Name = OMITTED
    """The detail that stands for auto, and for none."""
    low: list[Count] = OMITTED
    """Tiles at the most; or patches, and pixels of an edge. Empty: no bound."""
    high: list[Count] = OMITTED
    """As for low."""
    original: list[Count] = OMITTED
    """As for low."""


class Counting(Strict):
    """How a model counts tokens."""

    encoding: Name = OMITTED
    """What texts are encoded by."""
    reply: Tokens = OMITTED
    """Of a request: what begins the answer."""
    message: Tokens = OMITTED
    """Of each message, its role included."""
    assistant: Tokens = OMITTED
    """Of each message of the assistant, on top."""
    name: Tokens = OMITTED
    """Of a name, beside its own."""
    carrier: Tokens = OMITTED
    """Of the message that carries tools, where the request begins with none that could."""
    tools: Tokens = OMITTED
    """Of tools, once, beside their declarations."""
    choice: Tokens = OMITTED
    """Of a tool that has to be called, beside its name."""
    required: Tokens = OMITTED
    """Of having to call some tool."""
    custom: Tokens = OMITTED
    """Of a custom tool, beside its words."""
    grammar: Tokens = OMITTED
    """Of its grammar, beside the words."""
    call: Tokens = OMITTED
    """Of an earlier call, beside its words."""
    structured: Tokens = OMITTED
    """Of a schema for the answer, beside its words."""
    hosted: dict[Name, Count] = OMITTED
    """Of tools that run on the server, by kind."""
    cache: Tokens = OMITTED
    """The shortest prompt that is cached."""
    answer: Tokens = OMITTED
    """Of an answer, to expect."""
    reasoning: dict[Name, Count] = OMITTED
    """Of reasoning, to expect, by effort."""


class Media(Strict):
    """What pictures and sounds take, in tokens."""

    image: Picture = OMITTED
    """A picture that is sent."""
    audio: Count = OMITTED
    """A second of sound that is sent."""
    made: dict[Name, dict[Name, Count]] = OMITTED
    """A picture that is made, by quality and size."""
    partial: Count = OMITTED
    """A picture that is shown unfinished."""
