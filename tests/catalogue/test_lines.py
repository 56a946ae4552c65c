"""The lines of a compiled file are found wherever they stand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from registry.catalogue import FORM, Catalogue

HEADER = FORM.decode() + '"sources":{},"meters":{},"providers":{},"modes":{}}'
NAMES = st.lists(st.text(min_size=1, max_size=6), unique=True, max_size=30)


def compiled(*names, shapes=("chat", "responses")):
    lines = [json.dumps({"shape": name, "path": f"/{name}"}, separators=(",", ":")) for name in shapes]
    lines += [json.dumps({"id": name, "of": None}, separators=(",", ":")) for name in names]
    return Catalogue("\n".join([HEADER, *lines, ""]).encode())


@given(NAMES, st.text(max_size=6))
def test_in_order_and_out_of_order(names, other):
    for catalogue in (compiled(*sorted(names)), compiled(*names), compiled(*sorted(names, reverse=True))):
        assert [catalogue.line(name) for name in names] == [{"id": name, "of": None} for name in names]
        assert (catalogue.line(other) is None) == (other not in names)
        assert catalogue.shape("responses") == {"shape": "responses", "path": "/responses"}


@pytest.mark.parametrize("names", [(), ("a",), ("a", "a-1", "a.1", "ab", "b")])
def test_names_that_begin_alike(names):
    catalogue = compiled(*names)
    assert catalogue.ids() == names
    assert [name for name in ("a", "a-", "a-1", "a.1", "ab", "b", "c") if catalogue.line(name)] == [*names]


def test_without_shapes():
    assert compiled("a", shapes=()).line("a") == {"id": "a", "of": None}
    assert compiled("a", shapes=()).shape("chat") is None
