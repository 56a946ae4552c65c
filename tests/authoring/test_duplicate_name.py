"""CAT006: an id that stands for two things."""

import pytest

QUIET = [
    "models: {a: {snapshots: {a-1: {}}}, b: {snapshots: {b-1: {}}}}",
    "models: {family: {}}",  # a family is no model
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(text) == []


FIRES = {
    "a snapshot and a model": (
        """\
models:
  a: {snapshots: {a-1: {}}}
  a-1: {}
""",
        ["3:3: CAT006 a-1 is an id already: first in line 17"],
    ),
    "a snapshot of its own name": (
        "models: {a: {snapshots: {a: {}}}}",
        ["1:26: CAT006 a is an id already: first in line 16"],
    ),
    "two families": (
        """\
providers:
  p:
    families:
      one: {models: {a: {}}}
      two: {models: {a: {}, b: {snapshots: {a: {}}}}}
""",
        [
            "5:22: CAT006 a is an id already: first in line 4",
            "5:45: CAT006 a is an id already: first in line 4",
        ],
    ),
    "two providers": (
        """\
providers:
  p: {families: {f: {models: {a: {}}}}}
  q: {families: {f: {models: {a: {}}}}}
""",
        ["3:31: CAT006 a is an id already: first in line 2"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), FIRES.values(), ids=FIRES)
def test_fires(found, text, expected):
    assert found(text, shapes=None) == expected
