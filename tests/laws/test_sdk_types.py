"""What the official client's types allow, some model takes; where none does, a row of sdk_differences.yaml says why."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import bodies

import registry
from registry.authoring.resolve import plain
from registry.authoring.source import read
from registry.catalogue import bundled

pytest.importorskip("openai", reason="the official client is not installed")
import sdk_bodies

FILE = Path(__file__).with_name("sdk_differences.yaml")
DIFFERENCES = plain(read(FILE.read_text(encoding="utf-8")).value)
CALL = {"type": "function", "function": {"name": "x"}}

BESIDE: dict[str, list[dict[str, Any]]] = {
    "chat": [
        {"tools": [CALL]},
        {"functions": [{"name": "x"}]},
        {"stream": True},
        {"logprobs": True},
        {"modalities": ["text", "audio"], "audio": {"voice": "alloy", "format": "wav"}},
        {"reasoning_effort": "none"},
    ],
    "completion": [{"stream": True}],
    "image": [{"output_format": "gif"}, {"output_format": "svg"}, {"output_format": "webp"}, {"stream": True}],
    "image_edit": [{"output_format": "gif"}, {"output_format": "svg"}, {"output_format": "webp"}, {"stream": True}],
    "responses": [
        {"input": "say json"},
        {"input": "hi", "tools": [{"type": "function", "name": "x"}]},
        {"reasoning": {"effort": "none"}},
    ],
    "transcription": [{"chunking_strategy": "auto"}],
}
"""What a value may need beside it."""


def models(mode):
    shape = bundled().shape(mode)
    assert shape is not None
    serves = shape.get("serves", mode)
    found = [bundled().by_id(id_, "2026-11-24") for id_ in bundled().ids()]
    return [(model.id, bodies.last_day(model)) for model in found if serves in (model.modes or ())]


def refusals(mode, body, candidates):
    """What the most lenient model refuses, as places; nothing when one takes it. Whoever did goes first next time."""
    fewest = None
    for beside in ({}, *BESIDE.get(mode, ())):
        for place, (model, on) in enumerate(candidates):
            errors = registry.check(named({**beside, **body}, mode, model), endpoint=mode, on=on).errors
            if not errors:
                candidates.insert(0, candidates.pop(place))
                return []
            if fewest is None or len(errors) < len(fewest):
                fewest = errors
    return sorted({f"{error.code} {re.sub(r'[0-9]+', '', error.path)}" for error in fewest or ()})


def named(body, mode, model):
    """A body that names the model where its endpoint has it."""
    if mode == "batch":
        return body
    if mode != "realtime":
        return {**body, "model": model}
    session = body.get("session")
    return {**body, "session": {**session, "model": model}} if "model" in (session or {}) else body


@pytest.mark.parametrize("mode", sdk_bodies.TYPES)
def test_what_the_types_allow_some_model_takes(mode):
    candidates = models(mode) or [("none", "2026-11-24")]
    found = {refusal for body in sdk_bodies.bodies(mode) for refusal in refusals(mode, body, candidates)}
    assert sorted(found) == sorted(DIFFERENCES.get(mode, {}))
