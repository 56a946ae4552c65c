"""The rows of cases.yaml: one claim each."""

from pathlib import Path

import pytest

import registry
from registry.authoring.resolve import plain
from registry.authoring.source import read

ROWS = plain(read(Path(__file__).with_name("cases.yaml").read_text(encoding="utf-8")).value)
TODAY = "2026-11-24"


def name(row):
    body = {key: value for key, value in row["ask"].items() if key not in ("model", "input", "messages")}
    return f"{row['ask']['model']} {body} {row.get('trust', '')} {row.get('on', '')}"


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_a_claim(row):
    report = registry.check(row["ask"], endpoint=row.get("endpoint"), trust=row.get("trust"), on=row.get("on", TODAY))
    said = [error.code for error in report.errors] + [f"{warning.code}?" for warning in report.warnings]
    assert said == row["says"]
    if report.errors:
        assert report.errors[0].path == row["at"]
        assert report.errors[0].allowed == row.get("allowed", report.errors[0].allowed)


@pytest.mark.parametrize("row", ROWS, ids=name)
def test_a_claim_has_a_source_that_is_declared(row, catalogue):
    assert catalogue.source(row["source"])
