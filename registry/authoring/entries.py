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
