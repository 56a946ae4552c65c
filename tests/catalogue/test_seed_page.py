"""LiteLLM's page on OpenAI, as of 2025-12-01, row by row: under its trust as it has them, by default as they are."""

from __future__ import annotations

import pytest

from registry.tariff import Tariff

PAGE = "litellm-docs"
DAY = "2025-12-01"

CHAT = """
gpt-5 gpt-5-mini gpt-5-nano gpt-5-chat gpt-5-chat-latest gpt-5-2025-08-07 gpt-5-mini-2025-08-07 gpt-5-nano-2025-08-07
gpt-5-pro gpt-5.1 gpt-5.1-codex gpt-5.1-codex-mini gpt-4.1 gpt-4.1-mini gpt-4.1-nano o4-mini o3-mini o3 o1-mini
o1-preview gpt-4o-mini gpt-4o-mini-2024-07-18 gpt-4o gpt-4o-2024-08-06 gpt-4o-2024-05-13 gpt-4-turbo
gpt-4-turbo-preview gpt-4-0125-preview gpt-4-1106-preview gpt-3.5-turbo-1106 gpt-3.5-turbo gpt-3.5-turbo-0301
gpt-3.5-turbo-0613 gpt-3.5-turbo-16k gpt-3.5-turbo-16k-0613 gpt-4 gpt-4-0314 gpt-4-0613 gpt-4-32k gpt-4-32k-0314
gpt-4-32k-0613
"""
VISION = ["gpt-4o", "gpt-4-turbo", "gpt-4-vision-preview"]
FINE_TUNED = ["gpt-4-0613", "gpt-4o-2024-05-13", "gpt-3.5-turbo-0125", "gpt-3.5-turbo-1106", "gpt-3.5-turbo-0613"]
TRANSCRIPTION = ["whisper-1", "gpt-4o-transcribe", "gpt-4o-mini-transcribe"]

CODEX = ["gpt-5-codex", "gpt-5.1-codex", "gpt-5.1-codex-mini"]
GPT_5 = ["gpt-5", "gpt-5-mini", "gpt-5-nano", "gpt-5-pro", "gpt-5.1"]

EFFORT = {  # default when not set, supported values
    "gpt-5.1": ("none", "none low medium high"),
    "gpt-5": ("medium", "minimal low medium high"),
    "gpt-5-mini": ("medium", "none minimal low medium high"),
    "gpt-5-nano": ("none", "none low medium high"),
    "gpt-5-codex": ("adaptive", "low medium high"),
    "gpt-5.1-codex": ("adaptive", "low medium high"),
    "gpt-5.1-codex-mini": ("adaptive", "low medium high"),
    "gpt-5-pro": ("high", "high"),
}
EFFORT_AS_IT_IS = EFFORT | {
    "gpt-5-mini": ("medium", "minimal low medium high"),
    "gpt-5-nano": ("medium", "minimal low medium high"),
    "gpt-5-codex": ("medium", "low medium high"),
    "gpt-5.1-codex": (None, "low medium high"),
    "gpt-5.1-codex-mini": (None, "low medium high"),
}

VERBOSITY = dict.fromkeys(GPT_5, "low medium high") | dict.fromkeys(CODEX, "never")
VERBOSITY_AS_IT_IS = VERBOSITY | dict.fromkeys(CODEX, "medium")

SUMMARY = {
    **dict.fromkeys([*GPT_5, *CODEX], "auto detailed"),
    **dict.fromkeys(["o3", "o3-pro", "o4-mini"], "auto concise detailed"),
    **dict.fromkeys(["o3-mini", "o1"], "never"),
}
SUMMARY_AS_IT_IS = {
    **SUMMARY,
    **dict.fromkeys(["gpt-5.1", "gpt-5.1-codex", "gpt-5.1-codex-mini"], "auto concise detailed"),
    **dict.fromkeys(["o3", "o3-pro", "o4-mini", "o3-mini", "o1"], "auto detailed"),
}

PRO = {"endpoints": "/v1/responses", "stream": "False", "input": 400_000, "output": 272_000}
PRO_AS_IT_IS = PRO | {"stream": "True False", "input": None}

each_trust = pytest.mark.parametrize("trust", [PAGE, None])


def parameter(catalogue, name, field, trust):
    """A parameter at the endpoint where it is spoken of: /v1/responses, or the only one there is."""
    model = catalogue.model(name, DAY, trust)
    found = model.parameter(field, "responses" if "responses" in model.modes else model.modes[0])
    written = found.accepts.values.written()
    return found.default, written if isinstance(written, str) else " ".join(map(str, written))


def test_chat_models(catalogue):
    # One is called by a function for chat though, by the page's own notes, it is served at another endpoint alone.
    assert [name for name in CHAT.split() if "chat" not in catalogue.model(name, DAY, PAGE).modes] == ["gpt-5-pro"]
    served = {name: catalogue.model(name, DAY).modes for name in CHAT.split()}
    assert {name: modes for name, modes in served.items() if "chat" not in modes} == {
        "gpt-5-chat": (),  # no id of the API
        "gpt-5-pro": ("responses",),
        "gpt-5.1-codex": ("responses",),
        "gpt-5.1-codex-mini": ("responses",),
    }


@each_trust
def test_vision_models(catalogue, trust):
    assert {name: "image" in parameter(catalogue, name, "input", trust)[1].split() for name in VISION} == dict.fromkeys(
        VISION, True
    )


@each_trust
def test_fine_tuned_models(catalogue, trust):
    found = [catalogue.model(f"ft:{name}:acme::abc123", DAY, trust) for name in FINE_TUNED]
    assert [(model.id, model.fine_tuned, "chat" in model.modes) for model in found] == [
        (name, True, True) for name in FINE_TUNED
    ]
    assert all("fine_tuned" in catalogue.line(name) for name in FINE_TUNED)


@each_trust
def test_transcription_models(catalogue, trust):
    found = {name: catalogue.model(name, DAY, trust).modes[0] for name in TRANSCRIPTION}
    assert found == dict.fromkeys(TRANSCRIPTION, "transcription")


@pytest.mark.parametrize(("trust", "table"), [(PAGE, EFFORT), (None, EFFORT_AS_IT_IS)])
def test_reasoning_efforts_and_their_defaults(catalogue, trust, table):
    assert {name: parameter(catalogue, name, "reasoning_effort", trust) for name in EFFORT} == table


@pytest.mark.parametrize(("trust", "table"), [(PAGE, VERBOSITY), (None, VERBOSITY_AS_IT_IS)])
def test_verbosity(catalogue, trust, table):
    assert {name: parameter(catalogue, name, "verbosity", trust)[1] for name in VERBOSITY} == table


@pytest.mark.parametrize(("trust", "table"), [(PAGE, SUMMARY), (None, SUMMARY_AS_IT_IS)])
def test_summaries(catalogue, trust, table):
    assert {name: parameter(catalogue, name, "reasoning_summary", trust)[1] for name in SUMMARY} == table


@each_trust
def test_summaries_depend_on_the_account(catalogue, trust):
    model = catalogue.model("gpt-5-mini", DAY, trust)
    assert model.parameter("reasoning_summary", "responses").requires == "verified_organization"


@pytest.mark.parametrize(("trust", "notes"), [(PAGE, PRO), (None, PRO_AS_IT_IS)])
def test_notes_on_gpt_5_pro(catalogue, trust, notes):
    model = catalogue.model("gpt-5-pro", DAY, trust)
    assert {
        "endpoints": catalogue.path(model.modes[0]),
        "stream": parameter(catalogue, "gpt-5-pro", "stream", trust)[1],
        "input": model.limits.get("input"),
        "output": model.limits["output"],
    } == notes


@each_trust
def test_prices_tools_and_modalities_of_gpt_5_pro(catalogue, trust):
    model = catalogue.model("gpt-5-pro", DAY, trust)
    prices = {
        tier: [Tariff(catalogue, model, tier, None).bands[0].rates[meter].usd for meter in ("input", "output")]
        for tier in ("standard", "batch")
    }
    assert prices == {"standard": ["15", "120"], "batch": ["7.5", "60"]}
    asked = ("web_search", "file_search", "image_generation", "mcp", "code_interpreter", "computer")
    tools = model.parameter("tools", "responses").accepts.stated
    assert [kind for kind in asked if tools.accepts(kind)] == list(asked[:4])
    sent, made = (model.parameter(name, "responses").accepts.values.written() for name in ("input", "output"))
    assert (sent, made) == (["text", "image", "file"], ["text"])  # the page leaves files out


def test_the_differences_are_on_record(catalogue):
    """Wherever the page is overruled, its claim stands beside the winning one."""
    for table, field in ((EFFORT, "reasoning_effort"), (VERBOSITY, "verbosity"), (SUMMARY, "reasoning_summary")):
        for name in table:
            differs = parameter(catalogue, name, field, PAGE) != parameter(catalogue, name, field, None)
            found = catalogue.model(name, DAY).parameter(field, "responses")
            assert (PAGE in [claim.source for claim in found.dissent]) == differs, (name, field)
