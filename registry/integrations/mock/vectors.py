"""Answers of /v1/embeddings and /v1/moderations, and of endpoints that answer with a small object."""

from __future__ import annotations

import base64
import struct

from registry.integrations.mock.asked import CREATED, Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from registry.integrations.mock.asked import Asked

FEWEST = 8
"""Dimensions where neither the request nor the catalogue says."""

OF_TEXT = (
    "harassment",
    "harassment/threatening",
    "hate",
    "hate/threatening",
    "illicit",
    "illicit/violent",
    "sexual/minors",
)
OF_BOTH = ("self-harm", "self-harm/intent", "self-harm/instructions", "sexual", "violence", "violence/graphic")


def embedding(asked: Asked) -> Answer:
    """A vector of length 1 for each text; texts of one request differ in where it points."""
    given = asked.get("input")
    number = len(given) if isinstance(given, list) and given and isinstance(given[0], str | list) else 1
    size = asked.get("dimensions") or (asked.model.limits.get("dimensions") if asked.model else None) or FEWEST
    data = [
        {"object": "embedding", "index": at, "embedding": _vector(at, int(size), asked.get("encoding_format"))}
        for at in range(number)
    ]
    prompt = asked.tokens("input") or number
    usage = {"prompt_tokens": prompt, "total_tokens": prompt}
    return Answer({"object": "list", "data": data, "model": asked.name, "usage": usage})


def _vector(at: int, size: int, form: str | None) -> list[float] | str:
    vector = [0.0] * size
    vector[at % size] = 1.0
    return base64.b64encode(struct.pack(f"<{size}f", *vector)).decode() if form == "base64" else vector


def moderation(asked: Asked) -> Answer:
    """Nothing is ever flagged."""
    given = asked.get("input")
    number = len(given) if isinstance(given, list) and given and isinstance(given[0], str) else 1
    categories = (*OF_TEXT, *OF_BOTH)
    applied = {name: ["text", "image"] if name in OF_BOTH else ["text"] for name in categories}
    result = {
        "flagged": False,
        "categories": dict.fromkeys(categories, False),
        "category_scores": dict.fromkeys(categories, 0.0),
        "category_applied_input_types": applied,
    }
    return Answer({"id": asked.id("modr-"), "model": asked.name, "results": [result] * number})


def batch(asked: Asked) -> Answer:
    """A batch that waits to be judged."""
    about = {name: asked.get(name) for name in ("endpoint", "input_file_id", "completion_window", "metadata")}
    counts = {"total": 0, "completed": 0, "failed": 0}
    fixed: dict[str, Any] = {"object": "batch", "status": "validating", "created_at": CREATED}
    return Answer({"id": asked.id("batch_"), **fixed, **about, "request_counts": counts})


def client_secret(asked: Asked) -> Answer:
    """A secret for a session that nobody serves."""
    session = {"type": "realtime", "object": "realtime.session", "id": asked.id("sess_"), **asked.get("session", {})}
    return Answer({"value": asked.id("ek_"), "expires_at": CREATED, "session": session})
