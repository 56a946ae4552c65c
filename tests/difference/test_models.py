"""What changes for a call that moves from one model to another."""

import pytest

from registry.catalogue import bundled
from registry.difference import KINDS, between_models

ON = "2026-10-01"


def told(catalogue, old, new, mode=None):
    found = between_models(catalogue, catalogue.model(old, ON), catalogue.model(new, ON), mode)
    return [(change.kind, change.field, change.mode, change.text) for change in found]


def test_nothing_changes_for_who_stays(five):
    for id_ in five.ids():
        assert told(five, id_, id_) == []


def test_from_an_older_model_to_a_newer_one(five):
    assert told(five, "scribe-1", "scribe-2") == [
        ("loosens", "modes", None, "is taken by /v1/paint"),
        ("loosens", "limits.context", None, "100,000, and was 16,000"),
        ("loosens", "limits.output", None, "16,000, and was 4,000"),
        ("alters", "knowledge", None, "its training data end at 2025-10, and did at 2024-06-30"),
        (
            "reprices",
            "prices",
            None,
            (
                "input $2 per 1M tokens (was $5), cached_input $0.5 per 1M tokens (had none), "
                "output $8 per 1M tokens (was $15)"
            ),
        ),
        (
            "reprices",
            "prices from 50,001 input tokens on",
            None,
            (
                "input $4 per 1M tokens (was $5), cached_input $1 per 1M tokens (had none), "
                "output $12 per 1M tokens (was $15)"
            ),
        ),
        ("adds", "prices.batch", None, "input $1 per 1M tokens, output $4 per 1M tokens"),
        ("adds", "prices.flex", None, "input $1 per 1M tokens, output $4 per 1M tokens"),
        ("loosens", "lifecycle.deprecated", None, "no day is known, and was 2025-09-01"),
        ("loosens", "lifecycle.shutdown", None, "no day is known, and was 2026-03-01"),
        ("loosens", "input", None, "takes image as well"),
        ("loosens", "max_output_tokens", None, "takes 1..16000, and took 1..4000"),
        ("loosens", "reasoning_effort", None, "takes [none, low, high], and took never"),
        ("tightens", "temperature", None, "takes 0..2 when reasoning_effort is none, else [1], and took 0..2"),
        (
            "loosens",
            "tools",
            None,
            "takes [function, search] when reasoning_effort is low or high, else [function], and took never",
        ),
    ]


def test_one_endpoint_that_does_not_take_the_new_one_is_compared_with_its_own(five):
    found = told(five, "scribe-2", "sketch-1", "talk")
    assert [row for row in found if row[1] == "modes"] == [
        ("tightens", "modes", None, "is not taken by /v1/talk, but by /v1/paint")
    ]
    assert {mode for _, _, mode, _ in found} == {None}


def test_what_is_not_known_of_the_new_one_is_said(five):
    found = told(five, "scribe-2", "sketch-1", "paint")
    assert ("unknown", "reasoning_effort", None, "is not known, and was [none, low, high]") in found
    assert all(kind in KINDS for kind, *_ in found)


MOVES = [
    (id_, model.lifecycle["replacement"])
    for id_ in bundled().ids()
    if bundled().find((model := bundled().by_id(id_, "2026-11-24")).lifecycle.get("replacement", ""))
]


@pytest.mark.parametrize(("old", "new"), MOVES)
def test_every_move_to_a_replacement_can_be_told(catalogue, old, new):
    before, after = (catalogue.model(name, "2026-11-24") for name in (old, new))
    there, back = between_models(catalogue, before, after), between_models(catalogue, after, before)
    assert all(change.text and change.kind in KINDS for change in (*there, *back))
    assert bool(there) == bool(back)
