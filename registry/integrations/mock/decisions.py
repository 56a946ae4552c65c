"""Answers of /v1/decisions: every question gets the answer that its kind has, and the first choice or level."""

from __future__ import annotations

from registry.integrations.mock.asked import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.integrations.mock.asked import Asked


def decision(asked: Asked) -> Answer:
    """An answer to each question, in their order."""
    given = asked.tokens("input", "questions")
    usage: dict[str, Any] = {"input_tokens": given, "output_tokens": 0, "total_tokens": given}
    usage["input_tokens_details"] = {"cached_tokens": 0, "cache_write_tokens": 0}
    usage["output_tokens_details"] = {"reasoning_tokens": 0}
    answers = [_answer(one) for one in asked.get("questions", ()) if isinstance(one, dict)]
    return Answer({"answers": answers, "model": asked.name, "usage": usage})


def _answer(question: Mapping[str, Any]) -> dict[str, Any]:
    kind = question.get("type")
    frame = {"type": kind, "name": question.get("name")}
    if kind == "choice":
        values = [one.get("value") for one in question.get("choices", ())]
        shares = [{"value": value, "probability": float(not at)} for at, value in enumerate(values)]
        return {**frame, "choice": values[0] if values else None, "confidence": 1.0, "probabilities": shares}
    if kind == "score":
        labels = [one.get("label") for one in question.get("levels", ())]
        said = [{"label": label, "value": at, "probability": float(not at)} for at, label in enumerate(labels)]
        return {**frame, "score": 0.0, "confidence": 1.0, "probabilities": said}
    return {**frame, "probability": 1.0} if kind == "predicate" else {**frame, "type": "refusal"}
