"""Lines of a Batch file: each one's envelope, and what all of them have in common."""

import json
from typing import Any

import pytest

import registry
from registry.catalogue import Catalogue, bundled

ON = "2026-11-01"


def line(number, **changed):
    body = {"model": "gpt-4.1", "messages": [{"role": "user", "content": "hi"}], **changed.pop("body", {})}
    return {"custom_id": f"request-{number}", "method": "POST", "url": "/v1/chat/completions", "body": body, **changed}


def answered(error: Any) -> Any:
    return error.api["error"]["code"]


def said(lines, **options):
    reports = registry.check_batch(lines, on=ON, **options)
    return [[(error.code, error.path, answered(error)) for error in report.errors] for report in reports]


def test_lines_that_go_together():
    assert said([line(1), line(2), line(3, body={"stream": False})]) == [[], [], []]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (line(1), [("REQ026", "custom_id", "duplicate_custom_id")]),
        (line(2, body={"model": "gpt-4.1-mini"}), [("REQ026", "body.model", "model_mismatch")]),
        (line(2, body={"stream": True}), [("REQ007", "body.stream", "streaming_unsupported")]),
        (line(2, method="GET"), [("REQ007", "method", "invalid_value")]),
        (
            {key: value for key, value in line(2).items() if key != "custom_id"},
            [("REQ012", "custom_id", "missing_required_parameter")],
        ),
        (line(2, body={"temperature": 3}), [("REQ007", "temperature", "decimal_above_max_value")]),
        (
            {"custom_id": "2", "method": "POST", "url": "/v1/responses", "body": {"model": "gpt-4.1", "input": "hi"}},
            [("REQ026", "url", "invalid_url")],
        ),
    ],
)
def test_a_line_that_fails_the_batch(second, expected):
    assert said([line(1), second]) == [[], expected]


def test_one_model_by_several_spellings_is_one_model():
    assert said([line(1), line(2, body={"model": "ft:gpt-4.1-2025-04-14:org::id"})])[1] != []
    assert said([line(1, body={"model": "openai/gpt-4.1"}), line(2)], ignore=["REQ001"])[1] == []


def test_every_line_has_a_report_of_its_own():
    first, second = registry.check_batch([line(1), line(1, body={"temperature": 3})], on=ON)
    assert (first.ok, second.ok, second.model, second.endpoint) == (True, False, "gpt-4.1", "/v1/chat/completions")
    assert [error.path for error in second.errors] == ["custom_id", "temperature"]
    assert second.count("error") == 2
    assert json.loads(json.dumps(second.as_dict()))["ok"] is False


@pytest.mark.parametrize("odd", [None, 7, "text", [], {}, {"body": 7}, {"url": 7, "body": {}}, {"custom_id": ["a"]}])
def test_what_is_no_line_is_an_error_and_no_crash(odd):
    assert said([odd])[0] != []


def test_a_file_may_be_too_long():
    known: Any = bundled().shape("batch")
    shape = json.loads(json.dumps(known).replace(known["types"]["File"]["size"], "..2"))
    lines = [json.dumps(one, separators=(",", ":")) for one in (bundled().header, shape)]
    short = Catalogue("\n".join([*lines, ""]).encode(), bundled())
    assert said([line(at) for at in range(4)], catalogue=short)[1:] == [[], [("REQ026", "", "crowded")], []]
