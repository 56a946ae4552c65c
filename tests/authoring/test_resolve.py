"""Inheritance: a block has what the block around it has; a name has what it points at; nothing else is shared."""

import pytest

from registry.authoring.resolve import resolve
from registry.authoring.source import read


def resolved(text):
    return resolve(read(text).value)


def family(text):
    """The models of a family, without what says where they stand."""
    indented = "".join(f"        {line}\n" for line in text.splitlines())
    models = resolved(f"providers:\n  p:\n    families:\n      f:\n{indented}")
    return {
        id_: {key: value for key, value in facts.items() if key not in ("id", "provider", "family")}
        for id_, facts in models.items()
    }


def test_where_a_model_stands():
    text = "providers: {p: {families: {f: {models: {a: {snapshots: {a-1: {}}}}}}}}"
    assert resolved(text) == {
        "a": {"id": "a", "provider": "p", "family": "f"},
        "a-1": {"id": "a-1", "provider": "p", "family": "f", "of": "a"},
    }


def test_limits_params_and_days_merge_by_key():
    text = """\
limits: {x: 1, y: 1}
params: {t: {accepts: [1], default: 1}, u: never}
lifecycle: {released: 2024-01-01}
models:
  a:
    limits: {y: 2}
    params: {t: [2]}
    lifecycle: {shutdown: 2026-01-01}
"""
    assert family(text) == {
        "a": {
            "limits": {"x": 1, "y": 2},
            # A parameter's line replaces the inherited line whole.
            "params": {"t": {"accepts": [2]}, "u": {"accepts": "never"}},
            "lifecycle": {"released": "2024-01-01", "shutdown": "2026-01-01"},
        }
    }


def test_all_else_replaces():
    text = """\
modes: [m, n]
prices: [{from: 2024-01-01, usd: {x: 1}}]
disputed: {s: {modes: [m]}}
note: of the family
models:
  a: {modes: [n], prices: [], note: of a, disputed: {t: {limits: {x: 1}}}}
  b: {}
"""
    assert family(text) == {
        "a": {"modes": ["n"], "disputed": {"t": {"limits": {"x": 1}}}, "note": "of a"},
        "b": {
            "modes": ["m", "n"],
            "prices": [{"from": "2024-01-01", "usd": {"x": "1"}}],
            "disputed": {"s": {"modes": ["m"]}},
            "note": "of the family",
        },
    }


def test_sources_are_inherited_by_section():
    text = """\
source: s
models:
  a: {source: {limits: t}, snapshots: {a-1: {source: {params: u}}, a-2: {source: v}}}
"""
    assert {id_: facts["source"] for id_, facts in family(text).items()} == {
        "a": {"default": "s", "limits": "t"},
        "a-1": {"default": "s", "limits": "t", "params": "u"},
        "a-2": {"default": "v", "limits": "t"},
    }


def test_a_limit_is_un_said():
    assert family("limits: {x: 1}\nmodels: {a: {limits: {x: unknown}}}") == {"a": {}}


def test_a_parameter_is_the_same_however_short_it_was_written():
    text = """\
params: {t: [1], u: 0..2, v: {accepts: [1]}, w: [{accepts: [1]}], x: [{from: 2024-01-01, accepts: [1]}]}
models: {a: {}}
"""
    assert family(text)["a"]["params"] == {
        "t": {"accepts": [1]},
        "u": {"accepts": "0..2"},
        "v": {"accepts": [1]},
        "w": {"accepts": [1]},
        "x": [{"from": "2024-01-01", "accepts": [1]}],
    }


def test_prices_are_decimal_strings_and_other_decimals_numbers():
    text = "models: {a: {params: {t: {default: 0.10}}, prices: [{from: 2024-01-01, usd: {x: 0.10, y: 2}}]}}"
    facts = family(text)["a"]
    assert facts["params"] == {"t": {"default": 0.1}}
    assert facts["prices"] == [{"from": "2024-01-01", "usd": {"x": "0.10", "y": "2"}}]


def test_a_name_has_the_facts_of_what_it_points_at():
    text = """\
models:
  a:
    current: a-2
    limits: {x: 1}
    lifecycle: {released: 2024-01-01}
    note: of the name
    snapshots:
      a-1: {}
      a-2: {limits: {x: 2}, note: of the second, lifecycle: {released: 2025-01-01, shutdown: 2027-01-01}}
"""
    assert family(text) == {
        "a": {
            "limits": {"x": 2},
            "lifecycle": {"released": "2024-01-01", "shutdown": "2027-01-01"},
            "note": "of the name",
            "current": [{"is": "a-2"}],
        },
        "a-1": {
            "limits": {"x": 1},
            "lifecycle": {"released": "2024-01-01"},
            "note": "of the name",
            "of": "a",
        },
        "a-2": {
            "limits": {"x": 2},
            "lifecycle": {"released": "2025-01-01", "shutdown": "2027-01-01"},
            "note": "of the second",
            "of": "a",
        },
    }


def test_a_name_that_moved_has_the_facts_of_the_last():
    text = """\
models:
  a: {current: [{from: 2024-01-01, is: b}, {from: 2025-01-01, is: c}]}
  b: {limits: {x: 1}}
  c: {current: d}
  d: {limits: {x: 4}}
"""
    assert family(text) == {
        "a": {"limits": {"x": 4}, "current": [{"from": "2024-01-01", "is": "b"}, {"from": "2025-01-01", "is": "c"}]},
        "b": {"limits": {"x": 1}},
        "c": {"limits": {"x": 4}, "current": [{"is": "d"}]},
        "d": {"limits": {"x": 4}},
    }


@pytest.mark.parametrize("text", ["{a: {current: a}}", "{a: {current: b}, b: {current: a}}", "{a: {current: nowhere}}"])
def test_names_that_lead_nowhere_end(text):
    assert {id_: facts["current"] for id_, facts in family(f"models: {text}").items()}


def test_disputes_and_fine_tunes_are_kept_as_written():
    text = """\
models:
  a:
    params: {t: {accepts: [1], disputed: {s: {accepts: [2], default: 2}}}}
    fine_tuned: {prices: [{from: 2024-01-01, usd: {x: 1.5}}], lifecycle: {shutdown: 2026-01-01}}
"""
    assert family(text) == {
        "a": {
            "params": {"t": {"accepts": [1], "disputed": {"s": {"accepts": [2], "default": 2}}}},
            "fine_tuned": {
                "prices": [{"from": "2024-01-01", "usd": {"x": "1.5"}}],
                "lifecycle": {"shutdown": "2026-01-01"},
            },
        }
    }


def test_exceptions_and_what_is_the_providers_own_are_not_inherited():
    text = """\
providers:
  p:
    environment: {key: K}
    names: [{prefix: x/, source: s}]
    allow: {CAT010: r}
    families: {f: {models: {a: {allow: {CAT011: r}}}}}
"""
    assert resolved(text) == {"a": {"id": "a", "provider": "p", "family": "f"}}
