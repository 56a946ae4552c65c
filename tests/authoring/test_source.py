"""Strict YAML: what is written is what is read, and whatever else a file contains ends in a mistake at its place."""

from decimal import Decimal

import pytest

from registry.authoring.source import read, read_file


def mistakes(text):
    return [str(mistake) for mistake in read(text).mistakes]


def test_words_stay_words_and_numbers_are_exact():
    text = "a: [no, on, 24h, 1e3, 0-2, 2026-08-03, 1_000, -7, 0.10, true, false, null, ~, '', \"true\"]"
    assert read(text).value == {
        "a": [
            "no",
            "on",
            "24h",
            "1e3",
            "0-2",
            "2026-08-03",
            1000,
            -7,
            Decimal("0.10"),
            True,
            False,
            None,
            "~",
            "",
            "true",
        ]
    }
    assert mistakes(text) == []


def test_every_part_has_its_place():
    document = read("a: {b: [1, two]}\nc:\n  d: 'x'  # why\n\ne: 1\n")
    assert document.keys == {
        ("a",): (1, 1),
        ("a", "b"): (1, 5),
        ("a", "b", 0): (1, 9),
        ("a", "b", 1): (1, 12),
        ("c",): (2, 1),
        ("c", "d"): (3, 3),
        ("e",): (5, 1),
    }
    assert document.values == {
        (): (1, 1),
        ("a",): (1, 4),
        ("a", "b"): (1, 8),
        ("a", "b", 0): (1, 9),
        ("a", "b", 1): (1, 12),
        ("c",): (3, 3),
        ("c", "d"): (3, 6),
        ("e",): (5, 4),
    }
    assert document.ends == {
        (): (5, 5),
        ("a",): (1, 17),
        ("a", "b"): (1, 16),
        ("a", "b", 0): (1, 10),
        ("a", "b", 1): (1, 15),
        ("c",): (3, 9),
        ("c", "d"): (3, 9),
        ("e",): (5, 5),
    }
    assert document.flow == {("a", "b"): True, ("a",): True, ("c",): False, (): False}


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"])
def test_places_and_offsets_are_two_spellings(break_):
    document = read(break_.join(["é: 1", "", "b: 'ü'", ""]))
    for position in document.values.values():
        assert document.position(document.offset(position)) == position
    assert document.text[document.offset(document.values["b",]) :].startswith("'ü'")


NESTED = "1:65: CAT001 this is nested too deeply"

HOSTILE = {
    "empty": ("", ["1:1: CAT001 this file says nothing"]),
    "comments only": ("# nothing\n", ["1:1: CAT001 this file says nothing"]),
    "null": ("null", ["1:1: CAT001 this file says nothing"]),
    "two documents": ("a: 1\n---\nb: 1\n", ["2:1: CAT001 a file is one document: --- begins another"]),
    "byte order mark": ("\ufeffa: 1", ["1:1: CAT001 a byte order mark does not belong here"]),
    "nul": ("a: \0", ["1:4: CAT001 the invisible character U+0000 does not belong here"]),
    "bell": ("a: 1\nb: \x07", ["2:4: CAT001 the invisible character U+0007 does not belong here"]),
    "line separator": ("a: 1\u2028b: 2", ["1:5: CAT001 the invisible character U+2028 does not belong here"]),
    "right to left": ("a: \u202e1", ["1:4: CAT001 the invisible character U+202E does not belong here"]),
    "zero width": ("lim\u200bits: 1", ["1:4: CAT001 the invisible character U+200B does not belong here"]),
    "half a character": ("a: \ud800", ["1:4: CAT001 the invisible character U+D800 does not belong here"]),
    "nul, escaped": (
        'a: "\\0"',
        ["1:4: CAT001 an invisible character does not belong here, however it is written"],
    ),
    "tab": ("a:\n\tb: 1", ["2:1: CAT001 a tab does not indent: use spaces"]),
    "unclosed": ("a: {b: 1", ["1:9: CAT001 a brace is not closed, or a comma is missing"]),
    "unclosed list": ("a: [b", ["1:6: CAT001 a bracket is not closed, or a comma is missing"]),
    "unclosed quote": ("a: 'b", ["1:6: CAT001 a quotation mark is not closed"]),
    "no colon": ("a: 1\nb\n", ["3:1: CAT001 a key without a colon"]),
    "two colons": (
        "a: b: c",
        ["1:5: CAT001 a colon can't stand here: a text with one and a space behind it needs quotes"],
    ),
    "deep brackets": ("[" * 10_000, [NESTED]),
    "deep maps": ("{a: " * 10_000, ["1:257: CAT001 this is nested too deeply"]),
    "deep blocks": ("".join(f"{' ' * at}a:\n" for at in range(1_000)), ["65:65: CAT001 this is nested too deeply"]),
    "a list as key": ("? [a, b]\n: 1\nc: 2", ["1:3: CAT001 a key is a plain word"]),
    "a map as key": ("{a: 1}: 2", ["1:1: CAT001 a key is a plain word"]),
    "an empty key": ("'': 1", ["1:1: CAT001 a key is a plain word"]),
    "an anchor": (
        "a: &x 1",
        ["1:4: CAT003 anchors and aliases are not used here: a block inherits from the one it sits in"],
    ),
    "an alias": (
        "a: *x",
        ["1:4: CAT003 anchors and aliases are not used here: a block inherits from the one it sits in"],
    ),
    "an anchored key": (
        "&x a: 1",
        ["1:1: CAT003 anchors and merge keys are not used here: a block inherits from the one it sits in"],
    ),
    "a merge key": (
        "a: {<<: {b: 1}}",
        ["1:5: CAT003 anchors and merge keys are not used here: a block inherits from the one it sits in"],
    ),
    "a tag": (
        "a: !!python/object/apply:os.system [x]",
        ["1:4: CAT003 tags are not used here: tag:yaml.org,2002:python/object/apply:os.system"],
    ),
    "a key twice": ("a: 1\nb: 2\na: 3", ["3:1: CAT002 a is written twice in this block: first in line 1"]),
    "a quoted number": ("a: '16384'", ["1:4: CAT005 write the number 16384 without quotes"]),
    "a quoted decimal": ('a: ["0.5"]', ["1:5: CAT005 write the number 0.5 without quotes"]),
    "a long number": (f"a: {'9' * 5_000}", ["1:4: CAT005 a number of 5000 digits is no fact"]),
    "a long decimal": (f"a: {'9' * 400}.5", ["1:4: CAT005 a number of 402 digits is no fact"]),
}


@pytest.mark.parametrize(("text", "expected"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_text_ends_in_a_mistake(text, expected):
    assert mistakes(text) == expected


def test_everything_wrong_is_said_at_once():
    assert mistakes("a: &x '1'\na: !t [*x]\n") == [
        "1:4: CAT003 anchors and aliases are not used here: a block inherits from the one it sits in",
        "1:4: CAT005 write the number 1 without quotes",
        "2:1: CAT002 a is written twice in this block: first in line 1",
        "2:4: CAT003 tags are not used here: !t",
        "2:8: CAT003 anchors and aliases are not used here: a block inherits from the one it sits in",
    ]


def test_other_digits_than_ours_are_a_word():
    assert read("a: ١٢").value == {"a": "١٢"}


def test_a_file_that_is_no_utf_8(tmp_path):
    (tmp_path / "models.yaml").write_bytes(b"a: 1\nb: caf\xe9\n")
    assert [str(mistake) for mistake in read_file(tmp_path / "models.yaml").mistakes] == [
        "2:7: CAT001 this is no UTF-8"
    ]
