"""langchain-openai's profiles of models: a generated table."""

from __future__ import annotations

import runpy
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAIN = {
    "max_input_tokens": "room",
    "max_output_tokens": "limits.output",
    "release_date": "lifecycle.released",
    "reasoning_effort_levels": "accepts.reasoning_effort",
    "reasoning_effort_default": "default.reasoning_effort",
}
SUPPORTS = {
    "image_inputs": "takes.input.image",
    "audio_inputs": "takes.input.audio",
    "pdf_inputs": "takes.input.file",
    "image_outputs": "takes.output.image",
    "audio_outputs": "takes.output.audio",
    "reasoning_output": "reasons",
    "tool_calling": "takes.tools.function",
    "structured_output": "takes.response_format.json_schema",
    "temperature": "free.temperature",
}
STATUSES = {"deprecated": "deprecated or retired"}


def read(site: Path) -> Iterator[tuple[str, str, Any]]:
    """Everything that it says."""
    table = runpy.run_path(str(site / "langchain_openai" / "data" / "_profiles.py"))["_PROFILES"]
    for name, said in table.items():
        if "name" in said:  # a row without one is made of defaults for every name alone
            yield name, "id", True
            yield from ((name, field, said[key]) for key, field in PLAIN.items() if said.get(key))
            yield from ((name, field, said[key]) for key, field in SUPPORTS.items() if key in said)
            if said.get("status") in STATUSES:
                yield name, "ending", True
