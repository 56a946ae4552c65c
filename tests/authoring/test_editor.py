"""The JSON Schemas for editors: they take what the reader takes, and underline what it refuses."""

import json
from decimal import Decimal

import jsonschema
import pytest

from registry.authoring.editor import schema_bytes
from registry.authoring.shapes import Shape
from registry.authoring.source import read

MODELS = jsonschema.Draft202012Validator(json.loads(schema_bytes()))
SHAPES = jsonschema.Draft202012Validator(json.loads(schema_bytes(Shape)))


def numbers(value):
    """A value with decimals as JSON has them."""
    if isinstance(value, dict):
        return {key: numbers(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [numbers(inner) for inner in value]
    return float(value) if isinstance(value, Decimal) else value


def refused(text, schema=MODELS):
    """The paths that an editor underlines, the innermost of each mistake."""
    errors = schema.iter_errors(numbers(read(text).value))
    return sorted("/".join(map(str, jsonschema.exceptions.best_match([error]).absolute_path)) for error in errors)


def test_schemas_are_schemas():
    jsonschema.Draft202012Validator.check_schema(MODELS.schema)
    jsonschema.Draft202012Validator.check_schema(SHAPES.schema)


@pytest.mark.parametrize("form", [(), (Shape,)])
def test_a_schema_is_the_same_every_time(form):
    assert schema_bytes(*form) == schema_bytes(*form)
    assert schema_bytes(*form).endswith(b"}\n")


def test_the_fixture_catalogue_is_fine(five_models):
    assert refused(five_models.read_text()) == []


@pytest.mark.parametrize("name", ["paint", "talk"])
def test_the_fixture_shapes_are_fine(shapes, name):
    assert refused((shapes / f"{name}.yaml").read_text(), SHAPES) == []


FAMILY = "providers: {{p: {{families: {{f: {{models: {{}}, {}}}}}}}}}"


def test_numbers_as_an_editor_reads_them():
    read_by_an_editor = {"context": "400_000", "output": "unknown", "x": 8}
    family = {"models": {"a": None}, "limits": read_by_an_editor}
    assert list(MODELS.iter_errors({"providers": {"p": {"families": {"f": family}}}})) == []


GOOD = [
    "params: {a: [x, 1, true], b: 0..2, c: 1.., d: ..0.5, e: 1..output, f: anything, g: ignored, h: never, i: []}",
    "params: {a: {accepts: [x], when: {b: -1..}, else: {accepts: [y], else: never}, default: x}}",
    "params: {a: [{accepts: [x]}, {from: 2026-08-03, default: {m: y}}], b: {default: [x]}}",
    "modes: never",
    "source: {default: a, params: b}",
    "knowledge: 2026-08",
    "lifecycle: {replacement: [{from: 2026-08-03, is: b}]}",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_is_fine(text):
    assert refused(FAMILY.format(text)) == []


F = "providers/p/families/f"
WRONG = {
    "limit: {}": [F],
    "params: {a: 0-2}": [f"{F}/params/a"],
    "params: {a: {acepts: [x]}}": [f"{F}/params/a"],
    "params: {a: {accepts: always}}": [f"{F}/params/a/accepts"],
    "params: {a: {accepts: [x], else: {els: [x]}}}": [f"{F}/params/a/else"],
    "params: {a: {from: yesterday}}": [f"{F}/params/a/from"],
    "params: {a: {default: null}}": [f"{F}/params/a/default"],
    "limits: {a: '16384'}": [f"{F}/limits/a"],
    "limits: {a: -1}": [f"{F}/limits/a"],
    "modes: all": [f"{F}/modes"],
    "source: {param: a}": [f"{F}/source"],
    "knowledge: [2026]": [f"{F}/knowledge"],
    "lifecycle: {released: 2026-8-3}": [f"{F}/lifecycle/released"],
    "lifecycle: {replacement: []}": [f"{F}/lifecycle/replacement"],
    "prices: [{usd: {}}]": [f"{F}/prices/0"],
    "prices: [{from: 2026-08-03, usd: {a: -1}}]": [f"{F}/prices/0/usd/a"],
    "requires: ''": [f"{F}/requires"],
}


@pytest.mark.parametrize(("text", "paths"), WRONG.items(), ids=WRONG)
def test_what_is_underlined(text, paths):
    assert refused(FAMILY.format(text)) == paths


@pytest.mark.parametrize("form", [(), (Shape,)])
def test_every_key_is_explained(form):
    def keys(schema):
        for name, inner in schema.get("properties", {}).items():
            yield name, inner
        for inner in schema.get("$defs", {}).values():
            yield from keys(inner)

    assert [name for name, inner in keys(json.loads(schema_bytes(*form))) if "description" not in inner] == []
