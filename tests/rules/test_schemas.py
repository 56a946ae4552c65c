"""JSON Schemas inside requests: those that were seen to pass, then what is said of those that were not."""

import pytest

import registry


def said(parameters, *, strict=None):
    function = {"name": "look", "parameters": parameters, "strict": strict}
    body = {
        "model": "gpt-4o",
        "messages": [{"role": "user", "content": "hi"}],
        "tools": [{"type": "function", "function": function}],
    }
    return told(registry.check(body, endpoint="/v1/chat/completions", on="2026-02-01"))


def told(report):
    return [found.api["error"]["message"].removeprefix("Invalid schema for function: ") for found in report.errors]


def tuples(value):
    """JSON with tuples for its arrays, as it is often written in Python."""
    if isinstance(value, dict):
        return {key: tuples(inner) for key, inner in value.items()}
    return tuple(map(tuples, value)) if isinstance(value, list) else value


def strict(**properties):
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}


EXTRA = (
    "In context=(), 'required' is required to be supplied and to be an array including every key in properties. "
    "Extra required key 'a' supplied."
)
LIST = {"type": "array", "items": {"type": "string"}}


@pytest.mark.parametrize(
    "parameters",
    [
        None,
        {},
        {"properties": {}},
        {"type": ["object", "null"]},
        {"type": "object", "properties": {}},
        {"type": "object", "properties": {"a": {"type": "object"}, "b": {"anyOf": [{"type": "string"}]}}},
        {
            "type": "object",
            "properties": {"a": {**LIST, "uniqueItems": True}, "b": {"type": "string", "format": "uri"}},
        },
        {"type": "object", "properties": {}, "required": ["a"]},
        {"type": "object", "properties": {}, "anyOf": None, "allOf": []},
    ],
)
def test_a_schema_that_is_not_strict(parameters):
    assert said(parameters) == []


@pytest.mark.parametrize(
    "parameters",
    [
        strict(),
        strict(a={"type": "string", "format": "date-time"}, b={"type": "integer", "format": "uint8"}),
        {**strict(a={"$ref": "#/$defs/x"}), "$defs": {"x": strict(), "properties": {"type": "string"}}},
        strict(uniqueItems={"type": "string"}, propertyNames={"type": ["string", "null"], "format": "email"}),
    ],
)
def test_a_schema_that_is(parameters):
    assert said(parameters, strict=True) == []


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"type": "object"}, "In context=(), object schema missing properties."),
        ({"type": "array", "items": {}}, "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"array\"'."),
        ({"oneOf": [strict()]}, "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"None\"'."),
        (
            {"type": "object", "properties": {}, "anyOf": [{"required": ["a"]}]},
            "schema must have type 'object' and not have 'oneOf'/'anyOf'/'allOf'/'enum'/'not' at the top level.",
        ),
    ],
)
def test_what_no_outermost_schema_may_be(parameters, expected):
    assert said(parameters) == [expected]


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        (strict(a={**LIST, "uniqueItems": True}), "In context=('properties', 'a'), 'uniqueItems' is not permitted."),
        (
            strict(a={"type": "string", "not": {"const": "x"}}),
            "In context=('properties', 'a'), 'not' is not permitted.",
        ),
        (strict(a={"type": "string", "format": "uri"}), "In context=('properties', 'a'), 'uri' is not a valid format."),
        (
            {**strict(a={"$ref": "#/$defs/x", "description": "A."}), "$defs": {"x": strict()}},
            "In context=('properties', 'a'), $ref cannot have keywords {'description'}.",
        ),
        (
            {**strict(), "required": ["a"]},
            EXTRA,
        ),
    ],
)
def test_what_no_strict_schema_may_be(parameters, expected):
    assert said(parameters, strict=True) == [expected]
    assert said(tuples(parameters), strict=True) == [expected]


@pytest.mark.parametrize(
    ("schema", "strict", "fine"),
    [
        ({"anyOf": [strict(), strict(a=LIST)]}, True, False),
        ({"anyOf": [strict(), strict(a=LIST)]}, False, True),
        ({"anyOf": [strict(), strict(a=LIST)]}, None, True),
        ({"$ref": "#/$defs/x", "$defs": {"x": strict()}}, True, True),
        ({"type": "array", "items": {}}, None, False),
    ],
)
def test_the_outermost_schema_of_an_answer(schema, strict, fine):
    asked = {"name": "x", "schema": schema, "strict": strict}
    body = {
        "model": "gpt-4o",
        "messages": [{"role": "user", "content": "hi"}],
        "response_format": {"type": "json_schema", "json_schema": asked},
    }
    assert registry.check(body, endpoint="/v1/chat/completions", on="2026-02-01").ok is fine
