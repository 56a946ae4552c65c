"""What a session of the Realtime API may hold, beside the model that it speaks with."""

import pytest

import registry

ON = "2026-10-15"
PCM = {"type": "audio/pcm", "rate": 24_000}
TOOL = {"type": "function", "name": "look", "description": "Look.", "parameters": {"type": "object", "properties": {}}}


def refused(session):
    report = registry.check({"session": session}, endpoint="/v1/realtime/client_secrets", on=ON)
    return [answered(found) for found in report.errors]


def answered(found):
    return found.api["error"]["param"], found.api["error"]["code"]


def speaking(**fields):
    return {"type": "realtime", "model": "gpt-realtime", **fields}


def listening(model, **fields):
    turns = {"turn_detection": fields.pop("turn_detection")} if "turn_detection" in fields else {}
    heard = {"format": PCM, "transcription": {"model": model, **fields}, **turns}
    return {"type": "transcription", "audio": {"input": heard}}


def turns(**fields):
    return speaking(audio={"input": {"turn_detection": fields}})


@pytest.mark.parametrize(
    ("session", "param", "code"),
    [
        (speaking(tools=[{**TOOL, "strict": True}]), "tools[0].strict", "unknown_parameter"),
        (speaking(tools=[{**TOOL, "meta": None}]), "tools[0].meta", "unknown_parameter"),
        (speaking(output_modalities=["text", "audio"]), "output_modalities", "invalid_value"),
        (turns(type="semantic_vad", threshold=0.6), "audio.input.turn_detection.threshold", "unknown_parameter"),
        (turns(type="none"), "audio.input.turn_detection.type", "invalid_value"),
        (
            speaking(audio={"input": {"format": {**PCM, "rate": 16_000}}}),
            "audio.input.format.rate",
            "integer_below_min_value",
        ),
        (
            speaking(audio={"input": {"transcription": {"language": "en"}}}),
            "audio.input.transcription.model",
            "missing_required_parameter",
        ),
        (listening("gpt-4o-transcribe-latest"), "audio.input.transcription.model", "invalid_value"),
        (listening("gpt-realtime"), "audio.input.transcription.model", "invalid_value"),
        (listening("whisper-1", latency="low"), "audio.input.transcription.latency", "unknown_parameter"),
        (listening("whisper-1", delay="low"), "audio.input.transcription.delay", "invalid_value"),
        (listening("whisper-1", languages=["en"]), "audio.input.transcription.languages", "invalid_value"),
        (listening("whisper-1", keywords=["x"]), "audio.input.transcription.keywords", "invalid_value"),
        (listening("whisper-1", prompt="x" * 1_025), "audio.input.transcription.prompt", "string_above_max_length"),
        (listening("gpt-realtime-whisper", prompt="x"), "audio.input.transcription.prompt", "invalid_value"),
        (listening("gpt-live-transcribe", keywords=["<"]), "audio.input.transcription.keywords", "invalid_value"),
        (
            listening("gpt-live-transcribe", turn_detection={"type": "server_vad"}),
            "audio.input.turn_detection",
            "invalid_value",
        ),
    ],
)
def test_what_a_session_may_not_hold(session, param, code):
    assert refused(session) == [(f"session.{param}", code)]


@pytest.mark.parametrize(
    "session",
    [
        speaking(tools=[TOOL], output_modalities=["text"]),
        turns(type="semantic_vad", eagerness="low", create_response=True, interrupt_response=True),
        turns(type="server_vad", threshold=0.6, prefix_padding_ms=300, silence_duration_ms=700, idle_timeout_ms=None),
        speaking(
            audio={
                "input": {"transcription": {"model": "gpt-realtime-whisper"}, "turn_detection": {"type": "server_vad"}}
            }
        ),
        listening("whisper-1", turn_detection={"type": "server_vad"}, language="en", prompt="é" * 1_024),
        listening("whisper-1", languages=[], keywords=[], delay=None),
        listening("gpt-realtime-whisper", turn_detection=None, prompt="", delay="low"),
        listening(
            "gpt-live-transcribe", turn_detection=None, languages=["en"], keywords=["", "x"], prompt="x", delay="low"
        ),
        listening("gpt-transcribe", languages=["en"], keywords=["x"], prompt="x"),
    ],
)
def test_what_a_session_may_hold(session):
    assert refused(session) == []


class Body(dict):  # type: ignore[type-arg]
    """A body that is no plain dict."""


def test_a_session_of_a_model_that_is_gone_is_refused_whatever_kind_of_dict_it_comes_in():
    body = {"strange": 1, "session": speaking(model="gpt-4o-realtime-preview")}
    said = [
        [found.code for found in registry.check(kind(body), endpoint="/v1/realtime/client_secrets", on=ON).errors]
        for kind in (dict, Body)
    ]
    assert said == [["REQ009"]] * 2


def test_a_session_is_written_down_by_every_model_that_does_so(catalogue):
    models = [catalogue.model(name, ON) for name in catalogue.ids()]
    known = [model.id for model in models if model.family == "transcription" and "realtime" in model.modes]
    assert len(known) > 5
    assert [name for name in known if refused(listening(name)) != []] == []
