"""Reading a parameter out of a body by its place: `reasoning.effort`, `tools[].type`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

REPEATED = "[]"


def reader(
    places: Sequence[str], tags: Mapping[str, Mapping[str, object]] | None = None
) -> Callable[[object], tuple[object, ...]]:
    """A function from a body to all values that stand at these places; what is null or left out is no value.

    `tags` are places whose values stand for others: place → tag → value.
    """
    if tags:
        return _tagged_reader(places, tags)
    if len(places) == 1 and REPEATED not in places[0]:
        return _plain_reader(places[0].split("."))
    roads = [tuple(place.replace(REPEATED, f".{REPEATED}").split(".")) for place in places]

    def read(body: object) -> tuple[object, ...]:
        return tuple(value for road in roads for value in _follow(body, road))

    return read


def _tagged_reader(
    places: Sequence[str], tags: Mapping[str, Mapping[str, object]]
) -> Callable[[object], tuple[object, ...]]:
    plain = reader(places)
    tagged = [(reader([place]), values) for place, values in tags.items()]

    def read(body: object) -> tuple[object, ...]:
        meant = (values[tag] for at, values in tagged for tag in at(body) if isinstance(tag, str) and tag in values)
        return (*plain(body), *meant)

    return read


def _plain_reader(road: Sequence[str]) -> Callable[[object], tuple[object, ...]]:
    *outer, last = road

    def read(body: Any) -> tuple[object, ...]:  # noqa: ANN401 - JSON
        for step in outer:
            body = body.get(step)
            if not isinstance(body, dict):
                return ()
        value = body.get(last)
        return () if value is None else (value,)

    return read


def _follow(value: object, road: Sequence[str]) -> list[object]:
    if not road:
        return [] if value is None else [value]
    step, rest = road[0], road[1:]
    if step == REPEATED:
        return [found for item in value for found in _follow(item, rest)] if isinstance(value, list | tuple) else []
    return _follow(value[step], rest) if isinstance(value, dict) and step in value else []
