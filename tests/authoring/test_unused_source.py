"""CAT018: a source that nothing rests on."""

import pytest

CITED = [
    "source: s",
    "limits: {a: 1}, source: {limits: s}",
    "params: {a: {accepts: [1], source: s}}",
    "params: {a: [{accepts: [1]}, {from: 2026-01-01, accepts: [2], source: s}]}",
    "params: {a: {accepts: [1], disputed: {s: {accepts: [2]}}}}",
    "disputed: {s: {modes: never}}",
    "prices: [{from: 2026-01-01, usd: {m: 1}, source: s}]",
    "prices: [{from: 2026-01-01, usd: {m: 1}, tiers: [{when: {tier: [batch]}, usd: {m: 1}, source: s}]}]",
    "fine_tuned: {prices: [], source: s}",
    "lifecycle: {replacement: [{is: a, source: s}]}",
]


def file(facts):
    return f"""\
sources: {{s: {{title: t, kind: official, date: 2026-09-01}}}}
providers: {{p: {{families: {{f: {{models: {{a: {{{facts}}}}}}}}}}}}}
"""


@pytest.mark.parametrize("cited", CITED)
def test_quiet(found, cited):
    assert [line for line in found(file(cited), shapes=None) if "CAT018" in line] == []


@pytest.mark.parametrize("other", ["note: s", "params: {source: [s]}", "limits: {source: 1}", "allow: {source: s}"])
def test_fires(found, other):
    lines = found(file(other), shapes=None)
    assert [line for line in lines if "CAT018" in line] == ["1:11: CAT018 no fact cites s"]


def test_a_shape_may_be_what_cites_it(found, tmp_path):
    folder = tmp_path / "shapes"
    folder.mkdir()
    (folder / "m.yaml").write_text("mode: m\npath: /m\nsource: s\nbody: {}\n")
    assert found(file("note: n"), shapes=folder) == []
