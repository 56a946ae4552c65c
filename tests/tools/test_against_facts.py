"""The comparison with a base of facts, over a base of a few lines and the five invented models."""

import json

import against_facts
import pytest
from comparing.answers import Answers
from comparing.explained import Explanations
from comparing.table import TABLE, line_of, named

import registry.catalogue
from registry.catalogue import Catalogue

BASE = [
    ("scribe-2", "context_window", 100_000, "official"),
    ("scribe-2", "reasoning_effort.allowed", ["none", "low", "high"], "verified"),
    ("scribe-2", "temperature_supported", "only with effort none", "verified"),
    ("scribe-1", "temperature_supported", True, "verified"),
    ("scribe-2", "price.standard.input", 2, "official"),
    ("scribe-2", "price.batch.cached_input", "none", "official"),
    ("scribe-1", "status", "shutdown", "official"),
    ("scribe-1", "shutdown_date", "2026-03-02", "official"),
    ("scribe-9", "context_window", 5, "secondary"),
    ("scribe-2", "colour", "red", "manual"),
    ("scribe-2", "context_window", 7, "single"),
]
REPORT = """\
field                           agrees     explained   unexplained  not compared
colour                                                                         1
context_window                       1                           1
price.batch.cached_input             1
price.standard.input                 1
reasoning_effort.allowed             1
shutdown_date                                                    1
status                               1
temperature_supported                2
all                                  7             0             2             1
9 compared: 77.78 % agree, 77.78 % agree or are explained
official     scribe-1                           shutdown_date                      theirs 2026-03-02, ours 2026-03-01
secondary    scribe-9                           context_window                     theirs 5, ours no such model
"""
EXPLAINED = """\
- {model: scribe-1, field: shutdown_date, why: off by one, evidence: acme-docs}
- {model: scribe-9, field: "*", ours: no such model, why: no id, evidence: acme-answers}
"""


@pytest.fixture
def compare(tmp_path, monkeypatch, five, capsys):
    """Run the tool on the base, with a list of explained differences."""
    keys = ("model", "field", "value", "conf")
    lines = [json.dumps(dict(zip(keys, row, strict=True))) for row in BASE]
    (tmp_path / "truth.jsonl").write_text("\n".join(lines), encoding="utf-8")
    monkeypatch.setattr(registry.catalogue, "_bundled", five)

    def compare(explained, *words):
        (tmp_path / "explained.yaml").write_text(explained, encoding="utf-8")
        given = [str(tmp_path), "--on", "2026-10-01", "--allowed", str(tmp_path / "explained.yaml"), *words]
        return against_facts.main(given), capsys.readouterr().out

    return compare


def test_what_nothing_explains_fails(compare):
    assert compare("") == (1, REPORT)


def test_what_is_explained_passes(compare):
    code, told = compare(EXPLAINED)
    assert (code, told.splitlines()[-1]) == (0, "9 compared: 77.78 % agree, 100.00 % agree or are explained")


def test_an_explanation_of_nothing_fails(compare):
    code, told = compare(EXPLAINED + "- {model: sketch-1, field: status, why: none, evidence: none}\n")
    assert (code, told.splitlines()[-1]) == (1, "explains nothing any more: model: sketch-1 · field: status")


def test_everything_means_the_weak_ones_too(compare):
    assert "theirs 7, ours 100000" in compare(EXPLAINED, "--all")[1]


def test_the_committed_list_is_whole():
    assert Explanations.load(against_facts.ALLOWED, against_facts.STATE).expired == []


def test_every_line_of_the_table_names_a_field_of_ours(five):
    answers = Answers(Catalogue(five._data), "2026-10-01")
    theirs = [*TABLE, "price.standard.input", "price.flex.per_minute", "price.batch.input_gt272k"]
    lines = [line for field in theirs if (line := line_of(field))]
    for line in lines:
        answers("scribe-2", line.field)
    assert (len(lines), line_of("colour")) == (len(theirs), None)


@pytest.mark.parametrize(
    ("theirs", "ours", "agreed"),
    [
        ("a", "a", True),
        ("a or b", "a", True),
        ("a, b, or c-1*", "c-1", True),
        ("a (with b)", "a", True),
        ("a (with b)", "b", False),
        ("a or b", "a or b", False),
        ("whatever is best", None, False),
        (None, None, True),
        (None, "a", False),
    ],
)
def test_one_of_several_replacements_is_one(theirs, ours, agreed):
    assert named(theirs, ours) is agreed
