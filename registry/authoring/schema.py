"""The shape of what people write in `data/models.yaml`, before inheritance; and what is wrong where it is not of it."""

from __future__ import annotations

from pydantic import ValidationError

from registry.authoring.bindings import Deployment
from registry.authoring.counting import Counting, Media
from registry.authoring.document import Document, Mistake, Place
from registry.authoring.entries import Dispute, FineTuned, Lifecycle, Line, Modes, Pointed, Price, Source, Sourced
from registry.authoring.provider import Hosted, Regional, SamePrice, Spelling, Tool, Variable
from registry.authoring.terms import OMITTED, Count, Day, DayOrMonth, Form, Meter, Name, Strict, When
from registry.authoring.wording import worded

__all__ = ["SECTIONS", "Facts", "Form", "Name", "Strict", "When", "judge"]

SECTIONS = ("modes", "limits", "tokens", "media", "params", "prices", "lifecycle", "knowledge")


class Block(Strict):
    """Facts that hold for everything inside."""

    modes: Modes = OMITTED
    """The endpoints that take it, the default first; `never`: the provider does not know this name."""
    limits: dict[str, Count] = OMITTED
    """Numbers by name: context, input, output (tokens), dimensions, …"""
    tokens: Counting = OMITTED
    """How it counts tokens: its encoding, and what formats and tools take."""
    media: Media = OMITTED
    """How many tokens pictures and sounds are to it."""
    params: dict[str, Line] = OMITTED
    """What a request can carry and a model may refuse, under one canonical name for all endpoints."""
    prices: list[Price] = OMITTED
    """Dated price lists, the oldest first; appended, never edited."""
    lifecycle: Lifecycle = OMITTED
    """Days; the status is computed from them."""
    knowledge: DayOrMonth = OMITTED
    """Where its training data end: a day or a month."""
    fine_tuned: FineTuned = OMITTED
    """What differs for fine-tunes of this id."""
    requires: Name = OMITTED
    """What the caller's account needs, e.g. verified_organization."""
    source: Sourced = OMITTED
    """The source of everything here that cites nothing itself; or of each section."""
    verified: Day = OMITTED
    """The day on which someone last looked, where the source's own day is older."""
    disputed: dict[str, Dispute] = OMITTED
    """Who says otherwise about the sections of this block, and what."""
    note: Name = OMITTED
    """What no other key says, for people."""
    allow: dict[str, Name] = OMITTED
    """Exceptions to the rules of the catalogue: a code, and why."""


class Snapshot(Block):
    """A dated, immutable model."""

    current: Pointed = OMITTED
    """What this name points at: it takes its facts from there."""


class Named(Snapshot):
    """A model, and its snapshots."""

    snapshots: dict[str, Snapshot | None] = OMITTED
    """Dated models; they inherit everything written here."""


class Family(Block):
    """Models that share facts."""

    models: dict[str, Named | None]
    """By id; they inherit everything written here."""


class Provider(Block):
    """Who serves the models."""

    environment: dict[str, Variable] = OMITTED
    """The environment variables that clients read, by what they are for."""
    names: list[Spelling] = OMITTED
    """Other spellings of names, by exact prefix."""
    same_price: list[SamePrice] = OMITTED
    """Meters that cost what another one does."""
    tools: list[Tool] = OMITTED
    """Tools that come with the API; of several that an answer shows alike, the usual one last."""
    hosted: list[Hosted] = OMITTED
    """Dated prices of tools that the provider runs, the oldest first."""
    regional: Regional = OMITTED
    """What processing in a chosen region costs on top."""
    families: dict[str, Family]
    """Models that share facts, by a name of ours."""


class Facts(Strict):
    """What models differ in: sources, meters, and the facts of every model, each with its source."""

    sources: dict[str, Source] = OMITTED
    """Where facts come from, by an id to cite."""
    meters: dict[str, Meter] = OMITTED
    """What one price buys: `1_000_000 tokens`."""
    providers: dict[str, Provider]
    """Who serves the models."""
    deployments: dict[str, Deployment] = OMITTED
    """Private names of models, in an overlay."""


def judge(document: Document, form: type[Strict] = Facts) -> None:
    """Note every place where a document is not of the form, unless reading had to stop; mistakes end up in order."""
    if document.value is None:
        return
    try:
        form.model_validate(document.value)
    except ValidationError as error:
        # What could not be read is no value of any type: said once.
        said = {(mistake.line, mistake.column) for mistake in document.mistakes}
        for found in error.errors():
            unknown = found["type"] == "extra_forbidden"
            position = document.at(_place(document, found["loc"]), key=unknown or found["type"] == "missing")
            if position not in said:
                code = "CAT004" if unknown else "CAT005"
                document.mistakes.append(Mistake(*position, code, worded(found, form)))
        document.mistakes.sort(key=lambda mistake: (mistake.line, mistake.column))


def _place(document: Document, loc: tuple[int | str, ...]) -> Place:
    """Where an error of pydantic's is in the text: its path, without the steps that only the schema has."""
    place: Place = ()
    for step in loc:
        if (*place, step) in document.values:
            place = (*place, step)
    return place
