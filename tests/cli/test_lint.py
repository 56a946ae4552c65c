"""`registry lint` and `registry migrate` as commands: formats, exit statuses, what a project asks."""

import json
import xml.etree.ElementTree as ET

import pytest

import registry.catalogue
from registry.catalogue import FILE, Catalogue

ON = ("--on", "2026-11-24")
CALL = "import openai\nopenai.responses.create(model='gpt-4-32k', input='hi')\n"
WARNED = "import openai\nopenai.responses.create(model='gpt-4o', input='hi')\n"
FINE = "import openai\nopenai.responses.create(model='gpt-5.6-sol', input='hi')\n"
MESSAGE = "gpt-4-32k was shut down on 2025-06-06. Move to gpt-4o."
SHIPPED = FILE


@pytest.fixture(autouse=True)
def _shipped(monkeypatch):
    """Which functions stand for which endpoint, the fixture's catalogue does not say."""
    monkeypatch.setattr(registry.catalogue, "_bundled", Catalogue.load(SHIPPED))


@pytest.fixture(autouse=True)
def here(tmp_path):
    """The folder that the command is run in, with a file that makes a bad call."""
    (tmp_path / "calls.py").write_text(CALL)
    return tmp_path


def test_text(run):
    assert run("lint", *ON, "calls.py") == (
        1,
        "\n".join(
            [
                f"calls.py:2:31: error[REQ009] {MESSAGE}",
                "    fix      set model to 'gpt-4o' (--fix-models does)",
                "1 error in 1 call, 1 file",
                "",
            ]
        ),
        "",
    )


def test_a_folder_is_here_by_default(run):
    assert run("lint", *ON).out.startswith("calls.py:2:31: error[REQ009]")


def test_json(run):
    told = run("lint", *ON, "--format", "json", "calls.py")
    (found,) = json.loads(told.out)
    source = found.pop("source")
    assert (told.code, source["kind"], found) == (
        1,
        "official",
        {
            "file": "calls.py",
            "line": 2,
            "column": 31,
            "code": "REQ009",
            "name": "retired-model",
            "severity": "error",
            "path": "model",
            "message": MESSAGE,
            "fixes": ["set model to 'gpt-4o'"],
            "fixable": False,
            "moves": True,
        },
    )


def test_github(run):
    told = run("lint", *ON, "--format", "github", "calls.py").out
    assert (
        told
        == f"::error file=calls.py,line=2,col=31,title=REQ009 retired-model::{MESSAGE} Fix: set model to 'gpt-4o'.\n"
    )


def test_sarif(run):
    told = json.loads(run("lint", *ON, "--format", "sarif", "calls.py").out)
    (result,) = told["runs"][0]["results"]
    assert (told["version"], result["ruleId"], result["level"]) == ("2.1.0", "REQ009", "error")
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "calls.py"},
        "region": {"startLine": 2, "startColumn": 31},
    }
    assert told["runs"][0]["tool"]["driver"]["rules"] == [{"id": "REQ009", "name": "retired-model"}]


def test_junit(run, here):
    (here / "odd <&\x01>.py").write_text(CALL)
    suite = ET.fromstring(run("lint", *ON, "--format", "junit").out)  # noqa: S314 - our own
    assert (suite.get("tests"), suite.get("failures"), len(suite.findall("testcase/failure"))) == ("2", "2", 2)


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "github", "text"])
def test_nothing_found_is_a_whole_document_too(run, here, form):
    (here / "calls.py").write_text(FINE)
    told = run("lint", *ON, "--format", form)
    assert (told.code, told.err) == (0, "")
    if form in ("json", "sarif"):
        json.loads(told.out)
    elif form == "junit":
        ET.fromstring(told.out)  # noqa: S314 - our own


STATUSES = {
    "a warning": (WARNED, [], 0),
    "a warning taken for an error": (WARNED, ["--strict"], 1),
    "an error": (CALL, [], 1),
    "an error that does not count": (CALL, ["--exit-zero"], 0),
    "an error that is ignored": (CALL, ["--ignore", "retired-model"], 0),
    "fine": (FINE, [], 0),
}


@pytest.mark.parametrize(("text", "options", "status"), STATUSES.values(), ids=STATUSES)
def test_the_exit_status(run, here, text, options, status):
    (here / "calls.py").write_text(text)
    assert run("lint", *ON, *options).code == status


def test_a_day_to_come_fails_a_build_that_will_break(run, here):
    (here / "calls.py").write_text(WARNED)
    assert [run("lint", "--on", day).code for day in ("2026-11-24", "2027-01-13", "2027-01-14")] == [0, 0, 1]


def test_quiet_prints_errors_alone(run, here):
    (here / "calls.py").write_text(WARNED)
    assert run("lint", *ON, "--quiet").out == "1 warning in 1 call, 1 file\n"


def test_fix_writes_literals_and_says_so(run, here):
    text = "import openai\nopenai.responses.create(model='gpt-6-sol', input='hi', temprature=1)\n"
    (here / "calls.py").write_text(text)
    told = run("lint", *ON, "--fix")
    assert (told.code, told.err) == (0, "calls.py:2:67: mended REQ002: write temperature\n")
    assert (here / "calls.py").read_text() == text.replace("temprature", "temperature")


def test_another_model_is_written_only_where_that_is_asked_for(run, here):
    told = run("lint", *ON, "--fix")
    assert (told.code, told.err, (here / "calls.py").read_text()) == (1, "", CALL)
    assert told.out == run("lint", *ON).out
    told = run("lint", *ON, "--fix-models")
    assert (told.code, told.err) == (0, "calls.py:2:31: mended REQ009: set model to 'gpt-4o'\n")
    assert (here / "calls.py").read_text() == CALL.replace("gpt-4-32k", "gpt-4o")


def test_fix_models_mends_all_else_too(run, here):
    (here / "calls.py").write_text(CALL.replace("'hi'", "'hi', temprature=1"))
    assert run("lint", *ON, "--fix-models").code == 0
    assert (here / "calls.py").read_text() == CALL.replace("gpt-4-32k", "gpt-4o").replace("'hi'", "'hi', temperature=1")


def test_a_batch_asks_no_other_model_either(run, here):
    body = {"model": "gpt-4-32k", "messages": [{"role": "user", "content": "hi"}], "temprature": 1}
    line = json.dumps({"custom_id": "a", "method": "POST", "url": "/v1/chat/completions", "body": body})
    (here / "batch.jsonl").write_text(line + "\n")
    told = run("lint", *ON, "--fix", "batch.jsonl")
    assert (told.code, "REQ009" in told.out) == (1, True)
    assert (here / "batch.jsonl").read_text() == line.replace("temprature", "temperature") + "\n"
    assert run("lint", *ON, "--fix-models", "batch.jsonl").code == 0
    assert "gpt-4-32k" not in (here / "batch.jsonl").read_text()


def test_what_is_named_and_can_not_be_read_is_wrong_usage(run):
    told = run("lint", *ON, "gone.py")
    assert (told.code, told.err) == (2, "registry: gone.py: No such file or directory\n")


def test_what_is_found_on_the_way_and_can_not_be_read_is_told_alone(run, here):
    (here / "calls.py").write_text("import openai\ndef f(:\n")
    told = run("lint", *ON)
    assert (told.code, "calls.py:2:1: no Python" in told.err) == (0, True)


def test_a_project_says_what_it_always_asks(run, here):
    (here / "pyproject.toml").write_text('[tool.registry]\non = "2026-11-24"\nignore = ["REQ009"]\n')
    assert run("lint").code == 0
    (here / "pyproject.toml").write_text('[tool.registry]\non = "2026-11-24"\nexclude = ["calls.py"]\nstrict = true\n')
    assert run("lint").out == "fine in 0 calls, 0 files\n"
    (here / "pyproject.toml").write_text('[tool.registry]\non = "2027-01-14"\n')
    (here / "calls.py").write_text(WARNED)
    assert (run("lint").code, run("lint", *ON).code) == (1, 0)


WRONG = {
    "no such key": ("nonsense = 1", "no key 'nonsense'"),
    "no list": ("ignore = 'REQ009'", "ignore is a list of texts"),
    "no such rule": ("ignore = ['REQ999']", "no rule is called 'REQ999'"),
    "no day": ("on = 'soon'", "is no day"),
    "no flag": ("strict = 'yes'", "strict is true or false"),
    "no word": ("unknown = 'maybe'", "unknown = 'maybe'"),
    "no TOML": ("on = [", "pyproject.toml"),
}


@pytest.mark.parametrize(("line", "wanted"), WRONG.values(), ids=WRONG)
def test_what_a_project_may_not_say(run, here, line, wanted):
    (here / "pyproject.toml").write_text(f"[tool.registry]\n{line}\n")
    told = run("lint")
    assert (told.code, wanted in told.err) == (2, True), told.err


def test_migrate_lists_what_has_to_change(run, here):
    (here / "calls.py").write_text(
        "import openai\nopenai.responses.create(\n    model='gpt-4o',\n    input='hi',\n    temperature=0.2,\n)\n"
        "M = 'gpt-4o'\nopenai.responses.create(model=M, input='hi')\n"
    )
    told = run("migrate", *ON, "--from", "gpt-4o", "--to", "gpt-6.1-sol", ".")
    lines = told.out.splitlines()
    assert (told.code, lines[0], lines[2], lines[-1]) == (
        1,
        "calls.py:3:11: gpt-4o → gpt-6.1-sol",
        "calls.py:8:31: gpt-4o → gpt-6.1-sol (not written here as a literal)",
        "2 calls, 1 for a person to look at",
    )
    assert lines[1].startswith("    error[REQ007] line 5: temperature=0.2 is not accepted by gpt-6.1-sol")
    assert "gpt-6.1-sol" not in (here / "calls.py").read_text()


def test_migrate_writes_the_name_and_what_goes_with_it(run, here):
    text = "import openai\nopenai.responses.create(model='gpt-4o', input='hi', temperature=0.2)  # so\n"
    (here / "calls.py").write_text(text)
    told = run("migrate", *ON, "--from", "gpt-4o", "--to", "gpt-6.1-sol", "--in-place")
    assert (told.code, "gpt-4o now gpt-6.1-sol" in told.out) == (0, True)
    assert (here / "calls.py").read_text() == text.replace("gpt-4o", "gpt-6.1-sol").replace("0.2", "1")


def test_migrate_keeps_prefixes_and_leaves_other_models_alone(run, here):
    text = "import litellm\nlitellm.completion('openai/gpt-4o', m)\nlitellm.completion('gpt-4o-mini', m)\n"
    (here / "calls.py").write_text(text)
    told = run("migrate", *ON, "--from", "gpt-4o", "--to", "gpt-5.6-sol", "--in-place", "--json")
    assert [(one["from"], one["to"]) for one in json.loads(told.out)] == [("openai/gpt-4o", "openai/gpt-5.6-sol")]
    assert (here / "calls.py").read_text() == text.replace("openai/gpt-4o", "openai/gpt-5.6-sol")


def test_migrate_goes_on_to_what_lives_and_says_so(run, here):
    text = "import openai\nopenai.chat.completions.create(model='gpt-4-32k', messages=[])\n"
    (here / "calls.py").write_text(text)
    told = run("migrate", *ON, "--from", "gpt-4-32k", "--to", "gpt-3.5-turbo-0613", "--in-place")
    assert told.err == (
        "registry: gpt-3.5-turbo-0613 was shut down on 2024-09-13. What was named in its place was shut down too: "
        "gpt-3.5-turbo on 2026-10-23. Move to gpt-5.6-terra. It is gpt-5.6-terra that the calls are moved to.\n"
    )
    assert (here / "calls.py").read_text() == text.replace("gpt-4-32k", "gpt-5.6-terra")


def test_migrate_moves_where_it_is_told_to_while_that_lives(run, here):
    (here / "calls.py").write_text("import openai\nopenai.responses.create(model='gpt-4', input='hi')\n")
    told = run("migrate", "--on", "2026-01-01", "--from", "gpt-4", "--to", "gpt-3.5-turbo")
    assert (told.err, told.out.splitlines()[0]) == ("", "calls.py:2:31: gpt-4 → gpt-3.5-turbo")


def test_migrate_to_what_nothing_took_the_place_of(run, here):
    (here / "calls.py").write_text("import openai\nopenai.responses.create(model='gpt-4', input='hi')\n")
    told = run("migrate", *ON, "--from", "gpt-4", "--to", "codex-mini-latest")
    assert (told.code, told.err, told.out.splitlines()[0]) == (1, "", "calls.py:2:31: gpt-4 → codex-mini-latest")
    assert "error[REQ009] line 2: codex-mini-latest was shut down" in told.out


def test_migrate_knows_its_models(run):
    told = run("migrate", *ON, "--from", "gpt-4-33k", "--to", "gpt-5.6-sol")
    assert (told.code, "Did you mean gpt-4-32k?" in told.err) == (1, True)
