"""Callers repeat themselves: the same keys in the same order, of the same types. What is repeated often is unrolled.

What is unrolled (`unrolled.py`) says whether a body is surely fine; whatever it does not pass is judged by the loop.
"""

from __future__ import annotations

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

SEEN = 512
"""Lists of keys counted, which may become habits; all of keys that the shape knows."""


def habitual(check: Check, fields: Fields) -> Check:
    """A check of an object's fields that goes quicker about what it has seen often."""
    habits: dict[tuple[str, ...], Fine] = {}
    seen: dict[tuple[str, ...], int] = {}
    latest: tuple[list[str], Fine] = [], _never

    def habit(value: dict[str, Any], body: object) -> list[Problem] | None:
        nonlocal latest
        listed = [*value]
        known, fine = latest  # both at once, whatever other threads do
        if listed != known:
            keys = tuple(listed)
            if keys not in habits:
                return unfamiliar(keys, value, body)
            fine = habits[keys]
            latest = listed, fine
        return None if fine(value, body) else check(value, body)

    def unfamiliar(keys: tuple[str, ...], value: dict[str, Any], body: object) -> list[Problem] | None:
        found = check(value, body)
        times = seen.get(keys, 0)
        if found or not keys or len(habits) >= MOST or not (times or fields.specs.keys() >= value.keys()):
            return found
        if len(seen) >= SEEN:
            seen.clear()
        seen[keys] = times + 1
        if times >= OFTEN:
            from registry.shape.unrolled import unrolled  # few programs judge so many bodies

            habits[keys] = unrolled(fields, value)
        return None

    return habit


def _never(value: object, body: object) -> bool:
    del value, body
    return False
