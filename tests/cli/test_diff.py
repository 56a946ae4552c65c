"""`registry diff`: what changes for a call that moves, over the five invented models."""

import json

ON = ("--on", "2026-10-01")

SCRIBE = """\
from scribe-1 to scribe-2 on 2026-10-01

tightens: refused or warned about from now on
  temperature  takes 0..2 when reasoning_effort is none, else [1], and took 0..2

alters: taken as before, with another outcome
  knowledge  its training data end at 2025-10, and did at 2024-06-30

reprices: costs something else
  prices                              input $2 per 1M tokens (was $5), cached_input $0.5 per 1M tokens (had none), \
output $8 per 1M tokens (was $15)
  prices from 50,001 input tokens on  input $4 per 1M tokens (was $5), cached_input $1 per 1M tokens (had none), \
output $12 per 1M tokens (was $15)

loosens: taken from now on
  modes                 is taken by /v1/paint
  limits.context        100,000, and was 16,000
  limits.output         16,000, and was 4,000
  lifecycle.deprecated  no day is known, and was 2025-09-01
  lifecycle.shutdown    no day is known, and was 2026-03-01
  input                 takes image as well
  max_output_tokens     takes 1..16000, and took 1..4000
  reasoning_effort      takes [none, low, high], and took never
  tools                 takes [function, search] when reasoning_effort is low or high, else [function], and took never

adds: new
  prices.batch, prices.flex  input $1 per 1M tokens, output $4 per 1M tokens
"""


def test_a_move_by_what_it_does_to_a_call(run):
    assert run("diff", "scribe-1", "scribe-2", *ON) == (0, SCRIBE, "")


def test_nothing_changes(run):
    assert run("diff", "scribe-2", "acme/scribe-2", *ON) == (
        0,
        "from scribe-2 to scribe-2 on 2026-10-01\n  nothing changes\n",
        "",
    )


def test_one_endpoint_as_json(run):
    told = json.loads(run("diff", "scribe-2", "sketch-1", "--endpoint", "/v1/paint", "--json", *ON).out)
    assert {key: told[key] for key in ("from", "to", "on", "mode")} == {
        "from": "scribe-2",
        "to": "sketch-1",
        "on": "2026-10-01",
        "mode": "paint",
    }
    assert told["changes"][0] == {
        "kind": "tightens",
        "field": "modes",
        "mode": None,
        "text": "is not taken by /v1/talk, but by /v1/paint",
        "old": None,
        "new": None,
    }


def test_a_name_that_is_no_model(run):
    told = run("diff", "scribe-1", "scribe-3", *ON)
    assert (told.code, told.out, told.err.splitlines()[0][:40]) == (1, "", "Error: No model is called 'scribe-3'. Di")
