"""CAT020: a fact about a parameter that no request can carry."""

import pytest

QUIET = [
    "params: {temperature: [1], reasoning_effort: [low], tools: never, role: [user]}\nmodes: [talk]",
    "params: {n: [1], temperature: [1]}\nmodes: [talk, paint]",
    "params: {input: [text], output: [text], batch: [true]}\nmodes: [paint]",
    "params: {whatever: [1]}\nmodes: never",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(f"{text}\nmodels: {{a: {{}}}}") == []


FIRES = {
    "params: {temprature: [1]}\nmodes: [talk]": [
        "1:10: CAT020 temprature is no parameter of talk: did you mean temperature?"
    ],
    "params: {n: [1]}\nmodes: [talk]": ["1:10: CAT020 n is no parameter of talk"],
    "params: {whatever: [1]}\nmodes: [talk, paint]": ["1:10: CAT020 whatever is no parameter of paint or talk"],
}


@pytest.mark.parametrize(("text", "expected"), FIRES.items(), ids=map(str, range(len(FIRES))))
def test_fires(found, text, expected):
    assert found(f"{text}\nmodels: {{a: {{}}}}") == expected
