"""What the API counted: met by the exact count, bounded by the rough one."""

from pathlib import Path

import pytest
import yaml

RECORDED = yaml.safe_load((Path(__file__).parent / "recorded.yaml").read_text(encoding="utf-8"))
SLACK = 1
"""Tokens that pictures are off where a patch is no whole number of tokens."""

each_recording = pytest.mark.parametrize("row", RECORDED, ids=lambda row: f"{row['body']['model']} {row['counted']}")


def estimated(row, estimate):
    return estimate(row["body"], endpoint=row["endpoint"], on=row["day"]).input_tokens


@each_recording
@pytest.mark.usefixtures("exactly")
def test_the_count_is_met(row, estimate):
    found = estimated(row, estimate)
    off = SLACK if "image_url" in str(row["body"]) else 0
    assert abs(found.expected - row["counted"]) <= off
    assert found.least <= row["counted"] <= found.most


@each_recording
@pytest.mark.usefixtures("roughly")
def test_a_rough_count_bounds_it(row, estimate):
    found = estimated(row, estimate)
    assert found.least <= row["counted"] <= found.most
