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
        keys = frozenset(value)
        fine = habits.get(keys)
        if fine is None:
            return unfamiliar(keys, value, body)
        latest = len(keys), fine
        return None if fine(value, body) else check(value, body)

    def unfamiliar(keys: frozenset[str], value: dict[str, Any], body: object) -> list[Problem] | None:
        found = check(value, body)
        times = seen.get(keys, 0)
        if found or not keys or len(habits) >= MOST or not (times or fields.specs.keys() >= keys):
            return found
        if len(seen) >= SEEN:
            seen.clear()
        seen[keys] = times + 1
        if times >= OFTEN:
            from registry.shape.unrolled import unrolled  # few programs judge so many bodies

            habits[keys] = unrolled(fields, value)
        return None

    return habit
