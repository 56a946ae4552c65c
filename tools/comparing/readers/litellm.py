"""LiteLLM's map of models and prices, the copy that its package brings along."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

PROVIDERS = ("openai", "text-completion-openai")
MODES = {
    "image_generation": "image",
    "audio_transcription": "transcription",
    "audio_speech": "speech",
    "video_generation": "video",
}
SUPPORTS = {
    "function_calling": "takes.tools.function",
    "parallel_function_calling": "takes.parallel_tool_calls.true",
    "response_schema": "takes.response_format.json_schema",
    "native_streaming": "takes.stream.true",
    "system_messages": "takes.role.system",
    "vision": "takes.input.image",
    "pdf_input": "takes.input.file",
    "audio_input": "takes.input.audio",
    "audio_output": "takes.output.audio",
    "web_search": "searches",
    "computer_use": "takes.tools.computer|computer_use|computer_use_preview",
    "tool_search": "takes.tools.tool_search",
    "reasoning": "reasons",
    **{
        f"{effort}_reasoning_effort": f"takes.reasoning_effort.{effort}"
        for effort in ("none", "minimal", "low", "xhigh", "max")
    },
}
PLAIN = {
    "max_input_tokens": "room",
    "max_output_tokens": "limits.output",
    "output_vector_size": "limits.dimensions",
    "deprecation_date": "lifecycle.shutdown",
    "reasoning_effort_levels": "accepts.reasoning_effort",
    "default_reasoning_effort": "default.reasoning_effort",
    "reasoning_modes": "accepts.reasoning_mode",
    "reasoning_contexts": "accepts.reasoning_context",
    "supported_endpoints": "endpoints",
}
METERS = {
    "input_cost_per_token": "input",
    "output_cost_per_token": "output",
    "cache_read_input_token_cost": "cached_input",
    "cache_creation_input_token_cost": "cache_write",
    "input_cost_per_audio_token": "audio_input",
    "output_cost_per_audio_token": "audio_output",
    "cache_read_input_audio_token_cost": "cached_audio_input",
    "input_cost_per_image_token": "image_input",
    "output_cost_per_image_token": "image_output",
    "cache_read_input_image_token_cost": "cached_image_input",
}
TIERS = {"": "standard", "_batches": "batch", "_flex": "flex", "_priority": "priority", "_ultrafast": "ultrafast"}
PRICE = re.compile(rf"({'|'.join(METERS)})(_above_272k_tokens)?({'|'.join(filter(None, TIERS))}|)$")
MILLION = 1_000_000
DIGITS = 9


def read(site: Path) -> Iterator[tuple[str, str, Any]]:
    """Everything that it says about OpenAI's models; names of image sizes are no models."""
    text = (site / "litellm" / "model_prices_and_context_window_backup.json").read_text(encoding="utf-8")
    for name, said in json.loads(text).items():
        if said.get("litellm_provider") in PROVIDERS and "/" not in name:
            yield name, "id", True
            yield from ((name, field, value) for field, value in _facts(said))
            yield from ((name, field, f"{value:f}") for field, value in _prices(said))


def _facts(said: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    mode = said.get("mode")
    if mode:
        yield "modes", MODES.get(mode, mode)
    for key, field in PLAIN.items():
        if said.get(key):
            yield field, said[key]
    for key, field in SUPPORTS.items():
        if isinstance(said.get(f"supports_{key}"), bool):
            yield field, said[f"supports_{key}"]


def _prices(said: Mapping[str, Any]) -> Iterator[tuple[str, Decimal]]:
    for key, value in said.items():
        found = PRICE.match(key)
        if found and isinstance(value, int | float):
            meter, long, tier = METERS[found[1]], "@272001" if found[2] else "", TIERS[found[3]]
            yield f"price.{tier}.{meter}{long}", _usd(value, MILLION)
    if said.get("mode") == "audio_transcription" and "input_cost_per_second" in said:
        yield "price.standard.audio_seconds", _usd(said["input_cost_per_second"], 60)
    if said.get("mode") == "audio_speech" and "input_cost_per_character" in said:
        yield "price.standard.characters", _usd(said["input_cost_per_character"], MILLION)


def _usd(price: float, number: int) -> Decimal:
    """A price of one as the price of many, as the float was meant."""
    return round(Decimal(str(price)) * number, DIGITS).normalize()
