"""Callers repeat themselves: the same keys with values of the same types. What is repeated often is unrolled.

What is unrolled (`unrolled.py`) says whether a body is surely fine; whatever it does not pass is judged by the loop.
"""

from __future__ import annotations

from registry.shape.table import nothing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from registry.diagnostics import Problem
    from registry.shape.plan import Check
    from registry.shape.table import Fields
    from registry.shape.unrolled import Fine

OFTEN = 500
"""Sightings after which a habit is unrolled: by then the loop has cost about as much as that does."""

MOST = 64
"""Habits kept of one object."""

NONE = -1
"""The length of no body."""

SEEN = 512
"""Sets of keys counted, which may become habits; all of keys that the shape knows."""


def habitual(check: Check, fields: Fields) -> Check:
    """A check of a body's fields that goes quicker about what it has seen often."""
    habits: dict[frozenset[str], Fine] = {}
    lengths: set[int] = set()
    seen: dict[frozenset[str], int] = {}
    latest: tuple[int, Fine] = NONE, nothing

    def habit(value: dict[str, Any], body: object) -> list[Problem] | None:
        length, fine = latest  # both at once, whatever other threads do
        said = fine(value, body) if len(value) == length else None
        if said:
            return None
        return other(value, body) if said is None else check(value, body)

    def other(value: dict[str, Any], body: object) -> list[Problem] | None:
        nonlocal latest
        length = len(value)
        fine = habits.get(frozenset(value)) if length in lengths else None
        if fine is None:
            return unfamiliar(value, body)
        latest = length, fine
        return None if fine(value, body) else check(value, body)

    def unfamiliar(value: dict[str, Any], body: object) -> list[Problem] | None:
        found = check(value, body)
        if found or not value or len(habits) >= MOST:
            return found
        keys = frozenset(value)
        times = seen.get(keys, 0)
        if not times and not fields.specs.keys() >= keys:
            return None
        if len(seen) >= SEEN:
            seen.clear()
        seen[keys] = times + 1
        if times >= OFTEN and all(type(key) is str for key in value):
            from registry.shape.unrolled import unrolled  # few programs judge so many bodies

            habits[keys] = unrolled(fields, value)
            lengths.add(len(keys))
        return None

    return habit
