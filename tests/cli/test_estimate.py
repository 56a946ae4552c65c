"""`registry estimate`: real models, since what an endpoint's requests are made of is known of real ones alone."""

import json
import sys
from decimal import Decimal

import pytest

from registry.cli import screen

pytestmark = pytest.mark.usefixtures("_real", "_counted")

ON = ("--on", "2026-11-24")
HELLO = {"model": "gpt-5-mini", "input": "Say hello", "max_output_tokens": 500}
QUICK = {**HELLO, "reasoning": {"effort": "minimal"}}
SEARCH = {"model": "gpt-4o", "input": "Any news?", "tools": [{"type": "web_search"}], "max_output_tokens": 500}

HELLO_TOLD = """\
: gpt-5-mini-2025-08-07 at /v1/responses on 2026-11-24, tier default
                  least       USD  expected       USD  most       USD
  input   tokens      8  0.000002         8  0.000002     8  0.000002
  output  tokens      1  0.000002       499  0.000998   500     0.001
  total                  0.000004               0.001        0.001002
"""


@pytest.fixture
def _counted():
    pytest.importorskip("toktok")


def batch(*bodies, url="/v1/responses"):
    lines = [{"custom_id": f"r{at}", "method": "POST", "url": url, "body": body} for at, body in enumerate(bodies, 1)]
    return log(*lines)


def log(*values):
    return "".join((value if isinstance(value, str) else json.dumps(value)) + "\n" for value in values)


# One request.


def test_one_request_is_shown_meter_by_meter(run, tmp_path):
    (tmp_path / "body.json").write_text(json.dumps(HELLO, indent=1))
    assert run("estimate", "body.json", *ON) == (0, f"body.json{HELLO_TOLD}", "")
    assert run("estimate", *ON, stdin=json.dumps(HELLO)) == (0, f"stdin{HELLO_TOLD}", "")


def test_a_request_that_the_command_line_describes(run):
    words = ("-m", "gpt-5-mini", "-p", "input=Say hello", "-p", "max_output_tokens=500")
    assert run("estimate", *words, *ON) == (0, f"request{HELLO_TOLD}", "")


def test_a_call_of_a_library(run):
    words = ("--surface", "litellm", "-m", "openai/gpt-5-mini", "-p", "max_tokens=500")
    said = 'messages=[{"role": "user", "content": "hi"}]'
    told = run("estimate", *words, "-p", said, *ON).out
    assert told.splitlines()[0] == "request: gpt-5-mini-2025-08-07 at /v1/chat/completions on 2026-11-24, tier default"


def test_what_is_not_in_the_request_is_said(run):
    told = run("estimate", *ON, stdin=json.dumps(SEARCH)).out.splitlines()
    assert told[-2:] == [
        "  not in the request: what the tool web_search says and brings; most reckons with all that the model reads",
        "  in no figure: the model may call web_search several times, and reads the conversation again each time",
    ]


def test_words_that_are_counted_roughly_are_said_to_be(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "toktok", None)
    told = run("estimate", *ON, stdin=json.dumps(HELLO)).out.splitlines()
    remedy = "pip install model-capability-registry[tokens] counts exactly"
    assert told[-1] == f"  words are counted roughly, up to 25 % off; {remedy}"
    many = run("estimate", *ON, stdin=log(HELLO, HELLO)).out.splitlines()
    assert many[-1] == f"Words of 2 requests are counted roughly, up to 25 % off; {remedy}."


# Many.


def test_many_are_added_up(run):
    ran = run("estimate", *ON, stdin=log(HELLO, QUICK, SEARCH))
    assert (ran.code, ran.err) == (0, "")
    head, *rows, unseen, opened = ran.out.splitlines()
    assert head.split() == ["model", "requests", "least", "expected", "most"]
    assert [row.split()[:2] for row in rows] == [
        ["gpt-4o-2024-08-06", "1"],
        ["gpt-5-mini-2025-08-07", "2"],
        ["total", "3"],
    ]
    assert unseen == "1 request refers to what it does not hold: most reckons with all that the model reads."
    assert opened.startswith("In no figure, of 1 request: the model may call web_search several times")


def test_the_total_is_the_sum_of_the_requests(run):
    told = json.loads(run("estimate", *ON, "--json", "-v", stdin=log(HELLO, QUICK, SEARCH)).out)
    for bound in ("least", "expected", "most"):
        assert Decimal(told[bound]) == sum(Decimal(one[bound]) for one in told["estimates"])
        assert Decimal(told[bound]) == sum(Decimal(group[bound]) for group in told["groups"])


def test_lines_of_a_batch_have_its_price(run):
    plain = json.loads(run("estimate", *ON, "--json", stdin=log(HELLO, QUICK)).out)
    ran = run("estimate", *ON, "--by", "tier,endpoint", "--json", stdin=batch(HELLO, {**QUICK, "service_tier": "flex"}))
    batched = json.loads(ran.out)
    assert (plain["most"], batched["most"]) == ("0.002004", "0.001002")
    assert batched["groups"][0]["tier"] == "batch"
    assert batched["groups"][0]["endpoint"] == "/v1/responses"
    told = json.loads(run("estimate", *ON, "--tier", "default", "--json", stdin=batch(HELLO, QUICK)).out)
    assert told["most"] == plain["most"]


def test_totals_by_a_key_of_the_requests(run):
    bodies = [{**HELLO, "metadata": {"team": team}} for team in ("red", "blue", "red")]
    ran = run("estimate", *ON, "--by", "metadata.team", "--csv", stdin=log(*bodies))
    assert ran == (
        0,
        "metadata.team,requests,least,expected,most\nred,2,0.000008,0.002,0.002004\nblue,1,0.000004,0.001,0.001002\n",
        "",
    )


def test_every_request_is_shown_when_asked(run):
    told = run("estimate", *ON, "-v", stdin=log(HELLO, HELLO)).out
    assert told == (
        f"stdin:1{HELLO_TOLD}stdin:2{HELLO_TOLD}"
        "model                  requests     least  expected      most\n"
        "gpt-5-mini-2025-08-07         2  0.000008     0.002  0.002004\n"
        "total                         2  0.000008     0.002  0.002004\n"
    )


def test_json_has_the_same_keys_for_one_and_for_many(run):
    one = json.loads(run("estimate", *ON, "--json", stdin=json.dumps(HELLO)).out)
    many = json.loads(run("estimate", *ON, "--json", stdin=log(HELLO, HELLO)).out)
    assert list(one) == list(many)
    assert one == {
        "version": 1,
        "requests": 1,
        "least": "0.000004",
        "expected": "0.001",
        "most": "0.001002",
        "unpriced": 0,
        "wrong": 0,
        "rough": 0,
        "unseen": 0,
        "open": {},
        "by": ["model"],
        "groups": [
            {
                "model": "gpt-5-mini-2025-08-07",
                "requests": 1,
                "least": "0.000004",
                "expected": "0.001",
                "most": "0.001002",
            }
        ],
        "estimates": [one["estimates"][0]],
        "compared": [],
    }
    assert (one["estimates"][0]["request"], one["estimates"][0]["endpoint"]) == ("stdin", "/v1/responses")
    assert many["estimates"] == []


def test_progress_is_shown_to_who_watches(run, monkeypatch, capsys):
    monkeypatch.setattr(screen, "SLOW", -1.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert "\r1 request…" in run("estimate", *ON, stdin=log(HELLO, HELLO)).err
    capsys.readouterr()


# What can't be estimated.


def test_what_is_not_known_is_counted_and_said(run):
    lines = log(
        HELLO, {**HELLO, "model": "gpt-5-prro"}, "[1, 2]", "7", {"input": "hi"}, {"model": "tts-1", "input": "x"}
    )
    ran = run("estimate", *ON, stdin=lines + "{bad\n")
    assert ran.code == 2
    assert ran.err.splitlines() == [
        "registry: stdin:2: No model is called 'gpt-5-prro'. Did you mean gpt-5-pro?",
        "registry: stdin:3[0]: this is no JSON object",
        "registry: stdin:3[1]: this is no JSON object",
        "registry: stdin:4: this is no JSON object",
        "registry: stdin:5: it names no model: give one with --model",
        "registry: stdin:7:2: not JSON: Expecting property name enclosed in double quotes",
    ]
    assert ran.out.splitlines()[-1] == "Not in the total: 1 request without a known price, 4 lines with a mistake."


NEW = {"model": "gpt-6.2-astra-law", "input": "hi"}


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [((), 1, True), (("--on-unknown", "error"), 1, True), (("--on-unknown", "skip"), 0, False)],
)
def test_an_unknown_price_is_an_error_unless_it_is_left_out(run, words, code, told):
    ran = run("estimate", *ON, *words, stdin=log(HELLO, NEW))
    assert (ran.code, "no price of gpt-6.2-astra-law is known" in ran.err) == (code, told)
    assert ran.out.splitlines()[-1] == "Not in the total: 1 request without a known price."


def test_nothing_that_has_a_price_is_no_total_of_0(run):
    alone = run("estimate", *ON, stdin=json.dumps(NEW))
    assert (alone.code, alone.out) == (1, "Not in the total: 1 request without a known price.\n")
    both = run("estimate", *ON, stdin=log(NEW, NEW))
    assert both.out.splitlines()[1].split() == ["total", "0", "–", "–", "–"]
    said = json.loads(run("estimate", *ON, "--json", stdin=json.dumps(NEW)).out)
    assert (said["least"], said["expected"], said["most"], said["unpriced"]) == (None, None, None, 1)


def test_what_can_not_be_read(run):
    assert run("estimate", "none.json", *ON) == (2, "", "registry: none.json: No such file or directory\n")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), "Give a FILE, pipe a body, or name a --model."),
        (("-m", "gpt-5", "--compare", "gpt-5.1o"), "Invalid value for '--compare': No model is called 'gpt-5.1o'"),
        (("-m", "gpt-5", "--on", "soon"), "is no day"),
        (("-m", "gpt-5", "--endpoint", "/v1/respones"), "Did you mean /v1/responses?"),
    ],
)
def test_wrong_usage(run, words, message):
    ran = run("estimate", *words)
    assert ran.code == 2
    assert message in ran.err


# Other models.

COMPARED = """
model           least   expected       most
as given     0.000004   0.000264   0.001002
gpt-5-nano  0.0000008  0.0000528  0.0002004
gpt-4.1             –          –          –  would refuse it: REQ004 reasoning.effort
gpt-5-pro           –          –          –  would refuse it: REQ007 reasoning.effort
"""


def test_a_request_on_other_models(run):
    words = ("--compare", "gpt-4.1", "--compare", "gpt-5-nano", "--compare", "gpt-5-pro")
    ran = run("estimate", *ON, *words, stdin=json.dumps(QUICK))
    assert (ran.code, ran.out[ran.out.index("\nmodel") :]) == (0, COMPARED)


def test_any_model_that_would_take_them(run):
    def compared(*bodies, words=()):
        ran = run("estimate", *ON, "--compare", "any", *words, "--json", stdin=log(*bodies))
        return json.loads(ran.out)["compared"]

    warm = {**HELLO, "temperature": 0.5}
    quick, cool, both = ({one["model"] for one in compared(*bodies)} for bodies in ((QUICK,), (warm,), (QUICK, warm)))
    assert both == quick & cool
    assert quick - cool
    found = compared(QUICK, words=("--compare", "gpt-4.1"))
    priced = [one["expected"] for one in found if one["expected"]]
    assert priced == sorted(priced, key=Decimal)
    assert [one["model"] for one in found if one["refused"]] == ["gpt-4.1"]
    assert {one["model"] for one in found} == {*quick, "gpt-4.1"}


def test_what_has_no_price_is_named_under_the_table(run):
    told = run("estimate", *ON, "--compare", "any", stdin=json.dumps(QUICK)).out.splitlines()
    assert told[-1] == "Without a known price: gpt-6.2-astra-law."


def test_many_requests_on_other_models(run):
    warm = {**HELLO, "model": "gpt-4o", "temperature": 0.5}
    words = ("--compare", "gpt-5-nano", "--compare", "gpt-4.1", "--csv")
    ran = run("estimate", *ON, *words, stdin=batch(HELLO, warm))
    assert ran.out.splitlines() == [
        "model,least,expected,most,taken,refused,remark",
        "as given,0.00001825,0.00073625,0.00301225,,,",
        "gpt-4.1,0.000026,0.000378,0.004018,2,0,",
        "gpt-5-nano,,,,1,1,would refuse 1 of 2 requests: REQ007 temperature (1)",
    ]


def test_no_total_beside_others_when_it_is_not_whole(run):
    ran = run("estimate", *ON, "--compare", "gpt-5-nano", "--on-unknown", "skip", stdin=log(HELLO, NEW))
    assert ran.out.splitlines()[-2].split() == ["as", "given", "–", "–", "–"]


def test_nobody_would_take_it(run):
    words = ("-m", "gpt-5", "-p", "input=hi", "-p", "temprature=2", "--compare", "any")
    ran = run("estimate", *ON, *words)
    assert ran.out.splitlines()[-1] == "No model is known to take all of it for a known price."
