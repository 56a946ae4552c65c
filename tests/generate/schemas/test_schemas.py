"""Schemas of the fixture catalogue: what they say, on which day, and which of them a change of a fact changes."""

import json

import pytest
from jsonschema import Draft202012Validator

import registry
from registry.diagnostics import UnknownModel
from registry.generate.schemas.committed import file_of
from registry.generate.schemas.endpoint import endpoint_schema
from registry.generate.schemas.model import model_schema
from registry.generate.schemas.reach import Reach
from registry.generate.schemas.saying import NoSchema, printed
from registry.generate.schemas.uncovered import CHECKS, WHY
from registry.rules import BY_KIND
from registry.shape.checks import CHECKS as BY_NAME
from registry.shape.plan import Plan
from registry.shape.values import SOFT

ON = "2026-10-01"
TALK = {"model": "scribe-2-2026-02-01", "messages": [{"role": "user", "content": "hi"}]}
PAINT = {"model": "sketch-1", "image": "raw", "prompt": "a cat"}


def takes(schema):
    return Draft202012Validator(schema).is_valid


def of_all_models(catalogue, on=ON):
    """Every schema there is: file → schema."""
    made = {}
    for mode in catalogue.header["modes"]:
        made[file_of(mode)] = endpoint_schema(catalogue, mode, on)
        for name in catalogue.ids():
            try:
                made[file_of(mode, name)] = model_schema(catalogue, name, mode, on)
            except NoSchema:
                continue
    return made


def test_the_schema_of_a_model(five, golden):
    golden("schemas/scribe-2.talk.json", printed(model_schema(five, "scribe-2", "talk", ON)))


def test_a_schema_is_a_schema(five):
    for schema in of_all_models(five).values():
        Draft202012Validator.check_schema(schema)


def test_which_models_have_one_where(five):
    assert sorted(of_all_models(five)) == [
        "paint.schema.json",
        "paint/scribe-2-2025-02-01.schema.json",
        "paint/scribe-2-2026-02-01.schema.json",
        "paint/scribe-2.schema.json",
        "paint/sketch-1.schema.json",
        "talk.schema.json",
        "talk/scribe-1.schema.json",
        "talk/scribe-2-2025-02-01.schema.json",
        "talk/scribe-2-2026-02-01.schema.json",
        "talk/scribe-2-mini.schema.json",
        "talk/scribe-2.schema.json",
    ]


def test_what_is_unknown_ignored_or_null_is_allowed(five):
    fine = takes(endpoint_schema(five, "talk", ON))
    assert fine(TALK)
    assert fine({**TALK, "seed": 7})  # ignored
    assert fine({**TALK, "temperature": None})
    assert fine({**TALK, "model": "scribe-9"})  # nobody knows it
    assert fine({**TALK, "model": "ft:scribe-2-2026-02-01:org::id", "stop": {"any": "thing"}}) is False
    assert fine({**TALK, "model": "ft:scribe-2-2026-02-01:org::id", "stop": "x"})


@pytest.mark.parametrize(
    ("more", "ok"),
    [
        pytest.param({"temperature": 0.2}, True, id="the condition holds by default"),
        pytest.param({"temperature": 0.2, "reasoning": {"effort": "none"}}, True, id="the condition holds"),
        pytest.param({"temperature": 0.2, "reasoning": {"effort": None}}, True, id="null is left out"),
        pytest.param({"temperature": 0.2, "reasoning": {"effort": "high"}}, False, id="the condition fails"),
        pytest.param({"temperature": 1, "reasoning": {"effort": "high"}}, True, id="what is taken otherwise"),
        pytest.param({"temperature": True}, False, id="true is no number"),
        pytest.param({"tools": [{"type": "search"}]}, False, id="another condition fails by default"),
        pytest.param({"tools": [{"type": "search"}], "reasoning": {"effort": "low"}}, True, id="another holds"),
        pytest.param({"tools": [{"name": "f"}]}, True, id="a tag left out"),
        pytest.param({"tool_choice": "auto"}, False, id="a condition of the shape fails"),
        pytest.param(
            {"tool_choice": "auto", "tools": [{"type": "function", "name": "f"}]},
            True,
            id="a condition of the shape holds",
        ),
    ],
)
def test_a_condition_is_an_if_and_a_then(five, more, ok):
    body = {**TALK, **more}
    for schema in (endpoint_schema(five, "talk", ON), model_schema(five, body["model"], "talk", ON)):
        assert takes(schema)(body) is ok
    assert registry.check(body, endpoint="talk", on=ON, catalogue=five).ok is ok


def test_a_schema_says_which_day_it_holds_for(five):
    early, late = (model_schema(five, "scribe-2-mini", "talk", on) for on in ("2025-07-31", "2025-08-01"))
    assert (early["x-on"], late["x-on"]) == ("2025-07-31", "2025-08-01")
    high = {"model": "scribe-2-mini", "messages": [{"role": "user"}], "reasoning": {"effort": "high"}}
    assert (takes(early)(high), takes(late)(high)) == (False, True)


def test_what_does_not_answer_is_refused_from_its_day_on(five):
    body = {**TALK, "model": "scribe-2-2025-02-01"}
    alive, gone = (endpoint_schema(five, "talk", on) for on in ("2027-02-28", "2027-03-01"))
    assert (takes(alive)(body), takes(gone)(body)) == (True, False)
    assert takes(alive)({**TALK, "model": "sketch-1"}) is False
    assert [part["$comment"] for part in gone["allOf"] if "$comment" in part] == [
        "REQ009 retired-model",
        "REQ001 unknown-model",
        "REQ003 unsupported-endpoint",
    ]
    assert model_schema(five, "scribe-2-2025-02-01", "talk", "2026-09-01")["deprecated"] is True
    assert "deprecated" not in model_schema(five, "scribe-2-2025-02-01", "talk", "2026-08-31")


def test_a_trusted_source_has_its_say(five):
    low = {**TALK, "reasoning": {"effort": "none"}}
    own, theirs = (model_schema(five, "scribe-2-2026-02-01", "talk", ON, trust) for trust in (None, "proxy-docs"))
    assert (takes(own)(low), takes(theirs)(low)) == (True, False)
    assert (theirs["x-trust"], "x-trust" in own) == ("proxy-docs", False)


def test_what_a_model_needs_is_asked_for(five):
    schema = endpoint_schema(five, "paint", ON)
    assert takes(schema)(PAINT)
    assert not takes(schema)({"model": "sketch-1", "prompt": "a cat"})
    assert not takes(schema)({**PAINT, "n": 5})


def test_there_is_no_schema_where_there_are_no_bodies(five):
    with pytest.raises(UnknownModel):
        model_schema(five, "scribe-9", "talk", ON)
    for name, mode in (("sketch-1", "talk"), ("sketch-0", "paint"), ("acme/scribe-2", "talk")):
        with pytest.raises(NoSchema, match="does not answer at /v1/"):
            model_schema(five, name, mode, ON)
    with pytest.raises(NoSchema, match="is not described"):
        endpoint_schema(five, "dance", ON)


def test_every_check_by_name_is_said_by_schemas_or_listed_as_uncovered():
    assert set(CHECKS) == set(BY_NAME)
    assert set(CHECKS.values()) - {None} <= set(WHY)
    assert [kind for kind in WHY if BY_KIND[kind].severity != "error" or kind in SOFT] == []


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        pytest.param(
            "reasoning_effort: {accepts: never, note: It came before reasoning.}",
            "reasoning_effort: {accepts: [low], note: It came before reasoning.}",
            {"talk.schema.json", "talk/scribe-1.schema.json"},
            id="a value of one model",
        ),
        pytest.param(
            "quality: {accepts: [draft, fine], default: fine",
            "quality: {accepts: [draft, fine], default: draft",
            {"paint/sketch-1.schema.json"},
            id="a default that no condition reads",
        ),
        pytest.param(
            "default: {talk: none, paint: low}",
            "default: {talk: low, paint: low}",
            {
                "talk.schema.json",
                *(f"talk/scribe-2{one}.schema.json" for one in ("", "-2025-02-01", "-2026-02-01")),
            },
            id="a default that a condition reads",
        ),
        pytest.param(
            "n: {accepts: 1..4,",
            "n: {accepts: 1..5,",
            {"paint.schema.json", "paint/sketch-1.schema.json"},
            id="a bound",
        ),
        pytest.param(
            "limits: {output: 16_000}",
            "limits: {output: 17_000}",
            {"talk.schema.json", "talk/scribe-2-2026-02-01.schema.json", "talk/scribe-2.schema.json"},
            id="a limit that a bound names",
        ),
        pytest.param("shutdown: 2027-03-01", "shutdown: 2026-09-30", None, id="a shutdown"),
        pytest.param("usd: {input: 0.4,", "usd: {input: 0.3,", set(), id="a price"),
        pytest.param("knowledge: 2025-10\n", "knowledge: 2025-11\n", set(), id="knowledge"),
        pytest.param("note: It came before", "note: It was before", set(), id="a note"),
    ],
)
def test_a_change_of_one_fact_changes_what_says_it_and_nothing_else(five, edited, old, new, changed):
    before, after = of_all_models(five), of_all_models(edited(old, new))
    if changed is None:  # a schema less, and the endpoints' say so
        gone = {"paint/scribe-2-2025-02-01.schema.json", "talk/scribe-2-2025-02-01.schema.json"}
        assert before.keys() - after.keys() == gone
        changed = {"paint.schema.json", "talk.schema.json"}
    assert {file for file in after if printed(after[file]) != printed(before[file])} == changed


def test_what_is_printed_is_what_was_made(five):
    schema = endpoint_schema(five, "talk", ON)
    text = printed(schema, "schemas")
    assert json.loads(text).items() >= schema.items()
    assert text.splitlines()[0].startswith('{ "$comment": "Generated by `registry generate schemas`')
    assert json.loads(printed(schema)) == schema
    assert all(len(line) <= 120 for line in text.splitlines() if line[-1] in "]}" and "{" in line)


def test_making_a_schema_twice_gives_the_same_bytes(five):
    assert printed(endpoint_schema(five, "paint", ON)) == printed(endpoint_schema(five, "paint", ON))


def test_a_type_within_itself_is_told_and_not_half_covered():
    shape = {"shape": "nest", "places": {}, "body": {"fields": {"a": "A"}}, "types": {"A": {"fields": {"a": "A"}}}}
    with pytest.raises(ValueError, match="nest: A lies within itself"):
        Reach(Plan(shape, None), lambda _node, _name: True).whole()
