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
}
INSIDE = {
    "cached_tokens": (
        "gen_ai.usage.cache_read.input_tokens",
        "gen_ai.usage.cache_read_input_tokens",
        "gen_ai.usage.details.cache_read_tokens",
        "gen_ai.usage.details.cached_tokens",
    ),
    "cache_write_tokens": (
        "gen_ai.usage.cache_creation.input_tokens",
        "gen_ai.usage.cache_creation_input_tokens",
        "gen_ai.usage.cache_write.input_tokens",
        "gen_ai.usage.details.cache_write_tokens",
    ),
    "audio_tokens": ("gen_ai.usage.details.input_audio_tokens",),
}
OUTSIDE = {
    "reasoning_tokens": ("gen_ai.usage.reasoning.output_tokens", "gen_ai.usage.details.reasoning_tokens"),
    "audio_tokens": ("gen_ai.usage.details.output_audio_tokens",),
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

KNOWN = {name for table in (TOTALS, INSIDE, OUTSIDE) for names in table.values() for name in names}


def spans(value: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The spans with a usage in an object: of an OTLP export, or the object itself."""
    if "resourceSpans" not in value:
        if any(name.startswith(PREFIX) for name in attributes(value)):
            yield value
        return
    for resource in value["resourceSpans"]:
        for scope in resource.get("scopeSpans", ()):
            for span in scope.get("spans", ()):
                yield from spans(span)


def attributes(span: Mapping[str, Any]) -> dict[str, Any]:
    """The attributes of a span by name, in whichever form an exporter wrote them."""
    given = span.get("attributes")
    if isinstance(given, list):
        return {str(one.get("key")): _plain(one.get("value")) for one in given if isinstance(one, dict)}
    return dict(given) if isinstance(given, dict) else {key: span[key] for key in span if key.startswith("gen_ai.")}


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A value of OTLP's JSON, `{"intValue": "3"}`, as what it is."""
    if not isinstance(value, dict):
        return value
    if "intValue" in value:
        return int(value["intValue"])
    return next(iter(value.values()), None)


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
    usage: dict[str, Any] = {name: _first(has, names) for name, names in TOTALS.items()}
    usage["input_tokens_details"] = {name: _first(has, names) for name, names in INSIDE.items()}
    usage["output_tokens_details"] = {name: _first(has, names) for name, names in OUTSIDE.items()}
    words = {name: _first(has, names) for name, names in WORDS.items()}
    return {**has, **words, "usage": usage, "created": _first(span, TIMES)}


def _first(fields: Mapping[str, Any], names: Sequence[str]) -> Any:  # noqa: ANN401 - JSON
    return next((fields[name] for name in names if fields.get(name) is not None), None)
