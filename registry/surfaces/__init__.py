"""A caller's spelling of a request ⇄ the wire's: the official client's, litellm's, LangChain's.

`wire` turns the arguments of a call into the body that the library sends; the way back is on what it returns, for
messages and fixes. Which arguments stay behind, move or are dropped is data (`data/surfaces/*.yaml`).
"""

from __future__ import annotations

from importlib import import_module

from registry.surfaces._values import is_foreign
from registry.surfaces._wire import Dropped, Note, Wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.surfaces._draft import Draft
    from registry.surfaces._table import Table

__all__ = ["SURFACES", "Dropped", "Note", "Wire", "is_foreign", "wire"]

SURFACES = ("openai", "litellm", "langchain")


def wire(
    arguments: Mapping[str, Any],
    surface: str,
    *,
    endpoint: str | None = None,
    catalogue: Catalogue,
    on: str,
    trust: str | None = None,
) -> Wire:
    """The request that a library sends for the arguments of a call, and the way back to their spelling.

    `endpoint` (a mode or a path) is the one that the called function is named after; told from the arguments when
    omitted. `on` is the day (ISO) as of which models are looked up. The arguments stay as they are.

    Raises ValueError for a surface that there is none of; never for what the arguments contain.
    """
    if surface not in SURFACES:
        raise ValueError(f"surface={surface!r}: one of {', '.join(SURFACES)}")
    module = import_module(f"registry.surfaces.{surface}")
    table = _described(catalogue, surface, on, trust)
    mode = catalogue.mode(endpoint) or endpoint if endpoint is not None else None

    def again(changed: Mapping[str, Any]) -> Wire:
        try:
            draft: Draft = module.wire(changed, table, mode)
        except RecursionError:
            draft = _as_given(changed, table, mode)
        return draft.wire(changed, again)

    return again(arguments)


def _as_given(arguments: Mapping[str, Any], table: Table, mode: str | None) -> Draft:
    """What is nested too deeply to walk is handed on as it is, for the shape to say so."""
    from registry.surfaces._draft import Draft

    draft = Draft(table, mode)
    draft.body = dict(arguments)
    return draft


def _described(catalogue: Catalogue, surface: str, on: str, trust: str | None) -> Table:
    from registry.surfaces._table import Table

    key = ("surface", surface, on, trust)
    table: Table | None = catalogue.cache.get(key)
    if table is None:
        table = Table(catalogue, surface, on, trust)
        catalogue.keep(key, table)
    return table
