"""`build` and `lint-data` over files of facts."""

import json
import shutil
from pathlib import Path

import pytest

from registry.authoring.compile import compile_files
from registry.cli.difference import difference

FIXTURES = Path(__file__).parents[1] / "fixtures"
ON = ("--on", "2026-10-01")


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(FIXTURES / "five_models.yaml", folder / "models.yaml")
    shutil.copytree(FIXTURES / "shapes", folder / "shapes")
    return folder


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


# build


def test_build_and_check(run, data, tmp_path):
    output = tmp_path / "catalogue.jsonl"
    expected = compile_files(data / "models.yaml", data / "shapes")
    first = run("build", "--output", output)
    assert (first.code, first.out, output.read_bytes()) == (0, "", expected)
    assert first.err.splitlines()[0] == f"{output}: {len(expected):,} bytes"
    assert json.loads((data / "models.schema.json").read_bytes())["type"] == "object"
    assert run("build", "--output", output).err.splitlines()[0] == f"{output}: unchanged"
    assert run("build", "--output", output, "--check") == (0, "", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["catalogue.jsonl", "data"]


def test_check_tells_what_is_stale(run, data, tmp_path):
    output = tmp_path / "catalogue.jsonl"
    run("build", "--output", output)
    built = output.read_bytes()
    edit(data / "models.yaml", "context: 16_000, output: 4_000", "context: 32_000, input: 1")
    edit(data / "models.yaml", "          sketch-1:", "          sketch-2:")
    assert run("build", "--output", output, "--check") == (
        1,
        f"""\
{output} is stale:
@@ scribe-1 @@
- limits.context: 16000
+ limits.context: 32000
- limits.output: 4000
+ limits.output: 8000
+ limits.input: 1
@@ sketch-1 @@
- gone
@@ sketch-2 @@
+ new
""",
        "Run `registry build`, and commit what it writes.\n",
    )
    assert output.read_bytes() == built


def test_check_where_nothing_was_built(run, data):
    told = run("build", "--output", data / "none.jsonl", "--check")
    missing = [data / "none.jsonl", "data/models.schema.json", "data/shapes.schema.json", "data/surfaces.schema.json"]
    assert (told.code, told.out.splitlines()) == (1, [f"{path} is missing" for path in missing])


HEADER = '{"catalogue":1,"modes":{}}'


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (["{}", "a"], ["{}", "b"], ["@@ -2 +2 @@", "-a", "+b"]),
        ([HEADER], [HEADER, "x" * 300], [f"@@ {'x' * 100} @@", "+ new"]),
        ([HEADER], ['{"catalogue":1,"modes":{"talk":"/v1/talk"}}'], ["@@ header @@", '+ modes.talk: "/v1/talk"']),
        (
            [HEADER, '{"shape":"a","n":1}', '{"id":"b","n":[]}'],
            [HEADER, '{"shape":"a","n":true}', '{"id":"b"}'],
            ["@@ shape a @@", "- n: 1", "+ n: true", "@@ b @@", "- n: []"],
        ),
        (
            [HEADER, '{"id":"a"}', '{"id":"b"}'],
            [HEADER, '{"id":"b"}', '{"id":"a"}'],
            ["the same facts, in another order or spelling"],
        ),
        ([HEADER], [HEADER, f'{{"id":"a","n":"{"x" * 200}"}}'], ["@@ a @@", "+ new"]),
        (
            [HEADER, '{"id":"a","n":1}'],
            [HEADER, f'{{"id":"a","n":"{"x" * 200}"}}'],
            ["@@ a @@", "- n: 1", f'+ n: "{"x" * 99}…'],
        ),
    ],
)
def test_a_difference(old, new, said):
    assert difference("\n".join(old).encode(), "\n".join(new).encode()) == said


def test_a_long_difference_is_cut():
    new = "".join(f'{{"id":"{number}"}}\n' for number in range(100))
    assert difference(f"{HEADER}\n".encode(), f"{HEADER}\n{new}".encode())[38:] == ["@@ 19 @@", "+ new", "…"]


def test_check_tells_of_a_schema_by_line(run, data, tmp_path):
    run("build", "--output", tmp_path / "a.jsonl")
    edit(data / "models.schema.json", '"type"', '"typo"')
    told = run("build", "--output", tmp_path / "a.jsonl", "--check")
    assert told.code == 1
    assert told.out.startswith("data/models.schema.json is stale:\n@@ ")


def test_print(run, data):
    told = run("build", "--print")
    assert (told.code, told.out.encode()) == (0, compile_files(data / "models.yaml", data / "shapes"))


def test_mistakes_have_their_places(run, data):
    edit(data / "models.yaml", "context: 16_000", "contxt: 0-2, context: 1, context")
    edit(data / "shapes" / "paint.yaml", "n:       {type: integer", "n:       {typ: integer")
    told = run("build", "--output", data / "none.jsonl")
    places = [line.split(" ")[:2] for line in told.err.splitlines()]
    assert (told.code, told.out, (data / "none.jsonl").exists()) == (1, "", False)
    assert ["data/shapes/paint.yaml:16:15:", "CAT004"] in places
    assert all(place.startswith("data/") and code.startswith("CAT") for place, code in places)


def test_an_overlay_goes_beside_its_facts(run, tmp_path):
    (tmp_path / "mine.yaml").write_text("providers: {acme: {families: {mine: {source: s, models: {quill: {}}}}}}")
    told = run("build", "mine.yaml")
    assert (told.code, told.err) == (0, f"mine.jsonl: {(tmp_path / 'mine.jsonl').stat().st_size:,} bytes\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Error: There is no data/models.yaml: run this in a checkout, or say --data or FACTS."),
        (["nowhere.yaml"], "Error: Invalid value for '[FACTS]': File 'nowhere.yaml' does not exist."),
    ],
)
def test_build_without_facts(run, words, said):
    told = run("build", *words)
    assert (told.code, told.out, told.err.splitlines()[-1]) == (2, "", said)


# lint-data


def test_fine_facts(run, data):
    assert run("lint-data", *ON) == (0, "fine\n", "")
    assert run("lint-data", data / "models.yaml", "--format", "json", *ON).out == "[]\n"
    assert run("lint-data", data / "models.yaml", "--format", "github", *ON).out == ""


def test_a_finding(run, data):
    edit(data / "models.yaml", "limits: {context: 16_000, output: 4_000}", "limits: {context: 100_000, output: 4_000}")
    text, listed, github = (run("lint-data", "--format", form, *ON) for form in ("text", "json", "github"))
    (finding,) = json.loads(listed.out)
    place = f"data/models.yaml:{finding['line']}:{finding['column']}"
    assert (text.code, listed.code, github.code) == (1, 1, 1)
    assert text.out == f"{place}: error[{finding['code']}] {finding['message']} (--fix repairs it)\n1 error\n"
    assert github.out == (
        f"::error file=data/models.yaml,line={finding['line']},col={finding['column']},"
        f"title={finding['code']} {finding['name']}::{finding['message']}\n"
    )


def test_a_repair(run, data):
    fine = (data / "models.yaml").read_text(encoding="utf-8")
    edit(data / "models.yaml", "limits: {context: 16_000, output: 4_000}", "limits: {context: 100_000, output: 4_000}")
    told = run("lint-data", "--fix", *ON)
    assert (told.code, told.out, " repaired CAT" in told.err) == (0, "1 repaired\n", True)
    repaired = fine.replace("limits: {context: 16_000, output: 4_000}", "limits: {output: 4_000}")
    assert (data / "models.yaml").read_text(encoding="utf-8") == repaired


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere.yaml"], "'[FILE]': File 'nowhere.yaml' does not exist."),
        (["--on", "never"], "'--on': 'never' is no day: write 2026-12-31, or +90d for days from today."),
    ],
)
def test_lint_without_facts(run, data, words, said):
    del data
    told = run("lint-data", *words)
    assert (told.code, told.err.splitlines()[-1]) == (2, f"Error: Invalid value for {said}")


def test_facts_that_are_no_text(run, tmp_path):
    (tmp_path / "binary.yaml").write_bytes(b"\xff")
    built, linted = run("build", "binary.yaml"), run("lint-data", "binary.yaml")
    assert (built.code, built.err.startswith("binary.yaml:1:1: CAT001 ")) == (1, True)
    assert (linted.code, linted.out.startswith("binary.yaml:1:1: error[CAT001] ")) == (1, True)


def test_an_unknown_revision(run, data):
    del data
    told = run("lint-data", "--against", "nowhere", *ON)
    assert (told.code, told.err.splitlines()[-1].startswith("Error: Invalid value for --against: ")) == (2, True)
