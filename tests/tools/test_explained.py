"""The list of differences that are explained, and what keeps it short."""

import pytest
from comparing.explained import Difference, Explanations

WHOLE = {"model": "scribe-*", "field": ["limits.*", "room"], "why": "rounded", "evidence": "acme-docs"}
DIFFERENCE = Difference("proxy", "scribe-1", "limits.context", 16_000, 16_384)


def list_of(*entries, on="2026-10-01", dated=False):
    return Explanations(entries, on, dated=dated)


EXPLAINING = [
    {},
    {"peer": "proxy"},
    {"peer": ["other", "pro*"]},
    {"theirs": 16_000},
    {"ours": 16_384, "theirs": 16_000},
    {"until": "2026-10-01"},
]
SILENT = [
    {"peer": "other"},
    {"model": "sketch-*"},
    {"field": "limits.output"},
    {"theirs": 16_001},
    {"ours": None},
    {"until": "2026-09-30"},
]


@pytest.mark.parametrize("words", EXPLAINING)
def test_an_entry_that_speaks_of_a_difference(words):
    found = list_of(WHOLE | words).explain(DIFFERENCE)
    assert found is not None
    assert found.entry["why"] == "rounded"


@pytest.mark.parametrize("words", SILENT)
def test_an_entry_that_does_not(words):
    assert list_of(WHOLE | words).explain(DIFFERENCE) is None


def test_what_explains_nothing_is_told_and_what_has_expired_apart():
    explanations = list_of(WHOLE, WHOLE | {"model": "sketch-*"}, WHOLE | {"until": "2026-09-30"})
    explanations.explain(DIFFERENCE)
    assert [one.entry["model"] for one in explanations.unused] == ["sketch-*"]
    assert [one.entry["until"] for one in explanations.expired] == ["2026-09-30"]


@pytest.mark.parametrize(
    ("entry", "dated", "word"),
    [
        ({key: value for key, value in WHOLE.items() if key != "evidence"}, False, "evidence"),
        (WHOLE | {"becuase": "…"}, False, "becuase"),
        (WHOLE, True, "until"),
    ],
)
def test_an_entry_that_is_not_whole(entry, dated, word):
    with pytest.raises(ValueError, match=f": {word} is missing, or no word"):
        list_of(entry, dated=dated)


def test_a_difference_in_words():
    assert str(DIFFERENCE).split() == ["proxy", "scribe-1", "limits.context", "theirs", "16000,", "ours", "16384"]
    assert str(Difference("p", "m", "f", [True, "a"], None)).endswith("theirs [yes, a], ours unknown")
