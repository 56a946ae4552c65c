"""CAT007: a fact that is inherited anyway."""

import pytest

INHERITED = "it is inherited"

QUIET = [
    "limits: {output: 1}\nmodels: {a: {limits: {output: 2, context: 1}}}",
    "limits: {output: 1}\nmodels: {a: {limits: {output: unknown}}}",
    "params: {temperature: [1]}\nmodels: {a: {params: {temperature: [1.0]}}}",
    "params: {temperature: [1]}\nmodels: {a: {params: {temperature: {accepts: [1], source: acme-answers}}}}",
    "modes: [talk]\nmodels: {a: {modes: [talk, paint]}}",
    "source: {limits: acme-answers}\nmodels: {a: {source: {modes: acme-answers}}}",
    # What stands beside snapshots is theirs.
    "models: {a: {current: b, limits: {output: 1}, snapshots: {a-1: {}}}, b: {limits: {output: 1}}}",
    # Its days stand on this word.
    (
        "models: {a: {current: b, lifecycle: {released: 2026-01-01}, source: {default: acme-answers}},"
        " b: {source: acme-answers}}"
    ),
    # A name that points elsewhere has days and notes of its own.
    "models: {a: {current: b, lifecycle: {released: 2026-01-01}, note: n, requires: r}, b: {note: m}}",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(text) == []


FIRES = {
    "a limit": (
        "limits: {output: 1}\nmodels: {a: {limits: {output: 1}}}",
        ["2:23: CAT007 output says nothing new: it is inherited"],
    ),
    "a limit of a snapshot": (
        "models: {a: {limits: {output: 1}, snapshots: {a-1: {limits: {output: 1, context: 2}}}}}",
        ["1:62: CAT007 output says nothing new: it is inherited"],
    ),
    "a limit that nobody said": (
        "models: {a: {limits: {output: unknown}}}",
        ["1:23: CAT007 output says nothing new: it is inherited"],
    ),
    "a parameter, written shorter": (
        "params: {temperature: {accepts: [1]}}\nmodels: {a: {params: {temperature: [1]}}}",
        ["2:23: CAT007 temperature says nothing new: it is inherited"],
    ),
    "a parameter, its keys in another order": (
        "params: {n: {accepts: 1..4, default: 1}}\nmodels: {a: {params: {n: {default: 1, accepts: 1..4}}}}",
        ["2:23: CAT007 n says nothing new: it is inherited"],
    ),
    "a day": (
        "lifecycle: {released: 2026-01-01}\nmodels: {a: {lifecycle: {released: 2026-01-01, shutdown: 2027-01-01}}}",
        ["2:26: CAT007 released says nothing new: it is inherited"],
    ),
    "whole sections": (
        "modes: [talk]\nknowledge: 2024-01\nmodels: {a: {modes: [talk], knowledge: 2024-01, source: acme-docs}}",
        [
            "3:14: CAT007 modes says nothing new: it is inherited",
            "3:29: CAT007 knowledge says nothing new: it is inherited",
            "3:49: CAT007 source says nothing new: it is inherited",
        ],
    ),
    "a source by section": (
        "source: {limits: acme-answers}\nmodels: {a: {source: {limits: acme-answers, modes: acme-press}}}",
        ["2:23: CAT007 limits says nothing new: it is inherited"],
    ),
    "what is taken from elsewhere": (
        "models: {a: {current: b, lifecycle: {released: 2026-01-01}}, b: {lifecycle: {released: 2026-01-01}}}",
        ["1:38: CAT007 released says nothing new: it is taken from b"],
    ),
    "what nobody reads": (
        "models: {a: {current: b, limits: {x: 2, y: 1}, modes: [talk]}, b: {limits: {x: 1, y: 1}}}",
        [
            "1:35: CAT007 x says nothing new: what the name points at has its own",
            "1:41: CAT007 y says nothing new: it is taken from b",
            "1:48: CAT007 modes says nothing new: what the name points at has its own",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FIRES.values(), ids=FIRES)
def test_fires(found, text, expected):
    assert found(text) == expected
