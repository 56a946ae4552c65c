"""The quickest checks of a scalar whose type is known: what nearly every value passes is one closure.

A value that fails a quick test may still be fine; it is judged in full.
"""

from __future__ import annotations

from registry.domain import Choices, Range, Word, is_number

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable, Iterator
    from typing import Any, TypeAlias

    from registry.domain import Values
    from registry.shape.plan import Check
    from registry.shape.table import Left

    Guard: TypeAlias = Callable[[Any], bool]

UNBOUNDED = float("inf")
SHORT = 2**20
"""The length under which a text is one of many; what is longer is looked at by itself."""
LONGEST = 2**30 - 1
"""The length from which on a value is no longer tested quickly."""


class Quick:
    """What is quickly tested about values of one type: the choices or bounds that they are in, their length, form."""

    __slots__ = ("choices", "high", "longest", "low", "pattern", "shortest")

    def __init__(
        self, kind: type, sets: Iterable[Values], size: Values | None, pattern: re.Pattern[str] | None
    ) -> None:
        listed = [of_kind(kind, values.values) for values in sets if isinstance(values, Choices)]
        self.choices = frozenset.intersection(*listed) if listed else None
        self.low, self.high = _bounds([values for values in sets if isinstance(values, Range)], kind)
        low, high = _bounds([size] if isinstance(size, Range) and kind in SIZED else [], int)
        # Comparing small integers is quickest; what is longer is judged in full.
        self.shortest, self.longest = int(max(low, 0)), int(min(high, LONGEST))
        self.pattern = pattern if kind is str else None

    @property
    def bounded(self) -> bool:
        """Whether numbers have bounds."""
        return (self.low, self.high) != (-UNBOUNDED, UNBOUNDED)

    @property
    def liberal(self) -> bool:
        """Whether it passes every text that is shorter than `SHORT`."""
        free = self.choices is None and self.pattern is None and not self.bounded
        return free and self.shortest == 0 and self.longest >= SHORT

    @property
    def sized(self) -> bool:
        """Whether lengths have bounds."""
        return (self.shortest, self.longest) != (0, LONGEST)

    def left(self, judge: Check) -> Left:
        """What is left to check about a value that nobody else is asked about."""
        choices, low, high = self.choices, self.low, self.high
        shortest, longest, pattern = self.shortest, self.longest, self.pattern
        asked = [choices is not None, self.bounded, self.sized, pattern is not None]
        if not any(asked):
            return None
        if asked == [True, False, False, False]:
            return lambda value, body: None if value in choices else judge(value, body)  # type: ignore[operator]
        if asked == [False, True, False, False]:
            return lambda value, body: None if low <= value <= high else judge(value, body)
        if asked == [False, False, True, False]:
            return lambda value, body: None if shortest <= len(value) <= longest else judge(value, body)
        passes = self.guard()
        return lambda value, body: None if passes(value) else judge(value, body)

    def alike(self, other: Quick | None) -> bool:
        """Whether another one tests the same."""
        return other is not None and all(getattr(self, name) == getattr(other, name) for name in self.__slots__)

    def source(self, name: str, named: dict[str, Any]) -> Iterator[str]:
        """The test as expressions about a variable; `named` is given what their names stand for."""
        if self.choices is not None:
            named[f"{name}_choices"] = self.choices
            yield f"{name} in {name}_choices"
        if self.bounded:
            yield _between(self.low, name, self.high)
        if self.sized:
            yield _between(self.shortest, f"len({name})", self.longest)
        if self.pattern is not None:
            named[f"{name}_matches"] = self.pattern.fullmatch
            yield f"{name}_matches({name}) is not None"

    def within(self, inside: Check, judge: Check) -> Check:
        """What is left to check about an object or array: its length, and what is inside."""
        if not self.sized:
            return inside
        shortest, longest = self.shortest, self.longest
        return lambda value, body: inside(value, body) if shortest <= len(value) <= longest else judge(value, body)

    def guard(self) -> Guard:
        """The test alone, for values that something else is asked about too."""
        choices, low, high = self.choices, self.low, self.high
        shortest, longest, pattern = self.shortest, self.longest, self.pattern
        bounded, sized = self.bounded, self.sized
        if choices is None and not sized and pattern is None:
            return (lambda value: low <= value <= high) if bounded else lambda _: True

        def passes(value: Any) -> bool:  # noqa: ANN401 - JSON
            return (
                (choices is None or value in choices)
                and (not bounded or low <= value <= high)
                and (not sized or shortest <= len(value) <= longest)
                and (pattern is None or pattern.fullmatch(value) is not None)
            )

        return passes


def _between(low: float, name: str, high: float) -> str:
    above = "" if low == -UNBOUNDED else f"{low!r} <= "
    below = "" if high in (UNBOUNDED, LONGEST) else f" <= {high!r}"
    return f"{above}{name}{below}"


SIZED = (str, list, dict)
NUMBERS = (int, float)


def quick(kind: type, sets: Iterable[Values], size: Values | None, pattern: re.Pattern[str] | None) -> Quick | None:
    """What can be tested quickly about values of a type; None when a value that passes might still not be fine."""
    sets = [values for values in sets if not (isinstance(values, Word) and values.word == "anything")]
    if any(isinstance(values, Word) or (isinstance(values, Range) and kind not in NUMBERS) for values in sets):
        return None
    if (sets and kind in (dict, list)) or not isinstance(size, Range | None):
        return None
    return Quick(kind, sets, size, pattern)


def of_kind(kind: type, choices: Iterable[object]) -> frozenset[object]:
    """The choices that a value of a type can be: `True` is never `1`, though they are equal."""
    numeric = kind in NUMBERS
    return frozenset(choice for choice in choices if (is_number(choice) if numeric else type(choice) is kind))


def _bounds(ranges: Iterable[Range], kind: type) -> tuple[float, float]:
    lows, highs = [-UNBOUNDED], [UNBOUNDED]
    for values in ranges:
        lows += [_exact(values.low, kind)] if isinstance(values.low, int | float) else []
        highs += [_exact(values.high, kind)] if isinstance(values.high, int | float) else []
    return max(lows), min(highs)


def _exact(bound: float, kind: type) -> float:
    """A bound as the type that it is compared with, which is quicker, where that is the same number."""
    return kind(bound) if kind(bound) == bound else bound
