"""Which values one rule takes and the other refuses."""

import pytest

from registry.difference.parameters import Place, between_parameters
from registry.difference.rules import STRANGER, moved, written
from registry.domain import parse_accepts
from registry.facts import Claim, Parameter

SAMPLING = {"accepts": "0..2", "when": {"effort": ["none"]}, "else": [1]}

QUIET = [
    ([1, 2], [2, 1]),
    ("never", []),
    ([True, False], "anything"),
    ("ignored", "anything"),
    (SAMPLING, SAMPLING),
    ({"accepts": [1], "unconfirmed": {"a": [2]}}, [1, 2]),
    (None, "anything"),
    (None, None),
    ("never", "never"),
]


@pytest.mark.parametrize(("old", "new"), QUIET)
def test_rules_that_take_the_same(old, new):
    rules = [None if said is None else parse_accepts(said) for said in (old, new)]
    assert moved(*rules) == ([], [])
    assert moved(*reversed(rules)) == ([], [])


MOVES = [
    (["low"], ["low", "high"], ["high"], []),
    (["low", "high"], ["low"], [], ["high"]),
    (["low", "high"], ["low", "none"], ["none"], ["high"]),
    ("never", "anything", [STRANGER], []),
    (["low"], "anything", [STRANGER], []),
    ("anything", ["low"], [], [STRANGER]),
    (None, ["low"], [], [STRANGER]),
    (["low"], None, [STRANGER], []),
    ("1..4", "1..5", [5], []),
    ("1..4", "2..", [5], [1]),
    ([1], SAMPLING, [0, 2], []),
    ([True], [1], [1], [True]),
]


@pytest.mark.parametrize(("old", "new", "gained", "lost"), MOVES)
def test_values_that_moved(old, new, gained, lost):
    rules = [None if said is None else parse_accepts(said) for said in (old, new)]
    assert moved(*rules) == (gained, lost)
    assert moved(*reversed(rules)) == (lost, gained)


def test_a_condition_that_moves_does_both():
    old = parse_accepts({"accepts": [1, 2], "when": {"effort": ["none"]}, "else": [1]})
    new = parse_accepts({"accepts": [1, 2], "when": {"effort": ["low"]}, "else": [1]})
    assert moved(old, new) == ([2], [2])


def test_a_branch_that_nothing_reaches_is_not_told():
    bound = parse_accepts({"accepts": [1], "when": {"mode": ["talk"]}, "else": "anything"}).bind("talk", {})
    assert written(bound) == "[1]"


def test_what_is_only_perhaps_taken_is_told():
    known, doubted = parse_accepts(["a", "b"]), parse_accepts({"accepts": ["a"], "unconfirmed": {"docs": ["b"]}})
    place = Place("m", "p", None)

    def told(old, new):
        pairs = [None if one is None else Parameter("p", Claim("docs", one)) for one in (old, new)]
        return [(change.kind, change.text) for change in between_parameters(place, *pairs)]

    assert told(known, doubted) == [("tightens", "is not known to take b any more")]
    assert told(doubted, known) == [("loosens", "is known to take b")]
    assert told(doubted, doubted) == []
    assert told(doubted, parse_accepts(["a"])) == [("tightens", "takes b no more")]
    assert told(parse_accepts(["a"]), doubted) == [("loosens", "takes b as well")]
    assert told(None, doubted)[1:] == [("tightens", "is not known to take b")]
    assert written(doubted) == "[a], perhaps [b]"
