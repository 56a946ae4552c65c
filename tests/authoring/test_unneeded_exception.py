"""CAT019: an exception that excepts nothing."""

import pytest

LEAP = "prices: [{from: 2026-01-01, usd: {input: 8, output: 2}}]"

QUIET = [
    f"models: {{a: {{{LEAP}, allow: {{CAT015: It is so.}}}}}}",
    f"allow: {{CAT015: It is so.}}\nmodels: {{a: {{snapshots: {{a-1: {{{LEAP}}}}}}}}}",
    "models: {a: {allow: {CAT016: Asked against a revision only.}}}",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(text) == []


FIRES = {
    "models: {a: {allow: {CAT015: It was so.}}}": [
        "1:22: CAT019 CAT015 finds nothing here: the exception is not needed"
    ],
    "models: {a: {allow: {CAT999: No such code.}}}": [
        "1:22: CAT019 CAT999 finds nothing here: the exception is not needed"
    ],
    # The nearest one silences.
    f"allow: {{CAT015: It is so.}}\nmodels: {{a: {{{LEAP}, allow: {{CAT015: It is so.}}}}}}": [
        "1:9: CAT019 CAT015 finds nothing here: the exception is not needed"
    ],
    # Beside is not around.
    f"models: {{a: {{{LEAP}}}, b: {{allow: {{CAT015: It is so.}}}}}}": [
        "1:58: CAT015 output costs less than input: 2 and 8",
        "1:85: CAT019 CAT015 finds nothing here: the exception is not needed",
    ],
}


@pytest.mark.parametrize(("text", "expected"), FIRES.items(), ids=map(str, range(len(FIRES))))
def test_fires(found, text, expected):
    assert found(text) == expected
