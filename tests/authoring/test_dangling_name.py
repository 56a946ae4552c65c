"""CAT010: a name that leads nowhere."""

import pytest

QUIET = [
    "models: {a: {current: a-1, snapshots: {a-1: {}}}}",
    "models: {a: {current: [{from: 2026-01-01, is: b}]}, b: {}}",
    "models: {a: {lifecycle: {replacement: proxy/b}}, b: {}}",
    "models: {a: {lifecycle: {replacement: 'b-2 with reasoning, or v1 of /v1/talk for 24h'}}, b-2: {}, v1: {}}",
    "models: {a: {lifecycle: {replacement: whatever Acme says}}}",
    "params: {max_tokens: {accepts: never, instead: max_output_tokens}}\nmodels: {a: {modes: [talk]}}",
    "params: {max_tokens: {accepts: never, instead: reasoning.effort}}\nmodels: {a: {modes: [talk]}}",
    "params: {max_tokens: {accepts: never, instead: whatever}}\nmodels: {a: {modes: never}}",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(text) == []


FIRES = {
    "models: {quill: {current: quil-1, snapshots: {quill-1: {}}}}": [
        "1:18: CAT010 quil-1 is no id of acme: did you mean quill-1?"
    ],
    "models: {a: {current: [{is: a-1}, {from: 2026-01-01, is: a-2}], snapshots: {a-1: {}}}}": [
        "1:54: CAT010 a-2 is no id of acme: did you mean a-1?"
    ],
    "models: {a: {current: b}, b: {current: a}, c: {current: a}}": [
        "1:14: CAT010 a points at itself in the end",
        "1:31: CAT010 b points at itself in the end",
    ],
    "models: {a: {current: a}}": ["1:14: CAT010 a points at itself in the end"],
    "models: {a: {lifecycle: {replacement: b}}}": ["1:26: CAT010 b is no id of acme"],
    "models: {a: {lifecycle: {replacement: [{is: c}, {from: 2026-01-01, is: b}]}}, c: {}}": [
        "1:68: CAT010 b is no id of acme"
    ],
    "models: {a: {lifecycle: {replacement: 'b-2, or (b-3) with reasoning'}}, b-2: {}}": [
        "1:26: CAT010 b-3 is no id of acme: did you mean b-2?"
    ],
    "models: {a: {fine_tuned: {lifecycle: {replacement: b}}}}": ["1:39: CAT010 b is no id of acme"],
    "params: {max_tokens: {accepts: never, instead: max_output_token}}\nmodels: {a: {modes: [talk]}}": [
        "1:39: CAT010 max_output_token is nothing that a body of talk carries: did you mean max_output_tokens?"
    ],
    "modes: [talk, tlak]\nmodels: {a: {disputed: {proxy-docs: {modes: [pain]}}}}": [
        "1:15: CAT010 tlak is no described endpoint: did you mean talk?",
        "2:46: CAT010 pain is no described endpoint: did you mean paint?",
    ],
    "params: {n: {accepts: 1..4, default: {paint: 1, pint: 2}}}\nmodels: {a: {modes: [paint]}}": [
        "1:49: CAT010 pint is no described endpoint: did you mean paint?"
    ],
}


@pytest.mark.parametrize(("text", "expected"), FIRES.items(), ids=FIRES)
def test_fires(found, text, expected):
    assert found(text) == expected


def test_a_price_that_is_the_same_for_nobody(found):
    text = """\
providers:
  p:
    same_price: [{meter: a, like: b, source: s, only: [quill, quil]}]
    families: {f: {models: {quill: {}}}}
"""
    assert [line for line in found(text) if "CAT010" in line] == [
        "3:63: CAT010 quil is no id of p: did you mean quill?"
    ]


def test_a_prefix_that_chooses_no_endpoint(found):
    text = "providers: {p: {names: [{prefix: x/, mode: talks, source: s}], families: {}}}"
    assert [line for line in found(text) if "CAT010" in line] == [
        "1:38: CAT010 talks is no described endpoint: did you mean talk?"
    ]


def test_a_name_of_another_provider_leads_nowhere(found):
    text = """\
providers:
  p: {families: {f: {models: {a: {current: b}}}}}
  q: {families: {f: {models: {b: {}}}}}
"""
    assert found(text, shapes=None) == ["2:35: CAT010 b is no id of p"]


def test_a_shape_is_judged_too(found, tmp_path):
    folder = tmp_path / "shapes"
    folder.mkdir()
    (folder / "m.yaml").write_text("""\
mode: m
path: /m
source: acme-docs
uses: n
serves: o
body:
  fields:
    a: Thing
    b: {type: object, fields: {c: {one_of: [Thig, {type: string}]}}}
    d: {instead: b.x}
    e: {instead: b.c}
types:
  Thing: {by: type, otherwise: y, variants: {x: Other, z: {type: object}}}
""")
    assert found("models: {a: {modes: [m]}}", shapes=folder) == [
        "m.yaml:4:1: CAT010 n is no described endpoint",
        "m.yaml:5:1: CAT010 o is no described endpoint",
        "m.yaml:9:45: CAT010 Thig is no type of this shape: did you mean Thing?",
        "m.yaml:10:9: CAT010 b.x is no path of this body: did you mean b.c?",
        "m.yaml:13:21: CAT010 y is none of the variants",
        "m.yaml:13:46: CAT010 Other is no type of this shape",
    ]
