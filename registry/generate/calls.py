"""The call that reaches a model: a function by endpoint, and the spelling that a proxy's prefix asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.generate.cell import Cell, Dissent
from registry.generate.markdown import code
from registry.generate.query import MODEL
from registry.generate.wording import NONE, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from registry.catalogue import Catalogue
    from registry.generate.row import Row

SURFACE = "litellm"
"""Whose functions and spellings the calls are."""


def call(row: Row) -> Cell:
    """The call of a model at the endpoint of the table; through another, where the function or a prefix leads there."""
    mode = row.query.endpoint or next(iter(row.model.modes or ()), "")
    pattern = row.query.given.get("call") or _shown(row.query.catalogue, mode)
    name = _name(row, mode)
    if name is None:
        return Cell("", NONE, row.model.source_of("modes"))
    if pattern is None:
        return Cell(None, UNKNOWN)
    said = pattern.replace(MODEL, name)
    return Cell(said, code(said))


def _shown(catalogue: Catalogue, mode: str) -> str | None:
    """How the surface's functions call a model at an endpoint, with `{model}` where its name goes."""
    shown: str | None = _function(catalogue, mode).get("shown")
    return shown


def _function(catalogue: Catalogue, mode: str) -> Mapping[str, Any]:
    """What is known about the surface's functions for an endpoint."""
    described = catalogue.surface(SURFACE) or {"calls": {}}
    found: Mapping[str, Any] = described["calls"].get(mode, {})
    return found


def _name(row: Row, mode: str) -> str | None:
    """What to call a model by; None where nothing leads from the endpoint to it."""
    modes = row.model.modes
    prefixes = list(_prefixes(row.query.catalogue, row.model.provider))
    name = row.model.snapshot if row.query.pinned(row.model.id) and row.model.snapshot else row.model.id
    if row.model.fine_tuned:
        return next((rule["prefix"] + name for rule in prefixes if rule.get("fine_tune")), name)
    if modes is None or mode in modes or _bridged(row.query.catalogue, mode, modes):
        return name
    return next((rule["prefix"] + name for rule in prefixes if _leads(rule, modes)), None)


def _bridged(catalogue: Catalogue, mode: str, modes: Sequence[str]) -> bool:
    """Whether the function for an endpoint goes by itself to another for models that the first has not."""
    bridges = _function(catalogue, mode).get("bridges") or ()
    return any(bridge.get("lacking") and bridge["to"] in modes for bridge in bridges)


def _leads(rule: Mapping[str, Any], modes: Sequence[str]) -> bool:
    return rule.get("surface") == SURFACE and rule.get("mode") in modes


def _prefixes(catalogue: Catalogue, provider: str) -> Iterator[dict[str, Any]]:
    yield from catalogue.header["providers"].get(provider, {}).get("names", ())


def membership(row: Row) -> Cell:
    """Whether the endpoint of the table takes a model, and who says otherwise."""
    mode, fact = row.query.endpoint, row.section("modes")
    path = row.query.catalogue.path
    others = [
        Dissent(source, [path(one) for one in modes], ", ".join(code(path(one)) for one in modes) or NONE)
        for source, modes in fact.dissent
        if isinstance(modes, tuple) and isinstance(fact.value, tuple) and (mode in modes) != (mode in fact.value)
    ]
    return Cell(fact.value, "", fact.source, others if mode else ())
