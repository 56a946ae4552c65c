"""The official client's arguments, as it sends them."""

import dataclasses
import datetime as dt
import enum
from typing import Any

import pydantic
import pytest

from registry.surfaces import is_foreign

HI = [{"role": "user", "content": "hi"}]


class NotGiven:
    """Named as the client's own."""


class Omit:
    """As above."""


class Level(enum.Enum):
    LOW = "low"


class Message(pydantic.BaseModel):
    role: str
    content: str
    name: str | None = None


@dataclasses.dataclass
class Turn:
    role: str
    content: str


class Answer(pydantic.BaseModel):
    """An answer."""

    a: int
    b: str | None = None


STRICT = {
    "description": "An answer.",
    "properties": {
        "a": {"title": "A", "type": "integer"},
        "b": {"anyOf": [{"type": "string"}, {"type": "null"}], "title": "B"},
    },
    "required": ["a", "b"],
    "title": "Answer",
    "type": "object",
    "additionalProperties": False,
}

VALUES: dict[str, tuple[Any, Any]] = {
    "what was not given is left out": ({"temperature": NotGiven(), "top_p": Omit()}, {}),
    "deep inside too": ({"reasoning": {"effort": "low", "summary": Omit()}}, {"reasoning": {"effort": "low"}}),
    "None is null": ({"stop": None}, {"stop": None}),
    "keys of extra_body are the body's": ({"extra_body": {"foo": 1, "n": 2}, "n": 1}, {"foo": 1, "n": 2}),
    "what is for the client stays there": ({"extra_headers": {}, "extra_query": {}, "timeout": 5}, {}),
    "an object of pydantic's": (
        {"messages": [Message(role="user", content="x")]},
        {"messages": [{"role": "user", "content": "x"}]},
    ),
    "a dataclass": ({"messages": [Turn("user", "x")]}, {"messages": [{"role": "user", "content": "x"}]}),
    "an enum": ({"reasoning_effort": Level.LOW}, {"reasoning_effort": "low"}),
    "a tuple": ({"stop": ("a", "b")}, {"stop": ["a", "b"]}),
    "a day": ({"metadata": {"on": dt.date(2026, 1, 2)}}, {"metadata": {"on": "2026-01-02"}}),
}


@pytest.mark.parametrize(("given", "sent"), VALUES.values(), ids=VALUES)
def test_values(send, given, sent):
    made = send("openai", {"model": "gpt-4o", **given}, "chat")
    assert made.body == {"model": "gpt-4o", **sent}


def test_a_file_stays_a_file(send):
    file = ("speech.mp3", b"abc", "audio/mpeg")
    assert send("openai", {"model": "whisper-1", "file": file}, "transcription").body["file"] is file


def test_a_class_as_a_response_format(send):
    made = send("openai", {"model": "gpt-4o", "messages": HI, "response_format": Answer}, "chat")
    assert made.body["response_format"] == {
        "type": "json_schema",
        "json_schema": {"name": "Answer", "strict": True, "schema": STRICT},
    }


def test_a_class_as_a_text_format(send):
    made = send(
        "openai", {"model": "gpt-5", "input": "x", "text_format": Answer, "text": {"verbosity": "low"}}, "responses"
    )
    assert made.body["text"] == {
        "verbosity": "low",
        "format": {"type": "json_schema", "name": "Answer", "strict": True, "schema": STRICT},
    }
    assert made.path(("text", "format", "schema")) == ("text_format", "schema")


def test_a_class_that_is_no_schema_stays(send):
    class Nothing:
        def __init__(self, x):
            self.x = x

    made = send("openai", {"model": "gpt-4o", "response_format": Nothing}, "chat")
    assert made.body["response_format"] is Nothing


def test_places_in_extra_body(send):
    made = send("openai", {"model": "gpt-4o", "messages": HI, "extra_body": {"foo": {"a": 1}}}, "chat")
    assert made.path(("foo", "a")) == ("extra_body", "foo", "a")


def test_a_body_of_json_alone_is_handed_on(send):
    body = {"model": "gpt-4o", "messages": HI, "logit_bias": {"1": 2}, "metadata": None}
    made = send("openai", body, "chat")
    assert (made.body, made.endpoint, made.dropped, made.notes) == (body, "chat", (), ())
    assert made.body["messages"] is HI
    assert not is_foreign(body)
    assert is_foreign({**body, "stop": ("a",)})
