"""litellm's calls: what it sends on as it is written has a type, what it translates or shapes anew is left open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from registry.generate.stubs import python
from registry.generate.stubs.groups import MODES
from registry.generate.stubs.kinds import Literals, Plain, Record, alternatives
from registry.generate.stubs.reading import fields_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.catalogue import Catalogue
    from registry.facts import Model
    from registry.generate.stubs.groups import Stubs
    from registry.generate.stubs.kinds import Field, Kind

SURFACE = "litellm"
SCALARS = (Plain("integer"), Plain("number"), Plain("boolean"))


class Calls(NamedTuple):
    """The calls of models, as spelled for litellm, that take the same."""

    name: str
    spellings: tuple[str, ...]
    completion: str
    """Parameters with their annotations, as a signature has them."""
    responses: str

    @property
    def said(self) -> str:
        """Of whom."""
        return f"As litellm calls {self.spellings[0]} and whoever takes the same."


def calls(stubs: Stubs) -> list[Calls]:
    """Every model that litellm can call by a typed function, in groups with the same signatures."""
    found: dict[tuple[str, str], tuple[str, list[str]]] = {}
    for model in stubs.models:
        for mode in (None, *MODES):
            if spellings := list(_spellings(stubs, model, mode)):
                signatures = _signatures(stubs, model, mode)
                name = f"Litellm{stubs.names[model.id]}{'By' + mode.capitalize() if mode else ''}"
                found.setdefault(signatures, (name, []))[1].extend(spellings)
    return [
        Calls(name, tuple(sorted(spellings, key=lambda one: (len(one), one))), *signatures)
        for signatures, (name, spellings) in found.items()
    ]


def _spellings(stubs: Stubs, model: Model, mode: str | None) -> Iterator[str]:
    """The names of a model that choose an endpoint, or (None) none."""
    if not any(stubs.takes(model, one) for one in ((mode,) if mode else MODES)):
        return
    if mode is None:
        yield from stubs.called([model.id])
    for rule in stubs.catalogue.header["providers"].get(model.provider, {}).get("names", ()):
        if rule.get("surface") == SURFACE and rule.get("mode") == mode and not rule.get("fine_tune"):
            yield rule["prefix"] + model.id


def _signatures(stubs: Stubs, model: Model, mode: str | None) -> tuple[str, str]:
    """Of `completion` and `responses`: each speaks of the endpoint that the model is bridged to, where it is."""
    responses, chat = MODES
    made = []
    for own, other in ((chat, responses), (responses, chat)):
        serves = mode or (own if stubs.takes(model, own) else other)
        fields = [one for one in fields_of(stubs.catalogue, own, model, serves) if sent(stubs.catalogue, own, one)]
        made.append("".join(_parameter(field, _prefix(stubs, model, own, field, serves)) for field in fields))
    return made[0], made[1]


SOME_MODELS = {"models", "unlike", "known"}
"""What makes a treatment one of some models alone."""

LEAVES_OUT = ("drops", "trims")


def sent(catalogue: Catalogue, mode: str, field: Field) -> bool:
    """Whether the function that is named after an endpoint sends an argument, whole and whatever else it is given."""
    call = (catalogue.surface(SURFACE) or {"calls": {}})["calls"].get(mode, {})
    treats = [one for one in call.get("treats") or () if not SOME_MODELS & one.keys()]
    partly = {name for one in treats for key in LEAVES_OUT for name in one.get(key) or ()}
    held = field.name in (call.get("keeps") or ()) or field.name in partly
    return not held and (call.get("others") != "dropped" or field.name in call["sends"])


def _prefix(stubs: Stubs, model: Model, mode: str, field: Field, serves: str) -> str | None:
    """What the names of the objects in a field begin with; None where litellm makes them itself."""
    group = stubs.group(model, mode) if mode == serves == MODES[0] else None
    return stubs.prefix(group, field) if group else None


def _parameter(field: Field, prefix: str | None) -> str:
    if field.required:
        return f"{field.name}: {python.spelled(field.kind, prefix or '')}, "
    annotation = loosened(field.kind, prefix)
    return f"{field.name}: {annotation} = ..., " if annotation else ""


def loosened(kind: Kind, prefix: str | None) -> str | None:
    """A kind as litellm takes it: an object too, where the API takes a word; None where litellm shapes it itself."""
    found = [one for one in alternatives(kind) if one != Plain("null")]
    if any(isinstance(one, Record) for one in found):
        return None if prefix is None else python.spelled(kind, prefix)
    if not found or not all(isinstance(one, Literals) or one in SCALARS for one in found):
        return None
    words = any(isinstance(one, Literals) and isinstance(one.values[0], str) for one in found)
    return python.spelled(kind, "") + (" | Mapping[str, object]" if words else "")
