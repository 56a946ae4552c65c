"""What the recordings don't show of litellm: names, endpoints without a word about them, private names."""

from base64 import b64encode

import pytest

HI = [{"role": "user", "content": "hi"}]

ENDPOINTS = {
    "messages": ({"model": "gpt-4o", "messages": HI}, "chat"),
    "messages for a model that has no chat completions": ({"model": "gpt-5-pro", "messages": HI}, "responses"),
    "messages for a model of completions": ({"model": "gpt-3.5-turbo-instruct", "messages": HI}, "completion"),
    "input": ({"model": "gpt-5", "input": "hi"}, "responses"),
    "input to embed": ({"model": "text-embedding-3-small", "input": "hi"}, "embedding"),
    "input to moderate": ({"model": "omni-moderation-latest", "input": "hi"}, "moderation"),
    "input to say": ({"model": "tts-1", "input": "hi", "voice": "alloy"}, "speech"),
    "a prompt for an image": ({"model": "gpt-image-1", "prompt": "a cat"}, "image"),
    "a prompt for a film": ({"model": "sora-2", "prompt": "a cat"}, "video"),
    "a file to write down": ({"model": "whisper-1", "file": "speech.mp3"}, "transcription"),
    "a prefix that chooses": ({"model": "openai/responses/gpt-4o", "messages": HI}, "responses"),
    "another prefix that chooses": (
        {"model": "text-completion-openai/gpt-3.5-turbo-instruct", "messages": HI},
        "completion",
    ),
}


@pytest.mark.parametrize(("arguments", "endpoint"), ENDPOINTS.values(), ids=ENDPOINTS)
def test_the_endpoint_is_told_from_the_arguments(send, arguments, endpoint):
    assert send("litellm", arguments).endpoint == endpoint


NAMES = {
    "openai/gpt-4o": "gpt-4o",
    "openai/responses/gpt-4o": "gpt-4o",
    "text-completion-openai/davinci-002": "davinci-002",
    "openai/ft:gpt-4o-2024-08-06:org::id": "ft:gpt-4o-2024-08-06:org::id",
    "openai/gpt-5-prro": "gpt-5-prro",
    "anthropic/claude": "anthropic/claude",
    "gpt-4o": "gpt-4o",
}


@pytest.mark.parametrize(("name", "sent"), NAMES.items())
def test_prefixes_are_not_sent(send, name, sent):
    assert send("litellm", {"model": name, "messages": HI}, "chat").body["model"] == sent


def test_what_litellm_itself_would_refuse_is_noted_and_judged(send):
    made = send("litellm", {"model": "gpt-5", "messages": HI, "temperature": 0.2}, "chat")
    assert made.body["temperature"] == 0.2
    assert [(note.kind, note.path) for note in made.notes] == [("refused", ("temperature",))]


def test_what_is_allowed_passes(send):
    arguments = {"model": "gpt-4o", "messages": HI, "reasoning_effort": "low"}
    assert [note.path for note in send("litellm", arguments, "chat").notes] == [("reasoning_effort",)]
    allowed = {**arguments, "allowed_openai_params": ["reasoning_effort"]}
    assert send("litellm", allowed, "chat").notes == ()


WRAPPED = b64encode(b"litellm:custom_llm_provider:openai;model_id:None;response_id:resp_1234abcd_-").decode()


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (f"resp_{WRAPPED}", "resp_1234abcd_-"),
        ("resp_1234abcd", "resp_1234abcd"),
        ("resp_\ud800é=", "resp_\ud800é="),
        (None, None),
    ],
)
def test_an_answer_goes_by_the_id_that_the_api_gave_it(send, given, sent):
    assert WRAPPED.endswith("=")
    for arguments in ({"model": "gpt-5", "input": "hi"}, {"model": "openai/responses/gpt-5", "messages": HI}):
        asked = send("litellm", {**arguments, "previous_response_id": given})
        assert asked.body.get("previous_response_id") == sent
