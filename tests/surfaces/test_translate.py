"""The same request in the other endpoint's spelling, and what that one has no word for."""

import copy
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import registry
from registry.translate import LeftOver, translate

WEATHER = {"name": "weather", "description": "d", "parameters": {"type": "object", "properties": {}}, "strict": True}
GRAMMAR = {"syntax": "lark", "definition": 'start: "a"'}

PAIRS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "messages": (
        {"messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "hi"}]},
        {"input": [{"role": "system", "content": "s"}, {"role": "user", "content": "hi"}]},
    ),
    "parts": (
        {
            "messages": [
                {
                    "role": "user",
                    "content": [
                        {"type": "text", "text": "t"},
                        {"type": "image_url", "image_url": {"url": "u", "detail": "low"}},
                        {"type": "file", "file": {"file_id": "file-1"}},
                        {"type": "input_audio", "input_audio": {"data": "d", "format": "wav"}},
                    ],
                },
                {"role": "assistant", "content": [{"type": "text", "text": "a"}]},
            ]
        },
        {
            "input": [
                {
                    "role": "user",
                    "content": [
                        {"type": "input_text", "text": "t"},
                        {"type": "input_image", "image_url": "u", "detail": "low"},
                        {"type": "input_file", "file_id": "file-1"},
                        {"type": "input_audio", "input_audio": {"data": "d", "format": "wav"}},
                    ],
                },
                {"role": "assistant", "content": [{"type": "output_text", "text": "a"}]},
            ]
        },
    ),
    "tool calls and what they answered": (
        {
            "messages": [
                {
                    "role": "assistant",
                    "content": "let me see",
                    "tool_calls": [
                        {"id": "1", "type": "function", "function": {"name": "weather", "arguments": "{}"}},
                        {"id": "2", "type": "custom", "custom": {"name": "shell", "input": "ls"}},
                    ],
                },
                {"role": "tool", "tool_call_id": "1", "content": "sunny"},
                {"role": "tool", "tool_call_id": "2", "content": [{"type": "text", "text": "a b"}]},
            ]
        },
        {
            "input": [
                {"role": "assistant", "content": "let me see"},
                {"type": "function_call", "call_id": "1", "name": "weather", "arguments": "{}"},
                {"type": "custom_tool_call", "call_id": "2", "name": "shell", "input": "ls"},
                {"type": "function_call_output", "call_id": "1", "output": "sunny"},
                {"type": "custom_tool_call_output", "call_id": "2", "output": [{"type": "input_text", "text": "a b"}]},
            ]
        },
    ),
    "tools and the choice among them": (
        {
            "tools": [
                {"type": "function", "function": WEATHER},
                {"type": "custom", "custom": {"name": "c", "format": {"type": "grammar", "grammar": GRAMMAR}}},
            ],
            "tool_choice": {"type": "function", "function": {"name": "weather"}},
            "parallel_tool_calls": False,
        },
        {
            "tools": [
                {"type": "function", **WEATHER},
                {"type": "custom", "name": "c", "format": {"type": "grammar", **GRAMMAR}},
            ],
            "tool_choice": {"type": "function", "name": "weather"},
            "parallel_tool_calls": False,
        },
    ),
    "some tools allowed": (
        {
            "tool_choice": {
                "type": "allowed_tools",
                "allowed_tools": {
                    "mode": "auto",
                    "tools": [{"type": "function", "function": {"name": "f", "strict": False}}],
                },
            }
        },
        {
            "tool_choice": {
                "type": "allowed_tools",
                "mode": "auto",
                "tools": [{"type": "function", "name": "f", "strict": False}],
            }
        },
    ),
    "a search of the web": (
        {
            "web_search_options": {
                "search_context_size": "low",
                "user_location": {"type": "approximate", "approximate": {"country": "DE"}},
            }
        },
        {
            "tools": [
                {
                    "type": "web_search",
                    "search_context_size": "low",
                    "user_location": {"type": "approximate", "country": "DE"},
                }
            ]
        },
    ),
    "effort, verbosity, formats, lengths": (
        {
            "reasoning_effort": "low",
            "verbosity": "low",
            "response_format": {"type": "json_schema", "json_schema": {"name": "n", "schema": {}, "strict": True}},
            "max_completion_tokens": 100,
        },
        {
            "reasoning": {"effort": "low"},
            "text": {"verbosity": "low", "format": {"type": "json_schema", "name": "n", "schema": {}, "strict": True}},
            "max_output_tokens": 100,
        },
    ),
    "probabilities": (
        {"logprobs": True, "top_logprobs": 2},
        {"include": ["message.output_text.logprobs"], "top_logprobs": 2},
    ),
    "what both spell alike": (
        {"temperature": 0.2, "top_p": 1, "store": True, "metadata": {"a": "b"}, "service_tier": "flex", "stream": True},
        {"temperature": 0.2, "top_p": 1, "store": True, "metadata": {"a": "b"}, "service_tier": "flex", "stream": True},
    ),
}
each_pair = pytest.mark.parametrize(("chat", "responses"), PAIRS.values(), ids=PAIRS)


@each_pair
def test_there(chat, responses):
    assert translate(chat) == (responses, [])


@each_pair
def test_and_back(chat, responses):
    assert translate(responses, source="responses", target="chat") == (chat, [])


def left(found):
    return [one.path for one in found]


def test_what_responses_have_no_word_for():
    messages = [{"role": "user", "content": "hi", "name": "bob"}, {"role": "function", "name": "f", "content": "1"}]
    body = {
        "messages": messages,
        "n": 2,
        "stop": ["x"],
        "seed": 1,
        "logit_bias": {"1": 2},
        "modalities": ["text"],
        "audio": None,
    }
    made, found = translate(body)
    assert made == {"input": [{"role": "user", "content": "hi"}]}
    assert left(found) == ["messages[0].name", "messages[1]", "n", "stop", "seed", "logit_bias", "modalities"]
    assert found[2].as_dict() == {"path": "n", "value": 2}
    assert found[2] == LeftOver(("n",), 2)


def test_what_chat_completions_have_no_word_for():
    body = {
        "input": [
            {
                "role": "user",
                "content": [{"type": "input_image", "file_id": "file-1"}, {"type": "input_text", "text": "t"}],
            },
            {"type": "reasoning", "id": "rs_1", "summary": []},
            {"type": "item_reference", "id": "x"},
        ],
        "instructions": "be brief",
        "tools": [{"type": "file_search", "vector_store_ids": []}],
        "tool_choice": {"type": "file_search"},
        "reasoning": {"effort": "low", "summary": "auto"},
        "include": ["reasoning.encrypted_content"],
        "previous_response_id": "resp_1",
        "truncation": "auto",
        "background": None,
    }
    made, found = translate(body, source="responses", target="chat")
    assert made == {
        "messages": [
            {"role": "system", "content": "be brief"},
            {"role": "user", "content": [{"type": "text", "text": "t"}]},
        ],
        "reasoning_effort": "low",
    }
    assert left(found) == [
        "input[0].content[0]",
        "input[1]",
        "input[2]",
        "tools[0]",
        "tool_choice",
        "reasoning.summary",
        "include[0]",
        "previous_response_id",
        "truncation",
    ]


def test_older_spellings_of_chat_completions():
    body = {
        "functions": [WEATHER],
        "function_call": {"name": "weather"},
        "max_tokens": 5,
        "stream_options": {"include_usage": True},
    }
    assert translate(body) == (
        {
            "tools": [{"type": "function", **WEATHER}],
            "tool_choice": {"type": "function", "name": "weather"},
            "max_output_tokens": 5,
        },
        [],
    )


def test_functions_that_say_nothing_are_not_strict():
    tool = {"type": "function", "function": {"name": "f"}}
    assert translate({"tools": [tool]})[0] == {"tools": [{"type": "function", "name": "f", "strict": False}]}


def test_a_plain_input_is_a_message():
    assert translate({"input": "hi"}, source="responses", target="chat") == (
        {"messages": [{"role": "user", "content": "hi"}]},
        [],
    )


def test_endpoints_that_say_different_things():
    with pytest.raises(ValueError, match="target='embedding'"):
        translate({}, target="embedding")
    assert translate({"n": 1}, source="chat", target="chat") == ({"n": 1}, [])


@each_pair
def test_what_is_fine_stays_fine(chat, responses):
    """The catalogue has one model that takes all of this at both endpoints."""
    rest = {"model": "gpt-4.1", "max_completion_tokens": 500}
    body = {"messages": [{"role": "user", "content": "hi"}], **chat, **rest}
    before = registry.check(body, endpoint="chat", on="2026-10-01")
    after = registry.check(translate(body)[0], endpoint="responses", on="2026-10-01")
    del responses
    if before.ok:
        assert [str(error) for error in after.errors] == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["type", "role", "content", "a"]), inner, max_size=3)
    ),
    max_leaves=8,
)
KEYS = [
    "messages",
    "input",
    "tools",
    "tool_choice",
    "text",
    "reasoning",
    "include",
    "response_format",
    "functions",
    "logprobs",
]


@settings(deadline=None)  # a shared machine may pause
@given(st.dictionaries(st.sampled_from([*KEYS, "stream_options", "web_search_options", "n"]), JSON, max_size=4))
def test_bodies_may_hold_anything(body):
    before = copy.deepcopy(body)
    for source, target in (("chat", "responses"), ("responses", "chat")):
        made, found = translate(body, source=source, target=target)
        assert json.loads(json.dumps([made, [one.as_dict() for one in found]])) is not None
    assert body == before
