"""When two words for a fact say the same: one function a way of agreeing."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MONTH = len("2024-09")
PATHS = {"/v1/batch": "/v1/batches", "/v1/realtime": "/v1/realtime/client_secrets"}


def same(theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
    """The same value; numbers by their worth, lists whatever their order."""
    if isinstance(theirs, list) and isinstance(ours, list):
        return {str(value) for value in theirs} == {str(value) for value in ours}
    if isinstance(ours, Decimal) and not isinstance(theirs, bool):
        try:
            return Decimal(str(theirs)) == ours
        except InvalidOperation:
            return False
    return bool(theirs == ours) and isinstance(theirs, bool) == isinstance(ours, bool)


def same_month(theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
    """The same day; the same month, where one of them names no day."""
    if not isinstance(theirs, str) or not isinstance(ours, str):
        return False
    return theirs == ours or (MONTH in (len(theirs), len(ours)) and theirs[:MONTH] == ours[:MONTH])


def one_of(theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
    """Theirs is among ours."""
    return ours is not None and theirs in ours


def translated(words: Mapping[Any, Any], agreeing: Callable[[Any, Any], bool] = same) -> Callable[[Any, Any], bool]:
    """The same once their word is put into ours; a word without a translation stays as it is."""

    def agreed(theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
        return agreeing(words.get(theirs, theirs) if not isinstance(theirs, list) else theirs, ours)

    return agreed


def same_paths(theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
    """The same endpoints, by the names that we have for them."""
    return same([PATHS.get(path, path) for path in theirs], ours)


WAYS: Mapping[str, Callable[[Any, Any], bool]] = {
    "knowledge": same_month,
    "modes": one_of,
    "endpoints": same_paths,
}
"""Fields of ours in which agreeing is something else than being the same."""


def agree(field: str, theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether an answer of theirs says what ours to the field says."""
    return next((way for pattern, way in WAYS.items() if fnmatchcase(field, pattern)), same)(theirs, ours)
