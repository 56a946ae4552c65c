"""JSON mode wants the word JSON in what the model is told, or it might write blanks for ever."""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.shape.paths import reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.shape.plan import Plan

WORD = "json"


def json_word(
    value: object,
    body: Any,  # noqa: ANN401 - JSON
    node: Mapping[str, Any],
    options: Mapping[str, Any],
    plan: Plan,
) -> Iterator[Problem]:
    """The word must stand somewhere under `within`, unless `unless` is given: what came before, the server knows.

    Any string counts, keys too, in any spelling of case: what the API was seen to take as the word is no narrower.
    """
    del plan
    if any(reader([place])(body) for place in options.get("unless", ())):
        return
    if not _says(body.get(options["within"])):
        yield Problem("missing_word", value, node, WORD)


def _says(value: object) -> bool:
    if isinstance(value, str):
        return WORD in value.lower()
    if isinstance(value, dict):
        return any(_says(inner) for pair in value.items() for inner in pair)
    return isinstance(value, list | tuple) and any(_says(inner) for inner in value)
