"""What stands on the lines of `data/models.yaml`: sources, parameters, prices, days; each strict, every key known.

The docstring under a key is what an editor shows about it.
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from registry.authoring.resolve import plain
from registry.authoring.terms import (
    KEYED,
    LISTED,
    OMITTED,
    WAYS,
    Count,
    Day,
    DayOrMonth,
    Default,
    Form,
    Listed,
    Many,
    Name,
    Never,
    Short,
    Strict,
    Usd,
    When,
    Whole,
)
from registry.domain import parse_accepts

Section = Literal["default", "modes", "limits", "tokens", "media", "params", "prices", "lifecycle", "knowledge"]


class Source(Strict):
    """Where facts come from."""

    title: Name
    """What it is, in a few words of ours."""
    kind: Literal["observed", "official", "documented", "derived"]
    """observed (an answer of the API) outranks official (the provider's pages), documented (others'), derived."""
    date: Day
    """The day on which it said so."""
    address: str = ""
    """Where to read it."""


class Spelling(Strict):
    """Another spelling of names, by an exact prefix."""

    prefix: Name
    """What stands before the id."""
    source: Name
    """Who says so: the id of a declared source."""
    mode: Name = OMITTED
    """The endpoint that the prefix chooses."""
    surface: Name = OMITTED
    """The caller's spelling that it belongs to; left out when the provider itself takes it."""
    fine_tune: bool = False
    """What follows is a fine-tune: the id of its model, then its own name."""
    note: Name = OMITTED
    """What no other key says, for people."""


class Read(Strict):
    """A variable of the environment, and who reads it."""

    name: Name
    """What it is called."""
    source: Name
    """Who says so: the id of a declared source."""


Variable = Annotated[Annotated[Name, Short] | Annotated[Read, Whole], KEYED]
"""A name, or a name and on whose word clients read it."""


class SamePrice(Strict):
    """A meter that costs what another one does, where a price list has no price of its own for it."""

    meter: Name
    """The meter without a price."""
    like: Name
    """The meter, of the same unit, whose price holds for it."""
    source: Name
    """Who says so: the id of a declared source."""
    when: When = OMITTED
    """Which requests: `tier`, `input_tokens` or `region`, as in a price list."""
    before: Day = OMITTED
    """Only for models whose first price is of an earlier day."""
    only: Annotated[list[Name], Field(min_length=1)] = OMITTED
    """Only for these ids: of snapshots, where there are any."""


class Tool(Strict):
    """A tool that comes with the API, be it run there or by the caller."""

    kinds: Annotated[list[Name], Field(min_length=1)]
    """What requests call it: its kind, and kinds of one day."""
    again: bool = False
    """The model reads what it brings, and may then call it again."""
    item: Name = OMITTED
    """What a call of it is among the output of an answer: the `type` of the item."""
    meter: Name = OMITTED
    """What a call is sold by, as `meters` declare it."""
    when: When = OMITTED
    """Only items with these values are charged, by their place in the item; what an item does not say holds."""
    unless: When = OMITTED
    """Items with these values are not charged."""
    reported: Name = OMITTED
    """The place in an answer that says how many calls are charged."""
    untold: Name = OMITTED
    """What it costs that no answer says how much there is of, in words: `the container of a shell`."""
    source: Name
    """Who says so: the id of a declared source."""


class Hosted(Strict):
    """What tools cost that the provider runs, whatever the model; in force from a day on."""

    from_: Day = Field(alias="from")
    """The first day of these prices."""
    usd: dict[str, Usd]
    """Dollars by meter; where a model's own list has the meter too, that one holds."""
    source: Name
    """Who says so: the id of a declared source."""


class Regional(Strict):
    """What it costs on top that a request is processed in a region of its caller's choice."""

    percent: Annotated[int, Field(ge=1)]
    """Of every price but those of tools; not of a list for that region."""
    since: Day
    """For models whose first price is of that day or later; older ones cost there what they cost elsewhere."""
    source: Name
    """Who says so: the id of a declared source."""


class Branch(Strict):
    """Which values, and when."""

    accepts: Form = None
    """`[a, b]`, `0..2`, `anything`, `ignored` or `never`."""
    when: When = OMITTED
    """The condition under which that holds: AND across keys, OR in a list; `mode` is the endpoint."""
    otherwise: Otherwise = Field(OMITTED, alias="else")
    """What holds when the condition does not; left out: unknown."""


Otherwise = Annotated[Annotated[Form, Short] | Annotated[Branch, Whole], KEYED]


class Listing(Branch):
    """Which values, when, and what the list leaves out although it may be taken."""

    unconfirmed: Annotated[dict[Name, Listed], Field(min_length=1)] = OMITTED
    """By source, values that it leaves out of its list of what is taken, though nobody saw them refused."""
    otherwise: Alternative = Field(OMITTED, alias="else")
    """What holds when the condition does not; left out: unknown."""

    @model_validator(mode="after")
    def _apart(self) -> Self:
        """What is accepted is not unconfirmed too."""
        if self.unconfirmed is not None:
            parse_accepts(plain({"accepts": self.accepts, "unconfirmed": self.unconfirmed}))
        return self


Alternative = Annotated[Annotated[Form, Short] | Annotated[Listing, Whole], KEYED]


class Ruling(Branch):
    """Which values, when, and what is used when it is left out."""

    default: Default = OMITTED
    """What the server uses when it is left out: a value, values by mode, or unknown."""


class Entry(Listing):
    """What is known about a parameter, from a day on."""

    default: Default = OMITTED
    """What the server uses when it is left out: a value, values by mode, or unknown."""
    from_: Day = Field(OMITTED, alias="from")
    """The day from which this holds, in a dated list."""
    needs: Form = None
    """A request must carry the parameter with one of these values."""
    unless: When = OMITTED
    """What excuses a request from `needs`."""
    instead: Name = OMITTED
    """The parameter that took its place."""
    requires: Name = OMITTED
    """What the caller's account needs."""
    source: Name = OMITTED
    """Who says so: the id of a declared source."""
    verified: Day = OMITTED
    """The day on which someone last looked, where the source's own day is older."""
    disputed: dict[str, Ruling] = OMITTED
    """Who says otherwise, and what."""
    note: Name = OMITTED
    """What no other key says, for people."""


Line = Annotated[Annotated[Form, Short] | Annotated[Entry, Whole] | Annotated[list[Entry], Many], WAYS]
"""A parameter: a short form, an entry, or a dated list of entries."""


class Moved(Strict):
    """What a name points at from a day on."""

    from_: Day = Field(OMITTED, alias="from")
    """The day from which it points there."""
    is_: Name = Field(alias="is")
    """The id that it points at."""
    source: Name = OMITTED
    """Who says so: the id of a declared source."""


Pointed = Annotated[
    Annotated[Name, Short] | Annotated[list[Moved], Field(min_length=1), Many],
    LISTED,
]
"""A name, or a dated list of names."""


class Tier(Strict):
    """A price list that holds under a condition."""

    when: When
    """`tier` (batch, flex, priority, …), `input_tokens` (a range) or `region`."""
    usd: dict[str, Usd]
    """Dollars by meter."""
    source: Name = OMITTED
    """Who says so: the id of a declared source."""


class Price(Strict):
    """A complete price list, in force from a day on; appended, never edited."""

    from_: Day = Field(alias="from")
    """The first day of these prices."""
    usd: dict[str, Usd]
    """Dollars by meter."""
    tiers: list[Tier] = OMITTED
    """What differs under a condition."""
    source: Name = OMITTED
    """Who says so: the id of a declared source."""


class Lifecycle(Strict):
    """The days of a model; its status is computed from them."""

    released: Day = OMITTED
    """The first day it could be used."""
    deprecated: Day = OMITTED
    """The day on which its end was announced."""
    shutdown: Day = OMITTED
    """The announced day from which it is refused."""
    answered: Day = OMITTED
    """The last day an answer was recorded after the announced shutdown."""
    replacement: Pointed = OMITTED
    """What to use instead: a name, or a dated list of names."""


class FineTuned(Strict):
    """What differs for fine-tunes of a model."""

    prices: list[Price] = OMITTED
    """Dated price lists, the oldest first."""
    lifecycle: Lifecycle = OMITTED
    """Days that differ from the model's."""
    source: Sourced = OMITTED
    """Who says so."""


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


Modes = Annotated[Annotated[Never, Short] | Annotated[list[Name], Many], LISTED]
Sourced = Annotated[Annotated[Name, Short] | Annotated[dict[Section, Name], Whole], KEYED]
"""The id of a source for everything, or ids by section."""


class Dispute(Strict):
    """What another source says about a block's sections."""

    modes: Modes = OMITTED
    """The endpoints that take it."""
    limits: dict[str, Count] = OMITTED
    """Numbers by name."""
    lifecycle: Lifecycle = OMITTED
    """The days of a model."""
    knowledge: DayOrMonth = OMITTED
    """Where its training data end."""


for _form in (Branch, Listing, Ruling, Entry, FineTuned):
    _form.model_rebuild()
