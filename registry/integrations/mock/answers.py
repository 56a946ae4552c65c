"""Which endpoint is answered by what."""

from __future__ import annotations

from registry.integrations.mock import chat, decisions, media, responses, vectors
from registry.integrations.mock.asked import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.integrations.mock.asked import Answering, Asked

BY_MODE: dict[str, Answering] = {
    "batch": vectors.batch,
    "chat": chat.chat,
    "completion": chat.completion,
    "decision": decisions.decision,
    "embedding": vectors.embedding,
    "image": media.image,
    "image_edit": media.image,
    "image_variation": media.image,
    "moderation": vectors.moderation,
    "realtime": vectors.client_secret,
    "responses": responses.response,
    "responses_compact": responses.compact,
    "responses_input_tokens": responses.input_tokens,
    "speech": media.speech,
    "transcription": media.transcription,
    "translation": media.transcription,
    "video": media.video,
}
"""Every mode of the catalogue: a test holds it."""


def answer(mode: str, asked: Asked) -> Answer:
    """What an endpoint answers; one that only an overlay describes, with the little that all have."""
    made = BY_MODE.get(mode)
    return made(asked) if made else Answer({"id": asked.id(f"{mode}_"), "object": mode, "model": asked.name})
