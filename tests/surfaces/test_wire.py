"""The way back: places and fixes in the caller's spelling; what stayed behind, and whether that surprises."""

import copy

import pytest

from registry.surfaces import SURFACES

HI = [{"role": "user", "content": "hi"}]


def places(made, *paths):
    return [made.path(path) for path in paths]


def test_a_surface_that_there_is_none_of(send):
    with pytest.raises(ValueError, match="surface='curl': one of openai, litellm, langchain"):
        send("curl", {"model": "gpt-4o", "messages": HI})


def test_places_of_a_bridged_call(send):
    parts = [{"type": "text", "text": "t"}, {"type": "image_url", "image_url": {"url": "u", "detail": "low"}}]
    call = {"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}
    messages = [
        {"role": "system", "content": "s"},
        {"role": "user", "content": parts},
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "c", "content": "r"},
    ]
    tool = {"type": "function", "function": {"name": "f", "parameters": {}}}
    schema = {"type": "json_schema", "json_schema": {"name": "n", "schema": {}}}
    arguments = {
        "model": "gpt-5-pro",
        "messages": messages,
        "reasoning_effort": "low",
        "max_tokens": 100,
        "tools": [tool],
        "tool_choice": {"type": "function", "function": {"name": "f"}},
        "response_format": schema,
    }
    made = send("litellm", arguments, "chat")
    assert made.endpoint == "responses"
    assert places(
        made,
        ("instructions",),
        ("input", 0, "content", 1, "image_url"),
        ("input", 0, "content", 1, "detail"),
        ("input", 1, "arguments"),
        ("input", 2, "output", 0, "text"),
        ("reasoning", "effort"),
        ("max_output_tokens",),
        ("tools", 0, "parameters"),
        ("tool_choice", "name"),
        ("text", "format", "schema", "properties"),
        ("text", "verbosity"),
        ("model",),
    ) == [
        ("messages", 0, "content"),
        ("messages", 1, "content", 1, "image_url", "url"),
        ("messages", 1, "content", 1, "image_url", "detail"),
        ("messages", 2, "tool_calls", 0, "function", "arguments"),
        ("messages", 3, "content", 0, "text"),
        ("reasoning_effort",),
        ("max_tokens",),
        ("tools", 0, "function", "parameters"),
        ("tool_choice", "function", "name"),
        ("response_format", "json_schema", "schema", "properties"),
        ("verbosity",),
        ("model",),
    ]


def test_places_of_an_effort_that_is_an_object(send):
    arguments = {
        "model": "openai/responses/gpt-5",
        "messages": HI,
        "reasoning_effort": {"effort": "low", "summary": "auto"},
    }
    made = send("litellm", arguments, "chat")
    assert made.body["reasoning"] == {"effort": "low", "summary": "auto"}
    assert places(made, ("reasoning", "effort"), ("reasoning", "summary")) == [
        ("reasoning_effort", "effort"),
        ("reasoning_effort", "summary"),
    ]


FIXES = {
    "a value": (
        {"model": "gpt-5-pro", "messages": HI, "reasoning_effort": "low"},
        [{"op": "replace", "path": "/reasoning/effort", "value": "high"}],
        [{"op": "replace", "path": "/reasoning_effort", "value": "high"}],
    ),
    "a value in an object": (
        {"model": "gpt-5-pro", "messages": HI, "reasoning_effort": {"effort": "low", "summary": "auto"}},
        [{"op": "replace", "path": "/reasoning/effort", "value": "high"}],
        [{"op": "replace", "path": "/reasoning_effort/effort", "value": "high"}],
    ),
    "what was not given": (
        {"model": "gpt-5-pro", "messages": HI},
        [{"op": "add", "path": "/reasoning", "value": {"effort": "high"}}],
        [{"op": "add", "path": "/reasoning_effort", "value": "high"}],
    ),
    "what moved": (
        {"model": "gpt-5", "messages": HI, "max_tokens": 200_000},
        [{"op": "replace", "path": "/max_completion_tokens", "value": 128_000}],
        [{"op": "replace", "path": "/max_tokens", "value": 128_000}],
    ),
    "leaving out": (
        {"model": "gpt-4o", "messages": HI, "extra_body": {"foo": 1}},
        [{"op": "remove", "path": "/foo"}],
        [{"op": "remove", "path": "/extra_body/foo"}],
    ),
    "a part of a message": (
        {
            "model": "gpt-5-pro",
            "messages": [{"role": "user", "content": [{"type": "text", "text": "a"}, {"type": "text", "text": "b"}]}],
        },
        [{"op": "remove", "path": "/input/0/content/1"}],
        [{"op": "remove", "path": "/messages/0/content/1"}],
    ),
    "the model's name, with its prefix": (
        {"model": "openai/gpt-5-prro", "messages": HI},
        [{"op": "replace", "path": "/model", "value": "gpt-5.1"}],
        [{"op": "replace", "path": "/model", "value": "openai/gpt-5.1"}],
    ),
    "what no argument says": (
        {"model": "gpt-5-pro", "messages": HI},
        [{"op": "replace", "path": "/input/0/content/0/type", "value": "output_text"}],
        None,
    ),
    "a place that is not there": ({"model": "gpt-4o", "messages": HI}, [{"op": "remove", "path": "/nowhere/0"}], None),
}


@pytest.mark.parametrize(("arguments", "edits", "expected"), FIXES.values(), ids=FIXES)
def test_fixes_in_the_callers_spelling(send, arguments, edits, expected):
    assert send("litellm", arguments, "chat").edits(edits) == expected


def test_what_stays_behind_and_whether_that_surprises(send):
    arguments = {
        "model": "gpt-5",
        "messages": HI,
        "api_key": "sk-none",
        "input_cost_per_token": 0.1,
        "_router_weights": {},
        "metadata": {"a": "b"},
        "temperature": 0.2,
        "top_p": 0.5,
        "seed": 1,
        "additional_drop_params": ["seed"],
        "drop_params": True,
    }
    made = send("litellm", arguments, "chat")
    assert made.body == {"model": "gpt-5", "messages": HI}
    assert {one.path: (one.kind, one.surprising) for one in made.dropped} == {
        ("api_key",): ("own", False),
        ("input_cost_per_token",): ("own", False),
        ("_router_weights",): ("own", False),
        ("metadata",): ("kept", True),
        ("temperature",): ("unsupported", True),
        ("top_p",): ("unsupported", True),
        ("seed",): ("asked", False),
        ("additional_drop_params",): ("own", False),
        ("drop_params",): ("own", False),
    }


def test_a_mistyped_name_that_a_function_swallows(send):
    made = send("litellm", {"model": "gpt-5", "input": "hi", "temprature": 1}, "responses")
    assert [(one.path, one.kind) for one in made.dropped] == [(("temprature",), "unknown")]


CYCLE: dict[str, object] = {}
CYCLE["self"] = CYCLE
HOSTILE = {
    "an object in itself": CYCLE,
    "bytes": b"\xff",
    "an object of ours": object(),
    "a class": int,
    "not a number": float("nan"),
    "a huge number": 10**5000,
    "half a pair": "\ud800",
    "a generator": (number for number in (1, 2)),
    "keys that are no strings": {None: 1, 2: 3},
    "nothing": None,
    "arrays in arrays": [[[[]]]],
}
PLACES = (
    "model",
    "messages",
    "input",
    "tools",
    "tool_choice",
    "response_format",
    "reasoning_effort",
    "extra_body",
    "bound",
)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("endpoint", ["chat", "responses", None])
def test_arguments_may_hold_anything(send, surface, endpoint, name):
    for place in PLACES:
        for inner in (HOSTILE[name], [HOSTILE[name]], {"type": HOSTILE[name], "function": HOSTILE[name]}):
            for model in ("gpt-5-pro", "gpt-4o"):
                made = send(surface, {"model": model, "messages": HI, place: inner}, endpoint)
                assert isinstance(made.body, dict)
                made.path(("input", 0, "content", 0))
                made.edits([{"op": "remove", "path": f"/{place}"}])


def test_nothing_of_the_arguments_is_changed(send):
    messages = [
        {"role": "developer", "content": "d"},
        {"role": "user", "content": [{"type": "image_url", "image_url": "u"}]},
    ]
    arguments = {
        "model": "gpt-4o",
        "messages": messages,
        "tools": [{"type": "function", "function": {"name": "f"}, "cache_control": {}}],
    }
    before = copy.deepcopy(arguments)
    made = send("litellm", arguments, "chat")
    assert made.body["messages"][0]["role"] == "system"
    assert arguments == before
