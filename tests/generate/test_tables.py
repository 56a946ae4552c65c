"""Every table of the fixture catalogue is as its golden has it; and what options do."""

import json

import pytest

from registry.generate.formats import as_csv, as_json
from registry.generate.grid import Grid
from registry.generate.mistake import Mistake
from registry.generate.query import Query, as_of
from registry.generate.tables import TABLES

ASKED: dict[str, dict[str, str]] = {
    "chat": {"endpoint": "talk", "call": 'call("{model}")'},
    "vision": {"endpoint": "talk", "call": 'call("{model}")'},
    "fine-tuned": {"endpoint": "talk", "call": 'call("{model}")'},
    "transcription": {"endpoint": "paint", "call": 'call("{model}")'},
    "fine-tuned-calls": {"endpoint": "talk", "call": 'call("{model}")'},
    "calls": {"endpoint": "paint", "call": 'call("{model}")', "models": "*,scribe-1"},
    "parameter": {"name": "temperature"},
    "sheet": {"models": "scribe-2"},
    "fields": {"endpoint": "talk"},
    "price-lists": {"history": "yes"},
    "values": {"name": "tools"},
}
"""What a table of the fixture catalogue is asked for, where it needs more than its name."""


@pytest.mark.parametrize("name", TABLES)
def test_a_table(name, shown, golden):
    golden(f"tables/{name}.md", shown(name, **ASKED.get(name, {})))


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_the_same_in_every_format(name, five):
    grid = Grid(Query(five, TABLES[name], ASKED.get(name, {})))
    table = json.loads(as_json(grid))
    head, *rows = as_csv(grid).splitlines()
    keys = [column.key for column in grid.columns]
    assert head.split(",") == keys
    assert len(rows) == len(table["rows"]) == len(grid.rows)
    assert [list(row) for row in table["rows"]] == [keys] * len(rows)


def test_json_has_sources_and_dissent(five):
    grid = Grid(Query(five, TABLES["efforts"], {"models": "scribe-2", "endpoint": "talk"}))
    assert json.loads(as_json(grid)) == {
        "table": "efforts",
        "on": "2026-09-02",
        "trust": None,
        "rows": [
            {
                "model": {"value": "scribe-2"},
                "default": {"value": "none", "source": "acme-answers", "disputed": {"proxy-docs": "high"}},
                "accepts": {
                    "value": ["none", "low", "high"],
                    "source": "acme-answers",
                    "disputed": {"proxy-docs": ["low", "high"]},
                },
            }
        ],
    }


def models(five, **options):
    return [row[0].value for row in Grid(Query(five, TABLES["models"], {"columns": "model", **options})).rows]


def test_the_day_is_that_of_the_newest_source(five):
    assert as_of(five) == "2026-09-02"


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({}, ["scribe-1", "scribe-2", "scribe-2-2025-02-01", "scribe-2-mini", "sketch-0", "sketch-1"]),
        (
            {"snapshots": "yes", "models": "scribe-2*"},
            ["scribe-2", "scribe-2-2025-02-01", "scribe-2-2026-02-01", "scribe-2-mini"],
        ),
        ({"models": "scribe-2-2026-02-01,scribe-2"}, ["scribe-2-2026-02-01", "scribe-2"]),
        ({"models": "scribe*,!*-2*"}, ["scribe-1"]),
        ({"models": "sketch-1,scribe-1"}, ["sketch-1", "scribe-1"]),
        ({"family": "sketch"}, ["sketch-0", "sketch-1"]),
        ({"status": "retired,deprecated"}, ["scribe-1", "scribe-2-2025-02-01"]),
        ({"on": "2024-12-31"}, ["scribe-1", "sketch-0"]),
        ({"on": "2024-12-31", "models": "sketch-1"}, ["sketch-1"]),
        (
            {"sort": "lifecycle.released", "family": "scribe"},
            ["scribe-1", "scribe-2", "scribe-2-2025-02-01", "scribe-2-mini"],
        ),
        (
            {"sort": "-prices.input", "having": "prices.input"},
            ["scribe-1", "sketch-1", "scribe-2", "scribe-2-2025-02-01", "scribe-2-mini"],
        ),
        ({"having": "limits.output,prices.images", "models": "s*-1"}, ["scribe-1", "sketch-1"]),
    ],
)
def test_which_models_and_in_which_order(five, options, found):
    assert models(five, **options) == found


@pytest.mark.parametrize(
    ("table", "options", "option", "message"),
    [
        ("efforts", {"models": "scribe-3"}, "models", "no model is called 'scribe-3'. Did you mean scribe-2?"),
        ("efforts", {"models": "x*"}, "models", "no model's name is like 'x*'"),
        ("efforts", {"columns": "modl"}, "columns", "no column of efforts is called 'modl'. Did you mean model?"),
        (
            "efforts",
            {"sort": "-limits.outputs"},
            "sort",
            "no column of efforts is called 'limits.outputs'. Did you mean limits.output?",
        ),
        (
            "efforts",
            {"having": "prices.gold"},
            "having",
            "no column of efforts is called 'prices.gold'. `registry docs --list` tells more.",
        ),
        ("efforts", {"modles": "*"}, "modles", "no option of efforts is called 'modles'. Did you mean models?"),
        ("efforts", {"pin": "*"}, "pin", None),
        ("efforts", {"trust": "proxydocs"}, "trust", "no source is called 'proxydocs'. Did you mean proxy-docs?"),
        ("efforts", {"on": "2026-02-30"}, "on", "'2026-02-30' is no day: write 2026-12-31"),
        ("efforts", {"marks": "maybe"}, "marks", "marks is yes or no"),
        (
            "efforts",
            {"status": "dead"},
            "status",
            "no status is called 'dead'. There are unreleased, active, deprecated, retired.",
        ),
        ("efforts", {"endpoint": "/v1/talks"}, "endpoint", "no endpoint is called '/v1/talks'. Did you mean /v1/talk?"),
        ("models", {"takes": "input"}, "takes", "'input': write PARAMETER=VALUE"),
        ("vision", {"takes": "inputs=text"}, "takes", "no parameter is called 'inputs'. Did you mean input?"),
        ("parameter", {}, None, "parameter needs an option name=…, the parameter"),
        ("parameter", {"name": "temprature"}, "name", "no parameter is called 'temprature'. Did you mean temperature?"),
        ("fields", {}, None, "fields needs an option endpoint=…"),
        ("sheet", {}, None, "sheet needs an option models=…"),
        (
            "sheet",
            {"models": "scribe-1", "facts": "limits.input_"},
            "facts",
            "no fact is called 'limits.input_'. Did you mean limits.output?",
        ),
    ],
)
def test_a_mistake_names_its_option(five, table, options, option, message):
    with pytest.raises(Mistake) as caught:
        Grid(Query(five, TABLES[table], options))
    assert caught.value.option == option
    assert message is None or str(caught.value) == message


@pytest.mark.parametrize(
    ("takes", "found"),
    [
        ("input=image", ["scribe-2", "scribe-2-2025-02-01"]),
        ("tools=search stream=true", ["scribe-2", "scribe-2-2025-02-01", "scribe-2-mini"]),
        ("tools=dig", []),
    ],
)
def test_which_models_take_a_value(five, takes, found):
    assert models(five, takes=takes) == found


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.presets])
def test_a_table_with_options_filled_in_says_something_of_what_ships(catalogue, name):
    query = Query(catalogue, TABLES[name], {})
    assert query.endpoint in (None, *catalogue.header["modes"])
    assert len(Grid(query).rows) > 2


def test_headings_can_be_given(shown):
    head = shown("efforts", columns="model: Who, default: When not set", models="scribe-1").splitlines()[0]
    assert [cell.strip() for cell in head.strip("|").split("|")] == ["Who", "When not set"]


def test_a_trusted_source_wins_and_marks_nothing_unless_asked(shown):
    row = shown("efforts", models="scribe-2", endpoint="talk", trust="proxy-docs").splitlines()[-1]
    assert [cell.strip() for cell in row.strip("| ").split(" | ")] == ["`scribe-2`", "`high`", "`low`, `high`"]
    assert "[^efforts-1]" in shown("efforts", models="scribe-2", trust="proxy-docs", marks="yes")
    assert "[^" not in shown("efforts", models="scribe-2", marks="no")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("t*", ["temperature", "tools"]),
        ("!s*,!m*,!t*", ["input", "reasoning_effort"]),
        ("*,!*e*,seed", ["input", "seed", "stop", "tools"]),
    ],
)
def test_which_parameters(five, asked, found):
    query = Query(five, TABLES["takes"], {"models": "scribe-1", "parameters": asked})
    assert [row["parameter"].value for row in Grid(query).by_key()] == found


def test_names_lead_to_pages_of_those_that_there_are(shown):
    table = shown("lifecycle", models="scribe-1", pages="models/{model}.md", columns="model,lifecycle.replacement")
    assert table.splitlines()[-1].split() == [
        "|",
        "[`scribe-1`](models/scribe-1.md)",
        "|",
        "[`scribe-2`](models/scribe-2.md)",
        "|",
    ]


def test_an_empty_table_says_so(shown):
    assert shown("efforts", models="sketch*").endswith("\n\nThere is none.\n")
