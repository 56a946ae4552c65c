"""When two words for a fact say the same."""

from decimal import Decimal

import pytest
from comparing.agreement import agree, translated

SAME = [
    ("limits.output", 100, 100),
    ("price.standard.input", "2.50", Decimal("2.5")),
    ("price.standard.input", 2, Decimal("2.0")),
    ("accepts.reasoning_effort", ["low", "none"], ["none", "low"]),
    ("knowledge", "2024-09", "2024-09-30"),
    ("knowledge", "2024-09-30", "2024-09"),
    ("modes", "chat", ["responses", "chat"]),
    ("endpoints", ["/v1/batch", "/v1/responses"], ["/v1/responses", "/v1/batches"]),
    ("takes.stream.true", True, True),
]
OTHER = [
    ("limits.output", 100, 101),
    ("price.standard.input", "2.5", Decimal(2)),
    ("price.standard.input", "a lot", Decimal(2)),
    ("price.standard.input", True, Decimal(1)),
    ("accepts.reasoning_effort", ["low"], ["none", "low"]),
    ("knowledge", "2024-09-29", "2024-09-30"),
    ("knowledge", "2024-08", "2024-09-30"),
    ("knowledge", "2024-08", None),
    ("modes", "chat", ["responses"]),
    ("modes", "chat", None),
    ("takes.stream.true", True, 1),
    ("takes.stream.true", False, None),
]


@pytest.mark.parametrize(("field", "theirs", "ours"), SAME)
def test_the_same(field, theirs, ours):
    assert agree(field, theirs, ours)


@pytest.mark.parametrize(("field", "theirs", "ours"), OTHER)
def test_something_else(field, theirs, ours):
    assert not agree(field, theirs, ours)


def test_words_are_translated():
    agreed = translated({"shutdown": "retired"})
    assert [agreed(*pair) for pair in (("shutdown", "retired"), ("active", "active"), ("active", "retired"))] == [
        True,
        True,
        False,
    ]
