"""A committed list of differences that are explained: why ours stands, on what evidence, until when.

An entry names what it explains by patterns (`*` as in file names); one that explains nothing is told, so that the list
can only shrink to what is still so.
"""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

PATTERNS = ("peer", "model", "field")
VALUES = ("theirs", "ours")
WORDS = {*PATTERNS, *VALUES, "why", "evidence", "until"}
NEEDED = {"model", "field", "why", "evidence"}
DATED = {"until"}
"""What an entry of a list that has to be looked at again needs beside."""


class Difference(NamedTuple):
    """One field of one model on which somebody says something else."""

    peer: str
    model: str
    field: str
    theirs: Any
    ours: Any

    def __str__(self) -> str:
        return f"{self.peer:<12} {self.model:<34} {self.field:<34} theirs {spell(self.theirs)}, ours {spell(self.ours)}"


class Explanation:
    """An entry of the list, and how many differences it explained."""

    def __init__(self, entry: Mapping[str, Any]) -> None:
        self.entry = entry
        self.used = 0

    def covers(self, difference: Difference) -> bool:
        """Whether it speaks of this difference; `theirs` and `ours`, where given, are met by their spelling."""
        said = difference._asdict()
        by_name = all(matches(said[word], self.entry[word]) for word in PATTERNS if word in self.entry)
        return by_name and all(spell(said[word]) == spell(self.entry[word]) for word in VALUES if word in self.entry)

    def __str__(self) -> str:
        return " · ".join(f"{word}: {spell(self.entry[word])}" for word in (*PATTERNS, *VALUES) if word in self.entry)


class Explanations:
    """The list, as of a day."""

    def __init__(self, entries: Iterable[Mapping[str, Any]], on: str, *, dated: bool = False) -> None:
        self.all = [Explanation(entry) for entry in entries]
        needed = NEEDED | (DATED if dated else set())
        for one in self.all:
            if wrong := (needed - set(one.entry)) | (set(one.entry) - WORDS):
                raise ValueError(f"{one}: {', '.join(sorted(wrong))} is missing, or no word of this list")
        self.expired = [one for one in self.all if str(one.entry.get("until", "9999")) < on]

    @classmethod
    def load(cls, path: Path, on: str, *, dated: bool = False) -> Explanations:
        """The entries of a file. Raises ValueError for one that is not whole."""
        return cls(yaml.safe_load(path.read_text(encoding="utf-8")) or (), on, dated=dated)

    def explain(self, difference: Difference) -> Explanation | None:
        """The first entry in force that speaks of a difference."""
        for one in self.all:
            if one not in self.expired and one.covers(difference):
                one.used += 1
                return one
        return None

    @property
    def unused(self) -> list[Explanation]:
        """Entries that explained nothing."""
        return [one for one in self.all if not one.used and one not in self.expired]


def matches(word: str, patterns: str | list[str]) -> bool:
    """Whether a name meets one of some patterns."""
    return any(fnmatchcase(word, pattern) for pattern in ([patterns] if isinstance(patterns, str) else patterns))


def spell(value: object) -> str:
    """A value as the list and the reports write it."""
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(spell, value))}]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None:
        return "unknown"
    return format(value.normalize(), "f") if hasattr(value, "normalize") else str(value)
