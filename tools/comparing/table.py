"""Which of our fields answers a field of `truth.jsonl`, and when the two agree. A field without a line here is told."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from comparing.agreement import one_of, same, same_month, translated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class Line(NamedTuple):
    """Our field, and when its answer agrees with theirs."""

    field: str
    agree: Callable[[Any, Any], bool] = same


MODES = {
    "image_generation": "image",
    "audio_transcription": "transcription",
    "audio_speech": "speech",
    "video_generation": "video",
}
STATUSES = {"shutdown": "retired"}
TITLES = {"omni-moderation": "omni-moderation-latest"}
"""What OpenAI's page of a model is titled, where no id is called so."""
NOTHING = {"none": "no"}
UNDER_NONE = "when reasoning_effort is none"
"""How our notation says that a value stands or falls with the absence of reasoning."""


def sampling(theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether `true`, `false` or `only with effort none` tells what a sampling parameter accepts."""
    fixed = isinstance(ours, list)
    if theirs is False:
        return fixed
    conditional = UNDER_NONE in str(ours)
    return conditional if isinstance(theirs, str) else ours is not None and not fixed and not conditional


def functions(theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
    """What chat completions takes of function tools: never, or under effort none."""
    listed = isinstance(ours, list) and "function" not in ours
    return UNDER_NONE in str(ours) if "only with" in theirs else listed and theirs.startswith("none")


def modalities(theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
    """The same, whatever is said of files, which they count apart."""
    return isinstance(ours, list) and same(theirs, [value for value in ours if value != "file"])


def paths(theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
    """The same endpoints; the Batch API goes by `v1/batch` there."""
    known = [path.lstrip("/").replace("v1/batches", "v1/batch") for path in ours or ()]
    return same(theirs, [path for path in known if not path.startswith("v1/realtime")])


def named(theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
    """Ours is what theirs says, or one of several names that it leaves to choose from; brackets hold a note."""
    names = re.split(r",? or |, ", re.sub(r" \(.*\)$", "", theirs)) if isinstance(theirs, str) else [theirs]
    return ours in [name.removesuffix("*") if name else name for name in names]


def no_none(theirs: Any, ours: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether effort none is among those that are taken."""
    return isinstance(ours, list) and theirs == ("none" in ours)


def tool(kinds: str) -> Line:
    """Whether any endpoint takes one of some kinds of tools."""
    return Line(f"takes.tools.{kinds}")


TABLE: Mapping[str, Line] = {
    "context_window": Line("limits.context"),
    "max_input_tokens": Line("limits.input"),
    "max_output_tokens": Line("limits.output"),
    "mode": Line("modes", translated(MODES, one_of)),  # one of them, by what it is used for
    "endpoints": Line("endpoints", paths),
    "status": Line("status", translated(STATUSES)),
    "release_date": Line("lifecycle.released"),
    "deprecation_date": Line("lifecycle.deprecated"),
    "shutdown_date": Line("lifecycle.shutdown", translated({"none announced": None})),
    "replacement": Line("lifecycle.replacement", translated(TITLES, named)),
    "knowledge_cutoff": Line("knowledge", same_month),
    "alias_of": Line("alias"),
    "snapshot_of": Line("of", one_of),
    "reasoning_effort.allowed": Line("accepts.reasoning_effort"),
    "reasoning_effort.allowed_chat_completions": Line("accepts.reasoning_effort@chat"),
    "reasoning_effort.accepts_none": Line("accepts.reasoning_effort", no_none),
    "reasoning_effort.default": Line("default.reasoning_effort"),
    "reasoning_mode.allowed": Line("accepts.reasoning_mode"),
    "reasoning_context.default": Line("default.reasoning_context"),
    "summary.allowed": Line("accepts.reasoning_summary"),
    "verbosity.allowed": Line("accepts.verbosity"),
    "verbosity.default": Line("default.verbosity"),
    "temperature_supported": Line("accepts.temperature", sampling),
    "stop_parameter": Line("takes.stop.x"),
    "streaming": Line("takes.stream.true"),
    "structured_outputs": Line("takes.response_format.json_schema"),
    "predicted_outputs": Line("takes.prediction.x"),
    "input_modalities": Line("accepts.input", modalities),
    "output_modalities": Line("accepts.output", modalities),
    "image_quality.allowed": Line("accepts.quality"),
    "prompt_cache_options": Line("takes.prompt_cache_options.x"),
    "prompt_cache_retention.24h": Line("takes.prompt_cache_retention.24h"),
    "prompt_cache_retention.allowed": Line("accepts.prompt_cache_retention"),
    "service_tier.ultrafast": Line("takes.service_tier.ultrafast"),
    "chat_completions.function_calling": Line("accepts.tools@chat", functions),
    "tools.functions": tool("function"),
    "tools.web_search": tool("web_search|web_search_2025_08_26|web_search_preview"),
    "tools.file_search": tool("file_search"),
    "tools.image_generation": tool("image_generation"),
    "tools.code_interpreter": tool("code_interpreter"),
    "tools.computer_use": tool("computer|computer_use|computer_use_preview"),
    "tools.mcp": tool("mcp"),
    "tools.hosted_shell": tool("shell"),
    "tools.skills": Line("skills"),
    "tools.apply_patch": tool("apply_patch"),
    "tools.tool_search": tool("tool_search"),
    "price.long_context_threshold": Line("price.standard.long_context", translated(NOTHING)),
}

METERS = {
    "audio_cached_input": "cached_audio_input",
    "image_cached_input": "cached_image_input",
    "per_minute": "audio_seconds",
    "per_second.720p": "video_seconds_720p",
    "per_second.1024p": "video_seconds_1024p",
    "per_second.1080p": "video_seconds_1080p",
}
PRICE = re.compile(r"price\.(?P<tier>standard|batch|flex|priority|ultrafast)\.(?P<meter>.+?)(?P<long>_gt272k)?$")
LONG = "@272001"


def line_of(field: str) -> Line | None:
    """What answers a field of theirs; None where nothing does."""
    found = PRICE.match(field)
    if found is None:
        return TABLE.get(field)
    meter = METERS.get(found["meter"], found["meter"])
    return Line(f"price.{found['tier']}.{meter}{LONG if found['long'] else ''}", translated(NOTHING))
