import json

import pytest

from registry.cli.judge import OPTIONS

ON = ("--on", "2026-10-01")
SAY_HI = {"model": "scribe-2", "messages": [{"role": "user", "content": "hi"}]}
BAD = {**SAY_HI, "reasoning": {"effort": "high"}, "temperature": 0.5, "seed": 3, "stream": True}

BAD_TOLD = """\
bad.json: scribe-2 at /v1/talk
  error[REQ006] temperature: temperature=0.5 is accepted by scribe-2 only when reasoning_effort is none; \
here reasoning_effort is high.
    accepts  1
    source   Answers of the API of Acme, recorded (observed, 2026-08-03)
    fix      set temperature to 1
    fix      leave out temperature
    api      code unsupported_value, param temperature
  warning[REQ005] seed: scribe-2 takes seed and ignores it.
    source   Answers of the API of Acme, recorded (observed, 2026-08-03)
    fix      leave out seed
  skipped[REQ016] stream: stream of scribe-2 needs a verified organization: it depends on who calls.
1 error, 1 warning, 1 not judged
"""
FINE = "good.json: scribe-2 at /v1/talk\nfine\n"


@pytest.fixture(autouse=True)
def _files(tmp_path):
    (tmp_path / "good.json").write_text(json.dumps(SAY_HI))
    (tmp_path / "bad.json").write_text(json.dumps(BAD, indent=2))


def batch(*bodies):
    lines = [
        {"custom_id": f"request-{number}", "method": "POST", "url": "/v1/talk", "body": body}
        for number, body in enumerate(bodies, 1)
    ]
    return "".join(json.dumps(line) + "\n" for line in lines)


# What is fine stays quiet.


def test_a_fine_request(run):
    assert run("check", "good.json", *ON) == (0, FINE, "")


def test_fine_requests_among_others_are_counted_only(run):
    assert run("check", "-", *ON, stdin=batch(SAY_HI, SAY_HI)) == (0, "2 requests, all fine\n", "")


def test_quiet_and_fine_says_nothing(run):
    assert run("check", "good.json", "--quiet", *ON) == (0, "", "")


def test_without_a_file_standard_input_is_read(run):
    assert run("check", *ON, stdin=json.dumps(SAY_HI)) == (0, "stdin: scribe-2 at /v1/talk\nfine\n", "")


@pytest.mark.parametrize("text", [json.dumps([SAY_HI, SAY_HI]), json.dumps([SAY_HI, SAY_HI], indent=1)])
def test_an_array_of_bodies(run, text):
    assert run("check", *ON, stdin=text) == (0, "2 requests, all fine\n", "")


@pytest.mark.parametrize("data", ["[]", "  [ ]\n"])
def test_an_empty_array(run, data):
    assert run("check", *ON, stdin=data) == (0, "fine\n", "")


def test_bodies_one_after_another(run):
    text = json.dumps(SAY_HI, indent=2)
    assert run("check", *ON, stdin=f"{text}\n{text}\n") == (0, "2 requests, all fine\n", "")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_marks_of_byte_order(run, tmp_path, encoding):
    (tmp_path / "good.json").write_bytes(json.dumps(SAY_HI).encode(encoding))
    assert run("check", "good.json", *ON) == (0, FINE, "")


# What is not fires.


def test_everything_wrong_at_once(run):
    assert run("check", "bad.json", *ON) == (1, BAD_TOLD, "")


def test_strict_takes_warnings_for_errors(run):
    told = BAD_TOLD.replace("warning[", "error[").replace("1 error, 1 warning", "2 errors")
    assert run("check", "bad.json", "--strict", *ON) == (1, told, "")


def test_exit_zero(run):
    assert run("check", "bad.json", "--exit-zero", *ON) == (0, BAD_TOLD, "")


def test_quiet_leaves_the_errors(run):
    told = BAD_TOLD[: BAD_TOLD.index("  warning[")]
    assert run("check", "bad.json", "--quiet", *ON) == (1, told, "")


def test_a_line_of_a_batch_file_goes_where_its_url_says(run):
    line = {"custom_id": "a", "url": "/v1/paint", "body": {"model": "scribe-1", "prompt": "hi"}}
    told = run("check", "--format", "json", "--endpoint", "talk", *ON, stdin=json.dumps(line)).out
    report = json.loads(told)
    assert (report["request"], report["custom_id"], report["endpoint"]) == ("stdin (a)", "a", "/v1/paint")
    assert [error["code"] for error in report["errors"]] == ["REQ003"]


def test_bad_lines_are_named(run):
    told = run("check", *ON, stdin=batch(SAY_HI, BAD, SAY_HI))
    expected = BAD_TOLD.replace("bad.json", "stdin:2 (request-2)").replace("judged\n", "judged in 3 requests\n")
    assert told == (1, expected, "")


def test_items_of_an_array_are_named(run):
    told = run("check", *ON, stdin=json.dumps([SAY_HI, {"model": "scribe-2"}])).out
    assert told.splitlines()[0] == "stdin[1]: scribe-2 at /v1/talk"


def test_json_is_a_line_a_request(run):
    told = run("check", "good.json", "bad.json", "--format", "json", *ON)
    good, bad = map(json.loads, told.out.splitlines())
    assert good == {
        "request": "good.json",
        "custom_id": None,
        "version": 1,
        "ok": True,
        "model": "scribe-2",
        "endpoint": "/v1/talk",
        "errors": [],
        "warnings": [],
        "skipped": [],
        "api": None,
    }
    assert [bad["ok"], *(one["code"] for one in [*bad["errors"], *bad["warnings"], *bad["skipped"]])] == [
        False,
        "REQ006",
        "REQ005",
        "REQ016",
    ]


def test_strict_json(run):
    report = json.loads(run("check", "bad.json", "--format", "json", "--strict", *ON).out)
    assert ([(one["code"], one["severity"]) for one in report["errors"]], report["warnings"]) == (
        [("REQ006", "error"), ("REQ005", "error")],
        [],
    )


# What the command line says of a request.


def test_a_request_of_options(run):
    words = [
        "-m",
        "sketch-1",
        "-p",
        "prompt=hi",
        "-p",
        "n=2",
        "-p",
        "extras.a=x",
        "-p",
        "extras.b=1",
        "-p",
        "image=i",
        "-p",
        "quality=7",
    ]
    told = run("check", *words, *ON).out.splitlines()
    assert told[0] == "request: sketch-1 at /v1/paint"
    assert [line for line in told if "error[" in line] == ["  error[REQ013] quality: quality=7 should be a string."]


def test_options_over_a_file(run):
    told = run(
        "check", "bad.json", "-m", "scribe-2-mini", "-p", "reasoning.effort=none", "--ignore", "REQ005,REQ016", *ON
    )
    assert told == (0, "bad.json: scribe-2-mini at /v1/talk\nfine\n", "")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ([], ["REQ006", "REQ005", "REQ016"]),
        (["--ignore", "REQ006"], ["REQ005", "REQ016"]),
        (["--ignore", "unmet-condition, REQ005", "--ignore", "REQ016"], []),
        (["--account", "verified_organization=true"], ["REQ006", "REQ005"]),
        (["--account", "verified_organization=false"], ["REQ016", "REQ006", "REQ005"]),
        (["-m", "scribe-9", "--endpoint", "talk"], ["REQ001"]),
        (["-m", "scribe-9", "--unknown", "allow", "--endpoint", "talk"], []),
        (["-m", "acme/scribe-2", "-p", "temperature=1"], ["REQ001", "REQ005", "REQ016"]),
        (["-m", "acme/scribe-2", "-p", "temperature=1", "--surface", "litellm"], ["REQ005", "REQ016"]),
        (
            ["-p", "reasoning.effort=none", "-p", "temperature=2", "--trust", "proxy-docs"],
            ["REQ007", "REQ005", "REQ016"],
        ),
    ],
)
def test_options_change_the_verdict(run, words, codes):
    report = json.loads(run("check", "bad.json", "--format", "json", *ON, *words).out)
    said = [one["code"] for one in [*report["errors"], *report["warnings"], *report["skipped"]]]
    assert sorted(said) == sorted(codes)


def test_an_overlay(run, tmp_path):
    facts = "providers: {acme: {families: {mine: {source: acme-docs, models: {quill: {modes: [talk]}}}}}}"
    (tmp_path / "mine.yaml").write_text(facts)
    assert run("build", "mine.yaml").code == 0
    words = ["check", "-m", "quill", "-p", 'messages=[{"role":"user","content":"hi"}]']
    assert run(*words).code == 1
    assert run(*words, "--catalogue", "mine.jsonl") == (0, "request: quill at /v1/talk\nfine\n", "")


# Arguments are read by two parsers.

PLAIN = [
    [],
    ["a.json", "b.json"],
    ["-", "--strict", "--quiet", "a.json"],
    ["-m", "scribe-2", "-p", "a=1", "-p", "b=c=d", "--parameter", "-x=1"],
    ["--model=scribe-2", "--format=json", "--on=", "--ignore", "REQ001", "--ignore=REQ002,REQ003"],
    ["--strict", "--", "--quiet", "-"],
    ["--on", "-30d", "--account", "a=true", "--surface", "litellm", "--unknown", "warn", "--exit-zero"],
    ["--on", "2026-01-01", "--on", "2026-02-01", "a", "--catalogue", "x", "--trust", "t", "--endpoint", "talk"],
]


@pytest.mark.parametrize("words", PLAIN, ids=" ".join)
def test_both_parsers_read_the_same(words):
    from registry.cli.arguments import parse
    from registry.cli.check import command

    with command.make_context("check", list(words)) as context:
        assert parse(words, OPTIONS) == context.params


@pytest.mark.parametrize(
    "words",
    [["--help"], ["-h"], ["--stric"], ["-mscribe-2"], ["--format", "xml"], ["--model"], ["--strict=yes"], ["-pa=1"]],
)
def test_what_is_not_plain_is_left_to_click(words):
    from registry.cli.arguments import parse

    assert parse(words, OPTIONS) is None


def test_short_options_that_only_click_reads(run):
    assert run("check", "-mscribe-2", "-pmessages=[]", "--ignore=REQ017", *ON) == (
        0,
        "request: scribe-2 at /v1/talk\nfine\n",
        "",
    )


@pytest.mark.usefixtures("_real")
@pytest.mark.parametrize("names", [("a:1.jsonl", "a:2.jsonl"), ("a.jsonl", "a.jsonl")])
def test_each_batch_file_is_its_own(run, tmp_path, names):
    line = {"custom_id": "a", "method": "POST", "url": "/v1/responses", "body": {"model": "gpt-5.4", "input": "hi"}}
    for name in names:
        (tmp_path / name).write_text(json.dumps(line) + "\n")
    on = ("--on", "2026-11-01")
    assert run("check", *names, *on).code == 0
    (tmp_path / names[0]).write_text(2 * (json.dumps(line) + "\n"))
    assert "REQ026" in run("check", names[0], *on).out
