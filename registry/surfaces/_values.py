"""Python values as the JSON that a client makes of them: pydantic objects, dataclasses, enums, sentinels.

Only what changes is copied, and a value that no client can send stays as it is, for the shape to refuse.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

SENTINELS = ("NotGiven", "Omit")
"""Names of the types that stand for "left out" in the official client."""

LEFT_OUT: Any = object()
"""What a sentinel becomes."""

LISTED = ("deque", "dict_keys", "dict_values")
"""Names of types that a client sends as lists."""

KEPT = (str, int, float, bytes, type(None), type)


def plain(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """A new dict of arguments with JSON values, without those that stand for "left out"."""
    seen: dict[int, Any] = {}
    found = {key: _plain(value, seen) for key, value in arguments.items()}
    return {key: value for key, value in found.items() if value is not LEFT_OUT}


def is_foreign(value: object) -> bool:
    """Whether there is a value in a body that JSON has no word for, somewhere."""
    seen: dict[int, Any] = {}
    return _plain(value, seen) is not value


def _plain(value: Any, seen: dict[int, Any]) -> Any:  # noqa: ANN401 - a caller's value
    if isinstance(value, KEPT) and not _is_enum(value):
        return value
    if id(value) in seen:
        return seen[id(value)]
    seen[id(value)] = value  # what holds itself stays as it is
    try:
        made = _made(value, seen)
    except Exception:  # noqa: BLE001 - a caller's object may do anything; the shape refuses what stays
        made = value
    seen[id(value)] = made
    return made


def _made(value: Any, seen: dict[int, Any]) -> Any:  # noqa: ANN401 - a caller's value
    if type(value).__name__ in SENTINELS:
        return LEFT_OUT
    if isinstance(value, dict):
        return _mapping(value, seen)
    if isinstance(value, list | tuple):
        return _sequence(value, seen)
    return _unwrapped(value, seen)


def _mapping(value: dict[Any, Any], seen: dict[int, Any]) -> dict[Any, Any]:
    made = {key: _plain(inner, seen) for key, inner in value.items()}
    if type(value) is dict and all(made[key] is inner for key, inner in value.items()):
        return value
    return {key: inner for key, inner in made.items() if inner is not LEFT_OUT}


def _sequence(value: list[Any] | tuple[Any, ...], seen: dict[int, Any]) -> list[Any] | tuple[Any, ...]:
    if isinstance(value, tuple) and any(isinstance(inner, bytes) or hasattr(inner, "read") for inner in value):
        return value  # a file: its name, content and type
    made = [_plain(inner, seen) for inner in value]
    if isinstance(value, list) and all(one is other for one, other in zip(made, value, strict=True)):
        return value
    return [inner for inner in made if inner is not LEFT_OUT]


def _unwrapped(value: Any, seen: dict[int, Any]) -> Any:  # noqa: ANN401 - a caller's value
    """An object of another kind as what a client makes of it; what is no value for JSON as it is."""
    made = value
    if _is_enum(value):
        made = value.value
    elif callable(getattr(value, "model_dump", None)):
        made = value.model_dump(exclude_unset=True, mode="json")
    elif hasattr(type(value), "__dataclass_fields__"):
        made = {name: getattr(value, name) for name in type(value).__dataclass_fields__}
    elif isinstance(value, set | frozenset | range) or type(value).__name__ in LISTED:
        made = list(value)
    elif callable(getattr(value, "isoformat", None)):
        made = value.isoformat()
    elif hasattr(value, "keys") and hasattr(value, "__getitem__"):
        made = {key: value[key] for key in value.keys()}  # noqa: SIM118 - a mapping of any kind
    return made if made is value else _plain(made, seen)


def _is_enum(value: object) -> bool:
    return hasattr(type(value), "__members__") and hasattr(value, "value")
