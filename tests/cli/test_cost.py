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
        "summaries": 0,
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
2 requests not in the log: whether another model would take them is not judged.
"""
    )


def test_a_comparison_that_is_known_of_all(run):
    said, *_ = totals(run, "--compare", "scribe-1", stdin=log(LINE, LINE))
    assert said["others"] == {"scribe-1": "0.013"}
    assert said["groups"][0]["others"] == {"scribe-1": "0.013"}


# Whether another model would have taken them.

HI = {"messages": [{"role": "user", "content": "hi"}]}
COOL = {**HI, "temperature": 0}
"""Taken by scribe-1; by later models only where the effort of reasoning is none, which by default it is not."""


def judged(run, *values, words=()):
    said, code, err = totals(run, "--compare", "scribe-2-mini", *words, stdin=log(*values))
    assert (code, err) == (0, "")
    return said["others"]["scribe-2-mini"], said["compared"]["scribe-2-mini"]


def took(body, **fields):
    return {**LINE, "body": body, "endpoint": "/v1/talk", **fields}


def verdicts(taken=0, refused=0, unjudged=0, why=None, there="0.00", here="0.00"):
    """What the JSON says of a candidate."""
    return {
        "taken": taken,
        "refused": refused,
        "unjudged": unjudged,
        "why": [dict(zip(("code", "path", "requests"), why, strict=True))] if why else [],
        "usd_taken": there,
        "usd_taken_as_given": here,
    }


@pytest.mark.parametrize(
    "value",
    [
        took(HI),
        {**LINE, "request": HI, "url": "https://api.acme.example/v1/talk?x=1"},
        {**LINE, "request": {"method": "POST", "url": "/v1/talk", "body": HI}},
        {**LINE, "body": {**HI, "model": "scribe-2"}},
        took({**HI, "model": "scribe-2", "temprature": 1}),  # it was taken, so that is no reason
    ],
)
def test_what_another_model_would_take_is_priced(run, value):
    assert judged(run, value) == ("0.00056", verdicts(taken=1, there="0.00056", here="0.0028"))


def test_what_another_model_would_refuse_has_no_price_there(run):
    picture = {"prompt": "hi", "model": "scribe-2"}
    values = [took(HI), took(picture, endpoint="/v1/paint"), took(picture, endpoint="/v1/paint")]
    assert judged(run, *values) == (
        None,
        verdicts(taken=1, refused=2, why=("REQ003", "model", 2), there="0.00056", here="0.0028"),
    )
    told = run("cost", "--compare", "scribe-2-mini", stdin=log(*values)).out.splitlines()
    assert told[-2].split() == ["total", "3", "0.0084", "–"]
    said = "scribe-2-mini would refuse 2 of 3 requests: REQ003 model (2)."
    assert told[-1] == f"{said} The others come to 0.00056 there, and 0.0028 here."
    csv_told = run("cost", "--compare", "scribe-2-mini", "--csv", stdin=log(*values))
    assert csv_told.err == f"registry: {told[-1]}\n"


def test_what_is_wrong_with_the_model_itself_is_a_reason(run):
    # Neither speaks of pictures, whatever the log says.
    taken, said = judged(run, {**took({"prompt": "hi"}, endpoint="/v1/paint"), "model": "scribe-1", "on": "2026-01-01"})
    assert (taken, said["refused"], said["why"][0]["code"]) == (None, 1, "REQ003")


@pytest.mark.parametrize(
    "value",
    [LINE, took("{}"), took({"usage": {}}), {**LINE, "request": 7}, {**LINE, "body": {"temprature": 1}}],
)
def test_a_request_that_is_not_there_is_not_judged(run, value):
    assert judged(run, value) == ("0.00056", verdicts(unjudged=1))


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
CALLED = [{"type": "web_search_call"}, {"type": "web_search_call", "action": {"type": "open_page"}}]
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
        ({**SEARCHED, "tools": [{"type": "web_search_preview_2025_03_11"}]}, "0.0295"),
        ({**SEARCHED, "tools": None}, "0.0145"),
        ({**SEARCHED, "tool_usage": {"web_search": {"num_requests": 3}}}, "0.0345"),
        ({**SEARCHED, "tool_usage": {"web_search": [1]}}, "0.0145"),
        ({**SEARCHED, "": 5}, "0.0145"),
        ({**SEARCHED, "output": [{"type": "shell_call", "environment": {"type": "local"}}]}, "0.002"),
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
        ({**SEARCHED, "output": [{"type": "shell_call", "environment": "x"}]}, "used the container of a shell"),
        ({**DRAWN, "tool_usage": None}, "how many tokens they took is not said"),
        ({**DRAWN, "tools": []}, "of which model is not said"),
    ],
)
def test_tools_whose_price_the_answer_does_not_tell(run, answer, message):
    ran = run("cost", stdin=log(answer))
    assert ran.code == 1
    assert message in ran.err


@pytest.mark.usefixtures("_real")
@pytest.mark.parametrize(("number", "shown"), [("3", "'3'"), ([], "an array of 0"), (True, "true"), (1.5, "1.5")])
def test_a_number_of_calls_that_is_none(run, number, shown):
    ran = run("cost", stdin=log({**SEARCHED, "tool_usage": {"web_search": {"num_requests": number}}}))
    told = f"registry: stdin: tool_usage.web_search.num_requests is {shown}: a count is a whole number\n"
    assert (ran.code, ran.err) == (1, told)


@pytest.mark.usefixtures("_real")
def test_calls_beside_a_usage_that_is_none(run):
    ran = run("cost", stdin=log({**SEARCHED, "usage": [1]}))
    assert (ran.code, "give the usage object of an answer" in ran.err) == (1, True)


OVERLAY = """
sources: {house: {title: Prices of the house, kind: official, date: 2026-01-01}}
meters: {lookup_call: 1_000 calls}
providers:
  house:
    source: house
    tools: [{kinds: [web_search], item: web_search_call, meter: lookup_call, source: house}]
    families: {f: {modes: [responses], models: {quill-1: {prices: [{from: 2026-01-01, usd: {lookup_call: 3}}]}}}}
"""


@pytest.mark.usefixtures("_real")
def test_an_overlay_says_what_the_tools_of_its_provider_are_sold_by(run, tmp_path):
    (tmp_path / "house.yaml").write_text(OVERLAY)
    answer = {**SEARCHED, "model": "quill-1", "usage": {"input_tokens": 0, "output_tokens": 0, "total_tokens": 0}}
    said, *_ = totals(run, "--catalogue", str(tmp_path / "house.yaml"), stdin=log({**answer, "output": CALLED}))
    assert said["usd"] == "0.006"


@pytest.mark.usefixtures("_real")
@pytest.mark.parametrize(("model", "usd"), [("quill-1", "0.006"), ("gpt-4.1", "0.01")])
def test_whose_tools_they_are_where_the_answer_names_no_model(run, tmp_path, model, usd):
    (tmp_path / "house.yaml").write_text(OVERLAY)
    answer = {**SEARCHED, "usage": {"input_tokens": 0, "output_tokens": 0, "total_tokens": 0}, "output": CALLED}
    del answer["model"]
    overlay = ("--catalogue", str(tmp_path / "house.yaml"))
    assert total(run, answer, words=(*overlay, "--model", model)) == usd
    assert total(run, {**answer, "body": {"model": model}}, words=overlay) == usd


@pytest.mark.usefixtures("_real")
def test_a_tool_stays_what_it_is_whoever_answers(run):
    said, *_ = totals(run, "--compare", "gpt-4.1-mini", stdin=log(DRAWN))
    # 1,000 tokens of input cost 0.0004 there instead of 0.002.
    assert (said["usd"], said["others"]) == ("0.0343125", {"gpt-4.1-mini": "0.0327125"})


# Spans, as instrumentations write them.


def span(**attributes):
    return {"start_time": "2026-03-01T12:00:00Z", "attributes": {"gen_ai.request.model": "scribe-2", **attributes}}


def counts(sent="1000", made="100", **more):
    known = {"gen_ai.usage.input_tokens": sent, "gen_ai.usage.output_tokens": made}
    return {**known, **{f"gen_ai.usage.{name}": value for name, value in more.items()}}


@pytest.mark.parametrize(
    "cached",
    [
        {"cached_tokens": 400},
        {"cache_read_tokens": 400},
        {"cache_read.input_tokens": 400},
        {"cache_read_input_tokens": 400},
        {"details.cached_tokens": 400},
        {"input_tokens_details.cached_tokens": 400},
        {"prompt_tokens_details.cached_tokens": 400.0},
        {"cached_tokens": 400, "total_tokens": 1_100, "reasoning_tokens": 60},
        {"cached_tokens": 400, "output_tokens_details.reasoning_tokens": 60, "reasoning.output_tokens": 60},
    ],
)
def test_cached_tokens_of_a_span(run, cached):
    assert total(run, span(**counts(1_000, 100, **cached))) == "0.0022"


@pytest.mark.parametrize(
    "value",
    [{"intValue": "1000"}, {"intValue": 1_000}, {"intValue": {"low": 1_000, "high": 0}}, {"doubleValue": 1_000.0}],
)
def test_a_whole_number_however_an_exporter_writes_it(run, value):
    attributes = [
        {"key": "gen_ai.request.model", "value": {"stringValue": "scribe-2"}},
        {"key": "gen_ai.usage.input_tokens", "value": value},
        {"key": "gen_ai.usage.output_tokens", "value": {"intValue": "100"}},
    ]
    assert total(run, {"startTimeUnixNano": "1772323200000000000", "attributes": attributes}) == "0.0028"


@pytest.mark.parametrize(
    ("attributes", "message"),
    [
        (counts(1_000, 100, total_tokens=1_500), "total_tokens is 1500, but input and output are 1,000 and 100"),
        (counts(1_000, 100, cached_tokens=1_001), "1,001 tokens are cached, but input has 1,000 in all"),
        (counts(-1, 100), "input_tokens is -1: a count is never negative"),
        (counts(1.5, 100), "input_tokens is 1.5: a count is a whole number"),
        (counts("x", 100), "input_tokens is 'x': a count is a whole number"),
        ({"gen_ai.usage.output_tokens": 3}, "the usage has no input_tokens"),
    ],
)
def test_a_span_that_contradicts_itself(run, attributes, message):
    ran = run("cost", stdin=log(span(**attributes)))
    assert ran.code == 1
    assert message in ran.err


def test_one_bad_span_of_an_export_leaves_the_others(run):
    bad = {**SPAN, "attributes": [{"key": "gen_ai.usage.input_tokens", "value": {"intValue": "-1"}}]}
    ran = run("cost", stdin=log({"resourceSpans": [{"scopeSpans": [{"spans": [SPAN, OTHER_SPAN, bad, SPAN]}]}]}))
    assert (ran.code, ran.err) == (1, "registry: stdin, span 2: it names no model: give one with --model\n")
    assert ran.out.splitlines()[-2:] == [
        "total                       2  0.0056",
        "Not in the total: 1 line with a mistake.",
    ]


def test_a_span_of_an_agent_adds_up_others_and_is_no_request(run):
    agent = span(**counts(2_000, 200), **{"gen_ai.operation.name": "invoke_agent"})
    call = span(**counts(1_000, 100), **{"gen_ai.operation.name": "chat"})
    ran = run("cost", stdin=log(agent, call, call))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[-2:] == [
        "total                       2  0.0056",
        "Not in the total: 1 span of agents, whose calls have their own.",
    ]


# The output of a Batch.


def test_a_request_that_a_batch_never_sent_was_not_billed(run):
    expired = {"id": "r", "custom_id": "c", "response": None, "error": {"code": "batch_expired", "message": "…"}}
    said, code, err = totals(run, stdin=log(BATCHED, expired))
    assert (said["requests"], said["unbilled"], said["usd"], code, err) == (1, 1, "0.0014", 0, "")


WHOLE_BATCH = {"id": "batch_1", "object": "batch", "model": "scribe-2", "created_at": 1_772_323_200, "usage": USAGE}


def test_a_whole_batch_is_priced_as_one(run):
    assert total(run, WHOLE_BATCH) == "0.0014"


def test_a_whole_batch_does_not_say_how_long_its_requests_were(run):
    much = {"input_tokens": 60_000, "output_tokens": 0, "total_tokens": 60_000}
    ran = run("cost", stdin=log({**WHOLE_BATCH, "usage": much}))
    assert ran.code == 1
    assert "has another price for long requests, and how long each of the batch was is not said" in ran.err


# What is laid out like nothing that is known.

ODD: list[object] = [
    {"resourceSpans": [1]},
    {"resourceSpans": [{"scopeSpans": [{"spans": [None]}]}]},
    {**LINE, "on": None, "created": 10**30},
    {**LINE, "on": None, "created": -1e18},
    '{"model": "scribe-2", "usage": {"input": 1}, "created": 1e999}',
    {**LINE, "on": "²026-01-01"},
    {**LINE, "on": "2026-03-01\u0000"},
    {**LINE, "usage": "much"},
    {**LINE, "usage": {"input_tokens": 1e300}},
    {**LINE, "model": "scribe-2\u202e"},
    {**LINE, "service_tier": "\ud800"},
    {**LINE, "usage": USAGE, "tool_usage": [1], "output": "x", "tools": {}},
    {"custom_id": "a", "response": {"body": {**LINE, "tool_usage": {"web_search": [1], "image_gen": 5}}}},
    {"custom_id": "a", "response": {"body": {**LINE, "output": [{"type": "shell_call", "environment": "x"}]}}},
    {"object": "video", "model": "sketch-1", "seconds": "²", "size": ["720x1280"]},
    {"attributes": [{"key": "gen_ai.usage.input_tokens", "value": {"intValue": "9" * 5_000}}]},
]


@pytest.mark.parametrize("value", ODD)
def test_whatever_a_line_holds_it_is_a_mistake_at_the_most(run, value):
    ran = run("cost", "--compare", "scribe-1", "--as-of", "2026-03-01", stdin=log(value))
    assert ran.code in (0, 1)
    assert "a bug of ours" not in ran.err


# Tables.


def test_a_table_has_objects_as_json_and_whole_numbers_as_it_likes(run):
    head = "model,date,usage\n"
    usage = json.dumps(USAGE).replace('"', '""')
    assert run("cost", "--csv", stdin=f'{head}scribe-2,2026-03-01,"{usage}"\n').out.splitlines()[1:] == [
        "scribe-2-2026-02-01,1,0.0028"
    ]
    table = "model,date,input_tokens,output_tokens\nscribe-2,2026-03-01,1000.0,1e2\n"
    assert run("cost", "--csv", stdin=table).out.splitlines()[1:] == ["scribe-2-2026-02-01,1,0.0028"]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ("-5,1", "input_tokens is -5: a count is never negative"),
        ("1.5,1", "a count is a whole number"),
        ("much,1", "input_tokens is 'much': a count is a whole number"),
        ("1e999999,1", "a count is a whole number"),
        (f"{'9' * 5_000},1", "a count is a whole number"),
        (",1", "the usage has no input_tokens"),
        (",", "there is no usage in it"),
    ],
)
def test_a_cell_that_counts_nothing(run, cells, message):
    ran = run("cost", "--csv", stdin=f"model,date,input_tokens,output_tokens\nscribe-2,2026-03-01,{cells}\n")
    assert ran.code == 1
    assert message in ran.err


def test_totals_by_a_column_of_numbers(run):
    table = "model,date,input,cached_input\nscribe-2,2026-03-01,1000,0.0\n"
    told = run("cost", "--csv", "--by", "input,cached_input", stdin=table)
    assert told == (0, "input,cached_input,requests,usd\n1000,0,1,0.002\n", "")
