"""`registry cost --compare`: whether another model would have taken the requests that a log holds beside its usages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.check import check
from registry.cli.answers import word
from registry.cli.bodies import Request
from registry.cli.candidates import Candidate, marks, named
from registry.cli.screen import count
from registry.diagnostics import UnknownModel
from registry.money import spell
from registry.offers import renamed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import Any, TypeAlias

    from registry.catalogue import Catalogue
    from registry.cli.candidates import Mark

    Logged: TypeAlias = tuple[dict[str, Any], str, list[Mark]]

BODIES = ("body", "request")
"""Where logs keep the request: as its body, or as a line of a Batch file."""

PLACES = ("endpoint", "url", "path")
ANSWERS = ("usage", "choices", "output", "data")
"""What a body has that is an answer, and no request."""


MODEL = "model"


class Juror(Candidate):
    """A candidate, and what the requests that it would take came to, there and here."""

    __slots__ = ("here", "there")

    def __init__(self, model: str) -> None:
        super().__init__(model)
        self.here = self.there = 0
        """Units of money, of the requests that were judged, taken and priced."""

    def __str__(self) -> str:
        if not self.there:
            return f"{self.model} {self.refusal()}."
        return (
            f"{self.model} {self.refusal()}. The others come to {spell(self.there)} there, and {spell(self.here)} here."
        )

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        return {**super().as_dict(), "usd_taken": spell(self.there), "usd_taken_as_given": spell(self.here)}


class Jury:
    """The models that a log is compared on."""

    def __init__(self, names: Sequence[str], catalogue: Catalogue) -> None:
        """Raises UsageMistake for a name that stands for no model."""
        self.catalogue = catalogue
        self.candidates = [Juror(name) for name in named(names, catalogue)]

    def amounts(
        self, raw: Mapping[str, Any], model: str, on: str, here: int, price: Callable[[str], int | None]
    ) -> list[int | None]:
        """What the request in a logged value, which `model` took on a day, would come to with each candidate.

        In units of money, as `price` says; None where the candidate would refuse it, or has no price.
        """
        found = self._request(raw, model, on) if self.candidates else None
        return [self._amount(one, found, on, here, price) for one in self.candidates]

    def _amount(
        self, one: Juror, found: Logged | None, on: str, here: int, price: Callable[[str], int | None]
    ) -> int | None:
        if found is None:
            one.unjudged += 1
            return price(one.model)
        body, endpoint, known = found
        report = check(
            renamed(body, one.model, endpoint, self.catalogue), endpoint=endpoint, on=on, catalogue=self.catalogue
        )
        if new := [mark for mark in marks(report) if mark not in known]:
            one.refuse(new)
            return None
        one.taken += 1
        there = price(one.model)
        if there is not None:
            one.there += there
            one.here += here
        return there

    def _request(self, raw: Mapping[str, Any], model: str, on: str) -> Logged | None:
        """The request in a logged value, where it went, and what we have against it; None when that is not there.

        It was taken, so what is wrong with it says nothing about another model; what is wrong with the model does.
        """
        inner = next((raw[name] for name in BODIES if isinstance(raw.get(name), dict)), None)
        request = Request("", inner)
        body = request.body
        if not isinstance(body, dict) or not set(ANSWERS).isdisjoint(body):
            return None
        said = request.endpoint or word(raw, PLACES)
        mode = self.catalogue.mode(_path(said)) if said else None
        for place in [mode] if mode else self._modes(model, on):
            report = check(renamed(body, model, place, self.catalogue), endpoint=place, on=on, catalogue=self.catalogue)
            if mode or report.ok:
                return body, place, [mark for mark in marks(report) if mark[1].rpartition(".")[2] != MODEL]
        return None

    def _modes(self, model: str, on: str) -> tuple[str, ...]:
        """The endpoints of a model: where a log does not say which, the first that would take the request is it."""
        try:
            return tuple(self.catalogue.model(model, on).modes or ())
        except UnknownModel:
            return ()

    def notes(self) -> Iterator[str]:
        """What to know about the amounts of the candidates, a sentence a line."""
        yield from (str(one) for one in self.candidates if one.refused)
        blind = max((one.unjudged for one in self.candidates), default=0)
        if blind:
            them = "it" if blind == 1 else "them"
            yield f"{count(blind, 'request')} not in the log: whether another model would take {them} is not judged."

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready, by model."""
        return {one.model: one.as_dict() for one in self.candidates}


def _path(address: str) -> str:
    """The path of an address, be it a whole one or the path alone."""
    from urllib.parse import urlsplit

    try:
        return urlsplit(address).path
    except ValueError:
        return address
