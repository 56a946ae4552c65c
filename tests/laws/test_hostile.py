"""Whatever a body holds: a verdict and its words, never an exception; the body as it was; words of readable length."""

from __future__ import annotations

import collections
import copy
import decimal
import enum
import json
import sys
import threading
import types
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent))
import bodies

import registry
from registry.catalogue import FILE, Catalogue, bundled
from registry.check import as_judged

ON = "2026-11-24"
READABLE = 4000
"""Characters that a message may have at the most."""
LONG = "x" * 10_000_000


class Plain(enum.StrEnum):
    """Members that are strings in all but type."""

    LOW = "low"
    USER = "user"
    TEXT = "text"
    TYPO = "temprature"


class Mixed(str, enum.Enum):  # noqa: UP042 - the older spelling prints otherwise
    """As above, in the spelling whose `str()` is the member's name."""

    LOW = "low"
    USER = "user"
    TEXT = "text"
    TYPO = "temprature"


class Text(str):  # noqa: SLOT000 - the point is that it is a str
    """A string of another type."""


class Number(int):
    """An integer of another type."""


class Fields(dict[str, Any]):
    """An object of another type."""


class Mute:
    """An object that can neither be printed nor measured."""

    def __repr__(self):
        raise RuntimeError("no words")

    __str__ = __repr__

    def __len__(self):
        raise RuntimeError("no length")


def nested(depth, key=None):
    value: Any = "x"
    for _ in range(depth):
        value = [value] if key is None else {key: value}
    return value


def cyclic(container):
    inner: Any = container()
    if isinstance(inner, dict):
        inner["a"] = inner
    else:
        inner.append(inner)
    return inner


HOSTILE: dict[str, Any] = {
    "null": None,
    "true": True,
    "zero": 0,
    "minus one": -1,
    "a googol of googols": 10**5000,
    "the negative of it": -(10**5000),
    "nan": float("nan"),
    "infinity": float("inf"),
    "minus infinity": float("-inf"),
    "the largest float": sys.float_info.max,
    "minus zero": -0.0,
    "an empty string": "",
    "a blank": " ",
    "a number as text": "1",
    "half a pair": "\ud800",
    "a null byte": "\x00",
    "ten million characters": LONG,
    "an empty array": [],
    "an array of null": [None],
    "arrays in arrays": [[[]]],
    "an array of everything": [None, True, 0, 0.5, "x", [], {}],
    "an empty object": {},
    "a tagless object": {"type": None},
    "an object of a tag": {"type": "x", "role": "x", "name": None},
    "ten thousand arrays deep": nested(10_000),
    "ten thousand objects deep": nested(10_000, "a"),
    "an array in itself": cyclic(list),
    "an object in itself": cyclic(dict),
    "a tuple": ("x", 1),
    "bytes": b"\xff",
    "a bytearray": bytearray(b"x"),
    "a set": {1},
    "a generator": (number for number in (1, 2)),
    "a range": range(3),
    "a decimal": decimal.Decimal("0.5"),
    "a complex number": 1j,
    "an object of ours": object(),
    "an object without words": Mute(),
    "a class": int,
    "an enum": Plain.LOW,
    "an older enum": Mixed.LOW,
    "a tag that is an enum": {"type": Plain.TEXT, "role": Plain.USER, "content": "hi", "text": "hi"},
    "a tag that is an older enum": {"type": Mixed.TEXT, "role": Mixed.USER, "content": "hi", "text": "hi"},
    "keys that are enums": {Plain.TYPO: 1, Mixed.TYPO: 1, Mixed.TEXT: {Mixed.TYPO: 1}},
    "text of another type": Text("low"),
    "a number of another type": Number(1),
    "an object of another type": Fields(type="text"),
    "an ordered object": collections.OrderedDict(type="text"),
    "an object that makes keys": collections.defaultdict(list, type="text"),
    "a mapping": types.MappingProxyType({"type": "text"}),
    "a mapping of another kind": collections.UserDict(type="text"),
    "keys that are no strings": {None: 1, True: 2, 0.5: 4, b"x": 5, (1, 2): 6, frozenset(): 7},
    "keys with signs": {"": 1, "a.b": 1, "a/~b": 1, "a[0]": 1, "[": 1, "]": 1, "\ud800": 1},
}
KEYS: list[Any] = [
    None,
    1,
    True,
    0.5,
    b"x",
    (1, 2),
    frozenset(),
    Plain.TYPO,
    Mixed.TYPO,
    "",
    "[",
    "x]",
    "a[0]",
    "a~/b",
    "\ud800",
]

MODELS = {
    "responses": "gpt-5.1",
    "chat": "gpt-5.1",
    "completion": "gpt-4o-mini",
    "embedding": "text-embedding-3-small",
    "moderation": "omni-moderation-latest",
    "decision": "gpt-6-luna",
    "transcription": "whisper-1",
    "translation": "whisper-1",
    "speech": "tts-1",
    "image": "gpt-image-2",
    "image_edit": "gpt-image-2",
    "video": "sora-2",
    "realtime": "gpt-realtime-2",
}
"""A model for each endpoint; one that is gone is as good."""

KEPT = {mode: set(bodies.MINIMAL[mode]) for mode in MODELS if mode != "realtime"}
"""What a fix never takes away: without it there is no request."""


def minimal(mode):
    return {"model": MODELS[mode], **copy.deepcopy(bodies.MINIMAL[mode])}


def fields_of(mode):
    shape = bundled().shape(mode)
    assert shape is not None
    return list(shape["body"]["fields"])


def prints(value, depth=0):
    """What a value is made of: types and identities, as deep as it matters here."""
    if depth > 6:
        return id(value)
    if isinstance(value, dict):
        return (type(value), tuple((key, prints(item, depth + 1)) for key, item in value.items()))
    if isinstance(value, list | tuple):
        return (type(value), tuple(prints(item, depth + 1) for item in value[:1000]), len(value))
    return (type(value), id(value))


def judge(body, endpoint):
    """Everything that can be asked about a body, and what has to hold for any."""
    before = prints(body)
    report = registry.check(body, endpoint=endpoint, on=ON)
    said = (str(report), repr(report))
    assert all(isinstance(text, str) for text in said)
    for diagnostic in (*report.errors, *report.warnings, *report.skipped):
        assert 0 < len(diagnostic.message) < READABLE
        assert len(diagnostic.path) < READABLE
        assert (diagnostic.api is not None) == (diagnostic.severity == "error") == (diagnostic.status is not None)
        assert len(json.dumps(diagnostic.as_dict())) < 20 * READABLE
        for fix in diagnostic.fixes:
            left = registry.check(fix.apply(as_judged(body, endpoint=endpoint, on=ON)), endpoint=endpoint, on=ON)
            assert (diagnostic.code, diagnostic.path) not in [(error.code, error.path) for error in left.errors]
    again = json.loads(json.dumps(report.as_dict()))
    assert (again["ok"], bool(again["api"])) == (report.ok, not report.ok)
    assert (report.status == 200) == report.ok
    if report.ok:
        assert registry.validate(body, endpoint=endpoint, on=ON).ok
    else:
        with pytest.raises(registry.InvalidRequest):
            registry.validate(body, endpoint=endpoint, on=ON)
    if isinstance(body, dict):
        mended(body, endpoint)
    assert prints(body) == before


def mended(body, endpoint):
    """A fixed body is fine, or what is left has no fix; nothing new is wrong, and nobody lost the conversation."""
    fixed, changes = registry.fix(body, endpoint=endpoint, on=ON)
    first = registry.check(body, endpoint=endpoint, on=ON)
    left = registry.check(fixed, endpoint=endpoint, on=ON)
    assert [error for error in left.errors if error.fixes] == []
    # A key that gets its right name brings along what is wrong inside it.
    assert len(left.errors) <= len(first.errors) or any(change.title.startswith("write") for change in changes)
    assert first.ok <= (not changes)
    assert KEPT.get(endpoint, set()) & set(body) <= set(fixed)
    json.dumps([change.as_dict() for change in changes])


@pytest.mark.parametrize("endpoint", [None, "chat", "responses", "transcription", "image_edit"])
@pytest.mark.parametrize("name", HOSTILE)
def test_a_body_that_is_no_body(name, endpoint):
    judge(HOSTILE[name], endpoint)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("mode", MODELS)
def test_a_field_may_hold_anything(mode, name):
    for field in (*fields_of(mode), "temprature"):
        judge({**minimal(mode), field: HOSTILE[name]}, mode)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("mode", ["chat", "responses"])
def test_a_message_and_a_tool_may_hold_anything(mode, name):
    field, value = ("messages" if mode == "chat" else "input"), HOSTILE[name]
    message = {"role": "user", "content": "hi"}
    for odd in (
        value,
        {**message, "content": value},
        {**message, "content": [value]},
        {**message, "content": [{"type": value}]},
        {**message, "role": value},
        {**message, "type": value},
        {"type": "function_call", "call_id": value, "name": value, "arguments": value},
    ):
        judge({**minimal(mode), field: [message, odd]}, mode)
    for tool in (
        value,
        {"type": value},
        {"type": "function", "name": value, "function": value},
        {
            "type": "function",
            "name": "a",
            "strict": True,
            "parameters": value,
            "function": {"name": "a", "parameters": value},
        },
        {"type": "function", "name": "a", "strict": True, "parameters": {"type": "object", "properties": {"a": value}}},
    ):
        judge({**minimal(mode), "tools": [tool], "tool_choice": value}, mode)


@pytest.mark.parametrize("key", KEYS, ids=repr)
@pytest.mark.parametrize("mode", MODELS)
def test_a_key_may_be_anything(mode, key):
    judge({**minimal(mode), key: 1}, mode)


@pytest.mark.parametrize("mode", ["chat", "image_edit"])
def test_a_key_of_ten_million_characters(mode):
    judge({**minimal(mode), LONG: 1}, mode)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("mode", ["transcription", "image_edit"])
def test_a_field_of_a_form_may_hold_anything(mode, name):
    value = HOSTILE[name]
    for key in (
        "image[]",
        "image[0]",
        "include[]",
        "timestamp_granularities[]",
        "languages[]",
        "svg[model]",
        "n[]",
        "x[]",
    ):
        judge({**minimal(mode), key: value}, mode)
    judge({**minimal(mode), "file": {"__file__": value, "content_type": value, "bytes": value}}, mode)


def test_json_text_in_a_form_that_is_too_deep():
    for field in ("svg", "mask", "images", "chunking_strategy", "prompt_rewriter"):
        judge({**minimal("image_edit"), field: "[" * 100_000}, "image_edit")
        judge({**minimal("transcription"), field: '{"a":' * 100_000}, "transcription")


def test_many_mistakes_at_once():
    many = {**minimal("chat"), "messages": [{"role": "nobody", "content": "hi"}] * 5000}
    assert len(registry.check(many, endpoint="chat", on=ON).errors) == 5000
    keys = {**minimal("chat"), **{f"key {number}": 1 for number in range(5000)}}
    assert len(registry.check(keys, endpoint="chat", on=ON).errors) == 5000


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["text", "user", "function", "input_text", "low", "none", "auto", "json", "gpt-4o"]),
)
WORDS = st.one_of(
    st.sampled_from(
        [
            "model",
            "messages",
            "input",
            "role",
            "content",
            "type",
            "text",
            "tools",
            "name",
            "function",
            "parameters",
            "strict",
        ],
    ),
    st.text(max_size=6),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)
relaxed = settings(derandomize=True, deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("mode", MODELS)
@relaxed
@given(data=st.data())
def test_any_json_in_any_field(mode, data):
    odd = data.draw(st.dictionaries(st.sampled_from(fields_of(mode)) | WORDS, JSON, min_size=1, max_size=4))
    judge({**minimal(mode), **odd}, mode)


@relaxed
@given(body=JSON)
def test_any_json_as_a_body(body):
    judge(body, None)


RICH: dict[str, Any] = {
    "chat": {
        "model": "gpt-5.1",
        "messages": [
            {"role": "developer", "content": [{"type": "text", "text": "Answer in JSON."}]},
            {"role": "user", "content": [{"type": "image_url", "image_url": {"url": "https://example.com/a.png"}}]},
            {
                "role": "assistant",
                "tool_calls": [{"id": "c", "type": "function", "function": {"name": "a", "arguments": "{}"}}],
            },
            {"role": "tool", "tool_call_id": "c", "content": "sun"},
        ],
        "tools": [{"type": "function", "function": {"name": "a", "parameters": {"type": "object", "properties": {}}}}],
        "tool_choice": {"type": "function", "function": {"name": "a"}},
        "response_format": {"type": "json_object"},
        "reasoning_effort": "low",
        "stream": True,
        "stream_options": {"include_usage": True},
        "metadata": {"a": "b"},
    },
    "responses": {
        "model": "gpt-5.1",
        "input": [
            {"role": "user", "content": [{"type": "input_text", "text": "hi"}]},
            {"type": "reasoning", "id": "rs_1", "summary": []},
            {"type": "function_call", "id": "fc_1", "call_id": "c", "name": "a", "arguments": "{}"},
            {"type": "function_call_output", "call_id": "c", "output": "sun"},
            {"role": "assistant", "content": [{"type": "output_text", "text": "ok", "annotations": []}]},
        ],
        "tools": [
            {"type": "function", "name": "a", "parameters": {"type": "object", "properties": {}}},
            {"type": "web_search"},
        ],
        "text": {"format": {"type": "json_schema", "name": "a", "schema": {"type": "object"}}, "verbosity": "low"},
        "reasoning": {"effort": "low", "summary": "auto"},
        "include": ["reasoning.encrypted_content"],
    },
}


def places(value, road=()):
    yield road
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in inner:
        yield from places(item, (*road, step))


@pytest.mark.parametrize("mode", RICH)
def test_a_rich_body_is_fine(mode):
    assert registry.check(RICH[mode], endpoint=mode, on=ON).errors == ()


@pytest.mark.parametrize("mode", RICH)
@relaxed
@given(data=st.data())
def test_one_thing_changed_in_a_rich_body(mode, data):
    body = copy.deepcopy(RICH[mode])
    *road, last = data.draw(st.sampled_from([road for road in places(body) if road]))
    inside = body
    for step in road:
        inside = inside[step]
    if data.draw(st.booleans()):
        inside[last] = data.draw(JSON)
    else:
        del inside[last]
    judge(body, mode)


def verdict(catalogue, body, mode, on):
    report = registry.check(body, endpoint=mode, on=on, catalogue=catalogue)
    return [(each.code, each.path) for each in (*report.errors, *report.warnings, *report.skipped)]


def test_threads_agree_on_a_fresh_catalogue():
    pairs = list(bodies.pairs(bundled()))
    asked = [({**bodies.MINIMAL[mode], "model": model, "n": 0, "x": 1}, mode, on) for model, mode, on in pairs]
    expected = [verdict(bundled(), *request) for request in asked]
    fresh, found = Catalogue.load(FILE), {}

    def work(name):
        found[name] = [verdict(fresh, *request) for request in asked]

    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sys.setswitchinterval(interval)
    assert found == dict.fromkeys(range(4), expected)
