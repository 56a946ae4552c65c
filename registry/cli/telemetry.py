"""Spans of OpenTelemetry with `gen_ai.*` attributes → a usage, a model, a tier and a time, in the words of an API."""

from __future__ import annotations

from registry.diagnostics import NoPrice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

PREFIX = "gen_ai.usage."
TOTALS = {
    "input_tokens": ("gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens"),
    "output_tokens": ("gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens"),
    "total_tokens": ("gen_ai.usage.total_tokens",),
}
SENT = ("", "details.", "input_tokens_details.", "prompt_tokens_details.")
MADE = ("", "details.", "output_tokens_details.", "completion_tokens_details.")
"""Where below the prefix instrumentations put the parts of the input and of the output."""


def _spellings(places: Sequence[str], names: Sequence[str], *standard: str) -> tuple[str, ...]:
    """What an attribute may be called: as the conventions have it, then as instrumentations do."""
    return (*(PREFIX + name for name in standard), *(PREFIX + place + name for name in names for place in places))


INSIDE = {
    "cached_tokens": _spellings(
        SENT,
        ("cached_tokens", "cache_read_tokens", "cached"),
        "cache_read.input_tokens",
        "cache_read_input_tokens",
    ),
    "cache_write_tokens": _spellings(
        SENT,
        ("cache_write_tokens", "cache_creation_tokens"),
        "cache_creation.input_tokens",
        "cache_creation_input_tokens",
        "cache_write.input_tokens",
    ),
    "audio_tokens": _spellings(SENT[2:], ("audio_tokens",), "input_audio_tokens", "details.input_audio_tokens"),
}
OUTSIDE = {
    "reasoning_tokens": _spellings(MADE, ("reasoning_tokens", "reasoning"), "reasoning.output_tokens"),
    "audio_tokens": _spellings(MADE[2:], ("audio_tokens",), "output_audio_tokens", "details.output_audio_tokens"),
}
PARTS_OF_OUTPUT = ("accepted_prediction_tokens", "rejected_prediction_tokens")
WORDS = {
    "model": ("gen_ai.response.model", "gen_ai.request.model"),
    "service_tier": (
        "openai.response.service_tier",
        "gen_ai.openai.response.service_tier",
        "openai.request.service_tier",
        "gen_ai.openai.request.service_tier",
    ),
}
TIMES = ("startTimeUnixNano", "start_time_unix_nano", "start_time", "start_timestamp", "startTime", "timestamp", "time")
"""Where exporters put the time at which a span began."""

EXPORT, ATTRIBUTES = "resourceSpans", "attributes"
OPERATION = "gen_ai.operation.name"
SUMMARIES = ("invoke_agent", "invoke_workflow")
"""Operations whose spans have the usage of others beneath them, each of which has a span of its own."""

INT64 = 21
"""More characters than a number of 64 bits has."""

HALF = 32
"""Bits of half a number."""

KNOWN = {name for table in (TOTALS, INSIDE, OUTSIDE) for names in table.values() for name in names}


def spans(export: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The spans with a usage in an export (OTLP)."""
    for resource in objects(export, EXPORT):
        for scope in objects(resource, "scopeSpans"):
            yield from filter(is_span, objects(scope, "spans"))


def is_span(value: Mapping[str, Any]) -> bool:
    """Whether an object is a span with a usage."""
    names = attributes(value) if ATTRIBUTES in value else value
    return any(name.startswith(PREFIX) for name in names)


def attributes(span: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of a span by name, in whichever form an exporter wrote them."""
    given = span.get(ATTRIBUTES)
    if isinstance(given, list):
        return {str(one.get("key")): _plain(one.get("value")) for one in given if isinstance(one, dict)}
    flat = given if isinstance(given, dict) else {key: span[key] for key in span if str(key).startswith("gen_ai.")}
    return {key: value if isinstance(value, dict) else _plain(value) for key, value in flat.items()}


def objects(value: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    """The objects in an array under a key; none where there is no such array."""
    found = value.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A value of OTLP's JSON, `{"intValue": "3"}`, as what it is; a whole number is one however it is written."""
    if isinstance(value, dict):
        value = next(iter(value.values()), None) if "intValue" not in value else _integer(value["intValue"])
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _integer(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A whole number, which JSON for 64 bits has as text or in two halves; what is none stays as it is."""
    if isinstance(value, dict) and isinstance(value.get("low"), int) and isinstance(value.get("high"), int):
        return (value["high"] << HALF) + value["low"] % (1 << HALF)
    return (
        int(value) if isinstance(value, str) and value.removeprefix("-").isdecimal() and len(value) < INT64 else value
    )


def adds_up(span: Mapping[str, Any]) -> bool:
    """Whether the usage of a span is that of other spans together."""
    has = attributes(span) if ATTRIBUTES in span else span
    return has.get(OPERATION) in SUMMARIES


def answered(span: Mapping[str, Any]) -> dict[str, Any]:
    """A span as the answer of an API: `model`, `usage`, `service_tier`, `created`.

    Raises NoPrice for tokens of a kind that the conventions don't have.
    """
    has = attributes(span)
    for name in has:
        part = name.removeprefix(PREFIX)
        foreign = name != part and name not in KNOWN and part.rpartition(".")[2] not in PARTS_OF_OUTPUT
        if foreign and part.endswith("_tokens") and has[name]:
            raise NoPrice(f"the span has {name}, and what that costs is not known")
    usage: dict[str, Any] = _counts(has, TOTALS)
    usage["input_tokens_details"] = _counts(has, INSIDE)
    usage["output_tokens_details"] = _counts(has, OUTSIDE)
    words = {name: _first(has, names) for name, names in WORDS.items()}
    return {**has, **words, "usage": usage, "created": _first(span, TIMES)}


def _counts(has: Mapping[str, Any], names: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Attributes under the names of an API; stores whose attributes are all texts have numbers as such."""
    return {name: _integer(_first(has, spellings)) for name, spellings in names.items()}


def _first(fields: Mapping[str, Any], names: Sequence[str]) -> Any:  # noqa: ANN401 - JSON
    return next((fields[name] for name in names if fields.get(name) is not None), None)
