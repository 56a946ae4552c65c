"""The surfaces: the form in which `data/surfaces/*.yaml` is written, and its compiled line.

A surface is a caller's spelling of requests: the arguments of a library's functions, and what it makes of them.
"""

from __future__ import annotations

from typing import Any, Literal

from registry.authoring.entries import Otherwise
from registry.authoring.resolve import plain
from registry.authoring.terms import OMITTED, Name, Strict, When


class Selection(Strict):
    """Which models something is about, by patterns of their names: `*` stands for any letters, `[0-9]` for a digit."""

    models: list[Name] = OMITTED
    """The names; left out: all."""
    unlike: list[Name] = OMITTED
    """Names that it is not about, though they match."""


class Bridge(Selection):
    """When a request goes to another endpoint than the one that the function is named after."""

    to: Name
    """The mode of that endpoint."""
    lacking: bool = False
    """Only models that do not have this endpoint, and have that one."""
    bare: bool = False
    """Only models of which no prefix, and no argument beside the name, says whose they are."""
    at: list[Name] = OMITTED
    """Only calls that name no server, or one of these; `*` stands for any letters."""
    carrying: When = OMITTED
    """Only requests with all of these parameters at these values."""
    unless: When = OMITTED
    """But no request with all of these."""


class Treatment(Selection):
    """What becomes of arguments before they are sent."""

    carrying: When = OMITTED
    """Only for requests with all of these parameters at these values."""
    unless: When = OMITTED
    """But for no request with all of these."""
    known: bool = OMITTED
    """Only models that the catalogue knows; or, when false, only those it does not."""
    here: bool = False
    """Only for requests that stay at this endpoint."""
    lets: dict[Name, Otherwise] = OMITTED
    """Values that are let through, by parameter: one of the five forms, or `{accepts, when, else}`."""
    bars: dict[Name, list[Name]] = OMITTED
    """Values that are not let through, by parameter."""
    flattens: dict[Name, Name] = OMITTED
    """Arguments that may be an object, of which only this key's value is sent, where it has one."""
    trims: dict[Name, When] = OMITTED
    """Arguments that are an object, of which these keys are sent, with these values; left out when there are none."""
    moves: dict[Name, Name] = OMITTED
    """Arguments that are sent under another name."""
    drops: dict[Name, Name] = OMITTED
    """Arguments that are left out without a word, and why."""
    adds: dict[Name, Any] = OMITTED
    """Values that are sent when none is given."""
    least: dict[Name, int] = OMITTED
    """Numbers that are raised to this when they are smaller."""
    roles: dict[Name, Name] = OMITTED
    """Roles of messages that are sent as another."""
    note: str = OMITTED
    """What no other key says, for people."""


class Assumption(Selection):
    """What the surface takes for the value of parameters that are left out."""

    values: dict[Name, Any]
    """By parameter."""


class Call(Strict):
    """The functions that stand for one endpoint."""

    functions: list[Name]
    """Their dotted names, as a program imports them."""
    order: list[Name] = OMITTED
    """Arguments that may be given without their names, in this order; left out: none may."""
    shown: Name = OMITTED
    """A call of one of them as a page shows it, with `{model}` where the model's name goes."""
    marks: list[Name] = OMITTED
    """Arguments that tell this call from others where no endpoint is named."""
    sends: list[Name] = OMITTED
    """Arguments that reach the body, whatever the surface keeps elsewhere."""
    others: Literal["sent", "dropped"] = "sent"
    """What becomes of arguments that are named nowhere."""
    null: Literal["sent", "dropped"] = "sent"
    """What becomes of None."""
    keeps: dict[Name, Name] = OMITTED
    """Arguments that a caller may take for parameters of the API but that are never sent, and why."""
    bridges: list[Bridge] = OMITTED
    """When a request goes to another endpoint."""
    treats: list[Treatment] = OMITTED
    """What becomes of arguments; all that are about the model apply, in this order."""


class Surface(Strict):
    """A caller's spelling of requests."""

    surface: Name
    """Its name."""
    source: Name
    """The id of the declared source of all of this: the package in the version that was recorded."""
    otherwise: Literal["raises", "drops"] = "raises"
    """What it does with a value that it does not let through: it raises an error of its own, or leaves it out."""
    assumes: list[Assumption] = OMITTED
    """What counts in conditions where a parameter is left out."""
    own: list[Name]
    """Arguments of all functions that stay with it; `*` stands for any letters."""
    clients: list[Name] = OMITTED
    """Classes whose objects have its functions, by dotted name: their first word stands for such an object too."""
    hosts: list[Name] = OMITTED
    """Hosts of the provider itself: an address there is where requests go anyway."""
    elsewhere: list[Name] = OMITTED
    """What sends requests to other hosts, or nowhere: arguments of a call or a client, or attributes of the module."""
    variables: list[Name] = OMITTED
    """Variables of the environment that do so."""
    config: dict[Name, list[Name]] = OMITTED
    """The keys that its configuration file may have, by block; `modes` has the words of `mode`."""
    calls: dict[Name, Call]
    """By the mode of the endpoint that they stand for."""


def line(surface: dict[str, Any]) -> dict[str, Any]:
    """A surface's compiled line."""
    return {"surface": surface["surface"], **{key: plain(value) for key, value in surface.items() if key != "surface"}}
