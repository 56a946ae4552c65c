"""Requests out of the official client's parameter types: every field, every literal, every variant of a union."""

from __future__ import annotations

import importlib
import types
import typing
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import typing_extensions

if TYPE_CHECKING:
    from collections.abc import Iterator

    Road = tuple[str, ...]

TYPES = {
    "batch": ["batch_create_params.BatchCreateParams"],
    "chat": [
        "chat.completion_create_params.CompletionCreateParamsNonStreaming",
        "chat.completion_create_params.CompletionCreateParamsStreaming",
    ],
    "completion": ["completion_create_params.CompletionCreateParamsNonStreaming"],
    "decision": ["decision_create_params.DecisionCreateParams"],
    "embedding": ["embedding_create_params.EmbeddingCreateParams"],
    "image": ["image_generate_params.ImageGenerateParamsNonStreaming"],
    "image_edit": ["image_edit_params.ImageEditParamsNonStreaming"],
    "image_variation": ["image_create_variation_params.ImageCreateVariationParams"],
    "moderation": ["moderation_create_params.ModerationCreateParams"],
    "realtime": ["realtime.client_secret_create_params.ClientSecretCreateParams"],
    "responses": ["responses.response_create_params.ResponseCreateParamsNonStreaming"],
    "responses_compact": ["responses.response_compact_params.ResponseCompactParams"],
    "responses_input_tokens": ["responses.input_token_count_params.InputTokenCountParams"],
    "speech": ["audio.speech_create_params.SpeechCreateParams"],
    "transcription": ["audio.transcription_create_params.TranscriptionCreateParamsNonStreaming"],
    "translation": ["audio.translation_create_params.TranslationCreateParams"],
    "video": ["video_create_params.VideoCreateParams"],
}
"""The types of each endpoint's parameters, below `openai.types`."""

EXAMPLES: dict[str, list[Any]] = {
    "content": ["say json"],
    "frame_count": [9],
    "image_url": ["https://example.com/a.png"],
    "language": ["en"],
    "max_output_tokens": [16],
    "seconds": [3600],
    "server_url": ["https://example.com"],
    "size": ["1024x1024"],
    "temperature": [1.0, 0.5],
    "text": ["say json"],
    "url": ["https://example.com/a.png"],
    "voice": ["alloy"],
}
"""Values for fields whose type says too little."""

IDS = {
    "ResponseOutputMessageParam": "msg_1",
    "ResponseReasoningItemParam": "rs_1",
    "ResponseFunctionToolCallParam": "fc_1",
    "ResponseCustomToolCallParam": "ctc_1",
    "ResponseFunctionWebSearchParam": "ws_1",
    "FunctionCallOutput": "fc_1",
}
"""The ids that the API gives to its items, by type."""

FIXED = {("ContextManagement", "type"): "compaction", ("ToolFunction", "parameters"): {"type": "object"}}
"""Values that the documentation of a field tells, and its type does not."""

PLAIN: dict[object, list[Any]] = {str: ["x"], bool: [True, False], int: [1], float: [0.5, 1], object: [{}], Any: [{}]}
FILE = {"__file__": "a.png", "content_type": "image/png", "bytes": 100}
WRAPPERS = (typing_extensions.Required, typing_extensions.NotRequired, typing.Annotated)


def bodies(mode: str, depth: int = 4) -> Iterator[dict[str, Any]]:
    """Every body of an endpoint that differs from the smallest in one place."""
    seen = set()
    for name in TYPES[mode]:
        module, _, cls = name.rpartition(".")
        for body in _values(getattr(importlib.import_module(f"openai.types.{module}"), cls), (), depth):
            if repr(body) not in seen:
                seen.add(repr(body))
                yield body


def _hints(cls: Any) -> dict[str, Any]:
    return get_type_hints(cls, include_extras=True)


def _bare(kind: Any) -> Any:
    while get_origin(kind) in WRAPPERS or isinstance(kind, typing_extensions.TypeAliasType):
        kind = kind.__value__ if isinstance(kind, typing_extensions.TypeAliasType) else get_args(kind)[0]
    return kind


def _values(kind: Any, road: Road, depth: int) -> Iterator[Any]:
    kind = _bare(kind)
    origin = get_origin(kind)
    if _is_file(kind):
        yield FILE
    elif origin in (Union, types.UnionType):
        for option in get_args(kind):
            yield from _values(option, road, depth)
    elif origin is Literal:
        yield from get_args(kind)
    elif kind is type(None):
        yield None
    elif typing_extensions.is_typeddict(kind):
        yield from _objects(kind, road, depth)
    elif kind in PLAIN:
        yield from EXAMPLES.get(road[-1] if road else "", PLAIN[kind]) if kind in (str, int, float) else PLAIN[kind]
    elif getattr(origin, "__name__", "") in ("dict", "Mapping"):
        yield {}
        yield from ({"key": value} for value in _values(get_args(kind)[1], (*road, ""), depth - 1))
    else:  # a list, an iterable, a sequence that is no string
        yield from ([value] for value in _values(get_args(kind)[0], road, depth))
        yield []


def _objects(cls: Any, road: Road, depth: int) -> Iterator[dict[str, Any]]:
    if road.count(cls.__name__) > 0:
        return
    inner = (*road, cls.__name__)
    hints = _hints(cls)
    smallest = {
        key: value
        for key, hint in hints.items()
        if get_origin(hint) is typing_extensions.Required
        for value in [_first(cls, key, hint, inner)]
    }
    yield smallest
    if depth > 0:
        for key, hint in hints.items():
            for value in _chosen(cls, key, hint, inner, depth - 1):
                yield {**smallest, key: value}


def _first(cls: Any, key: str, hint: Any, road: Road) -> Any:
    """The simplest value that is something."""
    values = list(_chosen(cls, key, hint, road, 0))
    return next((value for value in values if value is not True and value not in (None, [])), values[0])


def _chosen(cls: Any, key: str, hint: Any, road: Road, depth: int) -> Iterator[Any]:
    if (cls.__name__, key) in FIXED:
        yield FIXED[cls.__name__, key]
    elif key == "id" and cls.__name__ in IDS:
        yield IDS[cls.__name__]
    else:
        yield from _values(hint, (*road, key), depth)


def _is_file(kind: Any) -> bool:
    """Files are streams, bytes, paths, and tuples of a name and one of those."""
    return kind in (bytes, PathLike) or get_origin(kind) in (typing.IO, PathLike, tuple)
