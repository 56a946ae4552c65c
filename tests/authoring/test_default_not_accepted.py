"""CAT008: a default that its own line refuses."""

import pytest

QUIET = [
    "params: {temperature: {accepts: 0..2, default: 0.5}}",
    "params: {temperature: {accepts: 0..2, default: unknown}}",
    "params: {temperature: {accepts: 0..2}}",
    "params: {temperature: {default: 5}}",
    "params: {temperature: {accepts: ignored, default: 5}}",
    "params: {max_output_tokens: {accepts: 1..output, default: 8}}\nlimits: {output: 8}",
    "params: {max_output_tokens: {accepts: 1..output, default: 8}}\nlimits: {context: 1}",
    # The effort is high when it is left out, and then 1 is right.
    (
        "params: {temperature: {accepts: 0..0.5, when: {reasoning_effort: [none]}, else: [1], default: 1},"
        " reasoning_effort: {accepts: [none, high], default: high}}"
    ),
    # Nobody knows which effort is used, and one of them would do.
    "params: {temperature: {accepts: [0], when: {reasoning_effort: [none]}, else: [1], default: 1}}",
    "params: {reasoning_effort: {accepts: [none], when: {mode: [talk]}, else: [low], default: {talk: none, n: low}}}",
    # Nothing is known for that endpoint.
    "params: {reasoning_effort: {accepts: [none], when: {mode: [paint]}, default: low}}",
    # Somebody else's word.
    "params: {stop: {accepts: [low], default: low, disputed: {proxy-docs: {accepts: [low], default: adaptive}}}}",
    "params: {tools: {accepts: [function, search], default: [function, search]}}",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert [line for line in found(f"modes: [talk]\n{text}\nmodels: {{a: {{}}}}") if "CAT008" in line] == []


FIRES = {
    "{temperature: {accepts: 0..2, default: 3}}": [
        "1:39: CAT008 temperature: the default 3 is not accepted by a at talk: 0 to 2"
    ],
    "{stream: {accepts: [true, false], default: 1}}": [
        "1:43: CAT008 stream: the default 1 is not accepted by a at talk: true or false"
    ],
    "{stop: {accepts: never, default: x}}": ["1:33: CAT008 stop: the default x is not accepted by a at talk: no value"],
    "{max_output_tokens: {accepts: 1..output, default: 9}}": [
        "1:50: CAT008 max_output_tokens: the default 9 is not accepted by a at talk: 1 to 8"
    ],
    "{reasoning_effort: {accepts: [none, low], default: {talk: none, paint: high}}}": [
        "1:51: CAT008 reasoning_effort: the default high is not accepted by a at paint: none or low"
    ],
    "{temperature: {accepts: 0..0.5, when: {reasoning_effort: [none]}, else: [1], default: 1},"
    " reasoning_effort: {accepts: [none], default: none}}": [
        "1:86: CAT008 temperature: the default 1 is not accepted by a at talk: 0 to 0.5"
    ],
    "{temperature: {accepts: [0], when: {reasoning_effort: [none]}, else: [1], default: 2}}": [
        "1:83: CAT008 temperature: the default 2 is not accepted by a at talk: 0"
    ],
    "{tools: {accepts: [function, search], default: [function, magic]}}": [
        "1:47: CAT008 tools: the default [function, magic] is not accepted by a at talk: function or search"
    ],
    "{n: [{accepts: 1..4, default: 1}, {from: 2026-08-03, accepts: 2..4, default: 1}]}": [
        "1:77: CAT008 n: the default 1 is not accepted by a at talk: 2 to 4"
    ],
}


@pytest.mark.parametrize(("params", "expected"), FIRES.items(), ids=FIRES)
def test_fires(found, params, expected):
    text = f"params: {params}\nlimits: {{output: 8}}\nmodels: {{a: {{modes: [talk, paint]}}}}"
    assert found(text) == expected


def test_a_shape_is_judged_too(found, tmp_path):
    folder = tmp_path / "shapes"
    folder.mkdir()
    fields = "a: {type: number, accepts: 0..1, default: 0.5}, b: {accepts: 0..1, default: 2}, c: {default: 2}"
    (folder / "m.yaml").write_text(f"mode: m\npath: /m\nsource: acme-docs\nbody: {{fields: {{{fields}}}}}\n")
    assert found("models: {a: {modes: [m]}}", shapes=folder) == [
        "m.yaml:4:84: CAT008 the default 2 is not accepted: 0 to 1"
    ]
