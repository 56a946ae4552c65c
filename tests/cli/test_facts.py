"""`show`, `why`, `resolve` and `list` over five invented models."""

import csv
import io
import json

import pytest

ON = ("--on", "2026-10-01")

SCRIBE_2 = """\
scribe-2 on 2026-10-01
  provider     acme, family scribe
  status       active, released 2025-02-01
  alias of     scribe-2-2026-02-01
  snapshots    scribe-2-2025-02-01, scribe-2-2026-02-01
  endpoints    /v1/talk, /v1/paint
  limits       context 100,000, output 16,000
  knowledge    2025-10
  environment  key ACME_API_KEY, base_url ACME_BASE_URL

prices
  since 2025-02-01, in USD (acme-docs)
                              input           2  per 1,000,000 tokens
                              cached_input  0.5  per 1,000,000 tokens
                              output          8  per 1,000,000 tokens
  batch or flex               input           1
                              output          4
  input_tokens 50001 or more  input           4
                              cached_input    1
                              output         12

parameters
  parameter                 default  source        accepts
  input                              acme-answers  [text, image]
  max_output_tokens                  acme-answers  1..16000
  max_tokens                         acme-answers  never; instead max_output_tokens
  reasoning_effort (talk)   none     acme-answers  [none, low, high]
  reasoning_effort (paint)  low      acme-answers  [none, low, high]
  seed                               acme-answers  ignored
  stop                               acme-answers  anything
  stream                             acme-answers  [true, false]; requires verified_organization
  temperature               1        acme-answers  0..2 when reasoning_effort is none, else [1]
  tools (talk)                       acme-answers  [function, search] when reasoning_effort is low or high, \
else [function]
  tools (paint)                      acme-answers  never

disputed
  modes             proxy-docs  talk
  limits            proxy-docs  output 4,000
  knowledge         proxy-docs  2023-12
  reasoning_effort  proxy-docs  [low, high]; default high

sources
  acme-answers: Answers of the API of Acme, recorded (observed, 2026-08-03)
    https://acme.example/answers
  acme-docs: The pages of Acme (official, 2026-09-01)
    https://acme.example/docs
  proxy-docs: The pages of a proxy (documented, 2026-05-01)
    https://proxy.example/acme
"""

SKETCH_0 = """\
sketch-0 on 2026-10-01
  provider     acme, family sketch
  status       active
  endpoints    none
  environment  key ACME_API_KEY, base_url ACME_BASE_URL
  note         The proxy lists it; the API answers that it does not exist.

disputed
  modes  proxy-docs  paint

sources
  acme-answers: Answers of the API of Acme, recorded (observed, 2026-08-03)
    https://acme.example/answers
  acme-docs: The pages of Acme (official, 2026-09-01)
    https://acme.example/docs
  proxy-docs: The pages of a proxy (documented, 2026-05-01)
    https://proxy.example/acme
"""


# show


def test_show(run):
    assert run("show", "scribe-2", *ON) == (0, SCRIBE_2, "")


def test_show_what_no_endpoint_takes(run):
    assert run("show", "sketch-0", *ON) == (0, SKETCH_0, "")


def test_show_one_endpoint(run):
    told = run("show", "scribe-2", "--endpoint", "/v1/paint", *ON).out
    assert "  endpoints    /v1/paint\n" in told
    assert "  reasoning_effort   low      acme-answers  [none, low, high]\n" in told


def test_show_a_fine_tune(run):
    told = run("show", "ft:scribe-2:me::1", *ON).out
    assert told.startswith("scribe-2, fine-tuned on 2026-10-01\n")
    assert "  since 2025-06-01, in USD (acme-docs)\ninput    3  per 1,000,000 tokens\n" in told.replace(
        "  input", "input"
    )


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2025-03-01", ["status       active, released 2025-02-01", "alias of     scribe-2-2025-02-01"]),
        ("2026-02-01", ["status       active, released 2025-02-01", "alias of     scribe-2-2026-02-01"]),
    ],
)
def test_show_another_day(run, on, said):
    told = run("show", "scribe-2", "--on", on).out
    assert [line for line in said if f"  {line}\n" in told] == said


def test_show_json(run):
    told = json.loads(run("show", "scribe-2", "--json", "--trust", "proxy-docs", *ON).out)
    assert list(told) == [
        "model", "on", "trust", "provider", "family", "fine_tuned", "alias_of", "aliases", "snapshots", "endpoints",
        "requires", "note", "environment", "modes", "limits", "knowledge", "prices", "lifecycle", "status",
        "parameters", "sources",
    ]  # fmt: skip
    assert told["limits"] == {
        "value": {"context": 100_000, "output": 4000},
        "source": "proxy-docs",
        "disputed": {"acme-docs": {"context": 100_000, "output": 16_000}},
    }
    assert told["parameters"]["reasoning_effort"] == {
        "talk": {
            "value": {"accepts": ["low", "high"], "default": "high"},
            "source": "proxy-docs",
            "disputed": {"acme-answers": {"accepts": ["none", "low", "high"], "default": "none"}},
        }
    }
    assert told["endpoints"] == {"talk": "/v1/talk"}
    assert told["environment"] == {
        "key": {"value": "ACME_API_KEY", "source": "acme-docs"},
        "base_url": {"value": "ACME_BASE_URL", "source": ""},
    }
    assert told["sources"]["proxy-docs"]["kind"] == "documented"


@pytest.mark.parametrize("words", [["show", "scribe-3"], ["why", "scribe-3", "modes"], ["resolve", "scribe-3"]])
def test_an_unknown_model(run, words):
    told = run(*words)
    assert told == (
        1,
        "",
        "Error: No model is called 'scribe-3'. Did you mean scribe-2? Others like it: scribe-1.\n",
    )


# why


@pytest.mark.parametrize(
    ("field", "said"),
    [
        (
            "reasoning.effort",
            """\
scribe-2 reasoning.effort at /v1/talk on 2026-10-01
  value     [none, low, high]; default none
  source    acme-answers: Answers of the API of Acme, recorded (observed, 2026-08-03)
            https://acme.example/answers
  disputed  [low, high]; default high
  by        proxy-docs: The pages of a proxy (documented, 2026-05-01)
            https://proxy.example/acme
""",
        ),
        (
            "max_tokens",
            """\
scribe-2 max_tokens on 2026-10-01
  value      never
  source     acme-answers: Answers of the API of Acme, recorded (observed, 2026-08-03)
             https://acme.example/answers
  instead    max_output_tokens
  in a body  max_tokens
""",
        ),
        (
            "limits.output",
            """\
scribe-2 limits.output on 2026-10-01
  value     16,000
  source    acme-docs: The pages of Acme (official, 2026-09-01)
            https://acme.example/docs
  disputed  4,000
  by        proxy-docs: The pages of a proxy (documented, 2026-05-01)
            https://proxy.example/acme
""",
        ),
        (
            "prices.cached_input",
            """\
scribe-2 prices.cached_input on 2026-10-01
  value   0.5
  source  acme-docs: The pages of Acme (official, 2026-09-01)
          https://acme.example/docs
""",
        ),
        (
            "tool_choice",
            """\
scribe-2 tool_choice at /v1/talk on 2026-10-01
  value      string, never when tools is left out, else [auto, none]
  source     acme-docs: The pages of Acme (official, 2026-09-01)
             https://acme.example/docs
  note       The same for every model at this endpoint.
  in a body  tool_choice
""",
        ),
        (
            "environment",
            """\
scribe-2 environment.key on 2026-10-01
  value   ACME_API_KEY
  source  acme-docs: The pages of Acme (official, 2026-09-01)
          https://acme.example/docs

scribe-2 environment.base_url on 2026-10-01
  value  ACME_BASE_URL
""",
        ),
        (
            "environment.base_url",
            """\
scribe-2 environment.base_url on 2026-10-01
  value  ACME_BASE_URL
""",
        ),
        (
            "ACME_API_KEY",
            """\
scribe-2 environment.key on 2026-10-01
  value   ACME_API_KEY
  source  acme-docs: The pages of Acme (official, 2026-09-01)
          https://acme.example/docs
""",
        ),
    ],
)
def test_why(run, field, said):
    assert run("why", "scribe-2", field, *ON) == (0, said, "")


def test_why_one_trusts_another(run):
    answer = json.loads(run("why", "scribe-2", "modes", "--trust", "proxy-docs", "--json", *ON).out)
    assert [
        (one["value"], one["source"]["id"], [(other["value"], other["source"]["id"]) for other in one["disputed"]])
        for one in answer
    ] == [(["talk"], "proxy-docs", [(["talk", "paint"], "acme-docs")])]


def test_why_a_trusted_source_is_not_named_for_what_it_does_not_say(run):
    answer = json.loads(run("why", "scribe-2", "limits.context", "--trust", "proxy-docs", "--json", *ON).out)
    assert [(one["value"], one["source"]["id"], one["disputed"]) for one in answer] == [(100_000, "acme-docs", [])]


DOUBTED = """\
providers:
  acme:
    families:
      tale:
        modes: [talk]
        source: acme-answers
        params:
          tools:
            accepts: never
            when: {stream: [true]}
            else: {accepts: [function], unconfirmed: {acme-docs: [search]}}
        models: {tale-1: {}}
"""


def test_why_something_is_only_perhaps_taken(run, tmp_path):
    (tmp_path / "ours.yaml").write_text(DOUBTED, encoding="utf-8")
    told = run("why", "tale-1", "tools", "--catalogue", "ours.yaml", *ON).out.splitlines()
    assert told[1:3] + told[4:6] == [
        "  value      never when stream is true, else [function], perhaps [search]",
        "  source     acme-answers: Answers of the API of Acme, recorded (observed, 2026-08-03)",
        "  perhaps    search: left out, but never seen refused",
        "  by         acme-docs: The pages of Acme (official, 2026-09-01)",
    ]
    (one,) = json.loads(run("why", "tale-1", "tools", "--json", "--catalogue", "ours.yaml", *ON).out)
    assert one["value"]["else"] == {"accepts": ["function"], "unconfirmed": {"acme-docs": ["search"]}}
    assert run("list", "--tool", "search", "--catalogue", "ours.yaml", "--json", *ON).out.count("tale-1") == 0


def test_why_an_unknown_field(run):
    told = run("why", "scribe-2", "limits.outptu", *ON)
    assert told == (
        1,
        "",
        """\
Error: Nothing is known about 'limits.outptu' of scribe-2. Did you mean limits.output?
  sections: modes, limits, knowledge, prices, lifecycle, status, environment
  keys: limits.context, limits.output, lifecycle.released, environment.key, environment.base_url, prices.input, \
prices.cached_input, prices.output
  parameters: input, max_output_tokens, max_tokens, reasoning_effort, seed, stop, stream, temperature, tools
""",
    )


# resolve


def test_resolve(run):
    assert run("resolve", "acme/paint/scribe-2", *ON) == (
        0,
        """\
acme/paint/scribe-2
  is           scribe-2
  because      acme/paint/… is a declared spelling (proxy-docs)
  because      scribe-2 is an id of acme
  points at    scribe-2-2026-02-01
  endpoint     /v1/paint
  spelled for  litellm
  status       active on 2026-10-01
""",
        "",
    )


def test_resolve_json(run):
    told = json.loads(run("resolve", "ft:scribe-1:me::1", "--json", *ON).out)
    assert told == {
        "name": "ft:scribe-1:me::1",
        "id": "scribe-1",
        "mode": "talk",
        "surface": None,
        "fine_tune": True,
        "how": ["ft:… is a declared spelling (acme-docs)", "scribe-1 is an id of acme"],
        "endpoint": "/v1/talk",
        "snapshot": None,
        "on": "2026-10-01",
        "status": "retired",
    }


# list

ALL = """\
model                status      endpoints    context  output  input_usd  output_usd  released    shutdown
scribe-1             retired     talk          16,000   4,000          5          15  2024-07-01  2026-03-01
scribe-2             active      talk, paint  100,000  16,000          2           8  2025-02-01
scribe-2-2025-02-01  deprecated  talk, paint  100,000   8,000          2           8  2025-02-01  2027-03-01
scribe-2-2026-02-01  active      talk, paint  100,000  16,000          2           8  2026-02-01
scribe-2-mini        active      talk         100,000   8,000        0.4         1.6  2025-03-01
sketch-0             active      none
sketch-1             active      paint                                 5           2  2026-01-01
7 models
"""
SCRIBE = ["scribe-2", "scribe-2-2025-02-01", "scribe-2-2026-02-01"]


def listed(run, *words):
    return [row["model"] for row in json.loads(run("list", "--json", *words).out)]


def test_list(run):
    assert run("list", *ON) == (0, ALL, "")


def test_list_nothing(run):
    assert run("list", "--family", "scrawl", *ON) == (0, "no model meets all that\n", "")
    assert run("list", "--family", "scrawl", "--json", *ON) == (0, "[]\n", "")


@pytest.mark.parametrize(
    ("words", "models"),
    [
        (["--mode", "paint"], [*SCRIBE, "sketch-1"]),
        (["--mode", "/v1/talk", "--mode", "paint"], SCRIBE),
        (["--effort", "high"], [*SCRIBE, "scribe-2-mini"]),
        (["--effort", "high", "--on", "2025-07-01"], [*SCRIBE]),
        (["--effort", "minimal"], []),
        (["--input", "image"], SCRIBE),
        (["--input", "image", "--input", "text"], SCRIBE),
        (["--output", "text"], []),
        (["--tool", "search"], [*SCRIBE, "scribe-2-mini"]),
        (["--structured"], []),
        (["--accepts", "temperature=0.3"], ["scribe-1", *SCRIBE, "scribe-2-mini"]),
        (["--accepts", "temperature=true"], []),
        (["--accepts", "quality"], ["sketch-1"]),
        (["--accepts", "max_tokens"], []),
        (["--accepts", "n=4"], ["sketch-1"]),
        (["--accepts", 'stop=["a"]'], ["scribe-1", *SCRIBE, "scribe-2-mini"]),
        (["--status", "retired", "--status", "deprecated"], ["scribe-1", "scribe-2-2025-02-01"]),
        (["--family", "sketch"], ["sketch-0", "sketch-1"]),
        (["--max-price", "input=2"], [*SCRIBE, "scribe-2-mini"]),
        (["--max-price", "input=2", "--max-price", "output=1.6"], ["scribe-2-mini"]),
        (["--max-price", "images=1"], ["sketch-1"]),
        (["--min-context", "16001"], [*SCRIBE, "scribe-2-mini"]),
    ],
)
def test_filters(run, words, models):
    on = () if "--on" in words else ON
    assert listed(run, *words, *on) == models


@pytest.mark.parametrize(
    ("order", "models"),
    [
        ("price", ["scribe-2-mini", *SCRIBE, "scribe-1", "sketch-1", "sketch-0"]),
        ("context", [*SCRIBE, "scribe-2-mini", "scribe-1", "sketch-0", "sketch-1"]),
        ("released", ["scribe-1", *SCRIBE[:2], "scribe-2-mini", "sketch-1", SCRIBE[2], "sketch-0"]),
        ("shutdown", ["scribe-1", SCRIBE[1], SCRIBE[0], SCRIBE[2], "scribe-2-mini", "sketch-0", "sketch-1"]),
    ],
)
def test_orders(run, order, models):
    assert listed(run, "--sort", order, *ON) == models


def test_csv(run):
    rows = list(csv.DictReader(io.StringIO(run("list", "--csv", "--mode", "talk", "--max-price", "input=1", *ON).out)))
    assert rows == [
        {
            "model": "scribe-2-mini",
            "status": "active",
            "endpoints": "talk",
            "context": "100000",
            "output": "8000",
            "input_usd": "0.4",
            "output_usd": "1.6",
            "released": "2025-03-01",
            "shutdown": "",
            "family": "scribe",
            "alias_of": "",
        }
    ]


def test_sources(run):
    assert run("list", "--sources", "--csv") == (
        0,
        """\
id,kind,date,title,address
acme-answers,observed,2026-08-03,"Answers of the API of Acme, recorded",https://acme.example/answers
acme-docs,official,2026-09-01,The pages of Acme,https://acme.example/docs
arithmetic,derived,2026-09-02,Computed from other facts,
proxy-docs,documented,2026-05-01,The pages of a proxy,https://proxy.example/acme
""",
        "",
    )
    assert run("list", "--sources").out.splitlines()[-1] == "4 sources"


@pytest.mark.parametrize(
    ("price", "said"),
    [
        ("imput=1", "there is no meter 'imput', but input, cached_input, output, images."),
        ("input", "'input': write input=1.25."),
        ("input=cheap", "'input=cheap': write input=1.25."),
        ("input=nan", "'input=nan': write input=1.25."),
    ],
)
def test_a_price_that_is_none(run, price, said):
    told = run("list", "--max-price", price)
    assert (told.code, told.err.splitlines()[-1]) == (2, f"Error: Invalid value for '--max-price': {said}")
