"""What messages advise is what works: the model's own values, and no name that stands for something missing."""

import pytest

import registry

ON = "2026-11-01"


def error(fields, model="gpt-5.4"):
    (found,) = registry.check({"model": model, "input": "hi", **fields}, endpoint="/v1/responses", on=ON).errors
    return found


@pytest.mark.parametrize(
    ("model", "fields", "allowed"),
    [
        ("gpt-5-nano", {"reasoning": {"effort": "ultra"}}, ["minimal", "low", "medium", "high"]),
        ("gpt-5.4", {"input": [{"role": "uesr", "content": "hi"}]}, ["assistant", "system", "developer", "user"]),
        (
            "gpt-5.4",
            {"input": [{"role": "user", "content": [{"type": "text", "text": "hi"}]}]},
            ["input_text", "input_image", "input_file", "input_audio", "scoped_content"],
        ),
    ],
)
def test_a_value_that_no_model_takes_is_answered_with_those_of_this_one(model, fields, allowed):
    found = error(fields, model)
    assert found.allowed == allowed
    assert found.message.endswith(f"accepted here: {', '.join(allowed[:-1])} or {allowed[-1]}.")


def test_the_tag_of_an_item_without_one_can_not_be_written():
    assert error({"input": [{"role": "_reference", "id": "x"}]}).path == "input[0].role"


def test_a_schema_is_told_by_its_place():
    inner = {"type": "object", "properties": {}}
    schema = {"type": "object", "properties": {"a": inner}, "required": ["a"], "additionalProperties": False}
    found = error({"tools": [{"type": "function", "name": "x", "strict": True, "parameters": schema}]})
    assert found.message == (
        "The schema at tools[0].parameters.properties.a is refused by /v1/responses: "
        "'additionalProperties' is required to be supplied and to be false."
    )
    assert "In context=('properties', 'a'), 'additionalProperties'" in found.api["error"]["message"]


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        ({"type": "realtime", "model": "gpt-realtime-2"}, []),
        ({"type": "realtime"}, []),
        ({"type": "realtime", "model": "gpt-realtime-22"}, [("REQ001", "session.model")]),
        ({"type": "realtime", "model": "gpt-5.4"}, [("REQ003", "session.model")]),
    ],
)
def test_a_model_that_is_named_deeper_in_the_body(session, expected):
    report = registry.check({"session": session}, endpoint="/v1/realtime/client_secrets", on=ON)
    assert [(found.code, found.path) for found in report.errors] == expected


def test_a_model_deeper_in_the_body_is_corrected_there():
    body = {"session": {"type": "realtime", "model": "gpt-realtime-2.2"}}
    fixed, changes = registry.fix(body, endpoint="realtime", on=ON)
    assert (fixed["session"]["model"], [change.title for change in changes]) == (
        "gpt-realtime-2.1",
        ["set session.model to 'gpt-realtime-2.1'"],
    )


@pytest.mark.parametrize(
    ("role", "kind", "taken"),
    [
        ("user", "output_text", "'input_text', 'input_image', 'input_file', 'scoped_content', and 'input_audio'"),
        ("assistant", "input_text", "'output_text' and 'refusal'"),
    ],
)
def test_a_part_of_another_role_is_told_by_its_type(role, kind, taken):
    found = error({"input": [{"role": role, "content": [{"type": kind, "text": "hi"}]}]})
    assert found.message == f"input[0].content[0] of type '{kind}' is not accepted by /v1/responses here."
    assert found.api == {
        "error": {
            "message": f"Invalid value: '{kind}'. Supported values are: {taken}.",
            "type": "invalid_request_error",
            "param": "input[0].content[0]",
            "code": "invalid_value",
        }
    }


def test_a_pattern_that_says_little_is_told_in_words():
    part = {"type": "input_image", "image_url": "picture.png"}
    found = error({"input": [{"role": "user", "content": [part]}]})
    assert found.message == (
        "input[0].content[0].image_url='picture.png' should be the address of a picture "
        "('https://…', 'data:image/png;base64,…')."
    )
