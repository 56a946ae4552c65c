"""Which facts about counting would bring estimates nearest to what the API counted."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from registry.catalogue import bundled
from registry.diagnostics import NoPrice, UnknownModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from estimating.pairs import Pair

OFFSETS = (-32, -16, -8, -4, -2, -1, 1, 2, 4, 8, 16, 32)
ODD = 0.5
"""Errors count up to here: odd recordings should not weigh."""


def fit(pairs: list[Pair]) -> Iterator[str]:
    """By family, the numbers that would bring the estimates nearest."""
    groups: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        groups[pair.family()].append(pair)
    for family, members in sorted(groups.items()):
        lines = [bundled().line(bundled().resolve(name).id) or {} for name in {pair.body["model"] for pair in members}]
        for name, mode in sorted({key for line in lines for key in numbers(line.get("tokens", {}))}):
            before = off(members)
            tried = [by for by in OFFSETS if by > 0 or allowed(lines, name, mode, by)]
            best, change = min(
                ((off(members, shifted(lines, name, mode, by)), by) for by in tried), default=(before, 0)
            )
            if best < before:
                yield f"{family}: {name}{f' ({mode})' if mode else ''} {change:+}: {before:.3f} → {best:.3f}"


def numbers(tokens: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The names of the numbers that a format has, and the endpoints that they are for."""
    for name, known in tokens.items():
        if isinstance(known, int):
            yield name, ""
        elif isinstance(known, dict) and {"chat", "responses"} & set(known):
            yield from ((name, mode) for mode in known)


def allowed(lines: list[dict[str, Any]], name: str, mode: str, by: int) -> bool:
    """Whether a number stays one of tokens."""
    held = [line.get("tokens", {}).get(name) for line in lines]
    return all((known.get(mode, 0) if isinstance(known, dict) else known or 0) + by >= 0 for known in held)


def shifted(lines: list[dict[str, Any]], name: str, mode: str, by: int) -> Callable[[int], None]:
    """What changes a number of several models, and back again."""

    def shift(sign: int) -> None:
        for line in lines:
            holder, key = (line["tokens"], name) if not mode else (line["tokens"].get(name), mode)
            if isinstance(holder, dict) and isinstance(holder.get(key), int):
                holder[key] += by * sign

    return shift


def off(pairs: list[Pair], shift: Callable[[int], None] | None = None) -> float:
    """How far off estimates are on average, the mean of errors cut at one half: odd recordings should not weigh."""
    if shift:
        shift(+1)
    errors = []
    for pair in pairs:
        try:
            guess = pair.estimate().input_tokens.expected
        except (NoPrice, UnknownModel):
            continue
        errors.append(min(abs(guess - pair.sent) / max(pair.sent, 1), ODD))
    if shift:
        shift(-1)
    return sum(errors) / max(len(errors), 1)
