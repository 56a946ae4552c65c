"""The `openai` package: which models its types name for which endpoint, and the last days that its docstrings tell."""

from __future__ import annotations

import ast
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TYPES = {
    "shared/chat_model.py": "chat",
    "shared/responses_model.py": "responses",
    "responses/response_compact_params.py": "",
    "completion_create_params.py": "completion",
    "embedding_model.py": "embedding",
    "image_model.py": "image",
    "audio_model.py": "transcription",
    "audio/speech_model.py": "speech",
    "moderation_model.py": "moderation",
    "video_model.py": "video",
    "realtime/realtime_session_create_request_param.py": "realtime",
    "realtime/audio_transcription_param.py": "",
    "live/session_config_param.py": "live",
    "fine_tuning/job_create_params.py": "",
}
"""Where models are named, and the endpoint that they are named for (none: not said)."""

SAID = re.compile(r'- ((?:"[\w.-]+",?\s*)+):\s(.*?)(?=\n\s*\n|\n\s*- "|\Z)', re.DOTALL)
DAY = re.compile(r"(\d{4}-\d\d-\d\d)|([A-Z][a-z]+ \d{1,2}, \d{4})")
NAME = re.compile(r'"([\w.-]+)"')


def read(site: Path) -> Iterator[tuple[str, str, Any]]:
    """Every model that a type names, its endpoint, and its last day."""
    for path, mode in TYPES.items():
        source = (site / "openai" / "types" / path).read_text(encoding="utf-8")
        for name in dict.fromkeys(_named(ast.parse(source))):
            yield name, "id", True
            if mode:
                yield name, "modes", mode
        yield from _last_days(source)


def _named(tree: ast.AST) -> Iterator[str]:
    """The strings of the literals that stand behind a field or an alias for a model."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.AnnAssign) or not isinstance(node.target, ast.Name):
            continue
        if node.target.id == "model" or node.target.id.endswith("Model"):
            yield from (value for part in (node.annotation, node.value) if part for value in _strings(part))


def _strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
            yield from (
                inner.value
                for inner in ast.walk(node.slice)
                if isinstance(inner, ast.Constant) and isinstance(inner.value, str)
            )


def _last_days(source: str) -> Iterator[tuple[str, str, str]]:
    for names, text in SAID.findall(source):
        found = DAY.search(" ".join(text.split()))
        if found:
            day = found[1] or datetime.strptime(found[2], "%B %d, %Y").date().isoformat()  # noqa: DTZ007 - a day alone
            for name in NAME.findall(names):
                yield name, "lifecycle.shutdown", day
