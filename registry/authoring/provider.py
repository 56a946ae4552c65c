"""What a provider says beside the facts of its models: names, variables, tools, and prices that hold for all of them.

The docstring under a key is what an editor shows about it.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from registry.authoring.terms import KEYED, OMITTED, Day, Name, Short, Strict, Usd, When, Whole


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
