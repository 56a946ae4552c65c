"""Answers of the endpoints for images, audio and video."""

from __future__ import annotations

import base64

from registry.integrations.mock.asked import CREATED, TEXT, Answer, pieces, tokens, typed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from registry.integrations.mock.asked import Asked

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
"""A PNG of one black pixel."""

SOUND = (
    b"RIFF\x26\x00\x00\x00WAVEfmt \x10\x00\x00\x00\x01\x00\x01\x00\x40\x1f\x00\x00\x80\x3e\x00\x00\x02\x00\x10\x00"
    b"data\x02\x00\x00\x00\x00\x00"
)
"""A WAV of one silent sample."""

SECOND = 1.0


def image(asked: Asked) -> Answer:
    """Images, as data or, where the request wants them so, as addresses that lead nowhere."""
    usage = _image_usage(asked)
    about = {name: asked.body[name] for name in ("background", "output_format", "quality", "size") if asked.get(name)}
    if asked.get("stream"):
        kind = "image_edit" if "image" in asked.body else "image_generation"
        given = {"background": "auto", "output_format": "png", "quality": "auto", "size": "auto", **about}
        done = {"type": f"{kind}.completed", "b64_json": PIXEL, "created_at": CREATED, **given, "usage": usage}
        return Answer(kind="text/event-stream", events=typed([done]))
    one = {"url": "https://images.invalid/1.png"} if asked.get("response_format") == "url" else {"b64_json": PIXEL}
    about = {name: value for name, value in about.items() if value != "auto"}
    return Answer({"created": CREATED, "data": [one] * int(asked.get("n", 1)), **about, "usage": usage})


def _image_usage(asked: Asked) -> dict[str, Any]:
    given, made = asked.tokens("prompt"), int(asked.get("n", 1))
    details = {"text_tokens": given, "image_tokens": 0}
    total = given + made
    return {"input_tokens": given, "input_tokens_details": details, "output_tokens": made, "total_tokens": total}


def speech(asked: Asked) -> Answer:
    """A sound; its events, where the request wants them."""
    if asked.get("stream_format") != "sse":
        return Answer(SOUND, f"audio/{asked.get('response_format', 'mpeg').replace('mp3', 'mpeg')}")
    given = asked.tokens("input")
    usage = {"input_tokens": given, "output_tokens": 1, "total_tokens": given + 1}
    events: list[dict[str, Any]] = [
        {"type": "speech.audio.delta", "audio": base64.b64encode(SOUND).decode()},
        {"type": "speech.audio.done", "usage": usage},
    ]
    return Answer(kind="text/event-stream", events=typed(events))


def transcription(asked: Asked) -> Answer:
    """What was said in a sound, in the format that the request wants."""
    form = asked.get("response_format", "json")
    usage = {"type": "duration", "seconds": SECOND}
    if asked.get("stream"):
        deltas: list[dict[str, Any]] = [{"type": "transcript.text.delta", "delta": piece} for piece in pieces(TEXT)]
        counts = {"input_tokens": 1, "output_tokens": tokens(TEXT), "total_tokens": 1 + tokens(TEXT)}
        done: dict[str, Any] = {"type": "transcript.text.done", "text": TEXT, "usage": {"type": "tokens", **counts}}
        return Answer(kind="text/event-stream", events=typed([*deltas, done]))
    if form in ("text", "srt", "vtt"):
        return Answer(_subtitles(form), "text/plain")
    if form == "verbose_json":
        about = {"task": "transcribe", "language": "english", "duration": SECOND, "text": TEXT}
        return Answer({**about, "words": [], "segments": [_segment()], "usage": usage})
    if form == "diarized_json":
        segment = {"type": "transcript.text.segment", "id": "seg_0", "speaker": "A", "start": 0.0, "end": SECOND}
        about = {"task": "transcribe", "duration": SECOND, "text": TEXT}
        return Answer({**about, "segments": [{**segment, "text": TEXT}], "usage": usage})
    return Answer({"text": TEXT, "usage": usage})


def _segment() -> dict[str, Any]:
    scores = {"temperature": 0.0, "avg_logprob": 0.0, "compression_ratio": 1.0, "no_speech_prob": 0.0}
    return {"id": 0, "seek": 0, "start": 0.0, "end": SECOND, "text": TEXT, "tokens": [], **scores}


def _subtitles(form: str) -> str:
    if form == "text":
        return f"{TEXT}\n"
    if form == "srt":
        return f"1\n00:00:00,000 --> 00:00:01,000\n{TEXT}\n\n"
    return f"WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n{TEXT}\n\n"


def video(asked: Asked) -> Answer:
    """A video that waits to be made."""
    about = {name: asked.get(name) for name in ("model", "prompt", "seconds", "size")}
    fixed = {"object": "video", "status": "queued", "progress": 0, "created_at": CREATED}
    later = dict.fromkeys(("completed_at", "error", "expires_at", "remixed_from_video_id"))
    return Answer({"id": asked.id("video_"), **fixed, **about, **later})
