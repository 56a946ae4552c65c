"""What is known about one model, with the source of each fact and those who dissent; by section and by parameter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.days import in_force
from registry.pricelist import price_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.catalogue import Catalogue
    from registry.domain import Accepts
    from registry.facts import Claim, Model, Parameter

SECTIONS = ("modes", "limits", "knowledge", "prices", "lifecycle", "status")
"""What is known about a model beside its parameters; `status` follows from the lifecycle and the day."""


class Answer:
    """One fact: its value, fit for JSON, the id of its source, and what others say (source, value).

    A value that is None is unknown, and has no source; there is dissent all the same.
    """

    __slots__ = ("dissent", "more", "source", "value")

    def __init__(self, value: Any, source: str, dissent: Sequence[tuple[str, Any]] = (), **more: Any) -> None:  # noqa: ANN401 - JSON
        self.value = value
        self.source = source
        self.dissent = tuple(dissent)
        self.more = {key: said for key, said in more.items() if said is not None}
        """What else is known about it: `instead`, `requires`, `note`."""

    def same(self, other: Answer) -> bool:
        """Whether both say the same, on the same word."""
        return self.as_dict() == other.as_dict()

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        dissent = {"disputed": dict(self.dissent)} if self.dissent else {}
        return {"value": self.value, "source": self.source, **dissent, **self.more}


class View:
    """A model as of a day, as a trusted source has it, beside what the catalogue says by itself (`ours`)."""

    __slots__ = ("catalogue", "model", "ours")

    def __init__(self, catalogue: Catalogue, model: Model) -> None:
        self.catalogue = catalogue
        self.model = model
        self.ours = catalogue.by_id(model.id, model.on, fine_tuned=model.fine_tuned) if model.trust else model

    def section(self, name: str, key: str | None = None) -> Answer | None:
        """A section, or one key of it; None when it is unknown."""
        part = "lifecycle" if name == "status" else name
        value, own = (_under(_value(model, name), key) for model in (self.model, self.ours))
        said = [(source, _under(claim, key)) for source, claim in self.model.disputed(part).items()]
        dissent = [] if name == "status" else [(source, claim) for source, claim in said if claim is not None]
        if value is None:
            return Answer(None, "", dissent) if dissent else None
        if value == own:  # the trusted source may speak of other keys of this section
            return Answer(value, self.source_of(self.ours, part), dissent)
        if own is not None:
            dissent.insert(0, (self.source_of(self.ours, part), own))
        return Answer(value, self.source_of(self.model, part), dissent)

    def source_of(self, model: Model, section: str) -> str:
        """The id of the source of a section; of the price list in force where that has its own."""
        if section != "prices":
            return model.source_of(section)
        return price_source(in_force(model.prices, model.on) or {}, model)

    def parameter(self, name: str, mode: str) -> Answer | None:
        """A parameter at one endpoint; None when nothing is known about it there."""
        found = self.model.parameter(name, mode)
        if found is None:
            return None
        value, dissent = _claimed(found.claim), [(claim.source, _claimed(claim)) for claim in found.dissent]
        if not value and not any(said for _, said in dissent):
            return None
        return Answer(
            value,
            found.source,
            [(source, said) for source, said in dissent if said],
            **_more(found),
        )

    def parameters(self, modes: Sequence[str]) -> dict[str, dict[str, Answer]]:
        """Every parameter that something is known about → by endpoint, what."""
        table = {
            name: {mode: answer for mode in modes if (answer := self.parameter(name, mode)) is not None}
            for name in self.model.parameters
        }
        return {name: found for name, found in table.items() if found}

    def environment(self) -> dict[str, Answer]:
        """The variables that clients of its provider read, by what they are for."""
        return environment(self.catalogue, self.model.provider)

    def modes(self) -> tuple[str, ...]:
        """The endpoints that take it; all of them when that is unknown."""
        known = self.model.modes
        return tuple(self.catalogue.header["modes"]) if known is None else known

    def relatives(self) -> tuple[list[str], list[str]]:
        """Its snapshots, and the names that point at it on the day."""
        snapshots, aliases = [], []
        for id_ in self.catalogue.ids():
            line = self.catalogue.line(id_) or {}
            pointed = in_force(line.get("current"), self.model.on)
            if line.get("of") == self.model.id:
                snapshots.append(id_)
            if isinstance(pointed, dict) and pointed["is"] == self.model.id:
                aliases.append(id_)
        return snapshots, aliases


def environment(catalogue: Catalogue, provider: str) -> dict[str, Answer]:
    """The variables that clients of a provider read, by what they are for."""
    said = catalogue.header["providers"].get(provider, {}).get("environment", {})
    return {
        what: Answer(one["name"], one["source"]) if isinstance(one, dict) else Answer(one, "")
        for what, one in said.items()
    }


def cited(answers: Iterator[Answer]) -> list[str]:
    """The ids of all sources that answers name, sorted."""
    found = {""}
    for answer in answers:
        found.add(answer.source)
        found.update(source for source, _ in answer.dissent)
    return sorted(found - {""})


def written(accepts: Accepts) -> dict[str, Any]:
    """Which values and when, as facts are written: `{accepts, unconfirmed, when, else}`."""
    said: dict[str, Any] = {"accepts": accepts.stated.written()}
    if accepts.unconfirmed:
        said["unconfirmed"] = {source: values.written() for source, values in accepts.unconfirmed.items()}
    if accepts.when:
        said["when"] = {name: values.written() for name, values in accepts.when.items()}
    if accepts.when and accepts.otherwise:  # without a condition nothing is left for `else` to say
        rest = written(accepts.otherwise)
        said["else"] = rest if len(rest) > 1 else rest["accepts"]
    return said


def _claimed(claim: Claim) -> dict[str, Any]:
    default = {"default": claim.default} if claim.default is not None else {}
    return {**(written(claim.accepts) if claim.accepts else {}), **default}


def _more(parameter: Parameter) -> dict[str, str | None]:
    return {"instead": parameter.instead, "requires": parameter.requires, "note": parameter.note}


def _value(model: Model, section: str) -> Any:  # noqa: ANN401 - JSON
    if section == "modes":
        return None if model.modes is None else list(model.modes)
    if section == "prices":
        return in_force(model.prices, model.on) or None
    return getattr(model, section) or None


def _under(value: Any, key: str | None) -> Any:  # noqa: ANN401 - JSON
    """A key of a section; prices have theirs one level down."""
    if key is None or value is None:
        return value
    if isinstance(value, dict):
        return value.get("usd", value).get(key)
    return None
