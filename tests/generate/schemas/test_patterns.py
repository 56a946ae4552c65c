"""Patterns that all validators read the same."""

import re

import pytest

from registry.generate.schemas.patterns import portable


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[a-zA-Z0-9_-]+", "^(?:[a-zA-Z0-9_-]+)$"),
        ("rs[A-Z]*", "^(?:rs[A-Z]*)$"),
        ("a|b", "^(?:a|b)$"),
        (r"a\.b", r"^(?:a\.b)$"),
        (r"(?:a)?[^<>\r\n]*", r"^(?:(?:a)?[^<>\r\n]*)$"),
        ("https://.*", r"^(?:https://[^\n]*)$"),
        ("[.]", "^(?:[.])$"),
        (r"\d+", None),
        (r"(?s:.*)", None),
        ("^a", None),
        ("a$", None),
        (r"\bword", None),
    ],
)
def test_an_expression_is_spelled_out_and_anchored_or_left(written, said):
    assert portable(written) == said


@pytest.mark.parametrize("written", [r"\s*[-+]?[0-9.]+\s*", r"[^\s<|\\/>]+", ".x"])
def test_every_character_is_taken_as_before(written):
    said = str(portable(written))
    assert r"\s" not in said
    # Python alone lets a newline follow what `$` closes.
    texts = [text for char in map(chr, range(0x3100)) if char != "\n" for text in (char, f"{char}x", f"{char}1")]
    assert [bool(re.search(said, text)) for text in texts] == [bool(re.fullmatch(written, text)) for text in texts]
