"""What a source leaves out, and nobody saw refused, is printed apart from what is taken."""

import pytest

from registry.domain import parse_accepts
from registry.generate.matrix import _when
from registry.generate.wording import accepted

DOUBTED = {"accepts": ["a", "b"], "unconfirmed": {"docs": ["c"]}}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (DOUBTED, "`a`, `b`, perhaps `c`"),
        ({"accepts": ["a"], "unconfirmed": {"docs": ["c", "d"]}}, "`a`, perhaps `c`, `d`"),
        ({"accepts": [True], "unconfirmed": {"docs": [False]}}, "`true`, perhaps `false`"),
        ({"accepts": "never", "unconfirmed": {"docs": ["c"], "sdk": ["d"]}}, "none, perhaps `c`, perhaps `d`"),
        (
            {
                "accepts": ["a", "c"],
                "when": {"effort": ["low"]},
                "else": {"accepts": ["a"], "unconfirmed": {"docs": ["c"]}},
            },
            "`a`, `c` when `effort` is `low`, else `a`, perhaps `c`",
        ),
    ],
)
def test_in_words(written, said):
    assert accepted(parse_accepts(written)) == said


@pytest.mark.parametrize(("value", "shown"), [("a", "✓"), ("c", "perhaps"), ("d", "none")])
def test_a_value_by_itself(value, shown):
    assert _when(parse_accepts(DOUBTED), value) == shown
