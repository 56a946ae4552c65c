"""What sorts out names before difflib is asked sorts out none that difflib would have found."""

import difflib
import random

import pytest

from registry.names import KEPT, close

ODD = ("", "a", "aa", "aB", " x ", "İstanbul", "straße", "a" * 200, "ab" * 100, "ab" * 99 + "c")
CUTOFFS = (0.5, 0.6, 2 / 3, 0.75, 0.8, 1.0)
LETTERS = "abgptox-.0145 İß"


def mutated(word, chance):
    """A word with up to six letters dropped, put in or changed."""
    letters = list(word)
    for _ in range(chance.choice([0, 1, 1, 2, 3, 6])):
        at = chance.randrange(len(letters) + 1)
        letters[at : at + chance.choice([0, 1, 1])] = chance.choice(["", *LETTERS])
    return "".join(letters)[:200]


@pytest.mark.parametrize("cutoff", CUTOFFS)
def test_close_names_are_those_of_difflib(catalogue, cutoff):
    chance = random.Random(7)  # noqa: S311 - no secret
    known = [*catalogue.ids(), *ODD]
    spelled = {word.lower(): word for word in known}
    names = [mutated(word, chance) for word in known]
    theirs = [difflib.get_close_matches(name.strip().lower(), spelled, n=3, cutoff=cutoff) for name in names]
    assert sum(map(bool, theirs)) > len(names) / 10
    assert [close(name, known, cutoff=cutoff) for name in names] == [
        tuple(spelled[match] for match in found) for found in theirs
    ]


def test_of_nothing_known_nothing_is_close():
    assert close("gpt-5", ()) == ()


def test_what_was_asked_is_remembered_among_those_names_alone():
    assert [close("gpt-5", known) for known in (["gpt-5o"], ["gpt-4"], ["gpt-5o"])] == [
        ("gpt-5o",),
        ("gpt-4",),
        ("gpt-5o",),
    ]
    for number in range(KEPT * 2):
        assert close(f"name-{number:04}", ("name-0000-x",)) == close(f"name-{number:04}", iter(["name-0000-x"]))
