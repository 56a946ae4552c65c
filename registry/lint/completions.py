"""What the hidden part of a call may be: enough ways to fill it in that no condition is left untried.

Conditions read parameters by name, and compare them with the values that they name. So it is enough to leave a hidden
parameter out, to set it to each value that some condition names, and to something that no condition names. All of
them are combined where that is few; else every two, since no condition reads more than two parameters.
"""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from registry.diagnostics import spell_path
from registry.domain import Choices, Range, Word, parse
from registry.lint.value import HIDDEN, spots

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from registry.catalogue import Catalogue
    from registry.lint.call import Call

CONDITIONS = ("when", "unless", "carrying")
ELSEWHERE = ("prices", "lifecycle", "tier", "mode")
"""Blocks of a model, and names in conditions, that no argument decides."""

MODEL = ("model",)
SPOKEN = ("chat", "responses")
"""Endpoints that libraries say the same parameters to under other names."""

MOST = 200
"""Combinations of all parameters that are tried; where there are more, every two are combined."""

PLAIN = "openai"
"""The surface whose arguments are the body's own keys."""

Path = tuple["str | int", ...]
Way = tuple[Path, Any]
"""A place among the arguments, and what to put there."""


def conditions(written: Any, found: dict[str, set[object]]) -> None:  # noqa: ANN401 - compiled facts
    """Collect the values that conditions name, by parameter, from compiled facts."""
    if isinstance(written, dict):
        for key, value in written.items():
            if key in CONDITIONS and isinstance(value, dict):
                for name, form in value.items():
                    found.setdefault(name, set()).update(_named(form))
            if key not in ELSEWHERE:
                conditions(value, found)
    elif isinstance(written, list):
        for item in written:
            conditions(item, found)


def _named(form: object) -> Iterator[object]:
    try:
        values = parse(form)
    except (ValueError, TypeError):
        return
    if isinstance(values, Choices):
        yield from values.values
    elif isinstance(values, Range):
        yield from (bound for bound in (values.low, values.high) if isinstance(bound, int | float))
    elif isinstance(values, Word):
        yield HIDDEN


def relevant(catalogue: Catalogue, model: str | None, surface: str) -> dict[str, set[object]]:
    """Every parameter that a condition about this model reads, and the values that conditions compare it with."""
    key = ("lint conditions", model, surface)
    kept: dict[str, set[object]] | None = catalogue.cache.get(key)
    if kept is None:
        kept = {}
        conditions(catalogue.line(model) if model else None, kept)
        conditions(catalogue.surface(surface), kept)
        for mode in catalogue.header["modes"]:
            conditions(catalogue.shape(mode), kept)
        for name in ELSEWHERE:
            kept.pop(name, None)
        catalogue.keep(key, kept)
    return kept


def completions(
    call: Call, arguments: Mapping[str, Any], catalogue: Catalogue
) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Each way to fill in the hidden part of a call, with the places of the values that were put there."""
    found = catalogue.find(call.model) if call.model else None
    choices = []
    taken = _taken(call, arguments, catalogue)
    for name, values in relevant(catalogue, found.id if found else None, call.surface).items():
        ways = [way for way in _ways(name, values, arguments, call, catalogue) if way[0][0] not in taken]
        if ways:
            choices.append(ways)
    for put in _combined(choices):
        filled: dict[str, Any] = dict(arguments)
        for path, value in put:
            filled = _put(filled, path, value)
        leaves = [(path, *_leaf(value)) for path, value in put]
        yield (
            filled,
            [spell_path((*path, *inner)) for path, inner, value in leaves if value is not HIDDEN and path != MODEL],
        )


def _taken(call: Call, arguments: Mapping[str, Any], catalogue: Catalogue) -> set[str]:
    """Keys that would say again what is given under another name: `reasoning`, where `reasoning_effort` is given."""
    found = set()
    for mode in SPOKEN if call.surface != PLAIN else ():
        for name, places in (catalogue.shape(mode) or {}).get("places", {}).items():
            if arguments.get(name, HIDDEN) is not HIDDEN:
                found |= {place.partition(".")[0] for place in places if "." in place}
    return found - set(arguments)


def _combined(choices: Sequence[Sequence[Way]]) -> Iterator[Sequence[Way]]:
    number = 1
    for ways in choices:
        number *= len(ways) + 1
    if number <= MOST:
        for chosen in product(*([None, *ways] for ways in choices)):
            yield [way for way in chosen if way is not None]
        return
    yield ()
    for ways in choices:
        yield from ([way] for way in ways)
    for one, other in combinations(choices, 2):
        yield from product(one, other)


def _ways(
    name: str, values: set[object], arguments: Mapping[str, Any], call: Call, catalogue: Catalogue
) -> Iterator[Way]:
    """Where a parameter may hide, with each value that it may have there."""
    seen = set()
    for place in _places(name, call, catalogue):
        road = tuple(place.replace("[]", ".[]").split("."))
        found = list(spots(arguments, road))
        if not found and call.arguments.open and road[0] not in arguments:
            found = [(road[0],)]
        for path in found:
            for value in (*values, HIDDEN):
                made = _wrapped(value, road[len(path) :])
                mark = (path, repr(made))
                if mark not in seen:
                    seen.add(mark)
                    yield path, made


def _places(name: str, call: Call, catalogue: Catalogue) -> list[str]:
    """Where a parameter may stand among the arguments."""
    modes = [call.mode] if call.mode else list(catalogue.header["modes"])
    found = [] if call.surface == PLAIN else [name]
    for mode in modes:
        shape = catalogue.shape(mode) or {}
        found += shape.get("places", {}).get(name, ())
        found += shape.get("given", {}).get(name, {})
    return list(dict.fromkeys(found))


def _wrapped(value: object, road: tuple[str, ...]) -> object:
    for step in reversed(road):
        value = [value] if step == "[]" else {step: value}
    return value


def _leaf(value: Any) -> tuple[Path, object]:  # noqa: ANN401 - JSON
    """The way into a wrapped value, and what is there."""
    path: Path = ()
    while isinstance(value, dict | list):
        step: Any = 0 if isinstance(value, list) else next(iter(value))
        path, value = (*path, step), value[step]
    return path, value


def _put(value: Any, path: Path, new: object) -> Any:  # noqa: ANN401 - JSON
    if not path:
        return new
    copy = list(value) if isinstance(value, list) else dict(value)
    step: Any = path[0]
    inner = copy[step] if isinstance(copy, list) else copy.get(step)
    copy[step] = _put(inner, path[1:], new)
    return copy
