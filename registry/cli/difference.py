"""How one generated file differs from another: by model and key where it is a catalogue."""

from __future__ import annotations

import json
from itertools import islice
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SHOWN = 40
"""Lines before a difference is cut."""

WIDTH = 100
"""Characters of a value before it is cut."""

CATALOGUE = b'{"catalogue":'
KINDS = ("id", "shape", "catalogue")


def difference(old: bytes, new: bytes) -> list[str]:
    """Lines that say how a file differs, in the manner of a unified diff; cut where it is long."""
    changes = _by_model(old, new) if new.startswith(CATALOGUE) and old.startswith(CATALOGUE) else _by_line(old, new)
    lines = list(islice(changes, SHOWN + 1))
    return [*lines[:SHOWN], "…"] if len(lines) > SHOWN else lines


def _by_line(old: bytes, new: bytes) -> Iterator[str]:
    from difflib import unified_diff

    before, after = (text.decode(errors="replace").splitlines() for text in (old, new))
    yield from (line[:WIDTH] for line in islice(unified_diff(before, after, "old", "new", lineterm="", n=0), 2, None))


def _by_model(old: bytes, new: bytes) -> Iterator[str]:
    before, after = _lines(old), _lines(new)
    changed = [key for key in {**before, **after} if _spelled(before, key) != _spelled(after, key)]
    for key in changed:
        yield f"@@ {key} @@"
        if key in before and key in after:
            yield from _by_key(before[key], after[key])
        else:
            yield "+ new" if key in after else "- gone"
    if not changed:
        yield "the same facts, in another order or spelling"


def _by_key(before: Mapping[str, Any], after: Mapping[str, Any], place: str = "") -> Iterator[str]:
    for key in {**before, **after}:
        if _spelled(before, key) == _spelled(after, key):
            continue
        if isinstance(before.get(key), dict) and isinstance(after.get(key), dict):
            yield from _by_key(before[key], after[key], f"{place}{key}.")
            continue
        for sign, side in (("-", before), ("+", after)):
            if key in side:
                yield f"{sign} {place}{key}: {_cut(json.dumps(side[key]))}"


def _spelled(side: Mapping[str, Any], key: str) -> str | None:
    """A value as it can be compared: for Python 1 is True, for JSON it is not."""
    return json.dumps(side[key], sort_keys=True) if key in side else None


def _cut(text: str) -> str:
    return text if len(text) <= WIDTH else f"{text[:WIDTH]}…"


def _lines(data: bytes) -> dict[str, Any]:
    """The lines of a catalogue by what they are about; a broken one is about its text."""
    found: dict[str, Any] = {}
    for line in data.decode(errors="replace").splitlines():
        try:
            value = json.loads(line)
        except ValueError:
            value = {}
        kind = next((kind for kind in KINDS if isinstance(value, dict) and kind in value), None)
        name = "header" if kind == "catalogue" else f"{value[kind]}" if kind else line[:WIDTH]
        found[name if kind != "shape" else f"shape {name}"] = value
    return found
