"""The calls of calls.yaml as our own functions take them, and bodies as a comparison sees them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from registry.authoring.resolve import plain
from registry.authoring.source import read

sys.path.insert(0, str(Path(__file__).parent))
import recording

HERE = Path(__file__).parent
CALLS = plain(read((HERE / "calls.yaml").read_text(encoding="utf-8")).value)
ENDPOINTS = {
    "/v1/chat/completions": "chat",
    "/v1/responses": "responses",
    "/v1/completions": "completion",
    "/v1/embeddings": "embedding",
    "/v1/images/generations": "image",
    "/v1/images/edits": "image_edit",
    "/v1/images/variations": "image_variation",
    "/v1/audio/speech": "speech",
    "/v1/audio/transcriptions": "transcription",
    "/v1/moderations": "moderation",
    "/v1/videos": "video",
}
FORMS = ("image_edit", "image_variation", "transcription", "video")


class NotGiven:
    """Stands for the official client's own, which this environment need not have."""


class Omit:
    """As above."""


def function_of(call: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """A call's function and arguments, as written."""
    return next(iter(call.items()))


def name(call: dict[str, Any]) -> str:
    """A call as the name of a test."""
    function, arguments = function_of(call)
    kept = {key: inner for key, inner in arguments.items() if key not in ("messages", "input", "prompt")}
    return f"{function} {kept}"[:150]


def arguments_of(written: dict[str, Any]) -> dict[str, Any]:
    """A call's arguments, as a program has them."""
    return {key: _value(inner) for key, inner in written.items()}


def _value(written: Any) -> Any:
    if isinstance(written, list):
        return [_value(inner) for inner in written]
    if not isinstance(written, dict):
        return written
    if set(written) == {"$"}:
        stand_ins = {"NOT_GIVEN": NotGiven, "omit": Omit}
        return stand_ins[written["$"]]() if written["$"] in stand_ins else recording.mark(written["$"])
    return {key: _value(inner) for key, inner in written.items()}


def mode_of(function: str, catalogue: Any, surface: str) -> str:
    """The endpoint that a function is named after, as the surface's facts have it."""
    line: Any = catalogue._find("surface", surface)
    wanted = {"langchain.ChatOpenAI": "langchain_openai.ChatOpenAI"}.get(function, function)
    return next(str(mode) for mode, call in line["calls"].items() if wanted in call["functions"])


def as_form(body: dict[str, Any]) -> dict[str, Any]:
    """A body as the multipart form that it becomes: texts, and files by their being there."""
    found: dict[str, Any] = {}
    for key, inner in body.items():
        values = inner if isinstance(inner, list) else [inner]
        for at in values:
            if isinstance(at, dict) and "__file__" not in at:
                found |= {f"{key}[{step}]": str(deep) for step, deep in at.items()}
            elif isinstance(at, str | int | float):
                found.setdefault(key, []).append(str(at).lower() if isinstance(at, bool) else str(at))
            else:
                found.setdefault(key, []).append("<file>")
    return found


def sent_form(body: dict[str, Any]) -> dict[str, Any]:
    """A recorded form, alike."""
    return {key.removesuffix("[]"): inner for key, inner in as_form(body).items()}
