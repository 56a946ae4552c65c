"""Days, in ISO form: today, a caller's own, and what of a dated list is in force on one."""

from __future__ import annotations

import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from typing import Any, TypeAlias

    Day: TypeAlias = str | date
    """A day, or its ISO form."""

SECONDS_KEPT = 60
MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
ISO_DAY = len("2026-01-31")

_minute: tuple[float, float, str] = (0.0, 0.0, "")
"""From when to when which day it is: the machine's clock is asked again every minute."""


def today() -> str:
    """Today by the machine's clock, in ISO form."""
    global _minute  # noqa: PLW0603 - a cache of one
    now = time.time()
    start, end, day = _minute
    if start <= now < end:
        return day
    start = now - now % SECONDS_KEPT
    day = time.strftime("%Y-%m-%d", time.localtime(now))
    _minute = start, start + SECONDS_KEPT, day
    return day


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= len(MONTHS) and 1 <= day <= MONTHS[month - 1]


def day_of(on: Day | None) -> str:
    """A day in ISO form; today when there is none. Raises ValueError when it is no day."""
    if on is None:
        return today()
    text = on if isinstance(on, str) else on.isoformat()[:ISO_DAY]
    year, month, day = text[:4], text[5:7], text[8:]
    digits = (year + month + day).isascii() and (year + month + day).isdigit()
    if len(text) != ISO_DAY or text[4] + text[7] != "--" or not digits or not _is_day(int(month), int(day)):
        raise ValueError(f"on={on!r}: a day is written 2026-01-31")
    return text


def in_force(entries: object, on: str) -> Any:  # noqa: ANN401 - JSON
    """The entry of a dated list that is in force on a day (ISO), or what was written when it is no dated list.

    None before the first dated entry: nobody said what held then.
    """
    if not isinstance(entries, list) or not entries or not isinstance(entries[0], dict):
        return entries
    started = [entry for entry in entries if entry.get("from", "") <= on]
    return started[-1] if started else None


def dates(line: Mapping[str, Any]) -> tuple[str, ...]:
    """The days on which a fact about the requests of a model (its compiled line) changes, sorted."""
    lists = [*line.get("params", {}).values(), line.get("current")]
    return tuple(
        sorted(
            {
                entry["from"]
                for entries in lists
                if isinstance(entries, list)
                for entry in entries
                if isinstance(entry, dict) and "from" in entry
            },
        ),
    )
