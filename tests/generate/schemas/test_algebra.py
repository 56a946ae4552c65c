"""Schemas put together allow what their parts say: laws, with the validator as the judge."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from registry.domain import parse
from registry.generate.schemas.algebra import among, both, either, negated, nullable, of_types, sized, when

VALUES = st.recursive(
    st.sampled_from([None, True, False, 0, 1, 2, 1.5, -1, "", "a", "ab"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=4,
)
TYPES = st.sampled_from(["string", "number", "integer", "boolean", "object", "array", "null"])
NUMBERS = st.integers(0, 2)
PLAIN = st.fixed_dictionaries(
    {},
    optional={
        "type": TYPES | st.lists(TYPES, min_size=1, max_size=3, unique=True),
        "enum": st.lists(st.sampled_from([None, True, 1, 0, "a", "ab"]), min_size=1, max_size=4),
        "minimum": NUMBERS,
        "maximum": NUMBERS,
        "minLength": NUMBERS,
        "maxItems": NUMBERS,
        "required": st.lists(st.sampled_from("abc"), max_size=2, unique=True),
    },
)


def containers(inner):
    fields = st.dictionaries(st.sampled_from("abc"), inner, max_size=2)
    return st.one_of(
        st.fixed_dictionaries({}, optional={"properties": fields, "additionalProperties": inner}),
        st.fixed_dictionaries({"properties": fields}, optional={"type": st.just("object")}),
        st.builds(lambda items, schema: {**schema, "items": items}, inner, PLAIN),
        st.builds(lambda one, two: {"if": one, "then": two}, inner, inner),
        st.builds(lambda one, two: {"anyOf": [one, two]}, inner, inner),
        st.builds(lambda one, two: {"allOf": [one, two]}, inner, inner),
        st.builds(lambda one: {"not": one}, inner),
    )


SCHEMAS = st.recursive(PLAIN | st.booleans(), containers, max_leaves=3)

law = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How long it takes is no matter: machines are busy."""


def takes(schema, value):
    return Draft202012Validator(schema).is_valid(value)


@law
@given(st.lists(SCHEMAS, max_size=4), VALUES)
def test_both_is_all_of_them(schemas, value):
    assert takes(both(*schemas), value) == all(takes(one, value) for one in schemas)


@law
@given(st.lists(SCHEMAS, max_size=3), VALUES)
def test_either_is_any_of_them(schemas, value):
    assert takes(either(*schemas), value) == any(takes(one, value) for one in schemas)


@law
@given(SCHEMAS, VALUES)
def test_negated_is_the_rest(schema, value):
    assert takes(negated(schema), value) != takes(schema, value)


@law
@given(SCHEMAS, VALUES)
def test_nullable_adds_null_alone(schema, value):
    assert takes(nullable(schema), value) == (value is None or takes(schema, value))


@law
@given(SCHEMAS, SCHEMAS, SCHEMAS, VALUES)
def test_when_speaks_where_its_condition_holds_and_else_where_not(condition, schema, otherwise, value):
    held = takes(condition, value)
    assert takes(when(condition, schema, otherwise), value) == takes(schema if held else otherwise, value)
    assert takes(when(condition, schema), value) == (not held or takes(schema, value))


@pytest.mark.parametrize("written", [["a", 1, True, None], [], "0..2", "..1", "1..", "anything", "ignored", "never"])
@law
@given(value=VALUES)
def test_a_set_of_values_is_the_same_set_as_a_schema(written, value):
    assert takes(among(parse(written)), value) == parse(written).accepts(value)


def test_what_fits_one_schema_is_written_as_one():
    assert both({"type": "integer"}, {"type": "number", "minimum": 1, "maximum": 9}, {"minimum": 2}) == {
        "type": "integer",
        "minimum": 2,
        "maximum": 9,
    }
    assert nullable({"type": "string", "enum": ["a"]}) == {"type": ["string", "null"], "enum": ["a", None]}
    assert (both(), both({"enum": ["a"]}, {"enum": ["b"]}), either()) == (True, False, False)
    assert (of_types(["string"]), sized(parse("1..4"), "minItems", "maxItems")) == (
        {"type": "string"},
        {"minItems": 1, "maxItems": 4},
    )


def test_true_is_not_one():
    one, true = {"enum": [1]}, {"enum": [True]}
    assert (both(one, true), either(one, true)) == (False, {"anyOf": [one, true]})
    assert (
        json.dumps(both({"not": one}, {"not": true})) == '{"not": {"enum": [1]}, "allOf": [{"not": {"enum": [true]}}]}'
    )
    assert when({"type": "array"}, one, true) == {"if": {"type": "array"}, "then": one, "else": true}
