import csv
import io
import json
from typing import Any

import pytest

USAGE = {"input_tokens": 1_000, "output_tokens": 100, "total_tokens": 1_100}
LINE = {"model": "scribe-2", "usage": USAGE, "on": "2026-03-01"}
"""0.0028 USD."""


def log(*values):
    return "".join((value if isinstance(value, str) else json.dumps(value)) + "\n" for value in values)


def totals(run, *words, stdin):
    """What `registry cost --json` says of a log, and how it exits."""
    ran = run("cost", "--json", *words, stdin=stdin)
    return json.loads(ran.out), ran.code, ran.err


def total(run, *values, words=()):
    said, code, err = totals(run, *words, stdin=log(*values))
    assert (code, err) == (0, "")
    return said["usd"]


# What a log may hold.

CHAT = {
    "id": "chatcmpl-1",
    "object": "chat.completion",
    "created": 1_772_323_200,  # 2026-03-01
    "model": "scribe-2-2026-02-01",
    "choices": [],
    "service_tier": "default",
    "usage": {"prompt_tokens": 1_000, "completion_tokens": 100, "total_tokens": 1_100},
}
EVENT = {"type": "response.completed", "response": {**LINE, "object": "response", "created_at": 1_772_323_200.5}}
BATCHED = {"id": "batch_req_1", "custom_id": "a", "response": {"status_code": 200, "body": CHAT}, "error": None}
FAILED = {"id": "batch_req_2", "custom_id": "b", "response": {"status_code": 400, "body": {"error": {}}}, "error": None}
SPAN = {
    "name": "chat scribe-2",
    "startTimeUnixNano": "1772323200000000000",
    "attributes": [
        {"key": "gen_ai.response.model", "value": {"stringValue": "scribe-2-2026-02-01"}},
        {"key": "gen_ai.usage.input_tokens", "value": {"intValue": "1000"}},
        {"key": "gen_ai.usage.output_tokens", "value": {"intValue": 100}},
        {"key": "gen_ai.usage.cache_read.input_tokens", "value": {"intValue": "0"}},
    ],
}
OTHER_SPAN = {"name": "GET", "attributes": [{"key": "http.request.method", "value": {"stringValue": "GET"}}]}
EXPORT = {"resourceSpans": [{"scopeSpans": [{"spans": [SPAN, OTHER_SPAN, SPAN]}]}]}
PRINTED_SPAN: dict[str, Any] = {
    "start_time": "2026-03-01T12:00:00Z",
    "attributes": {
        "gen_ai.request.model": "scribe-2",
        "gen_ai.usage.input_tokens": 1_000,
        "gen_ai.usage.output_tokens": 100,
        "openai.response.service_tier": "default",
    },
}
FLAT = {"model": "scribe-2", "prompt_tokens": 1_000, "completion_tokens": 100, "cached_tokens": 0, "date": "2026-03-01"}


@pytest.mark.parametrize(
    ("value", "usd"),
    [
        (LINE, "0.0028"),
        ({**LINE, "service_tier": "flex"}, "0.0014"),
        ({**LINE, "response_model": "scribe-2-mini"}, "0.00056"),
        (CHAT, "0.0028"),
        (EVENT, "0.0028"),
        (BATCHED, "0.0014"),
        (SPAN, "0.0028"),
        (EXPORT, "0.0056"),
        (PRINTED_SPAN, "0.0028"),
        (FLAT, "0.0028"),
        ({"model": "scribe-2", "on": "2026-03-01", "input": 1_000, "cached_input": 0, "output": 100}, "0.0028"),
        ({"body": {"model": "scribe-2"}, "usage": USAGE, "response_model": None, "on": "2026-03-01"}, "0.0028"),
        ({**LINE, "usage": {"input": 500_000}}, "2.00"),
        ({"model": "sketch-1", "usage": {"images": 2}, "on": "2026-03-01"}, "0.08"),
    ],
)
def test_what_a_line_may_be(run, value, usd):
    assert total(run, value) == usd


def test_one_array_is_a_log_too(run):
    assert total(run, json.dumps([LINE, CHAT], indent=2)) == "0.0056"


def test_a_failed_line_of_a_batch_was_not_billed(run):
    said, code, _ = totals(run, stdin=log(BATCHED, FAILED))
    assert (said["requests"], said["unbilled"], said["usd"], code) == (1, 1, "0.0014", 0)


@pytest.mark.parametrize(
    ("when", "usd"),
    [
        ({"on": "2024-12-31"}, "0.013"),
        ({"on": "2025-01-15"}, "0.0065"),
        ({"created": 1_735_689_599}, "0.013"),
        ({"created": 1_735_689_599_000}, "0.013"),
        ({"created_at": "2025-01-14T23:30:00-08:00"}, "0.0065"),
        ({"timestamp": "2025-01-14T23:30:00"}, "0.013"),
        ({}, "0.0065"),
    ],
)
def test_a_line_is_priced_on_its_day(run, when, usd):
    assert total(run, {"model": "scribe-1", "usage": USAGE, **when}, words=("--on", "2026-01-01")) == usd


def test_csv_has_usages_in_columns(run, tmp_path):
    table = "model,day,tier,prompt_tokens,completion_tokens,cached_tokens,team\nscribe-2,2026-03-01,,1000,100,400,red\n"
    (tmp_path / "log.csv").write_text(table)
    expected = "team,requests,usd\nred,1,0.0022\n"
    assert run("cost", "log.csv", "--by", "team", "--csv") == (0, expected, "")
    assert run("cost", "--by", "team", "--csv", stdin=table) == (0, expected, "")


def test_csv_may_spell_the_whole_path(run):
    table = (
        "model,date,input_tokens,output_tokens,input_tokens_details.cached_tokens\nscribe-2,2026-03-01,1000,100,400\n"
    )
    assert run("cost", "--csv", stdin=table) == (0, "model,requests,usd\nscribe-2-2026-02-01,1,0.0022\n", "")


# Totals.

MANY = log(
    {**LINE, "user": {"team": "red"}},
    {**LINE, "user": {"team": "blue"}, "on": "2026-03-02"},
    {**LINE, "model": "scribe-2-mini", "service_tier": "default"},
    {**LINE, "service_tier": "batch", "user": {"team": "red"}},
)
BY_MODEL = """\
model                requests      USD
scribe-2-2026-02-01         3    0.007
scribe-2-mini               1  0.00056
total                       4  0.00756
"""
BY_DAY_AND_TIER = """\
day         tier     requests      USD
2026-03-01  batch           1   0.0014
2026-03-01  default         2  0.00336
2026-03-02  default         1   0.0028
total                       4  0.00756
"""
BY_KEY = """\
user.team  requests      USD
red               2   0.0042
blue              1   0.0028
(none)            1  0.00056
total             4  0.00756
"""


@pytest.mark.parametrize(
    ("by", "table"),
    [
        ((), BY_MODEL),
        (("--by", "model"), BY_MODEL),
        (("--by", "day", "--by", "tier"), BY_DAY_AND_TIER),
        (("--by", "day,tier"), BY_DAY_AND_TIER),
        (("--by", "user.team"), BY_KEY),
    ],
)
def test_totals_by_whatever_is_asked(run, by, table):
    assert run("cost", *by, stdin=MANY) == (0, table, "")


def test_totals_as_csv(run):
    rows = list(csv.reader(io.StringIO(run("cost", "--csv", "--by", "tier", stdin=MANY).out)))
    assert rows == [["tier", "requests", "usd"], ["default", "3", "0.00616"], ["batch", "1", "0.0014"]]


def test_totals_as_json(run):
    said, code, _ = totals(run, "--by", "tier", stdin=MANY)
    assert code == 0
    assert said == {
        "version": 1,
        "requests": 4,
        "usd": "0.00756",
        "unpriced": 0,
        "wrong": 0,
        "unbilled": 0,
        "by": ["tier"],
        "groups": [
            {"tier": "default", "requests": 3, "usd": "0.00616"},
            {"tier": "batch", "requests": 1, "usd": "0.0014"},
        ],
    }


def test_other_days_and_other_models_side_by_side(run):
    values = log({"model": "scribe-1", "usage": USAGE, "on": "2024-12-31"}, {**LINE, "service_tier": "batch"})
    ran = run("cost", "--as-of", "2026-01-31", "--compare", "scribe-2-mini", stdin=values)
    assert (
        ran.out
        == """\
model                requests     USD  as of 2026-01-31  scribe-2-mini
scribe-1                    1   0.013            0.0065              –
scribe-2-2026-02-01         1  0.0014            0.0014              –
total                       2  0.0144            0.0079              –
"""
    )


def test_a_comparison_that_is_known_of_all(run):
    said, *_ = totals(run, "--compare", "scribe-1", stdin=log(LINE, LINE))
    assert said["others"] == {"scribe-1": "0.013"}
    assert said["groups"][0]["others"] == {"scribe-1": "0.013"}


# One usage.


def test_one_usage_is_shown_line_by_line(run):
    ran = run("cost", "-m", "scribe-2", "-u", "input=1000", "-u", "output=100", "--tier", "flex", "--on", "2026-03-01")
    assert ran == (
        0,
        """\
scribe-2-2026-02-01 on 2026-03-01, tier flex
  input   1,000  × $1 / 1M tokens   0.001  since 2025-02-01, The pages of Acme
  output    100  × $4 / 1M tokens  0.0004  since 2025-02-01, The pages of Acme
  total                            0.0014
""",
        "",
    )


def test_one_usage_as_an_api_has_it(run):
    words = ("-u", "prompt_tokens=1000", "-u", "prompt_tokens_details.cached_tokens=400", "--on", "2026-03-01")
    ran = run("cost", "-m", "scribe-2", *words, "--json", "--compare", "sketch-1")
    said = json.loads(ran.out)
    assert (said["total"], said["others"]) == ("0.0014", {"sketch-1": None})


# What can not be priced.


def test_a_bad_line_is_told_by_its_number_and_the_rest_is_priced(run):
    values = log(
        LINE,
        {**LINE, "model": "scribe-3"},
        '{"model": x}',
        {**LINE, "usage": {"input_tokens": 1, "output_tokens": -1}},
        {**LINE, "usage": {"images": 1}},
        {**LINE, "usage": None},
        {"usage": USAGE},
        "7",
        {**LINE, "on": "yesterday"},
        LINE,
    )
    ran = run("cost", stdin=values)
    assert ran.code == 2
    assert ran.err.splitlines() == [
        "registry: stdin:2: No model is called 'scribe-3'. Did you mean scribe-2?",
        "registry: stdin:3:11: not JSON: Expecting value",
        "registry: stdin:4: output_tokens is -1: a count is never negative",
        "registry: stdin:5: scribe-2 on 2026-03-01 has no price for images",
        "registry: stdin:6: there is no usage in it",
        "registry: stdin:7: it names no model: give one with --model",
        "registry: stdin:8: this is no JSON object",
        "registry: stdin:9: 'yesterday' is no time: write 2026-01-31, 2026-01-31T12:00:00Z or seconds since 1970",
    ]
    assert (
        ran.out
        == """\
model                requests     USD
scribe-2-2026-02-01         2  0.0056
total                       2  0.0056
Not in the total: 2 requests without a known price, 5 lines with a mistake.
"""
    )


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [((), 1, True), (("--on-unknown", "error"), 1, True), (("--on-unknown", "skip"), 0, False)],
)
def test_an_unknown_price_is_an_error_unless_it_is_left_out(run, words, code, told):
    ran = run("cost", *words, stdin=log(LINE, {**LINE, "model": "scribe-3"}))
    assert (ran.code, bool(ran.err)) == (code, told)
    assert "Not in the total: 1 request without a known price." in ran.out


def test_a_model_for_lines_that_name_none(run):
    assert total(run, {"usage": USAGE, "on": "2026-03-01"}, words=("-m", "scribe-2")) == "0.0028"


def test_a_tier_for_lines_that_name_none(run):
    values = ({**LINE, "service_tier": "default"}, LINE)
    assert total(run, *values, words=("--tier", "batch")) == "0.0042"


def test_tokens_of_a_kind_that_nobody_prices(run):
    span = {**PRINTED_SPAN, "attributes": {**PRINTED_SPAN["attributes"], "gen_ai.usage.video_tokens": 3}}
    assert (
        "the span has gen_ai.usage.video_tokens, and what that costs is not known" in run("cost", stdin=log(span)).err
    )


def test_a_row_that_is_too_short(run):
    ran = run("cost", "--csv", stdin="model,input_tokens\nscribe-2,1\nscribe-2\n")
    assert (ran.code, ran.err) == (2, "registry: stdin:3: the row has not as many fields as the head\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("-u", "input=1"), "-u describes one usage: give its --model, and no FILE."),
        (("-m", "scribe-2", "-u", "input"), "write key=value"),
        (("--compare", "scribe-3"), "No model is called 'scribe-3'"),
        (("--as-of", "soon"), "is no day"),
        (("--on-unknown", "shrug"), "'shrug' is not one of 'error', 'skip'"),
    ],
)
def test_wrong_usage(run, words, message):
    ran = run("cost", *words, stdin="")
    assert ran.code == 2
    assert message in ran.err


# Tools that a provider runs, as whole answers show them. These models exist.


@pytest.fixture
def _real(monkeypatch):
    import registry.catalogue

    monkeypatch.undo()
    monkeypatch.setattr(registry.catalogue, "_bundled", None)


SEARCHED: dict[str, object] = {
    "object": "response",
    "created_at": 1_772_323_200,
    "model": "gpt-4.1-2025-04-14",
    "tools": [{"type": "web_search"}],
    "output": [
        {"type": "web_search_call", "action": {"type": "search"}},
        {"type": "web_search_call", "action": {"type": "open_page"}},
        {"type": "file_search_call"},
    ],
    "usage": {"input_tokens": 1_000, "output_tokens": 0, "total_tokens": 1_000},
}
DRAWN: dict[str, object] = {
    "object": "response",
    "created_at": 1_772_323_200,
    "model": "gpt-4.1-2025-04-14",
    "tools": [{"type": "image_generation", "model": "gpt-image-1.5"}],
    "output": [{"type": "image_generation_call"}],
    "usage": {"input_tokens": 1_000, "output_tokens": 0, "total_tokens": 1_000},
    "tool_usage": {
        "image_gen": {
            "input_tokens": 100,
            "input_tokens_details": {"text_tokens": 100, "image_tokens": 0},
            "output_tokens": 1_000,
            "output_tokens_details": {"text_tokens": 0, "image_tokens": 1_000},
            "total_tokens": 1_100,
            "cached_tokens": 50,
            "cached_tokens_details": {"cached_text_tokens": 50, "cached_image_tokens": 0},
        },
        "web_search": {"num_requests": 0},
    },
}


@pytest.mark.usefixtures("_real")
@pytest.mark.parametrize(
    ("answer", "usd"),
    [
        (SEARCHED, "0.0145"),
        ({**SEARCHED, "tools": [{"type": "web_search_preview"}]}, "0.0295"),
        ({**SEARCHED, "tool_usage": {"web_search": {"num_requests": 3}}}, "0.0345"),
        (DRAWN, "0.0343125"),
        (
            {"object": "video", "model": "sora-2", "seconds": "8", "size": "720x1280", "created_at": 1_772_323_200},
            "0.80",
        ),
    ],
)
def test_tools_and_videos(run, answer, usd):
    assert total(run, answer) == usd


@pytest.mark.usefixtures("_real")
@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ({**SEARCHED, "output": [{"type": "code_interpreter_call"}]}, "used the container of a code interpreter"),
        ({**DRAWN, "tool_usage": None}, "how many tokens they took is not said"),
        ({**DRAWN, "tools": []}, "of which model is not said"),
    ],
)
def test_tools_whose_price_the_answer_does_not_tell(run, answer, message):
    ran = run("cost", stdin=log(answer))
    assert ran.code == 1
    assert message in ran.err
