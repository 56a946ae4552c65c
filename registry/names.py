"""Any spelling of a model's name → the id to look up, the endpoint it chooses, and how we know.

Spellings are declared in the catalogue (`names:`), by exact prefix; nothing is guessed from how a name begins.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

FINE_TUNE_SEPARATOR = ":"
LONGEST_NAME = 200
"""Characters of the longest name worth comparing with ids, or remembering."""

KEPT = 256
"""Answers kept about what a name is like."""

ROUNDED = 1e-9
"""More than rounding takes from a ratio."""


class Spelling:
    """One reading of a name: the id it would be in the catalogue, and what its spelling says beside that."""

    __slots__ = ("fine_tune", "id", "mode", "note", "prefix", "source", "surface")

    def __init__(
        self,
        id: str,  # noqa: A002 - the field's word
        *,
        prefix: str = "",
        mode: str | None = None,
        surface: str | None = None,
        fine_tune: bool = False,
        source: str | None = None,
        note: str | None = None,
    ) -> None:
        self.id = id
        self.prefix = prefix
        self.mode = mode
        """The endpoint that the prefix chooses."""
        self.surface = surface
        """The caller's spelling that the prefix belongs to; None when the provider itself takes it."""
        self.fine_tune = fine_tune
        self.source = source
        self.note = note

    def __repr__(self) -> str:
        return f"<{self.prefix}|{self.id}>"


class Resolution:
    """What a name stands for: the catalogue's id, the endpoint that it chooses, and how we know."""

    __slots__ = ("fine_tune", "how", "id", "mode", "name", "surface")

    def __init__(self, name: str, id: str, how: Sequence[str], spelling: Spelling) -> None:  # noqa: A002 - the field's word
        self.name = name
        self.id = id
        self.how = tuple(how)
        self.mode = spelling.mode
        self.surface = spelling.surface
        self.fine_tune = spelling.fine_tune

    def bound(self, name: str, deployment: Mapping[str, Any]) -> Resolution:
        """This, by the private name of a deployment."""
        spelling = Spelling(self.id, mode=deployment.get("mode") or self.mode, fine_tune=self.fine_tune)
        served = f", served by {deployment['provider']}" if deployment.get("provider") else ""
        return Resolution(name, self.id, (f"{name} is a deployment of {deployment['is']}{served}", *self.how), spelling)

    def as_dict(self) -> dict[str, object]:
        """JSON-ready."""
        return {key: getattr(self, key) for key in ("name", "id", "mode", "surface", "fine_tune", "how")}

    def __repr__(self) -> str:
        return f"<{self.name} is {self.id}>"


def readings(name: str, rules: Iterable[Mapping[str, Any]]) -> Iterator[Spelling]:
    """Every reading of a name by the declared rules, the plain one first, then the longest prefix first."""
    yield Spelling(name)
    rules = list(rules)
    found = [rule for rule in rules if name.startswith(rule["prefix"]) and name != rule["prefix"]]
    for rule in sorted(found, key=lambda rule: -len(rule["prefix"])):
        rest = name[len(rule["prefix"]) :]
        if rule.get("fine_tune"):
            yield Spelling(
                rest.split(FINE_TUNE_SEPARATOR)[0],
                prefix=rule["prefix"],
                fine_tune=True,
                source=rule.get("source"),
                note=rule.get("note"),
            )
            continue
        for inner in readings(rest, [other for other in rules if other.get("fine_tune")]):
            yield Spelling(
                inner.id,
                prefix=rule["prefix"] + inner.prefix,
                mode=rule.get("mode"),
                surface=rule.get("surface"),
                fine_tune=inner.fine_tune,
                source=rule.get("source"),
                note=rule.get("note"),
            )


def close(name: str, ids: Iterable[str], most: int = 3, cutoff: float = 0.75) -> tuple[str, ...]:
    """The ids most like a name, the best first. What was asked lately is not asked again: mistakes are repeated."""
    if len(name) > LONGEST_NAME:
        return ()
    asked = name, tuple(ids), most, cutoff
    found = _asked.get(asked)
    if found is None:
        if len(_asked) >= KEPT:
            _asked.clear()
        found = _asked[asked] = _close(*asked)
    return found


_asked: dict[tuple[str, tuple[str, ...], int, float], tuple[str, ...]] = {}
"""The answers kept."""


def _close(name: str, ids: Sequence[str], most: int, cutoff: float) -> tuple[str, ...]:
    """Imports difflib, where one may be like it: for mistakes only."""
    word, spelled = name.strip().lower(), {id_.lower(): id_ for id_ in ids}
    likely = _perhaps_close(word, spelled, cutoff)
    if not likely:
        return ()
    import difflib  # 13 ms that only a mistake should cost

    found = difflib.get_close_matches(word, likely, n=most, cutoff=cutoff)
    return tuple(spelled[match] for match in found)


def _perhaps_close(word: str, others: Iterable[str], cutoff: float) -> list[str]:
    """Those of other words that difflib may find alike: by their length, and by the letters that they lack.

    To difflib, twice the letters that two words share are at least so great a part of all their letters.
    """
    part = cutoff - ROUNDED
    size, letters = len(word), frozenset(word)
    least, most = size * part / (2 - part), size * (2 - part) / part
    return [
        other
        for other in others
        if least <= len(other) <= most and 2 * (size - len(letters.difference(other))) >= part * (size + len(other))
    ]
