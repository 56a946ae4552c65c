"""A logged value → what is to be priced: an answer of an API, a line of a Batch output, a span, a line of one's own."""

from __future__ import annotations

from registry.cli import telemetry
from registry.cli.hosted import charged_apart, counted
from registry.diagnostics import shown
from registry.metering import COUNTS, FIELDS, INPUT_PARTS, OUTPUT_PARTS
from registry.meters import filmed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Any

    from registry.catalogue import Catalogue

MODELS = ("response_model", "model")
TIERS = ("service_tier", "tier")
DAYS = ("on", "created", "created_at", "date", "day", "timestamp", "time")
"""Where a value says who answered, how it was served, and when; the first that says it counts."""

BATCH = "batch"
ISO_DAY = len("2026-01-31")
LATEST = 10**11
"""A larger number is no time in seconds: it counts milliseconds, microseconds or nanoseconds."""

VIDEO = "video"
"""What an answer about a video says that it is, and its endpoint."""


class Charge:
    """A usage to price, and what its log says about it."""

    __slots__ = ("apart", "model", "on", "raw", "tier", "together", "usage")

    def __init__(self, answer: Mapping[str, Any], usage: Any, raw: Mapping[str, Any], *, apart: bool = False) -> None:  # noqa: ANN401 - JSON
        body = raw.get("body")
        self.model = (
            word(answer, MODELS) or word(raw, MODELS) or (word(body, MODELS) if isinstance(body, dict) else None)
        )
        self.tier = word(answer, TIERS) or word(raw, TIERS)
        self.on = day(answer) or day(raw)
        self.usage = usage
        self.raw = raw
        """The whole value that it stands in."""
        self.apart = apart
        """Whether a tool used it, of a model of its own."""
        self.together = answer.get("object") == BATCH
        """Whether it is the usage of many requests, which nobody can tell apart."""
        if self.together:
            self.tier = BATCH


def requests(place: str, value: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON
    """The requests that a logged value tells of, each with its place: all the spans of an export, else itself."""
    if isinstance(value, dict) and telemetry.EXPORT in value:
        for at, span in enumerate(telemetry.spans(value), 1):
            yield f"{place}, span {at}", span
    else:
        yield place, value


def charges(value: Any, catalogue: Catalogue, model: str | None = None) -> Iterator[Charge]:  # noqa: ANN401 - JSON
    """What there is to price of a request; nothing in a line of a Batch output that failed.

    `model`: who answered, where the value does not say.

    Raises ValueError where there is no usage, NoPrice for what the value has beside it and nobody prices.
    """
    if not isinstance(value, dict):
        raise ValueError("this is no JSON object")  # noqa: TRY004 - a log's mistake, like the others
    if telemetry.is_span(value):
        answer = telemetry.answered(value)
        yield Charge(answer, answer["usage"], {**value, **answer})
        return
    inner = value.get("response")
    if "custom_id" in value and "response" in value:  # null where the request was never sent
        yield from _batched(inner if isinstance(inner, dict) else {}, value, catalogue, model)
    elif isinstance(inner, dict) and inner.get("usage"):  # an event that carries the answer
        yield from _answered(inner, {**inner, **value}, catalogue, model)
    elif value.get("usage"):
        yield from _answered(value, value, catalogue, model)
    elif value.get("object") == VIDEO:
        yield Charge(value, _filmed(value, catalogue), value)
    else:
        yield Charge(value, _flat(value, catalogue.header["meters"]), value)


def _batched(
    response: Mapping[str, Any], line: Mapping[str, Any], catalogue: Catalogue, model: str | None
) -> Iterator[Charge]:
    answer = response.get("body")
    if not isinstance(answer, dict) or not answer.get("usage"):
        return  # what failed was not billed
    for charge in _answered(answer, {**answer, **line}, catalogue, model):
        charge.tier = BATCH
        yield charge


def _answered(
    answer: Mapping[str, Any], raw: Mapping[str, Any], catalogue: Catalogue, model: str | None
) -> Iterator[Charge]:
    """An answer's own usage, with the calls of hosted tools that it shows, and what tools used of other models."""
    charge = Charge(answer, answer["usage"], raw)
    calls = counted(answer, catalogue, charge.model or model)
    if calls and isinstance(charge.usage, dict):
        charge.usage = {**charge.usage, **calls}
    yield charge
    for other, usage in charged_apart(answer):
        yield Charge({**answer, "model": other, "response_model": other}, usage, raw, apart=True)


def _filmed(video: Mapping[str, Any], catalogue: Catalogue) -> dict[str, int]:
    size, seconds = video.get("size"), str(video.get("seconds"))
    fields = (catalogue.shape(VIDEO) or {"body": {}})["body"].get("fields", {})
    if size not in fields.get("size", {}).get("accepts", ()) or not seconds.isdecimal():
        raise ValueError(f"the video has no known size and seconds: {size}, {seconds}")
    return {filmed(str(size)): int(seconds)}


def _flat(value: Mapping[str, Any], meters: Collection[str]) -> dict[str, Any]:
    """A usage whose fields stand in the line itself, those of its details by their path or bare name."""
    inside = "prompt_tokens_details" if "prompt_tokens" in value else "input_tokens_details"
    outside = inside.replace("prompt", "completion").replace("input", "output")
    usage: dict[str, Any] = {}
    for key, given in value.items():
        outer, dot, name = key.partition(".")
        if given in (None, ""):
            continue
        if dot and outer in FIELDS:
            usage.setdefault(outer, {})[name] = given
        elif key in FIELDS or key in meters:
            usage[key] = given
        elif key in INPUT_PARTS - OUTPUT_PARTS:
            usage.setdefault(inside, {})[key] = given
        elif key in OUTPUT_PARTS - INPUT_PARTS:
            usage.setdefault(outside, {})[key] = given
    if COUNTS.isdisjoint(usage) and not usage:
        raise ValueError("there is no usage in it")
    return usage


def counts(key: str, meters: Collection[str]) -> bool:
    """Whether a column of this name counts something."""
    outer, _, name = key.partition(".")
    return key.startswith(telemetry.PREFIX) or not {outer, name or outer}.isdisjoint(
        {*FIELDS, *INPUT_PARTS, *OUTPUT_PARTS, *meters}
    )


def word(fields: Mapping[str, Any], names: Sequence[str]) -> str | None:
    """The first text under one of some names."""
    return next((fields[name] for name in names if isinstance(fields.get(name), str) and fields[name]), None)


def day(fields: Mapping[str, Any]) -> str | None:
    """The day (ISO, UTC) that a value says it is of; None when it says nothing. Raises ValueError for what is none."""
    given = next((fields[name] for name in DAYS if fields.get(name) not in (None, "")), None)
    if given is None or isinstance(given, bool):
        return None
    if isinstance(given, str) and not given.isdecimal():
        return given if len(given) == ISO_DAY else _utc(given)
    import time

    try:
        seconds = int(given)
        while seconds > LATEST:
            seconds //= 1000
        return time.strftime("%Y-%m-%d", time.gmtime(seconds))
    except (ValueError, TypeError, OverflowError, OSError):
        raise _no_time(given) from None


def _utc(text: str) -> str:
    from datetime import UTC, datetime

    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise _no_time(text) from None
    return (moment.astimezone(UTC) if moment.tzinfo else moment).date().isoformat()


def _no_time(given: object) -> ValueError:
    return ValueError(f"{shown(given)} is no time: write 2026-01-31, 2026-01-31T12:00:00Z or seconds since 1970")
