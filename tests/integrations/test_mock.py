"""The server: what it answers is what the client expects, and what it refuses it refuses as the API does."""

import json
import shlex
import shutil
import subprocess
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from probing import HI, ON

from registry import models
from registry.integrations.mock.answers import BY_MODE, answer
from registry.integrations.mock.asked import TEXT, Asked
from registry.integrations.mock.schemas import sample

SOUND = ("a.mp3", b"abc")
PIXEL = ("a.png", b"abc")
SCHEMA = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name", "kind", "sizes", "parent"],
    "properties": {
        "name": {"type": "string"},
        "kind": {"enum": ["b", "a"]},
        "sizes": {"type": "array", "items": {"type": "integer"}},
        "parent": {"anyOf": [{"$ref": "#/$defs/parent"}, {"type": "null"}]},
    },
    "$defs": {"parent": {"type": "object", "required": ["age"], "properties": {"age": {"type": "integer"}}}},
}
SAMPLE = {"name": "text", "kind": "b", "sizes": [], "parent": {"age": 0}}
DECIDES = next(model.id for model in models(on=ON) if model.modes and "decision" in model.modes)
QUESTIONS = [
    {"type": "predicate", "instructions": "Is it?"},
    {"type": "choice", "instructions": "Which?", "choices": [{"value": "a"}, {"value": True}]},
    {"type": "score", "instructions": "How much?", "levels": [{"label": "some"}, {"label": "more"}]},
]
FUNCTION = {"name": "find", "parameters": SCHEMA}


@pytest.fixture
def client(registry_mock):
    """The official client, which refuses answers that are not as its types say."""
    openai = pytest.importorskip("openai", reason="the extra openai is not installed")
    options = {"max_retries": 0, "_strict_response_validation": True}
    with openai.OpenAI(base_url=registry_mock.url, **options) as client:
        yield client


def test_every_endpoint_is_answered(catalogue):
    assert sorted(BY_MODE) == sorted(catalogue.header["modes"])


def test_an_endpoint_of_an_overlay_is_answered_too():
    asked = Asked({"model": "a"}, None)
    assert answer("talk", asked).content == {"id": asked.id("talk_"), "object": "talk", "model": "a"}


@pytest.mark.filterwarnings("ignore:deprecated:DeprecationWarning")  # the client's word on translations
@pytest.mark.parametrize(
    ("method", "asked"),
    [
        ("chat.completions.create", {"model": "gpt-4o", "messages": HI, "n": 2, "logprobs": True}),
        ("responses.create", {"model": "gpt-5", "input": "hi", "instructions": "be kind"}),
        ("completions.create", {"model": "gpt-3.5-turbo-instruct", "prompt": ["a", "b"]}),
        ("embeddings.create", {"model": "text-embedding-3-small", "input": "a", "encoding_format": "float"}),
        ("moderations.create", {"model": "omni-moderation-latest", "input": ["a", "b"]}),
        ("images.generate", {"model": "gpt-image-2", "prompt": "a"}),
        ("images.edit", {"model": "gpt-image-2", "prompt": "a", "image": PIXEL}),
        ("audio.transcriptions.create", {"model": "whisper-1", "file": SOUND}),
        ("audio.transcriptions.create", {"model": "whisper-1", "file": SOUND, "response_format": "verbose_json"}),
        ("audio.translations.create", {"model": "whisper-1", "file": SOUND}),
        ("responses.input_tokens.count", {"model": "gpt-5", "input": "hi"}),
        ("decisions.create", {"model": DECIDES, "input": "a", "questions": QUESTIONS}),
        ("models.list", {}),
        ("models.retrieve", {"model": "gpt-5"}),
    ],
)
def test_answers_are_as_the_client_expects(client, method, asked):
    if not hasattr(client, method.partition(".")[0]):
        pytest.skip("the client is older than the endpoint")
    make = client
    for name in method.split("."):
        make = getattr(make, name)
    first = make(**asked)
    assert first.to_dict() == make(**asked).to_dict()


def test_answers_say_the_snapshot_and_the_usage(client):
    chat = client.chat.completions.create(model="gpt-4o", messages=HI)
    assert (chat.model, chat.choices[0].message.content, chat.usage.total_tokens) == ("gpt-4o-2024-08-06", TEXT, 10)
    response = client.responses.create(model="gpt-5", input="hi", reasoning={"effort": "low"}, metadata={"a": "b"})
    assert (response.output_text, response.reasoning.effort, response.metadata) == (TEXT, "low", {"a": "b"})


def test_vectors_have_the_length_of_the_model_or_of_the_request(client):
    asked = {"model": "text-embedding-3-small", "input": ["a", "b"], "encoding_format": "float"}
    assert [len(one.embedding) for one in client.embeddings.create(**asked).data] == [1536, 1536]
    assert [one.embedding for one in client.embeddings.create(**asked, dimensions=2).data] == [[1, 0], [0, 1]]


def test_text_and_sound(client):
    asked = {"model": "whisper-1", "file": SOUND}
    assert client.audio.transcriptions.create(**asked, response_format="text") == f"{TEXT}\n"
    assert client.audio.transcriptions.create(**asked, response_format="srt").startswith("1\n00:00:00,000 -->")
    assert client.audio.speech.create(model="tts-1", input="a", voice="alloy").content.startswith(b"RIFF")


def test_streams_of_every_kind(client):
    asked = {"model": "gpt-4o", "messages": HI, "stream": True, "stream_options": {"include_usage": True}}
    chat = list(client.chat.completions.create(**asked))
    assert ("".join(part.delta.content or "" for one in chat for part in one.choices), chat[-1].usage.total_tokens) == (
        TEXT,
        10,
    )
    with client.responses.stream(model="gpt-5", input="hi") as events:
        kinds = [event.type for event in events]
        assert events.get_final_response().output_text == TEXT
    assert (kinds[0], kinds[-1]) == ("response.created", "response.completed")
    images = client.images.generate(model="gpt-image-2", prompt="a", stream=True)
    assert [one.type for one in images] == ["image_generation.completed"]
    said = client.audio.transcriptions.create(model="gpt-4o-transcribe", file=SOUND, stream=True)
    assert [one.type for one in said][-2:] == ["transcript.text.delta", "transcript.text.done"]


def test_a_stream_of_a_completion(registry_mock):
    openai = pytest.importorskip("openai", reason="the extra openai is not installed")
    # Not by the strict client: its types deny the null that the API sends until a stream ends.
    with openai.OpenAI(base_url=registry_mock.url) as client:
        chunks = list(client.completions.create(model="gpt-3.5-turbo-instruct", prompt="a", stream=True))
    assert "".join(one.choices[0].text for one in chunks) == TEXT
    assert [one.choices[0].finish_reason for one in chunks][-2:] == [None, "stop"]


def test_structured_answers_are_as_their_schema_says(client):
    form = {"type": "json_schema", "json_schema": {"name": "a", "schema": SCHEMA}}
    chat = client.chat.completions.create(model="gpt-4o", messages=HI, response_format=form)
    assert json.loads(chat.choices[0].message.content) == SAMPLE
    form = {"format": {"type": "json_schema", "name": "a", "schema": SCHEMA}}
    assert json.loads(client.responses.create(model="gpt-5", input="hi", text=form).output_text) == SAMPLE


def test_tools_are_called_where_the_request_wants_it(client):
    tools = [{"type": "function", "function": FUNCTION}]
    asked = {"model": "gpt-4o", "messages": HI, "tools": tools, "tool_choice": "required"}
    choice = client.chat.completions.create(**asked).choices[0]
    (call,) = choice.message.tool_calls
    assert (choice.finish_reason, call.function.name, json.loads(call.function.arguments)) == (
        "tool_calls",
        "find",
        SAMPLE,
    )
    with client.chat.completions.stream(**asked) as events:
        assert events.get_final_completion().choices[0].message.tool_calls[0].function.name == "find"
    named = {
        "tools": [{"type": "function", "strict": False, **FUNCTION}],
        "tool_choice": {"type": "function", "name": "find"},
    }
    (call,) = client.responses.create(model="gpt-5", input="hi", **named).output
    assert (call.type, json.loads(call.arguments)) == ("function_call", SAMPLE)
    with client.responses.stream(model="gpt-5", input="hi", **named) as events:
        assert events.get_final_response().output[0].arguments == call.arguments


def test_a_fault_is_answered_as_the_api_does(registry_mock, client):
    import openai

    with pytest.raises(openai.NotFoundError) as caught:
        client.chat.completions.create(model="gpt-5-prro", messages=HI)
    assert (caught.value.code, [one.codes for one in registry_mock.requests]) == ("model_not_found", [("REQ001",)])


# Over plain HTTP.


def fetch(url, content=None, method=None, kind="application/json"):
    request = urllib.request.Request(url, content, {"Content-Type": kind}, method=method)  # noqa: S310 - loopback
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310 - as above
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


@pytest.mark.skipif(shutil.which("curl") is None, reason="there is no curl")
def test_the_guides_curl_gets_an_error(registry_mock):
    page = Path(__file__).parents[2].joinpath("docs", "guide", "mock.md").read_text(encoding="utf-8")
    (line,) = [line for line in page.splitlines() if line.startswith("curl ")]
    command = shlex.split(line.replace("http://127.0.0.1:8010/v1", registry_mock.url))
    done = subprocess.run([*command, "--silent"], capture_output=True, check=True)
    assert json.loads(done.stdout)["error"]["param"] == "temprature"


@pytest.mark.parametrize(
    ("path", "content", "status", "message"),
    [
        ("/nothing", b"{}", 404, "Invalid URL (POST /v1/nothing)"),
        ("/responses", b"{", 400, "The body of the request is no JSON object, and no form."),
        ("/models/gpt-99", None, 404, "Invalid URL (GET /v1/models/gpt-99)"),
    ],
)
def test_what_is_no_request_of_the_api(registry_mock, path, content, status, message):
    code, answer = fetch(registry_mock.url + path, content)
    assert (code, json.loads(answer)["error"]["message"]) == (status, message)


def test_it_tells_what_it_was_sent_and_forgets_it(registry_mock):
    address = registry_mock.url.removesuffix("/v1") + "/__registry__/requests"
    fetch(f"{registry_mock.url}/embeddings", b'{"model": "text-embedding-3-small", "input": "a"}')
    fetch(f"{registry_mock.url}/embeddings", b"\xff", kind="text/plain")
    first, second = json.loads(fetch(address)[1])
    assert (first["method"], first["path"], first["status"], first["codes"]) == ("POST", "/v1/embeddings", 200, [])
    assert (first["body"], second["base64"]) == ({"model": "text-embedding-3-small", "input": "a"}, "/w==")
    fetch(address, method="DELETE")
    assert json.loads(fetch(address)[1]) == []


def test_it_judges_as_it_is_told():
    server = pytest.importorskip(
        "registry.integrations.mock.server", reason="the extra mock is not installed", exc_type=ImportError
    )
    body = json.dumps({"model": "gpt-5-pro", "input": "hi", "stream": True}).encode()
    with server.running(on=ON) as plain, server.running(on=ON, trust="litellm-docs") as trusting:
        assert [fetch(f"{mock.url}/responses", body)[0] for mock in (plain, trusting)] == [200, 400]


def test_a_recording_is_json_lines(tmp_path):
    from registry.integrations.mock.log import Log, Recorded

    log = Log(tmp_path / "log.jsonl")
    for content in (b"{}", b"\x00"):
        log.add(Recorded("POST", "/v1/responses", {}, content, 400, ("REQ012",)))
    lines = Path(tmp_path / "log.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [one.as_dict() for one in log.requests]


# Without a server.


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        (SCHEMA, SAMPLE),
        (True, None),
        ({"const": 3}, 3),
        ({"type": ["integer", "null"], "minimum": 2}, 2),
        ({"type": "string", "minLength": 6}, "text.."),
        ({"type": "array", "minItems": 2, "items": {"type": "boolean"}}, [False, False]),
        ({"$ref": "#"}, None),
        ({"properties": {"a": {"type": "null"}}, "required": ["a"]}, {"a": None}),
    ],
)
def test_the_plainest_value_of_a_schema(schema, value):
    assert sample(schema) == value


def test_an_answer_depends_on_the_request_alone():
    one, same, other = ({"model": "a", "input": text} for text in ("x", "x", "y"))
    assert Asked(one, None).id("resp_") == Asked(same, None).id("resp_") != Asked(other, None).id("resp_")
