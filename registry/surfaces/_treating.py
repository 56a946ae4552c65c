"""What a surface does to the arguments for a model, as its facts say: moves, drops, additions, another endpoint."""

from __future__ import annotations

from fnmatch import fnmatchcase

from registry.domain import NEVER, parse
from registry.surfaces._draft import EXTRA
from registry.surfaces._table import about
from registry.surfaces._wire import Note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.surfaces._draft import Draft


def treat(draft: Draft, *, stays: bool = True) -> None:
    """Do what the surface does for this model; `stays`: the request goes to this endpoint, not to another."""
    for treatment in _treatments(draft, stays=stays):
        for old, new in (treatment.get("moves") or {}).items():
            draft.move(old, new)
        for key, why in (treatment.get("drops") or {}).items():
            if key in draft.body:
                draft.drop(draft.back((key,)), draft.body.pop(key), str(why), "kept")
        _judge(draft, treatment)
        for key, inner in (treatment.get("flattens") or {}).items():
            _flatten(draft, key, inner)
        for key, known in (treatment.get("trims") or {}).items():
            _trim(draft, key, known)
        _fill(draft, treatment)


def roles(draft: Draft, *, stays: bool = True) -> dict[str, str]:
    """Roles of messages that are sent as another."""
    found: dict[str, str] = {}
    for treatment in _treatments(draft, stays=stays):
        found |= treatment.get("roles") or {}
    return found


def bridge(draft: Draft, chosen: str | None = None) -> str | None:
    """The other endpoint that a request goes to; None when it stays. `chosen` is one that a prefix names."""
    for one in draft.table.call(draft.mode).get("bridges") or ():
        to = str(one["to"])
        if to == chosen or (about(one, draft.name) and _leads(draft, one, to) and _carries(draft, one)):
            return to
    return None


def _leads(draft: Draft, one: Mapping[str, Any], to: str) -> bool:
    """Whether a bridge is there for a model that is written like this, and for the server that is asked."""
    known = draft.model.modes if draft.model else None
    lacks = known and draft.mode not in known and to in known
    there = not one.get("at") or not draft.host or any(fnmatchcase(draft.host, pattern) for pattern in one["at"])
    return bool(there and (lacks or not one.get("lacking")) and (draft.bare or not one.get("bare")))


def _carries(draft: Draft, one: Mapping[str, Any]) -> bool:
    asking = draft.asking()
    wanted, excused = one.get("carrying"), one.get("unless")
    return (not wanted or asking.holds(wanted)) and not (excused and asking.holds(excused))


def _treatments(draft: Draft, *, stays: bool) -> Iterator[Mapping[str, Any]]:
    for treatment in draft.table.treatments(draft.mode, draft.name):
        if (
            treatment.get("known") in (None, draft.model is not None)
            and (stays or not treatment.get("here"))
            and _carries(draft, treatment)
        ):
            yield treatment


def _judge(draft: Draft, treatment: Mapping[str, Any]) -> None:
    """Refuse what is not let through. A parameter that never is goes with the argument around it."""
    asking = draft.asking()
    for parameter, values in (treatment.get("bars") or {}).items():
        for path, value in asking.given(parameter):
            if isinstance(value, str) and value in values:
                draft.refuse(path[:1] if path[0] == parameter else path, value)
    for parameter, entry in (treatment.get("lets") or {}).items():
        never = entry == str(NEVER)
        if never and parameter in draft.allowed:
            continue
        for path, value in asking.given(parameter):
            if path[0] in draft.body and not asking.lets(entry).values.accepts(value):
                draft.refuse(path[:1] if never else path, value)


def _flatten(draft: Draft, key: str, inner: str) -> None:
    """Send one value of an argument that is an object; one without that value goes as it is."""
    given = draft.body.get(key)
    if not isinstance(given, dict) or given.get(inner) is None:
        return
    road, who = draft.back((key,)), draft.table.surface
    for other, value in given.items():
        if other != inner and value is not None:
            draft.drop((*road, other), value, f"{who} sends the {inner} alone", "unsupported")
    draft.body[key] = given[inner]
    draft.roads[-1][key,] = (*road, inner)


def _trim(draft: Draft, key: str, known: Mapping[str, Any]) -> None:
    """Send the known keys of an argument that is an object; what comes in `extra_body` goes as it is."""
    road = draft.back((key,))
    if key not in draft.body or road[0] == EXTRA:
        return
    given = draft.body[key]
    inner = given if isinstance(given, dict) else {}
    sent = {name: value for name, value in inner.items() if name in known and parse(known[name]).accepts(value)}
    why = f"{draft.table.surface} sends no such key from here"
    if sent:
        draft.body[key] = sent
        for name in inner.keys() - sent.keys():
            draft.drop((*road, name), inner[name], why, "unknown")
    else:
        draft.remove((key,))
        draft.drop(road, given, why, "unknown")


def _fill(draft: Draft, treatment: Mapping[str, Any]) -> None:
    """Add what is sent when it is not given, and raise what is too small."""
    who = draft.table.surface
    for key, value in (treatment.get("adds") or {}).items():
        if key not in draft.body:
            draft.body[key] = value
            draft.notes.append(Note("added", f"{who} sends {key} when it is not given", (key,)))
    for key, least in (treatment.get("least") or {}).items():
        given = draft.body.get(key)
        if isinstance(given, int) and not isinstance(given, bool) and given < least:
            draft.body[key] = least
            draft.notes.append(Note("added", f"{who} raises it to {least}", draft.back((key,))))
