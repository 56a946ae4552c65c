"""A request that is to be answered, and what all answers are made of: names, numbers of tokens, events of a stream."""

from __future__ import annotations

import hashlib
import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any, TypeAlias

    from registry.facts import Model

    Event: TypeAlias = "tuple[str | None, Mapping[str, Any]]"
    """A name, where the endpoint's events have one, and the data."""
    Answering: TypeAlias = "Callable[[Asked], Answer]"

CREATED = 1_767_225_600
"""When everything was made: answers depend on the request alone."""

TEXT = "This is what a model might say."
BYTES_A_TOKEN = 4
"""Roughly; usage is filled in so that programs have something to add up, and never the same as the API's."""


class Asked:
    """A request: its body as the API reads it, and the model that it names."""

    __slots__ = ("body", "model", "name")

    def __init__(self, body: Mapping[str, Any], model: Model | None) -> None:
        self.body = body
        self.model = model
        self.name = str((model.snapshot if model else None) or body.get("model") or "")
        """The model as answers name it: what an alias stands for."""

    def id(self, prefix: str, of: object = None) -> str:
        """A name for something that is made: the same for the same request."""
        text = json.dumps([of, self.body], sort_keys=True, default=repr)
        return prefix + hashlib.sha256(text.encode()).hexdigest()[:24]

    def get(self, name: str, default: Any = None) -> Any:  # noqa: ANN401 - JSON
        """What the body says, or what holds when it is left out or null."""
        value = self.body.get(name)
        return default if value is None else value

    def tokens(self, *names: str) -> int:
        """About how many tokens some parts of the body are."""
        return sum(map(tokens, (self.body.get(name) for name in names)))


class Answer:
    """What is answered: JSON, text or bytes; or the events of a stream, with what marks its end."""

    __slots__ = ("content", "end", "events", "kind")

    def __init__(
        self,
        content: Any = None,  # noqa: ANN401 - JSON, or text, or bytes
        kind: str = "application/json",
        events: Iterable[Event] | None = None,
        end: str = "",
    ) -> None:
        self.content = content
        self.kind = kind
        self.events = events
        self.end = end

    def bytes(self) -> Sequence[bytes]:
        """As it goes over the wire, in one piece or one an event."""
        if self.events is not None:
            return [*(_event(name, data) for name, data in self.events), *([self.end.encode()] if self.end else [])]
        if isinstance(self.content, bytes):
            return [self.content]
        text = self.content if isinstance(self.content, str) else json.dumps(self.content, separators=(",", ":"))
        return [text.encode()]


def _event(name: str | None, data: Mapping[str, Any]) -> bytes:
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(data, separators=(',', ':'))}\n\n".encode()


DONE = "data: [DONE]\n\n"


def typed(events: Iterable[Mapping[str, Any]]) -> Iterable[Event]:
    """Events that are named by their type."""
    return ((str(data["type"]), data) for data in events)


def tokens(value: object) -> int:
    """About how many tokens the texts inside a value are."""
    if isinstance(value, str):
        return -(-len(value.encode(errors="replace")) // BYTES_A_TOKEN)
    if isinstance(value, dict):
        return sum(map(tokens, value.values()))
    if isinstance(value, list | tuple):
        return sum(map(tokens, value))
    return 0


def pieces(text: str) -> list[str]:
    """A text as a stream brings it: word by word."""
    words = text.split(" ")
    return [*(f"{word} " for word in words[:-1]), words[-1]]
