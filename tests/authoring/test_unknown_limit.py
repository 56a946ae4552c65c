"""CAT017: a range up to a limit that no model has."""

import pytest

QUIET = [
    "params: {max_output_tokens: 1..output}\nlimits: {output: 8}\nmodels: {a: {}}",
    # One of them has it; of the other it is unknown.
    "params: {max_output_tokens: 1..output}\nmodels: {a: {limits: {output: 8}}, b: {}}",
    "params: {max_output_tokens: 1..8}\nmodels: {a: {}}",
    # Nobody has the line in force.
    "params: {max_output_tokens: 1..output}\nmodels: {a: {params: {max_output_tokens: 1..8}}}",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(text) == []


FIRES = {
    "params: {max_output_tokens: 1..ouput}\nlimits: {output: 8}\nmodels: {a: {}}": [
        "1:10: CAT017 ouput is no limit of any model that this is about: did you mean output?"
    ],
    "models: {a: {}}\nparams: {n: {accepts: x.., when: {n: ..y}, else: z.., disputed: {proxy-docs: {accepts: w..}}}}": [
        "2:14: CAT017 x is no limit of any model that this is about",
        "2:35: CAT017 y is no limit of any model that this is about",
        "2:44: CAT017 z is no limit of any model that this is about",
        "2:79: CAT017 w is no limit of any model that this is about",
    ],
}


@pytest.mark.parametrize(("text", "expected"), FIRES.items(), ids=map(str, range(len(FIRES))))
def test_fires(found, text, expected):
    assert found(text) == expected


def test_a_shape_is_judged_too(found, tmp_path):
    folder = tmp_path / "shapes"
    folder.mkdir()
    (folder / "m.yaml").write_text("""\
mode: m
path: /m
source: acme-docs
body: {fields: {a: {type: string, size: ..output}, b: {accepts: 1..output, when: {a: never}, else: 1..input}}}
""")
    text = "limits: {input: 8}\nmodels: {a: {modes: [m]}, b: {limits: {output: 8}}}"
    assert found(text, shapes=folder) == [
        "m.yaml:4:35: CAT017 output is no limit of any model that this is about",
        "m.yaml:4:56: CAT017 output is no limit of any model that this is about",
    ]
