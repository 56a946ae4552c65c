"""CAT011: a fact that cites nothing, or what is not declared."""

import pytest


def file(family):
    return f"""\
sources: {{docs: {{title: t, kind: official, date: 2026-09-01}}}}
providers:
  p:
    families:
      f: {family}
    names: [{{prefix: p/, source: docs}}]
meters: {{x: 1 call, m: 1 call}}
"""


QUIET = [
    "{source: docs, limits: {a: 1}, models: {a: {params: {temperature: [1]}}}}",
    "{params: {temperature: {accepts: [1], source: docs}}, models: {a: {}}}",
    "{source: {limits: docs}, limits: {a: 1}, models: {a: {}}}",
    "{models: {a: {prices: [{from: 2026-01-01, usd: {x: 1}, source: docs}]}}}",
    # What a model says of itself, its family need not.
    "{limits: {a: 1}, models: {a: {source: {limits: docs}}}}",
    # A name that points elsewhere has nothing of its own.
    "{models: {a: {current: b, note: n}, b: {source: docs, limits: {a: 1}}}}",
]


@pytest.mark.parametrize("family", QUIET)
def test_quiet(found, family):
    assert found(file(family), shapes=None) == []


FIRES = {
    "{models: {a: {modes: [m], limits: {x: 1}, knowledge: 2024-01, params: {t: [1], u: [1]}}}}": [
        "5:24: CAT011 modes of a cites no source",
        "5:36: CAT011 limits of a cites no source",
        "5:52: CAT011 knowledge of a cites no source",
        "5:81: CAT011 t of a cites no source",
        "5:89: CAT011 u of a cites no source",
    ],
    "{models: {a: {lifecycle: {released: 2026-01-01, shutdown: 2027-01-01}}}}": [
        "5:36: CAT011 released of a cites no source",
        "5:58: CAT011 shutdown of a cites no source",
    ],
    "{models: {a: {prices: [{from: 2026-01-01, usd: {x: 1}, source: docs}, {from: 2026-02-01, usd: {x: 1}}]}}}": [
        "5:24: CAT011 prices of a cites no source"
    ],
    # Said once, where it is written.
    "{limits: {x: 1}, models: {a: {}, b: {snapshots: {b-1: {}}}}, source: {params: docs}}": [
        "5:11: CAT011 limits of a cites no source"
    ],
    "{models: {a: {current: b, lifecycle: {released: 2026-01-01}}, b: {source: docs}}}": [
        "5:48: CAT011 released of a cites no source"
    ],
    "{models: {a: {params: {t: [{accepts: [1], source: docs}, {from: 2026-01-01, accepts: [2]}]}}}}": [
        "5:33: CAT011 t of a cites no source"
    ],
    "{source: dosc, models: {a: {}}, params: {t: {accepts: [1], source: docs}}}": [
        "5:11: CAT011 dosc is declared under no sources: did you mean docs?"
    ],
    "{source: docs, models: {a: {source: {limits: x}, disputed: {y: {modes: never}}, modes: [m]}}}": [
        "5:47: CAT011 x is declared under no sources",
        "5:70: CAT011 y is declared under no sources",
    ],
    "{source: docs, models: {a: {params: {source: {accepts: [1], source: x, disputed: {y: {accepts: [2]}}}}}}}": [
        "5:70: CAT011 x is declared under no sources",
        "5:92: CAT011 y is declared under no sources",
    ],
    "{source: docs, models: {a: {prices: [{from: 2026-01-01, usd: {m: 1}, source: x,"
    " tiers: [{when: {tier: [b]}, usd: {m: 1}, source: y}]}], fine_tuned: {prices: [], source: z}}}}": [
        "5:79: CAT011 x is declared under no sources",
        "5:131: CAT011 y is declared under no sources",
        "5:171: CAT011 z is declared under no sources",
    ],
    "{source: docs, models: {a: {current: [{is: b, source: x}]}, b: {}}}": [
        "5:56: CAT011 x is declared under no sources"
    ],
}


@pytest.mark.parametrize(("family", "expected"), FIRES.items(), ids=map(str, range(len(FIRES))))
def test_fires(found, family, expected):
    assert found(file(family), shapes=None) == expected


def test_names_cite_too(found):
    text = "providers: {p: {names: [{prefix: x/, source: y}], families: {}}}"
    assert found(text, shapes=None) == ["1:38: CAT011 y is declared under no sources"]


def test_variables_cite_too(found):
    text = "providers: {p: {environment: {key: {name: KEY, source: x}, source: SOURCE}, families: {}}}"
    assert found(text, shapes=None) == ["1:48: CAT011 x is declared under no sources"]


def test_a_shape_is_judged_too(found, tmp_path):
    folder = tmp_path / "shapes"
    folder.mkdir()
    (folder / "m.yaml").write_text("""\
mode: m
path: /m
source: v
body: {fields: {source: {type: string, source: x}, a: {items: {source: acme-docs}}}}
types: {source: {source: y, default: {source: z}, says: {source: {code: c}}}}
""")
    assert found("models: {a: {modes: [m]}}", shapes=folder) == [
        "m.yaml:3:1: CAT011 v is declared under no sources",
        "m.yaml:4:40: CAT011 x is declared under no sources",
        "m.yaml:5:18: CAT011 y is declared under no sources",
    ]
