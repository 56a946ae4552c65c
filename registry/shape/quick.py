"""The quickest checks: what nearly every value passes is one closure, written out for its case.

A value that fails a quick test may still be fine; it is judged in full. Hence exact types, which cost least to ask.
"""

from __future__ import annotations

from registry.domain import Choices, Range, Word

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence
    from typing import Any, TypeAlias

    from registry.domain import Values
    from registry.shape.plan import Check

    Guard: TypeAlias = Callable[[Any], bool]

EXACT: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "object": (dict,),
    "array": (list,),
}
"""The one or two Python types that a JSON type nearly always comes as."""

UNBOUNDED = float("inf")


class Quick:
    """What is quickly tested about a value: its exact types, the choices or bounds it is in, its length, its form."""

    __slots__ = ("choices", "high", "longest", "low", "pattern", "shortest", "types")

    def __init__(
        self,
        types: tuple[type, ...],
        sets: Sequence[Values],
        size: Values | None,
        pattern: re.Pattern[str] | None,
    ) -> None:
        self.types = types
        choices = [frozenset(values.values) for values in sets if isinstance(values, Choices)]
        self.choices = frozenset.intersection(*choices) if choices else None
        self.low, self.high = _bounds(sets)
        self.shortest, self.longest = _bounds([size] if size else [])
        self.pattern = pattern

    def guard(self) -> Guard:
        """The test alone, for values that something else is asked about too."""
        types, choices, low, high = self.types, self.choices, self.low, self.high
        shortest, longest, pattern = self.shortest, self.longest, self.pattern
        sized = (shortest, longest) != (-UNBOUNDED, UNBOUNDED)
        numeric = types[0] is int

        def passes(value: Any) -> bool:  # noqa: ANN401 - JSON
            return (
                type(value) in types
                and (choices is None or value in choices)
                and (not numeric or low <= value <= high)
                and (not sized or shortest <= len(value) <= longest)
                and (pattern is None or pattern.fullmatch(value) is not None)
            )

        return passes

    def scalar(self, judge: Check) -> Check:
        """A check of a value with nothing inside and nobody else to ask."""
        kind, low, high = self.types[0], self.low, self.high
        if self._unsized():
            choices = self.choices
            if kind is int and choices is None:
                types = self.types
                return lambda value, body: None if type(value) in types and low <= value <= high else judge(value, body)
            if choices is None:
                return lambda value, body: None if type(value) is kind else judge(value, body)
            if kind is not int:
                return lambda value, body: None if type(value) is kind and value in choices else judge(value, body)
        passes = self.guard()
        return lambda value, body: None if passes(value) else judge(value, body)

    def container(self, inside: Check, judge: Check) -> Check:
        """A check of an object or array with nobody else to ask; what is inside asks for the type itself."""
        kind, shortest, longest = self.types[0], self.shortest, self.longest
        if self._unsized():
            return inside

        def check(value: Any, body: object) -> list[Any] | None:  # noqa: ANN401 - JSON
            if type(value) is kind and shortest <= len(value) <= longest:  # type: ignore[arg-type]
                return inside(value, body)
            return judge(value, body)

        return check

    def _unsized(self) -> bool:
        return self.pattern is None and (self.shortest, self.longest) == (-UNBOUNDED, UNBOUNDED)


def quick(
    types: tuple[str, ...], sets: Sequence[Values], size: Values | None, pattern: re.Pattern[str] | None
) -> Quick | None:
    """What can be tested quickly about a node; None when that would not be the whole truth about a fine value."""
    sets = [values for values in sets if not (isinstance(values, Word) and values.word == "anything")]
    if len(types) != 1 or types[0] not in EXACT or any(isinstance(values, Word) for values in sets):
        return None
    numeric = types[0] in ("integer", "number")
    if not numeric and any(isinstance(values, Range) for values in sets):
        return None
    if types[0] in ("object", "array") and (sets or pattern is not None):
        return None
    return Quick(EXACT[types[0]], sets, size, pattern)


def _bounds(sets: Sequence[Values]) -> tuple[float, float]:
    lows, highs = [-UNBOUNDED], [UNBOUNDED]
    for values in sets:
        if isinstance(values, Range):
            lows += [values.low] if isinstance(values.low, int | float) else []
            highs += [values.high] if isinstance(values.high, int | float) else []
    return max(lows), min(highs)
