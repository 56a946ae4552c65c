"""One place of a body, as people write it in `data/shapes/`: strict, every key known."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from registry.authoring.entries import Otherwise
from registry.authoring.terms import KEYED, LISTED, OMITTED, Form, Many, Name, Short, Strict, When, Whole

Kind = Literal["string", "integer", "number", "boolean", "object", "array", "file", "any"]


class Due(Strict):
    """Required under a condition only."""

    when: When
    """The condition; `never` stands for left out."""


class Refusal(Strict):
    """How the API words a refusal; `{path}`, `{value}`, `{allowed}`, … are filled in."""

    code: str | None = None
    """The error's code, or null."""
    param: str | None = None
    """The place that the error names, or null."""
    message: str | None = None
    """Its sentence."""
    status: int | None = None
    """The HTTP status, where it is not 400."""
    type: str | None = None
    """The error's type, where it is not invalid_request_error."""
    unless: When = OMITTED
    """Requests with all of these are not refused."""


class Node(Strict):
    """One place of a body."""

    type: Annotated[Annotated[Kind, Short] | Annotated[list[Kind], Many], LISTED] = OMITTED
    """JSON types that it may have."""
    accepts: Form = None
    """Which values: `[a, b]`, `0..2`, `anything`, `ignored` or `never`."""
    when: When = OMITTED
    """The condition under which that holds."""
    otherwise: Otherwise = Field(OMITTED, alias="else")
    """What is accepted when the condition does not hold."""
    size: Form = None
    """Range for the length of a string, the items of an array, the keys of an object."""
    matches: str = OMITTED
    """A regular expression that a string matches whole."""
    like: Name = OMITTED
    """What such a string is, in words, where the expression says little to people."""
    null: Literal["accepted", "refused"] = "refused"
    """Whether null is the same as left out."""
    required: Annotated[Annotated[bool, Short] | Annotated[Due, Whole], KEYED] = False
    """An object without this field is refused; `{when: …}`: under a condition only."""
    items: Nodes = OMITTED
    """The node of an array's items."""
    fields: dict[str, Nodes] = OMITTED
    """An object's fields, in the order in which the API checks them."""
    unknown: Literal["refused", "ignored", "warned"] = "ignored"
    """What happens to other keys."""
    values: Nodes = OMITTED
    """The node of every value of a free-form object."""
    by: Name = OMITTED
    """The field that picks the variant of an object."""
    variants: dict[str, Nodes] = OMITTED
    """The nodes to pick from."""
    otherwise_variant: Name = Field(OMITTED, alias="otherwise")
    """The variant when the field is missing."""
    one_of: list[Nodes] = OMITTED
    """Nodes of different JSON types: the value's own type picks."""
    param: Name = OMITTED
    """The parameter that this value is; `none`: no parameter, though its name is one."""
    gives: dict[str, Any] = OMITTED
    """Whoever carries this node uses these parameters with these values."""
    default: Any = None
    """What the server uses when it is left out, where it is the same for every model."""
    instead: Name = OMITTED
    """The field was moved: the path of the right spelling."""
    says: dict[str, Refusal] = OMITTED
    """How the API words a refusal here, by kind."""
    checks: dict[str, dict[str, Any]] = OMITTED
    """Checks beyond types and choices, by name, with their options (`registry.shape.checks`)."""
    across: Literal["unique", "same"] = OMITTED
    """Of a line of a file: whether no two lines may have one value here, or all must have the same."""
    source: Name = OMITTED
    """Who says so: the id of a declared source."""
    note: str = OMITTED
    """What no other key says, for people."""


Nodes = Annotated[Annotated[Name, Short] | Annotated[Node, Whole], KEYED]
"""A node, or the name of a type."""
Node.model_rebuild()
