"""Parts of messages: chat completions' ⇄ responses'. Libraries differ in details that the API takes either way."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.surfaces._wire import Path

ASSISTANT = "assistant"
MARK = "prompt_cache_breakpoint"
FILE_KEYS = ("file_id", "file_data", "filename")
"""What both endpoints say about a file."""


class Manner:
    """How a library writes in responses' spelling what the API takes in several ways."""

    __slots__ = (
        "annotations",
        "detail",
        "instructions",
        "listed",
        "outputs",
        "schema_defaults",
        "strict",
        "tool_keys",
        "typed",
    )

    def __init__(
        self,
        *,
        typed: bool = False,
        listed: bool = False,
        instructions: bool = False,
        outputs: bool = False,
        annotations: bool = False,
        strict: bool | None = None,
        detail: str | None = None,
        tool_keys: tuple[str, ...] = (),
        schema_defaults: Mapping[str, Any] | None = None,
    ) -> None:
        self.typed = typed
        """Messages say that they are messages."""
        self.listed = listed
        """A text is a list of one part."""
        self.instructions = instructions
        """The first messages of the system become `instructions`."""
        self.outputs = outputs
        """What a tool answered is a list of parts."""
        self.annotations = annotations
        """Texts of the assistant are parts with an empty list of annotations."""
        self.strict = strict
        """What a function says about strictness when it does not say it itself; None: nothing."""
        self.detail = detail
        """The detail of an image that says none."""
        self.tool_keys = tool_keys
        """The keys of a function that are sent, null when it has none; empty: those it has."""
        self.schema_defaults = dict(schema_defaults or {})
        """What a schema for the answer says when it does not say it itself."""


def text_part(text: object, role: object, manner: Manner) -> dict[str, Any]:
    """A text as a part of responses: its type depends on who says it."""
    if role != ASSISTANT:
        return {"type": "input_text", "text": text}
    return {"type": "output_text", "text": text, **({"annotations": []} if manner.annotations else {})}


def to_input(part: Any, role: object, manner: Manner) -> Any:  # noqa: ANN401 - JSON
    """A part of chat completions as one of responses; what is none stays as it is."""
    if isinstance(part, str):
        return text_part(part, role, manner)
    if not isinstance(part, dict):
        return part
    kind, mark = part.get("type"), {MARK: part[MARK]} if MARK in part else {}
    if kind == "text":
        return {**text_part(part.get("text"), role, manner), **mark}
    if kind == "image_url":
        image = part.get("image_url")
        image = image if isinstance(image, dict) else {"url": image}
        detail = image.get("detail") or manner.detail
        named = {"type": "input_image", "image_url": image.get("url")}
        return {**named, **({"detail": detail} if detail else {}), **mark}
    if kind == "file":
        file = part.get("file")
        return {"type": "input_file", **(file if isinstance(file, dict) else {}), **mark}
    return part


def places(part: Any, given: Any) -> dict[Path, Path]:  # noqa: ANN401 - JSON
    """Where the keys of a part of responses came from in the given part."""
    found: dict[Path, Path] = {(): ()}
    kind = given.get("type") if isinstance(given, dict) else None
    if kind == "image_url" and isinstance(given.get("image_url"), dict):
        found |= {("image_url",): ("image_url", "url"), ("detail",): ("image_url", "detail")}
    elif kind == "file":
        found |= {(key,): ("file", key) for key in part if key != "type"}
    return found


def to_chat_part(part: Any) -> tuple[Any, dict[Path, object]]:  # noqa: ANN401 - JSON
    """A part of responses as one of chat completions, and what is lost; None when all of it is."""
    kind = part.get("type") if isinstance(part, dict) else None
    mark = {MARK: part[MARK]} if isinstance(part, dict) and MARK in part else {}
    if kind in ("input_text", "output_text", "text"):
        return {"type": "text", "text": part.get("text"), **mark}, {}
    if kind == "input_image" and part.get("image_url") is not None:
        detail = {"detail": part["detail"]} if part.get("detail") is not None else {}
        return {"type": "image_url", "image_url": {"url": part["image_url"], **detail}, **mark}, {}
    if kind == "input_file" and any(part.get(key) is not None for key in FILE_KEYS):
        file = {key: part[key] for key in FILE_KEYS if part.get(key) is not None}
        lost: dict[Path, object] = {(key,): part[key] for key in part.keys() - {*FILE_KEYS, "type", MARK}}
        return {"type": "file", "file": file, **mark}, lost
    if kind in ("input_audio", "refusal"):
        return part, {}
    return None, {(): part}
