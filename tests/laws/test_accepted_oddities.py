"""Requests that look wrong and were answered all the same: the rows of accepted_oddities.yaml are let through."""

from __future__ import annotations

from pathlib import Path

import pytest

import registry
from registry.authoring.resolve import plain
from registry.authoring.source import read

FILE = Path(__file__).with_name("accepted_oddities.yaml")
SEEN = plain(read(FILE.read_text(encoding="utf-8")).value)
ROWS = [
    (endpoint, model, row)
    for endpoint, rows in SEEN["requests"].items()
    for row in rows
    for model in row.get("models", [None])
]
TOOL = {"type": "function", "function": {"name": "look", "parameters": {"type": "object", "properties": {}}}}
PICTURE = {"__file__": "cat.png", "content_type": "image/png", "bytes": 1000}
HOLDERS = {
    "answer-chat": lambda schema: {
        "messages": [{"role": "user", "content": "hi"}],
        "response_format": {"type": "json_schema", "json_schema": {"name": "a", "strict": True, "schema": schema}},
    },
    "tool-chat": lambda schema: {
        "messages": [{"role": "user", "content": "hi"}],
        "tools": [{"type": "function", "function": {"name": "look", "strict": True, "parameters": schema}}],
    },
    "answer-responses": lambda schema: {
        "input": "hi",
        "text": {"format": {"type": "json_schema", "name": "a", "strict": True, "schema": schema}},
    },
    "tool-responses": lambda schema: {
        "input": "hi",
        "tools": [{"type": "function", "name": "look", "strict": True, "parameters": schema}],
    },
}
"""Where a request can hold a strict schema."""


def refusals(endpoint, on, model, body):
    body = body if model is None else {"model": model, **body}
    return [(error.path, error.message) for error in registry.check(body, endpoint=endpoint, on=on).errors]


@pytest.mark.parametrize(
    ("endpoint", "model", "row"),
    ROWS,
    ids=[f"{endpoint} {row['odd']} ({model}, {row['source']})" for endpoint, model, row in ROWS],
)
def test_an_oddity_is_let_through(endpoint, model, row):
    assert refusals(endpoint, str(row["on"]), model, row["ask"]) == []


def test_as_many_tools_as_were_seen_to_pass():
    body = {"messages": [{"role": "user", "content": "hi"}], "tools": [TOOL] * 128}
    assert refusals("/v1/chat/completions", "2026-06-01", "gpt-4o", body) == []


def test_as_many_pictures_as_were_seen_to_pass():
    body = {"prompt": "a cat", "image[]": [PICTURE] * 16}
    assert refusals("/v1/images/edits", "2026-10-01", "gpt-image-2.5-sunburst", body) == []


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize("keyword", SEEN["keywords"])
def test_a_strict_schema_may_carry_it(holder, keyword):
    schema = {
        "type": "object",
        "properties": {"a": SEEN["keywords"][keyword]},
        "required": ["a"],
        "additionalProperties": False,
    }
    endpoint = "/v1/responses" if holder.endswith("responses") else "/v1/chat/completions"
    assert refusals(endpoint, "2026-08-17", "gpt-4o-mini", HOLDERS[holder](schema)) == []
