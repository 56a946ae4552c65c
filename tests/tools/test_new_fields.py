"""`tools/new_fields.py` prints what the official client's types have and a shape lacks."""

import json

import new_fields
import pytest

from registry.catalogue import Catalogue, bundled

pytest.importorskip("openai", reason="the official client is not installed")


def without(mode, *keys):
    shape = json.loads(json.dumps(bundled().shape(mode)))
    for key in keys:
        del shape["body"]["fields"][key]
    lines = [json.dumps(line, separators=(",", ":")) for line in (bundled().header, shape)]
    return Catalogue("\n".join([*lines, ""]).encode(), bundled())


def test_what_a_shape_lacks_is_printed_with_its_type():
    found = new_fields.lacking("embedding", without("embedding", "dimensions", "encoding_format"))
    assert found == {"dimensions": {"type: integer"}, "encoding_format": {"type: string"}}


def test_a_shape_that_has_all_lacks_nothing():
    assert new_fields.lacking("embedding") == {}
