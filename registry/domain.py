"""The notation for "which values": five forms and one conditional; parse, test, print, and print as a phrase.

`[a, b]` one of · `0..2` a range, ends included · `anything` · `ignored` · `never`. See `docs/guide/facts.md`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Protocol, TypeAlias

    Written: TypeAlias = str | Sequence[object]
    """A form as JSON and YAML carry it: a list of choices, `"0..2"`, or one of the three words."""

    class Lookup(Protocol):
        """A parameter's name → the values that a request carries for it (none: left out); None: nobody knows."""

        def __call__(self, name: str, *, defaults: bool = True) -> tuple[object, ...] | None:
            """With `defaults`, what is left out has the value that the server gives it."""


NUMBERS = (int, float)
SCALARS = (str, int, float)
"""The types of JSON's scalars, null apart; in a name, for a union of types is made anew at every question."""


class NotationError(ValueError):
    """What was written is none of the five forms."""


def same(one: object, other: object) -> bool:
    """Whether two JSON values are the same value: `1` is `1.0`, `True` is never `1`."""
    # Only scalars are compared: an array of some library's answers `==` with an array.
    scalar = one is None or isinstance(one, SCALARS)
    return scalar and one == other and isinstance(one, bool) == isinstance(other, bool)


def is_number(value: object) -> bool:
    """Whether this is a JSON number: an int or a float, never a bool."""
    return isinstance(value, NUMBERS) and not isinstance(value, bool)


def spell(value: object) -> str:
    """A scalar as JSON spells it, strings without quotes: `true`, `null`, `low`, `0.5`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else str(value)


def listed(words: Iterable[str], last: str = "or") -> str:
    """`a`, `a or b`, `a, b or c`: as people say it."""
    *head, tail = words
    return f"{', '.join(head)} {last} {tail}" if head else tail


class Values:
    """A set of values, written in one of the five forms."""

    __slots__ = ()

    def accepts(self, value: object) -> bool:
        """Whether the value is in the set. The value's JSON type is judged elsewhere."""
        raise NotImplementedError

    def phrase(self) -> str:
        """The set in words, fit for "accepts …"."""
        raise NotImplementedError

    def bind(self, limits: Mapping[str, int]) -> Values:
        """This set with the names of limits replaced by their numbers (a name without a number: no bound)."""
        del limits
        return self

    def written(self) -> Written:
        """The form as JSON and YAML carry it; `parse(values.written()) == values`."""
        return str(self)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))

    def __repr__(self) -> str:
        return f"<values {self}>"


class Choices(Values):
    """One of a few scalars."""

    __slots__ = ("_phrase", "values")

    def __init__(self, values: Iterable[object]) -> None:
        self.values = tuple(values)
        self._phrase: str | None = None

    def accepts(self, value: object) -> bool:
        return any(same(value, choice) for choice in self.values)

    def phrase(self) -> str:
        if self._phrase is None:
            self._phrase = listed([spell(value) for value in self.values]) if self.values else "nothing"
        return self._phrase

    def written(self) -> Written:
        return list(self.values)

    def __str__(self) -> str:
        return f"[{', '.join(spell(value) for value in self.values)}]"


class Range(Values):
    """Numbers between two bounds, both included; a bound may be open, or the name of a limit."""

    __slots__ = ("high", "limit", "low")

    def __init__(self, low: float | str | None, high: float | str | None, limit: str | None = None) -> None:
        self.low = low
        self.high = high
        self.limit = limit
        """The limit that a bound was named after, once bound."""

    def accepts(self, value: object) -> bool:
        if not isinstance(value, NUMBERS) or isinstance(value, bool):
            return False
        # Written so that NaN is outside: every comparison with it is false.
        above = not isinstance(self.low, NUMBERS) or value >= self.low
        return above and (not isinstance(self.high, NUMBERS) or value <= self.high)

    def bind(self, limits: Mapping[str, int]) -> Values:
        names = [bound for bound in (self.low, self.high) if isinstance(bound, str)]
        if not names:
            return self
        low, high = (limits.get(bound) if isinstance(bound, str) else bound for bound in (self.low, self.high))
        return Range(low, high, names[-1])

    def phrase(self) -> str:
        if self.low is None:
            return f"at most {self.high}" if self.high is not None else "any number"
        return f"{self.low} or more" if self.high is None else f"{self.low} to {self.high}"

    def __str__(self) -> str:
        return f"{'' if self.low is None else self.low}..{'' if self.high is None else self.high}"


class Word(Values):
    """`anything`, `ignored` or `never`."""

    __slots__ = ("_phrase", "word")

    def __init__(self, word: str, phrase: str) -> None:
        self.word = word
        self._phrase = phrase

    def accepts(self, value: object) -> bool:
        del value
        return self.word != "never"

    def phrase(self) -> str:
        return self._phrase

    def __str__(self) -> str:
        return self.word


ANYTHING = Word("anything", "any value")
IGNORED = Word("ignored", "any value, which it ignores")
NEVER = Word("never", "no value")
WORDS = {str(word): word for word in (ANYTHING, IGNORED, NEVER)}


def _bound(text: str) -> float | str | None:
    if not text:
        return None
    if text.replace("_", "").isidentifier():
        return text
    try:
        return int(text.replace("_", ""))
    except ValueError:
        return float(text)


def parse(written: object) -> Values:
    """What was written → the set of values.

    Raises NotationError when it is none of the five forms, `0-2` and `{}` among them.
    """
    if isinstance(written, str):
        if written in WORDS:
            return WORDS[written]
        low, dots, high = written.partition("..")
        try:
            bounds = _bound(low.strip()), _bound(high.strip())
        except ValueError:
            dots = ""
        if dots and bounds != (None, None):
            first, last = bounds
            if isinstance(first, int | float) and isinstance(last, int | float) and first > last:
                raise NotationError(f"{written} is an empty range: write the smaller bound first")
            return Range(first, last)
    elif isinstance(written, list | tuple) and all(
        value is None or isinstance(value, str | int | float) for value in written
    ):
        return Choices(written)
    raise NotationError(
        f"{written!r} is none of the five forms: [a, b], 0..2, anything, ignored, never",
    )


class Accepts:
    """Which values, and when: `values` where `when` holds, else what `otherwise` says."""

    __slots__ = ("otherwise", "stated", "unconfirmed", "values", "when")

    def __init__(
        self,
        values: Values,
        when: Mapping[str, Values] | None = None,
        otherwise: Accepts | None = None,
        unconfirmed: Mapping[str, Choices] | None = None,
    ) -> None:
        self.stated = values
        """Those that are said to be accepted."""
        self.unconfirmed = dict(unconfirmed or {})
        """By source, those that it leaves out of its list, though nobody saw one refused."""
        self.values = _joined(values, self.unconfirmed.values()) if unconfirmed else values
        """Those that are let through: all of them."""
        self.when = dict(when or {})
        self.otherwise = otherwise
        """None: unknown what holds otherwise."""

    def bind(self, mode: str, limits: Mapping[str, int]) -> Accepts | None:
        """What is left of this for one endpoint of one model; None when nothing is known for it."""
        otherwise = self.otherwise and self.otherwise.bind(mode, limits)
        when = dict(self.when)
        modes = when.pop("mode", None)
        if modes is not None and not modes.accepts(mode):
            return otherwise
        if not when:
            otherwise = None
        return Accepts(self.stated.bind(limits), when, otherwise, self.unconfirmed)

    def settle(self, lookup: Lookup) -> Accepts | None:
        """The branch in force for a request, with its values; None when a condition can't be decided."""
        branch: Accepts | None = self
        while branch is not None and branch.when:
            held = holds(branch.when, lookup)
            if held is None:
                return None
            if held:
                return branch
            branch = branch.otherwise
        return branch

    def branches(self) -> tuple[Accepts, ...]:
        """This and every `else` below it."""
        return (self, *(self.otherwise.branches() if self.otherwise else ()))

    def __str__(self) -> str:
        text = ", perhaps ".join([str(self.stated), *map(str, self.unconfirmed.values())])
        if self.when:
            text += f" when {condition(self.when)}"
        return f"{text}, else {self.otherwise}" if self.otherwise else text


def _joined(stated: Values, others: Iterable[Choices]) -> Choices:
    own = stated.values if isinstance(stated, Choices) else ()
    if not isinstance(stated, Choices) and stated is not NEVER:
        raise NotationError(f"unconfirmed stands beside a list or never, not beside {stated}")
    more = [value for values in others for value in values.values]
    twice = [spell(value) for value in more if stated.accepts(value)]
    if twice:
        raise NotationError(f"what is accepted is not unconfirmed: {', '.join(twice)}")
    return Choices(dict.fromkeys((*own, *more)))


def parse_accepts(entry: object, trust: str | None = None) -> Accepts:
    """A short form, or `{accepts, when, else, unconfirmed}`, → Accepts. Raises NotationError.

    What the source to `trust` leaves out is not taken: its word is enough.
    """
    if not isinstance(entry, dict):
        return Accepts(parse(entry))
    when = {name: parse(written) for name, written in (entry.get("when") or {}).items()}
    otherwise = parse_accepts(entry["else"], trust) if "else" in entry else None
    left_out = entry.get("unconfirmed") or {}
    binding = left_out.get(trust, ())
    open_ = {source: [value for value in values if value not in binding] for source, values in left_out.items()}
    unconfirmed = {source: Choices(values) for source, values in open_.items() if values}
    return Accepts(parse(entry.get("accepts", "anything")), when, otherwise, unconfirmed)


def holds(when: Mapping[str, Values], lookup: Lookup) -> bool | None:
    """Whether a condition holds: AND across keys; a repeated parameter holds when any of its values does.

    None: a value that decides is unknown.
    """
    result: bool | None = True
    for name, values in when.items():
        given = lookup(name, defaults=values is not NEVER)
        if given is None:
            result = None
        elif values is NEVER:
            if given:
                return False
        elif not any(values.accepts(value) for value in given):
            return False
    return result


def condition(when: Mapping[str, Values]) -> str:
    """A condition in words: `reasoning_effort is none and mode is chat`."""
    return listed(
        [f"{name} is left out" if values is NEVER else f"{name} is {values.phrase()}" for name, values in when.items()],
        "and",
    )
