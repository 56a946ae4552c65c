"""Schemas and `check` say the same of bodies made up at random; and who compares them notices when they do not."""

import copy
import gzip
import json
from pathlib import Path
from random import Random

import pytest
import schemas
from jsonschema import Draft202012Validator
from validating.agreement import disagreement, verdict
from validating.bodies import Bodies

import registry
from registry.catalogue import bundled
from registry.check import as_judged
from registry.generate.schemas.endpoint import endpoint_schema
from registry.generate.schemas.model import model_schema
from registry.generate.schemas.saying import NoSchema

ROOT = Path(__file__).parents[2]
COMMITTED = {path.name.removesuffix(".schema.json"): path for path in (ROOT / "docs" / "schemas").glob("*.json")}
DAYS = ("2025-03-01", "2026-01-31", "2026-10-01")


def judged(catalogue, schema, mode, on, bodies, trust=None):
    """What schema and check disagree about, and how often either said what."""
    takes = Draft202012Validator(schema).is_valid
    wrong, seen = [], {True: 0, False: 0}
    for body in bodies:
        options = {"endpoint": mode, "on": on, "trust": trust}
        valid = takes(as_judged(body, catalogue=catalogue, **options))
        told = disagreement(verdict(body, catalogue, **options), schema, valid=valid)
        wrong += [(told, body)] if told else []
        seen[valid] += 1
    return wrong, seen


def some(catalogue, mode, on, count, name=None):
    bodies = Bodies(catalogue, mode, on, Random(f"{mode} {on} {name}"))  # noqa: S311 - the same ones every time
    return [bodies.one(name) for _ in range(count)]


@pytest.mark.parametrize("mode", COMMITTED)
def test_a_committed_schema_and_check_agree(mode):
    schema = json.loads(COMMITTED[mode].read_text(encoding="utf-8"))
    wrong, seen = judged(bundled(), schema, mode, schema["x-on"], some(bundled(), mode, schema["x-on"], 120))
    assert wrong == []
    assert min(seen.values()) > 0


@pytest.mark.parametrize("trust", [None, "proxy-docs", "acme-docs"])
@pytest.mark.parametrize("on", DAYS)
@pytest.mark.parametrize("mode", ["talk", "paint"])
def test_every_word_of_the_fixture_is_said_alike(five, mode, on, trust):
    schema = endpoint_schema(five, mode, on, trust)
    wrong, seen = judged(five, schema, mode, on, some(five, mode, on, 400), trust)
    assert wrong == []
    assert min(seen.values()) > 0


PAIRS = [
    (name, mode)
    for name in bundled().ids()
    for mode in bundled().by_id(name, DAYS[-1]).modes or ()
    if bundled().shape(mode)
]


@pytest.mark.parametrize(("name", "mode"), PAIRS, ids=[f"{name}-{mode}" for name, mode in PAIRS])
def test_the_schema_of_a_model_and_check_agree(name, mode):
    on = DAYS[-1]
    bodies = some(bundled(), mode, on, 5, name)
    try:
        schema = model_schema(bundled(), name, mode, on)
    except NoSchema:
        # Then there is nothing to take, or nothing that names a model.
        fine = [registry.check(body, endpoint=mode, on=on).ok for body in bodies if "model" in body]
        assert True not in fine or mode == "realtime"
        return
    assert judged(bundled(), schema, mode, on, bodies)[0] == []


@pytest.mark.parametrize("mode", ["talk", "paint"])
def test_a_schema_that_forgets_something_is_noticed(five, mode):
    """The half that fires: without any one of its parts that speak of models, and without its types."""
    whole = endpoint_schema(five, mode, DAYS[-1])
    bodies = some(five, mode, DAYS[-1], 500)
    for at, part in enumerate(whole["allOf"]):
        if "REQ001" in part.get("$comment", ""):  # of names a schema need not say anything
            continue
        less = copy.deepcopy(whole)
        del less["allOf"][at]
        wrong, _ = judged(five, less, mode, DAYS[-1], bodies)
        assert wrong, part
        assert all(told.startswith("let through, though it is covered") for told, _ in wrong)
    wrong, _ = judged(five, {**whole, "properties": {}, "additionalProperties": True}, mode, DAYS[-1], bodies)
    assert wrong


def test_a_schema_that_refuses_too_much_is_noticed(five):
    stern = {**endpoint_schema(five, "talk", DAYS[-1]), "maxProperties": 2}
    wrong, _ = judged(five, stern, "talk", DAYS[-1], some(five, "talk", DAYS[-1], 200))
    assert "refused, though check accepts it" in [told for told, _ in wrong]


def test_what_a_schema_lists_as_uncovered_is_let_through():
    schema = json.loads(COMMITTED["chat"].read_text(encoding="utf-8"))
    body = {
        "model": "gpt-4o",
        "messages": [{"role": "user", "content": "hi"}],
        "response_format": {"type": "json_object"},
    }
    report = registry.check(body, endpoint="chat", on=schema["x-on"])
    assert [(error.code, error.path) for error in report.errors] == [("REQ021", "response_format")]
    assert Draft202012Validator(schema).is_valid(body)
    assert disagreement(report, schema, valid=True) is None
    assert disagreement(report, schema, valid=False) is not None
    assert disagreement(report, {"x-uncovered": []}, valid=True) is not None


def test_the_tool_reports(tmp_path, capsys, monkeypatch, five):
    monkeypatch.setattr(schemas, "bundled", lambda: five)
    monkeypatch.setattr(registry.catalogue, "_bundled", five)
    schemas.of_model.cache_clear()
    case = {
        "id": "a",
        "endpoint": "/v1/talk",
        "on": "2026-10-01",
        "verdict": "accepted",
        "body": {"model": "scribe-2", "messages": [{"role": "user", "content": "hi"}], "tools": [{"type": "search"}]},
    }
    with gzip.open(tmp_path / "cases.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(case) + "\n")
    code = schemas.main(["--bodies", "40", "--each", "1", "--on", "2026-10-01", "--cases", str(tmp_path)])
    schemas.of_model.cache_clear()
    lines = capsys.readouterr().out.splitlines()
    # The recorded answer of this invented case is one that the invented facts deny.
    assert (code, lines[0]) == (0, "recorded as accepted, and refused by the schema of the model: 1")
    rows = {line[:24].strip(): line[24:].split() for line in lines[2:-2]}
    assert rows[""] == ["bodies", "both", "fine", "both", "refuse", "uncovered", "disagree"]
    assert rows["cases by model"] == ["1", "0", "1", "0", "0"]
    assert (rows["talk"][0], rows["paint"][0], rows["all"][-1]) == ("20", "20", "0")
    assert lines[-2].startswith("a: the API accepted it")
