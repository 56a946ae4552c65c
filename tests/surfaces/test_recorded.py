"""What our surfaces say is sent, against what the real packages sent (recorded.json, by recording.py)."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import calls

RECORDED = json.loads((calls.HERE / "recorded.json").read_text(encoding="utf-8"))
SENT = RECORDED["sent"]
ON = "2026-11-24"

DIFFERENCES = {
    "openai.chat.completions.parse": {"stream": False},
    "openai.embeddings.create": {},
}
"""What the official client adds by itself and no verdict depends on, by function."""

STREAM_FAKED = [
    {"litellm.completion": {"model": "gpt-5-pro", "messages": [{"role": "user", "content": "hi"}], "stream": True}},
    {"litellm.responses": {"model": "gpt-5-pro", "input": "hi", "stream": True}},
]
"""litellm does not send `stream` to models that its own list says don't stream, and makes up a stream from the whole
answer. We judge what the caller asked for: whether the model streams is a fact, and a disputed one."""

UNLISTED = [{"litellm.completion": {"model": "gpt-4-32k", "messages": [{"role": "user", "content": "hi"}]}}]
"""litellm refuses names that its own list does not have; retired ones are not on it."""

each_call = pytest.mark.parametrize(
    ("call", "sent"), list(zip(calls.CALLS, SENT, strict=True)), ids=[calls.name(call) for call in calls.CALLS]
)


def test_every_call_was_recorded():
    assert RECORDED["calls"] == calls.CALLS
    assert set(RECORDED["versions"]) == {"openai", "litellm", "langchain-openai"}


@each_call
def test_what_is_sent(catalogue, send, call, sent):
    function, written = calls.function_of(call)
    surface = function.partition(".")[0]
    made = send(surface, calls.arguments_of(written), calls.mode_of(function, catalogue, surface))
    refused = [note for note in made.notes if note.kind == "refused"]
    if "raises" in sent:
        assert refused or call in UNLISTED
        return
    assert refused == []
    mode = calls.ENDPOINTS[sent["path"]]
    assert made.endpoint == mode
    expected = {key: value for key, value in sent["body"].items() if key not in DIFFERENCES.get(function, {})}
    if call in STREAM_FAKED:
        expected["stream"] = True
    if mode in calls.FORMS:
        assert calls.as_form(made.body) == calls.sent_form(expected)
    else:
        assert made.body == expected


@each_call
def test_the_arguments_stay_as_they_are(catalogue, send, call, sent):
    del sent
    function, written = calls.function_of(call)
    surface = function.partition(".")[0]
    arguments = calls.arguments_of(written)
    before = repr(arguments)
    send(surface, arguments, calls.mode_of(function, catalogue, surface))
    assert repr(arguments) == before


@each_call
def test_every_place_of_the_body_has_one_in_the_arguments(catalogue, send, call, sent):
    """Whatever is wrong with what was sent can be told in the caller's spelling: the place exists there."""
    if "raises" in sent:
        return
    function, written = calls.function_of(call)
    surface = function.partition(".")[0]
    arguments = calls.arguments_of(written)
    made = send(surface, arguments, calls.mode_of(function, catalogue, surface))
    added = {note.path[0] for note in made.notes if note.kind == "added" and note.path}
    added |= {"text", "reasoning"} if made.endpoint == "responses" else set()  # made of several arguments
    lost = [key for key in made.body if key not in added and not _is_in(arguments, made.path((key,)))]
    assert lost == []


def _is_in(arguments, path):
    for step in path:
        try:
            arguments = arguments[step]
        except (LookupError, TypeError):
            return False
    return True
