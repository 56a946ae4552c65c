"""What is sold, how much one price buys, what it costs: meters, their counts and their rates."""

from __future__ import annotations

from registry.diagnostics import shown
from registry.money import price

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Any

INPUT = ("input", "audio_input", "image_input")
CACHED = ("cached_input", "cached_audio_input", "cached_image_input")
OUTPUT = ("output", "audio_output", "image_output")
"""Tokens by kind: text, audio, images."""

TEXT, AUDIO, IMAGE = range(3)
CACHE_WRITE = "cache_write"
SENT = frozenset({*INPUT, *CACHED, CACHE_WRITE})
"""The meters of what a request sends: together its input tokens."""

DURATION = "audio_seconds"
"""The meter of a usage of type duration."""

MILLI = 3
"""Decimals of a second that a duration is read to."""

HUNDRED = 100


class Meter:
    """What one price buys: `per` of a `unit`, such as 1,000,000 tokens or 60 seconds.

    `scale` is how many of our counts one of them is: 1,000 for a second, since durations are counted in milliseconds.
    """

    __slots__ = ("name", "per", "scale", "unit")

    def __init__(self, name: str, buys: str) -> None:
        number, _, unit = buys.partition(" ")
        self.name = name
        self.per = int(number)
        self.unit = unit
        self.scale = 10**MILLI if unit.removesuffix("s") == "second" else 1

    def count(self, value: Any) -> int:  # noqa: ANN401 - a number
        """A quantity as a whole number: of milliseconds, where it is a duration. Raises ValueError for what is none."""
        if self.scale == 1 or type(value) is int:
            return whole(value, self.name) * self.scale
        from decimal import Decimal, InvalidOperation

        wrong = f"{self.name} is {shown(value)}: a duration is a number of {self.unit}"
        try:
            # A float stands for the decimal number that its repr spells, which is what its JSON said.
            exact = Decimal(repr(value) if isinstance(value, float) else value)
        except (TypeError, ValueError, InvalidOperation):
            raise ValueError(wrong) from None
        if isinstance(value, bool | str) or not exact.is_finite() or exact < 0:
            raise ValueError(wrong)
        return int(exact.scaleb(MILLI).to_integral_value())

    def spell(self, count: int) -> str:
        """A count as a decimal number of the unit: `1000`, `2.35`."""
        whole_part, part = divmod(count, self.scale)
        return f"{whole_part}.{part:0{MILLI}d}".rstrip("0") if part else str(whole_part)

    def buys(self) -> str:
        """What one price buys, as price pages write it: `1M tokens`, `60 seconds`, `image`."""
        for number, letter in ((10**6, "M"), (10**3, "k")):
            if self.per % number == 0:
                return f"{self.per // number}{letter} {self.unit}"
        return self.unit.removesuffix("s") if self.per == 1 else f"{self.per} {self.unit}"

    def __repr__(self) -> str:
        return f"<meter {self.name}: {self.per} {self.unit}>"


class Rate:
    """What a meter costs: `usd` for `per` of a `unit`, since a day, by a source, with a surcharge in percent.

    `of` is the meter whose price it is: another than its own where that has none, and it is known which one holds.
    """

    __slots__ = ("meter", "of", "percent", "since", "source", "units", "usd")

    def __init__(self, meter: Meter, usd: str, entry: Mapping[str, Any], source: str, percent: int = 0) -> None:
        self.meter = meter
        self.of = meter.name
        self.usd = usd
        self.percent = percent
        self.since: str = entry["from"]
        self.source = source
        self.units = price(usd, meter.per * meter.scale * HUNDRED) * (HUNDRED + percent)
        """Units of money for one count."""

    def __repr__(self) -> str:
        return f"<{self.usd} USD for {self.meter.per} {self.meter.unit} of {self.meter.name}>"


def filmed(size: str) -> str:
    """The meter of a second of video by its size, `1280x720`: priced by the shorter side, whichever way it lies."""
    return f"video_seconds_{min(map(int, size.split('x')))}p"


def whole(value: object, name: str) -> int:
    """A count as an int. Raises ValueError for everything else, `True` and `3.0` too."""
    if isinstance(value, bool) or not hasattr(value, "__index__"):
        raise ValueError(f"{name} is {shown(value)}: a count is a whole number")
    count: int = value.__index__()
    if count < 0:
        raise ValueError(f"{name} is {shown(count)}: a count is never negative")
    return count


def declared(fields: Mapping[str, Any], meters: Mapping[str, Meter]) -> dict[str, int]:
    """A usage that speaks of meters, or of a duration, as counts by meter. Raises ValueError."""
    if not fields:
        raise ValueError("the usage is empty")
    if fields.get("type") == "duration":
        fields = {DURATION: fields.get("seconds")}
    found = {}
    for name, value in fields.items():
        if name not in meters:
            raise unknown(name, meters)
        if count := meters[name].count(value):
            found[name] = count
    return found


def unknown(name: str, known: Collection[str]) -> ValueError:
    """The error about a field that is nothing we know, with the name most like it."""
    from registry.names import close

    guesses = close(str(name), known)
    hint = f" Did you mean {guesses[0]}?" if guesses else ""
    return ValueError(f"{shown(name)} is neither a field of a usage object nor a meter.{hint}")


def fields_of(value: Any, name: str) -> dict[str, Any]:  # noqa: ANN401 - an object of some SDK
    """The fields of an object: of a mapping, a pydantic model, or whatever has attributes. Raises ValueError."""
    for dump in () if isinstance(value, type) else ("model_dump", "_asdict"):
        if hasattr(value, dump):
            dumped: dict[str, Any] = getattr(value, dump)()
            return dumped
    if hasattr(value, "keys") and not isinstance(value, type):
        return dict(value)
    if hasattr(value, "__dict__") and not isinstance(value, type):
        return dict(vars(value))
    raise ValueError(f"{name} is {shown(value)}: give the usage object of an answer, or quantities by meter")
