"""The comparison with peers, over what an invented peer says of the five invented models."""

import compare
from comparing.answers import Answers
from comparing.environment import PEERS
from comparing.explained import Explanations

SAID = [
    ("scribe-2", "id", True),
    ("scribe-2", "limits.context", 100_000),
    ("scribe-2", "limits.context", 100_000),
    ("scribe-2", "limits.input", 90_000),
    ("scribe-2", "limits.output", 4_000),
    ("scribe-2", "price.standard.input", "2.0"),
    ("scribe-2", "price.standard.output", "9"),
    ("scribe-9", "id", True),
    ("scribe-9", "limits.context", 5),
]
ROUNDED = {
    "peer": "proxy",
    "model": "*",
    "field": "limits.output",
    "why": "old",
    "evidence": "x",
    "until": "2027-01-01",
}


def compared(five, *entries):
    answers = Answers(five, "2026-10-01")
    return compare.compare("proxy", SAID, answers, Explanations(entries, "2026-10-01", dated=True))


def rows(differences):
    return [(one.model, one.field, one.theirs) for one in differences]


def test_everything_is_agreed_a_gap_explained_or_not(five):
    found = compared(five, ROUNDED)
    assert dict(found.counts) == {"said": 7, "agree": 3}
    assert rows(found.gaps) == [("scribe-2", "limits.input", 90_000)]
    ((one, why),) = found.explained
    assert (rows([one]), why.entry) == ([("scribe-2", "limits.output", 4_000)], ROUNDED)
    assert rows(found.unexplained) == [("scribe-2", "price.standard.output", "9"), ("scribe-9", "id", True)]


REPORT = """\
peer              release                said        agree         gaps    explained  unexplained
proxy             1.2                       7            3            1            1            2
gap: proxy        scribe-2                           limits.input                       theirs 90000, ours unknown
explained: proxy        scribe-2                           limits.output                      theirs 4000, ours 16000: x
proxy        scribe-2                           price.standard.output              theirs 9, ours 8
proxy        scribe-9                           id                                 theirs yes, ours unknown"""


def test_the_report(five):
    found = {"proxy": compared(five, ROUNDED)}
    assert "\n".join(compare.report(found, {"proxy": "1.2"}, gaps=True, errors=True)) == REPORT


def test_the_same_as_data(five):
    told = compare.as_json({"proxy": compared(five, ROUNDED)}, {"proxy": "1.2"}, [])
    assert told == {
        "stale": [],
        "peers": {
            "proxy": {
                "release": "1.2",
                "said": 7,
                "agree": 3,
                "gaps": [{"model": "scribe-2", "field": "limits.input", "theirs": "90000", "ours": "unknown"}],
                "explained": [
                    {
                        "model": "scribe-2",
                        "field": "limits.output",
                        "theirs": "4000",
                        "ours": "16000",
                        "why": "old",
                        "evidence": "x",
                    }
                ],
                "unexplained": [
                    {"model": "scribe-2", "field": "price.standard.output", "theirs": "9", "ours": "8"},
                    {"model": "scribe-9", "field": "id", "theirs": "yes", "ours": "unknown"},
                ],
            }
        },
    }


def test_the_committed_list_is_whole_and_every_entry_ends():
    explanations = Explanations.load(compare.EXPLAINED, "2026-11-24", dated=True)
    assert {len(str(one.entry["until"])) for one in explanations.all} == {len("2027-05-31")}
    named = [one.entry["peer"] for one in explanations.all]
    assert {peer for said in named for peer in ([said] if isinstance(said, str) else said)} == {*PEERS}
