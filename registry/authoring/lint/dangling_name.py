"""CAT010: a name that leads nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._mentions import circles, ids_in, named
from registry.authoring.lint._rule import Flaw, rule
from registry.authoring.wording import close
from registry.names import readings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._endpoint import Endpoint
    from registry.authoring.resolve import Found


@rule("CAT010", "error")
def dangling_name(draft: Draft) -> Iterator[Flaw]:
    """`current`, `replacement`, `instead`, a mode, or the name of a type in a shape leads to nothing.

    ## Why
    Messages and fixes send people to these names. A `replacement` may be a sentence; then every word in it that looks
    like an id has to be one.

    ## Example
        models:
          quill-latest: {current: quill-9}
          quill-1: {}

    ## Instead
        models:
          quill-latest: {current: quill-1}
          quill-1: {}
    """
    for model in draft.models:
        yield from _pointers(draft, model)
    yield from _same_price(draft)
    if draft.endpoints:
        yield from _modes(draft)
        for line in draft.lines:
            described = draft.described(line.heirs)
            paths = {path for endpoint in described for path in endpoint.paths}
            for entry in line.entries:
                instead = entry.written.get("instead")
                if instead and described and instead not in paths:
                    said = f"{instead} is nothing that a body of {described[0].mode} carries{close(instead, paths)}"
                    yield Flaw(draft.facts, entry.at("instead"), said)
    for endpoint in draft.endpoints:
        yield from _inside(endpoint)


def _pointers(draft: Draft, model: Found) -> Iterator[Flaw]:
    ids = draft.ids[model.provider]
    block = draft.facts.get(model.place) or {}
    for place, name in named(block.get("current"), (*model.place, "current")):
        if name not in ids:
            yield Flaw(draft.facts, place, f"{name} is no id of {model.provider}{close(name, ids)}")
    if "current" in block and circles(draft, model):
        yield Flaw(draft.facts, (*model.place, "current"), f"{model.id} points at itself in the end")
    rules = (draft.facts.value["providers"][model.provider] or {}).get("names") or ()
    for part in ((), ("fine_tuned",)):
        place = (*model.place, *part, "lifecycle", "replacement")
        for where, phrase in named(draft.facts.get(place), place):
            for word in ids_in(phrase):
                if not any(reading.id in ids for reading in readings(word, rules)):
                    yield Flaw(draft.facts, where, f"{word} is no id of {model.provider}{close(word, ids)}")


def _same_price(draft: Draft) -> Iterator[Flaw]:
    for provider, ids in draft.ids.items():
        place = ("providers", provider, "same_price")
        for at, one in enumerate(draft.facts.get(place) or ()):
            for number, name in enumerate(one.get("only", ())):
                if name not in ids:
                    said = f"{name} is no id of {provider}{close(name, ids)}"
                    yield Flaw(draft.facts, (*place, at, "only", number), said)


def _modes(draft: Draft) -> Iterator[Flaw]:
    modes = {endpoint.mode for endpoint in draft.endpoints}
    for place, mode in draft.named_modes():
        if mode not in modes:
            yield Flaw(draft.facts, place, f"{mode} is no described endpoint{close(mode, modes)}")
    for endpoint in draft.endpoints:
        for key, other in (("uses", endpoint.uses), ("serves", endpoint.serves)):
            if other and other not in modes:
                said = f"{other} is no described endpoint{close(other, modes)}"
                yield Flaw(endpoint.document, (key,), said)


def _inside(endpoint: Endpoint) -> Iterator[Flaw]:
    """Names of types, variants and paths in a shape."""
    for place, name in endpoint.named_types():
        if name not in endpoint.types:
            yield Flaw(endpoint.document, place, f"{name} is no type of this shape{close(name, endpoint.types)}")
    for place, node in endpoint.own_nodes():
        otherwise, instead = node.get("otherwise"), node.get("instead")
        if otherwise and otherwise not in node.get("variants", {}):
            yield Flaw(endpoint.document, (*place, "otherwise"), f"{otherwise} is none of the variants")
        if instead and instead not in endpoint.paths:
            said = f"{instead} is no path of this body{close(instead, endpoint.paths)}"
            yield Flaw(endpoint.document, (*place, "instead"), said)
