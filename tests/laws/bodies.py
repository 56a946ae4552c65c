"""Requests built from the facts: the smallest one of each endpoint, and one that carries a parameter at a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.domain import NEVER, Accepts, Choices, Range
from registry.shape.paths import REPEATED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.catalogue import Catalogue
    from registry.facts import Model, Parameter

FILE = {"__file__": "speech.mp3", "content_type": "audio/mpeg", "bytes": 1000}
PICTURE = {"__file__": "cat.png", "content_type": "image/png", "bytes": 1000}

MINIMAL: dict[str, dict[str, Any]] = {
    "responses": {"input": "hi"},
    "chat": {"messages": [{"role": "user", "content": "hi"}]},
    "completion": {"prompt": "hi"},
    "embedding": {"input": "hi"},
    "moderation": {"input": "hi"},
    "decision": {"input": "hi", "questions": [{"type": "predicate", "instructions": "It greets."}]},
    "transcription": {"file": FILE},
    "translation": {"file": FILE},
    "speech": {"input": "hi", "voice": "alloy"},
    "image": {"prompt": "a cat"},
    "image_edit": {"prompt": "a cat", "image": PICTURE},
    "image_variation": {"image": PICTURE},
    "video": {"prompt": "a cat"},
    "realtime": {"session": {"type": "realtime"}},
    "batch": {"input_file_id": "file-1", "endpoint": "/v1/responses", "completion_window": "24h"},
}
"""The smallest body that each endpoint takes, without the model."""


def pairs(catalogue: Catalogue, on: str = "2026-11-24") -> Iterator[tuple[str, str, str]]:
    """Every (model, endpoint, day on which it lives) that a body can be judged for."""
    for id_ in catalogue.ids():
        model = catalogue.by_id(id_, on)
        for mode in model.modes or ():
            if mode in MINIMAL:
                yield id_, mode, last_day(model)


def last_day(model: Model) -> str:
    """The day asked about, or the last day of a model that is gone by then."""
    end = model.lifecycle.get("shutdown", "9999-12-31")
    if end > model.on:
        return model.on
    year, month, date = (int(part) for part in end.split("-"))
    return (
        f"{year}-{month:02}-{date - 1:02}"
        if date > 1
        else f"{year if month > 1 else year - 1}-{(month - 2) % 12 + 1:02}-28"
    )


def minimal(catalogue: Catalogue, id_: str, mode: str, on: str) -> dict[str, Any]:
    """The smallest request that this model takes, with what it needs."""
    body: dict[str, Any] = {"model": id_, **MINIMAL[mode]}
    if mode == "realtime":
        body = {"session": {"type": "realtime", "model": id_}}
    model = catalogue.by_id(id_, on)
    shape = catalogue.shape(mode)
    assert shape is not None
    for name in model.parameters:
        fact = model.parameter(name, mode)
        if fact is not None and fact.needs is not None and name in shape["places"]:
            values = fact.needs.values if isinstance(fact.needs, Choices) else ("auto",)
            put(body, shape["places"][name][0], values[0])
    return body


def put(body: dict[str, Any], place: str, value: Any) -> None:
    """Write a value at a place, `tools[].type` as one tool."""
    road = place.replace(REPEATED, f".{REPEATED}").split(".")
    inside: Any = body
    for step, following in zip(road, [*road[1:], None], strict=True):
        fresh: Any = value if following is None else [] if following == REPEATED else {}
        if step == REPEATED:
            inside.append(fresh)
            inside = inside[-1]
        elif following is None or step not in inside:
            inside[step] = fresh
            inside = inside[step]
        else:
            inside[step] = list(inside[step]) if isinstance(inside[step], list) else dict(inside[step])
            inside = inside[step]


def scalar_parameters(catalogue: Catalogue, id_: str, mode: str, on: str) -> Iterator[tuple[str, str, Parameter]]:
    """The parameters that stand at one plain place of the body: name, place, what is known."""
    model = catalogue.by_id(id_, on)
    shape = catalogue.shape(mode)
    assert shape is not None
    for name in model.parameters:
        fact = model.parameter(name, mode)
        places = [place for place in shape["places"].get(name, ()) if REPEATED not in place]
        if fact is not None and fact.accepts is not None and places:
            yield name, places[0], fact


def conditions(catalogue: Catalogue, mode: str, branch: Accepts, body: dict[str, Any]) -> bool:
    """Meet a branch's condition in a body; whether that could be done by choices at plain places."""
    shape = catalogue.shape(mode)
    assert shape is not None
    for name, values in branch.when.items():
        places = [place for place in shape["places"].get(name, ()) if REPEATED not in place]
        if values is NEVER:
            continue
        if not places or not isinstance(values, Choices) or not values.values:
            return False
        put(body, places[0], values.values[0])
    return True


def samples(accepts: Accepts) -> tuple[Any, ...]:
    """Values that a branch accepts: every choice, both ends of a range."""
    values = accepts.values
    if isinstance(values, Choices):
        return values.values
    if isinstance(values, Range):
        return tuple(bound for bound in (values.low, values.high) if isinstance(bound, int | float))
    return ()


def outside(accepts: Accepts) -> tuple[Any, ...]:
    """Values just outside a range."""
    values = accepts.values
    if not isinstance(values, Range):
        return ()
    low = (values.low - 1,) if isinstance(values.low, int | float) else ()
    high = (values.high + 1,) if isinstance(values.high, int | float) else ()
    return (*low, *high)
