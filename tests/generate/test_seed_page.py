"""The tables of the page that this registry grew out of come back from the facts: as they were, and corrected."""

import re
from pathlib import Path

import pytest

from registry.generate.regions import refreshed

HERE = Path(__file__).parent
MARKERS = (HERE / "seed_page.md").read_text(encoding="utf-8")
AS_ANYBODY = re.compile(r" (trust|on)=[\w-]+| call='[^']*'")


def tables(page):
    """The tables of a page under their headings, as rows of cells; what separates a head from its rows is left out."""
    found = {}
    for section in page.split("\n## ")[1:]:
        rows = [line.strip().strip("|").split(" | ") for line in section.splitlines() if line.startswith("|")]
        found[section.split("\n")[0]] = [[cell.strip() for cell in row] for at, row in enumerate(rows) if at != 1]
    return found


@pytest.fixture(scope="module")
def corrected(catalogue):
    """The page as whoever trusts no one in particular gets it: rows by first cell, and the footnotes."""
    page = refreshed(AS_ANYBODY.sub("", MARKERS), catalogue, HERE)
    notes = dict(re.findall(r"^\[\^([\w-]+)\]: (.*)$", page, re.MULTILINE))
    rows = {title: {re.sub(r"\[\^.*", "", row[0]): row for row in rows} for title, rows in tables(page).items()}
    return rows, notes


def told(cell, notes):
    """The sources that the footnotes of a cell name."""
    return {
        source for label in re.findall(r"\[\^([\w-]+)\]", cell) for source in re.findall(r"\[`([^`]+)`\]", notes[label])
    }


def test_who_trusts_the_page_gets_its_tables_back(catalogue):
    page = refreshed(MARKERS, catalogue, HERE)
    assert tables(page) == tables((HERE / "seed_tables.md").read_text(encoding="utf-8"))
    assert "[^" not in page


def test_refreshing_again_changes_nothing(catalogue):
    page = refreshed(MARKERS, catalogue, HERE)
    assert refreshed(page, catalogue, HERE) == page


@pytest.mark.parametrize(
    ("model", "call"),
    [
        ("gpt-5", '`response = completion(model="gpt-5", messages=messages)`'),
        ("gpt-5-pro", '`response = completion(model="gpt-5-pro", messages=messages)`'),  # the function goes elsewhere
        ("gpt-5.1-codex", '`response = completion(model="gpt-5.1-codex", messages=messages)`'),  # as above
        ("gpt-5-chat", "none"),
    ],
)
def test_a_model_is_called_where_it_is_served(corrected, model, call):
    assert corrected[0]["chat"][model][1] == call


def test_a_file_is_transcribed_by_a_function_for_that(corrected):
    row = corrected[0]["transcription"]["`whisper-1`"]
    assert row == ["`whisper-1`", '`response = transcription(model="whisper-1", file=audio_file)`']


@pytest.mark.parametrize(
    ("table", "row", "column", "cell"),
    [
        ("chat", "gpt-5.1-codex", 0, "gpt-5.1-codex"),
        ("chat", "gpt-5-chat", 0, "gpt-5-chat"),
        ("efforts", "`gpt-5-mini`", 2, "`minimal`, `low`, `medium`, `high`"),
        ("efforts", "`gpt-5-nano`", 1, "`medium`"),
        ("efforts", "`gpt-5-nano`", 2, "`minimal`, `low`, `medium`, `high`"),
        ("efforts", "`gpt-5-codex`", 1, "`medium`"),
        ("verbosity", "`gpt-5-codex`", 1, "`medium` only"),
        ("summaries", "`o3-mini`", 1, "`auto`, `detailed`"),
        ("sheet", "stream", 1, "`true`, `false`"),
    ],
)
def test_what_is_corrected_names_both_sources(corrected, table, row, column, cell):
    rows, notes = corrected
    found = rows[table][row][column]
    assert re.sub(r"\[\^.*", "", found) == cell
    assert len(told(found, notes)) == 2
    assert "litellm-docs" in told(found, notes)


def test_what_nobody_disputes_has_no_mark(corrected):
    assert corrected[0]["chat"]["gpt-5-pro"][0] == "gpt-5-pro"  # the page itself says: only at /v1/responses
    assert corrected[0]["efforts"]["`gpt-5`"] == ["`gpt-5`", "`medium`", "`minimal`, `low`, `medium`, `high`"]
