"""Callers repeat themselves: the same keys in the same order, of the same types. What is repeated often is unrolled.

The loop over an object's fields becomes one expression, made of positions and tests and of nothing that a caller wrote.
It says whether a value is surely fine; whatever it does not pass is judged by the loop.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, TypeAlias

    from registry.diagnostics import Problem
    from registry.shape.plan import Check
    from registry.shape.table import Fields, Table

    Fine: TypeAlias = Callable[[Any, Any], bool]
    """Whether a value (in its body) is surely fine."""

OFTEN = 500
"""Sightings after which a habit is unrolled: by then the loop has cost about as much as that does."""

MOST = 64
"""Habits kept of one object."""

SEEN = 512
"""Lists of keys counted, which may become habits; all of keys that the shape knows."""

TWINS: dict[type, type] = {int: float, float: int}
"""Types that stand for the same numbers."""


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
            habits[keys] = unrolled(fields, value)
        return None

    return habit


def _never(value: object, body: object) -> bool:
    del value, body
    return False


def unrolled(fields: Fields, value: dict[str, Any]) -> Fine:
    """The test of objects with the keys of this one, which is fine, and values of the same types."""
    named: dict[str, Any] = {}
    tests = list(_tests(fields, value, named))
    variables = "".join(f"v{at}, " for at in range(len(value)))
    source = f"def fine(value, body):\n {variables}= [*value.values()]\n return {' and '.join(tests)}"
    exec(source, named)  # noqa: S102 - of our own words alone
    fine: Fine = named["fine"]
    return fine


def _tests(fields: Fields, value: dict[str, Any], named: dict[str, Any]) -> Iterator[str]:
    """Expressions that are true of a fine value; `named` is given what their names stand for."""
    for at, due in enumerate(due for key, _, due in fields.required if key not in value):
        named[f"due{at}"] = due
        yield f"not due{at}(body)"
    for at, (key, item) in enumerate(value.items()):
        kind = type(item)
        table = fields[key]
        left, quick = table[kind], table.quick.get(kind)
        named[f"k{at}"] = kind
        same = f"type(v{at}) is k{at}"
        twin = TWINS.get(kind)
        if twin is not None and quick is not None and quick.alike(table.quick.get(twin)):
            named[f"t{at}"] = twin
            same = f"({same} or type(v{at}) is t{at})"
        yield same
        if quick is not None:
            yield from quick.source(f"v{at}", named)
        elif left is not None:
            named[f"left{at}"] = left
            bare = _bare(at, table, named) if kind is dict else ""
            yield f"({bare}not left{at}(v{at}, body))"


def _bare(at: int, table: Table, named: dict[str, Any]) -> str:
    """The case of an object that is a tag and nothing else: `{"type": "text"}`."""
    if table.tagged is None:
        return ""
    named[f"by{at}"], named[f"bare{at}"] = table.tagged.by, table.tagged.bare
    return f"len(v{at}) == 1 and type(tag := v{at}.get(by{at})) is str and tag in bare{at} or "
