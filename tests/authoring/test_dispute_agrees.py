"""CAT022: a dissent that is none."""

import pytest

QUIET = [
    "params: {n: {accepts: 1..4, default: 1, disputed: {proxy-docs: {accepts: 1..4, default: 2}}}}\nmodels: {a: {}}",
    # Under this source the default is unknown.
    "params: {n: {accepts: 1..4, default: 1, disputed: {proxy-docs: {accepts: 1..4}}}}\nmodels: {a: {}}",
    "params: {n: {accepts: [1], disputed: {proxy-docs: {accepts: [true]}}}}\nmodels: {a: {}}",
    "modes: [talk]\ndisputed: {proxy-docs: {modes: never, limits: {output: 1}}}\nmodels: {a: {}}",
    # Of one model it is true, of the other it is not.
    "disputed: {proxy-docs: {limits: {output: 1}}}\nmodels: {a: {limits: {output: 1}}, b: {limits: {output: 2}}}",
    # No model has it in force.
    "limits: {output: 1}\ndisputed: {proxy-docs: {limits: {output: 1}}}\nmodels: {a: {disputed: {}}}",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(text) == []


FIRES = {
    "params: {n: {accepts: 1..4, source: acme-press, disputed: {proxy-docs: {accepts: 1..4}}}}\nmodels: {}": [
        "1:60: CAT022 proxy-docs does not disagree here"
    ],
    "params: {n: [{accepts: [1]}, {from: 2026-01-01, default: 1, accepts: [1], disputed: {"
    "acme-press: {accepts: [2]}, proxy-docs: {accepts: [1], default: 1}}}]}\nmodels: {}": [
        "1:114: CAT022 proxy-docs does not disagree here"
    ],
    "modes: [talk]\nlimits: {output: 1}\nknowledge: 2024-01\nlifecycle: {released: 2026-01-01}\nmodels: {a: {}}\n"
    "disputed: {proxy-docs: {modes: [talk], limits: {output: 1, input: 2}, knowledge: 2024-01,"
    " lifecycle: {released: 2026-01-01}}}": [
        "6:25: CAT022 proxy-docs does not disagree here",
        "6:49: CAT022 proxy-docs does not disagree here",
        "6:71: CAT022 proxy-docs does not disagree here",
        "6:103: CAT022 proxy-docs does not disagree here",
    ],
}


@pytest.mark.parametrize(("text", "expected"), FIRES.items(), ids=map(str, range(len(FIRES))))
def test_fires(found, text, expected):
    assert found(text) == expected
