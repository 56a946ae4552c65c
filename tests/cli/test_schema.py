"""`registry schema`: a model's, an endpoint's, all of them; printed, written, or told why there is none."""

import json

import pytest
from jsonschema import Draft202012Validator

from registry.catalogue import bundled
from registry.generate.schemas.endpoint import endpoint_schema
from registry.generate.schemas.model import model_schema
from registry.generate.schemas.saying import printed

NEWEST = "2026-09-02"
"""The day of the fixture's newest source."""


@pytest.mark.parametrize(
    ("words", "of", "mode", "on"),
    [
        pytest.param(["scribe-2"], "scribe-2", "talk", NEWEST, id="a model at its first endpoint"),
        pytest.param(["scribe-2", "--endpoint", "/v1/paint"], "scribe-2", "paint", NEWEST, id="at another"),
        pytest.param(["acme/paint/scribe-2"], "scribe-2", "paint", NEWEST, id="at that of its name"),
        pytest.param(["acme/scribe-2-mini"], "scribe-2-mini", "talk", NEWEST, id="as it is sent"),
        pytest.param(["ft:scribe-2:org"], "ft:scribe-2:org", "talk", NEWEST, id="a fine-tune"),
        pytest.param(["scribe-2-mini", "--on", "2025-04-01"], "scribe-2-mini", "talk", "2025-04-01", id="on a day"),
        pytest.param(["--endpoint", "talk"], None, "talk", NEWEST, id="an endpoint"),
    ],
)
def test_a_schema_is_printed(run, words, of, mode, on):
    done = run("schema", *words)
    schema = model_schema(bundled(), of, mode, on) if of else endpoint_schema(bundled(), mode, on)
    assert done == (0, printed(schema), "")
    assert schema["x-on"] == on


def test_a_trusted_source_has_its_say(run):
    told = json.loads(run("schema", "scribe-2", "--trust", "proxy-docs").out)
    assert told["properties"]["reasoning"]["properties"]["effort"]["enum"] == ["low", "high", None]


def test_a_schema_is_written_once(run, tmp_path):
    path = tmp_path / "new" / "scribe-2.json"
    assert run("schema", "scribe-2", "-o", path) == (0, "", f"{path}: written\n")
    assert path.read_text() == run("schema", "scribe-2").out
    told = run("schema", "scribe-2", "-o", path, "--json")
    expected = [{"path": str(path), "endpoint": "talk", "model": "scribe-2", "written": False}]
    assert (told.code, json.loads(told.out), told.err) == (0, expected, "")


def test_all_schemas_are_written(run, tmp_path):
    done = run("schema", "--all", "-o", "schemas", "--on", "2026-10-01")
    made = sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.json"))
    assert made == [
        "schemas/paint.schema.json",
        "schemas/paint/scribe-2-2025-02-01.schema.json",
        "schemas/paint/scribe-2-2026-02-01.schema.json",
        "schemas/paint/scribe-2.schema.json",
        "schemas/paint/sketch-1.schema.json",
        "schemas/talk.schema.json",
        "schemas/talk/scribe-1.schema.json",
        "schemas/talk/scribe-2-2025-02-01.schema.json",
        "schemas/talk/scribe-2-2026-02-01.schema.json",
        "schemas/talk/scribe-2-mini.schema.json",
        "schemas/talk/scribe-2.schema.json",
    ]
    assert sorted(done.err.splitlines()) == sorted([*(f"{path}: written" for path in made), "11 files in schemas"])
    for path in tmp_path.rglob("*.json"):
        Draft202012Validator.check_schema(json.loads(path.read_text()))
    again = json.loads(run("schema", "--all", "-o", "schemas", "--on", "2026-10-01", "--json").out)
    assert [line["written"] for line in again] == [False] * 11


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ([], 2, "There is no schema: say which MODEL, or which --endpoint."),
        (["sketch-0"], 2, "There is no schema: no endpoint is known to take sketch-0."),
        (["scribe-9"], 1, "No model is called 'scribe-9'. Did you mean scribe-2?"),
        (
            ["sketch-1", "--endpoint", "talk"],
            1,
            "There is no schema: sketch-1 does not answer at /v1/talk on 2026-09-02.",
        ),
        (
            ["scribe-2-2025-02-01", "--on", "2027-03-01"],
            1,
            "There is no schema: scribe-2-2025-02-01 does not answer at /v1/talk on 2027-03-01.",
        ),
        (["scribe-2", "--endpoint", "dance"], 2, "no endpoint is called 'dance'."),
        (["scribe-2", "--on", "soon"], 2, "'soon' is no day"),
        (["scribe-2", "--trust", "gossip"], 2, "no source is called 'gossip'."),
        (["--all"], 2, "--all takes neither MODEL nor --endpoint, and needs -o FOLDER."),
        (["scribe-2", "--all", "-o", "x"], 2, "--all takes neither MODEL nor --endpoint, and needs -o FOLDER."),
    ],
)
def test_why_there_is_none(run, words, code, said):
    done = run("schema", *words)
    assert (done.code, done.out, said in done.err) == (code, "", True), done.err
