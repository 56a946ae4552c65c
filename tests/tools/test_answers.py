"""What the catalogue answers to a field of the vocabulary that all comparisons share."""

from decimal import Decimal

import pytest
from comparing.answers import Answers

ANSWERS = [
    ("scribe-2", "limits.output", 16_000),
    ("scribe-2", "limits.input", None),
    ("scribe-2", "room", 100_000),
    ("scribe-2", "modes", ["talk", "paint"]),
    ("sketch-0", "modes", []),
    ("scribe-2", "endpoints", ["/v1/paint", "/v1/talk"]),
    ("scribe-2", "accepts.reasoning_effort", ["none", "low", "high"]),
    ("scribe-1", "accepts.reasoning_effort", []),
    ("scribe-2", "accepts.temperature", "0..2 when reasoning_effort is none, else [1]"),
    ("scribe-1", "accepts.temperature", "0..2"),
    ("scribe-2", "accepts.tools@paint", []),
    ("scribe-2", "accepts.never_heard_of", None),
    ("scribe-2", "default.reasoning_effort@paint", "low"),
    ("scribe-2-mini", "default.temperature", None),
    ("scribe-2", "takes.tools.search|find", True),
    ("scribe-1", "takes.tools.search", False),
    ("scribe-2", "takes.stream.true", True),
    ("sketch-1", "takes.tools.search", None),
    ("scribe-2", "free.temperature", True),
    ("sketch-1", "free.temperature", False),
    ("scribe-2", "free.never_heard_of", False),
    ("scribe-2", "reasons", True),
    ("scribe-1", "reasons", False),
    ("scribe-2", "opt_in", True),
    ("scribe-2", "price.standard.input", Decimal(2)),
    ("scribe-2", "price.standard.input@50001", Decimal(4)),
    ("scribe-2", "price.standard.long_context", Decimal(50000)),
    ("scribe-2", "price.flex.output", Decimal(4)),
    ("scribe-2", "price.batch.cached_input", "no"),
    ("scribe-2", "price.priority.input", "no"),
    ("scribe-1", "price.standard.input@50001", "no"),
    ("sketch-0", "price.standard.input", None),
    ("ft:scribe-2:acme::1", "price.standard.input", Decimal(3)),
    ("scribe-1", "lifecycle.replacement", "scribe-2"),
    ("scribe-1", "status", "retired"),
    ("scribe-1", "ending", True),
    ("scribe-2", "knowledge", "2025-10"),
    ("scribe-2", "alias", "scribe-2-2026-02-01"),
    ("scribe-2-2025-02-01", "of", ["scribe-2"]),
]


@pytest.mark.parametrize(("name", "field", "answer"), ANSWERS)
def test_an_answer(five, name, field, answer):
    assert Answers(five, "2026-10-01")(name, field) == answer


def test_names(five):
    answers = Answers(five, "2026-10-01")
    assert [answers.knows(name) for name in ("scribe-1", "acme/scribe-1", "scribe-9")] == [True, True, False]


def test_a_field_that_nobody_knows(five):
    with pytest.raises(KeyError):
        Answers(five, "2026-10-01")("scribe-1", "colour")
