"""CAT009: a condition that nothing can meet."""

import pytest

QUIET = [
    "params: {temperature: {accepts: 0..2, when: {reasoning_effort: [none]}, else: [1]}}",
    "params: {temperature: {accepts: 0..2, when: {mode: [talk]}, else: {accepts: [1], when: {quality: [fine]}}}}",
    "params: {temperature: {accepts: 0..2, when: {tools: never}}}",
    "params: {temperature: {accepts: 0..2, when: {tools: [search], role: [user], stream: [true]}}}",
    "params: {temperature: {accepts: 0..2, when: {input: [image], stop: [x], n: 2..}}}",
    # What no shape has, a model may state.
    "params: {temperature: {accepts: 0..2, when: {batch: [true]}}, batch: [true]}",
    "prices: [{from: 2026-01-01, usd: {}, tiers: [{when: {tier: [x], input_tokens: 9.., region: [y]}, usd: {}}]}]",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(f"{text}\nmodels: {{a: {{modes: [talk, paint]}}}}") == []


FIRES = {
    "params: {temperature: {accepts: 0..2, when: {reasonin_effort: [none]}}}": [
        "1:46: CAT009 reasonin_effort is no parameter of paint or talk: did you mean reasoning_effort?"
    ],
    "params: {temperature: {accepts: 0..2, when: {reasoning_effort: [off, none, hihg]}}}": [
        "1:46: CAT009 reasoning_effort is never off: it is one of none, low, high",
        "1:46: CAT009 reasoning_effort is never hihg: it is one of none, low, high",
    ],
    "params: {temperature: {accepts: 0..2, when: {tools: [serch], stream: [maybe]}}}": [
        "1:46: CAT009 tools is never serch: it is one of function, search",
        "1:62: CAT009 stream is never maybe: it is one of true, false",
    ],
    "params: {temperature: {accepts: 0..2, when: {mode: [talks]}}}": [
        "1:46: CAT009 talks is no mode of any model: did you mean talk?"
    ],
    "params: {temperature: {accepts: 0..2, when: {mode: [talk]}, else: {accepts: [1], when: {x: [1]}}}}": [
        "1:89: CAT009 x is no parameter of paint or talk"
    ],
    "params: {temperature: {accepts: 0..2, disputed: {proxy-docs: {accepts: [1], when: {x: [1]}}}}}": [
        "1:84: CAT009 x is no parameter of paint or talk"
    ],
    "params: {n: [{accepts: 1..4}, {from: 2026-01-01, accepts: 1..2, when: {x: [1]}}]}": [
        "1:72: CAT009 x is no parameter of paint or talk"
    ],
    "prices: [{from: 2026-01-01, usd: {input: 2}, tiers: [{when: {teir: [x]}, usd: {}}]}]": [
        "1:62: CAT009 teir is no condition of a price: tier, input_tokens or region"
    ],
}


@pytest.mark.parametrize(("text", "expected"), FIRES.items(), ids=FIRES)
def test_fires(found, text, expected):
    assert found(f"{text}\nmodels: {{a: {{modes: [talk, paint]}}}}") == expected


def test_the_parameters_are_those_of_the_models_own_endpoints(found):
    text = "params: {n: {accepts: 1..4, when: {temperature: [1]}}}\nmodels: {a: {modes: [paint]}}"
    assert found(text) == ["1:36: CAT009 temperature is no parameter of paint"]


def test_a_shape_is_judged_too(found, tmp_path):
    folder = tmp_path / "shapes"
    folder.mkdir()
    (folder / "m.yaml").write_text("""\
mode: m
path: /m
source: acme-docs
body:
  fields:
    a: {type: boolean, required: {when: {b: never, c: never}}}
    b: {accepts: [x], when: {a: [yes]}, else: {accepts: [y], when: {d: [1], mode: [n]}}}
""")
    assert found("models: {a: {modes: [m]}}", shapes=folder) == [
        "m.yaml:6:52: CAT009 c is no parameter of m",
        "m.yaml:7:30: CAT009 a is never yes: it is one of true, false",
        "m.yaml:7:69: CAT009 d is no parameter of m",
        "m.yaml:7:77: CAT009 n is no mode of any model",
    ]
