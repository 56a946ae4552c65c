"""What the recordings don't show of LangChain: its message objects, tools from classes, a constructor alone."""

import dataclasses
from typing import Any

import pydantic

HI = [{"role": "user", "content": "hi"}]


@dataclasses.dataclass
class Said:
    """Shaped as LangChain's own messages are."""

    type: str
    content: Any
    tool_calls: list[dict[str, Any]] = dataclasses.field(default_factory=list)
    invalid_tool_calls: list[dict[str, Any]] = dataclasses.field(default_factory=list)
    tool_call_id: str | None = None
    name: str | None = None
    additional_kwargs: dict[str, Any] = dataclasses.field(default_factory=dict)


class Weather(pydantic.BaseModel):
    """Say the weather."""

    place: str


def test_a_conversation_of_message_objects(send):
    messages = [
        Said("system", "s"),
        Said("human", [{"type": "text", "text": "t"}, {"type": "image", "url": "u"}]),
        Said("ai", "", tool_calls=[{"name": "f", "args": {"a": 1}, "id": "c"}]),
        Said("tool", "r", tool_call_id="c", name="f"),
        Said("human", "q", name="bob"),
    ]
    assert send("langchain", {"model": "gpt-4o", "messages": messages}).body["messages"] == [
        {"role": "system", "content": "s"},
        {"role": "user", "content": [{"type": "text", "text": "t"}, {"type": "image_url", "image_url": {"url": "u"}}]},
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"type": "function", "id": "c", "function": {"name": "f", "arguments": '{"a": 1}'}}],
        },
        {"role": "tool", "content": "r", "tool_call_id": "c"},
        {"role": "user", "content": "q", "name": "bob"},
    ]


def test_calls_are_sent_even_where_their_arguments_are_no_json(send):
    good, bad = {"name": "f", "args": {"a": 1}, "id": "c"}, {"name": "g", "args": "{a", "id": "d", "error": None}
    sent = [
        {"type": "function", "id": "c", "function": {"name": "f", "arguments": '{"a": 1}'}},
        {"type": "function", "id": "d", "function": {"name": "g", "arguments": "{a"}},
    ]
    (said,) = send("langchain", {"model": "gpt-4o", "messages": [Said("ai", "", [good], [bad])]}).body["messages"]
    assert said == {"role": "assistant", "content": None, "tool_calls": sent}


def test_calls_in_dicts_may_be_written_either_way(send):
    own = {"name": "f", "args": {"a": 1}, "id": "c"}
    sent = {"type": "function", "id": "d", "function": {"name": "f", "arguments": "{}"}}
    messages = [{"role": "assistant", "content": "", "tool_calls": [own, sent]}]
    assert send("langchain", {"model": "gpt-4o", "messages": messages}).body["messages"] == [
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"type": "function", "id": "c", "function": {"name": "f", "arguments": '{"a": 1}'}}, sent],
        }
    ]


def test_pairs_strings_and_dicts(send):
    given = [("system", "s"), ("human", "a"), "b", {"role": "ai", "content": "c"}]
    assert send("langchain", {"model": "gpt-4o", "input": given}).body["messages"] == [
        {"role": "system", "content": "s"},
        {"role": "user", "content": "a"},
        {"role": "user", "content": "b"},
        {"role": "assistant", "content": "c"},
    ]


def test_a_class_as_a_tool(send):
    made = send(
        "langchain", {"model": "gpt-4o", "messages": "hi", "bound": {"tools": [Weather], "tool_choice": "Weather"}}
    )
    assert made.body["tools"] == [
        {
            "type": "function",
            "function": {
                "name": "Weather",
                "description": "Say the weather.",
                "parameters": {
                    "properties": {"place": {"title": "Place", "type": "string"}},
                    "required": ["place"],
                    "type": "object",
                },
            },
        }
    ]
    assert made.body["tool_choice"] == {"type": "function", "function": {"name": "Weather"}}


def test_a_constructor_alone_is_judged_by_the_smallest_request(send):
    made = send("langchain", {"model": "gpt-4o", "temperature": 3})
    assert made.body == {"model": "gpt-4o", "temperature": 3, "stream": False, "messages": HI}
    assert [note.kind for note in made.notes] == ["added", "added"]


def test_what_the_constructor_drops(send):
    made = send("langchain", {"model": "gpt-5", "temperature": 0.2, "messages": "hi"})
    assert "temperature" not in made.body
    assert [(one.path, one.kind) for one in made.dropped] == [(("temperature",), "unsupported")]


def test_places_of_constructor_model_kwargs_and_bound_arguments(send):
    arguments = {
        "model_name": "gpt-4o",
        "max_tokens": 5,
        "streaming": True,
        "model_kwargs": {"user": "u"},
        "messages": "hi",
        "bound": {"stop": ["x"]},
    }
    made = send("langchain", arguments)
    paths = [("model",), ("max_completion_tokens",), ("stream",), ("user",), ("stop", 0)]
    assert [made.path(path) for path in paths] == [
        ("model_name",),
        ("max_tokens",),
        ("streaming",),
        ("model_kwargs", "user"),
        ("bound", "stop", 0),
    ]
