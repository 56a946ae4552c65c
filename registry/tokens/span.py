"""A number that is not known exactly: the least it can be, what to expect, the most it can be."""

from __future__ import annotations


class Span:
    """Whole numbers: `least` ≤ `expected` ≤ `most`."""

    __slots__ = ("expected", "least", "most")

    def __init__(self, least: int, expected: int, most: int) -> None:
        self.least = least
        self.expected = max(least, expected)
        self.most = max(self.expected, most)

    @classmethod
    def of(cls, number: int) -> Span:
        """A number that is known."""
        return cls(number, number, number)

    def around(self, percent: int, slack: int = 0) -> Span:
        """The same, known to a percentage and some on top, rounded outwards."""
        return Span(
            max(self.least * (100 - percent) // 100 - slack, min(self.least, 1)),
            self.expected,
            -(-self.most * (100 + percent) // 100) + slack,
        )

    def __add__(self, other: Span) -> Span:
        return Span(self.least + other.least, self.expected + other.expected, self.most + other.most)

    def __mul__(self, times: int) -> Span:
        return Span(self.least * times, self.expected * times, self.most * times)

    def __bool__(self) -> bool:
        return self.most > 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Span) and self.as_dict() == other.as_dict()

    def __hash__(self) -> int:
        return hash((self.least, self.expected, self.most))

    def as_dict(self) -> dict[str, int]:
        """JSON-ready."""
        return {"least": self.least, "expected": self.expected, "most": self.most}

    def __str__(self) -> str:
        if self.least == self.most:
            return f"{self.expected:,}"
        return f"{self.least:,} to {self.most:,}, about {self.expected:,}"

    def __repr__(self) -> str:
        return f"<{self}>"


NOTHING = Span.of(0)
