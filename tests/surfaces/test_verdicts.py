"""Verdicts on calls as libraries spell them: places, words and fixes are the caller's."""

from typing import Any

import pytest

import registry

HI = [{"role": "user", "content": "hi"}]
PICTURE = [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "https://example.com/cat.png"}}]}]
ON = "2026-11-01"

ROWS = {
    # litellm: the call, what is said (errors, then warnings with a ?), and where
    "an effort that the model does not take": (
        {"model": "gpt-5-pro", "messages": HI, "reasoning_effort": "low"},
        ["REQ007@reasoning_effort"],
    ),
    "an effort of an object": (
        {
            "model": "openai/responses/gpt-5",
            "messages": HI,
            "reasoning_effort": {"effort": "low", "summary": "concise"},
        },
        ["REQ007@reasoning_effort.summary"],
    ),
    "a summary that chat completions never see": (
        {"model": "gpt-5", "messages": HI, "reasoning_effort": {"effort": "low", "summary": "concise"}},
        ["REQ023?@reasoning_effort.summary"],
    ),
    "a length over the limit": ({"model": "gpt-5", "messages": HI, "max_tokens": 200_000}, ["REQ008@max_tokens"]),
    "a mistyped name": ({"model": "gpt-4o", "messages": HI, "temprature": 1}, ["REQ002@temprature"]),
    "a mistyped model": ({"model": "openai/gpt-5-prro", "messages": HI}, ["REQ001@model"]),
    "a picture for a model without eyes": (
        {"model": "gpt-3.5-turbo", "messages": PICTURE},
        ["REQ009@model", "REQ007@messages[0].content[0].type"],
    ),
    "metadata that stays": ({"model": "gpt-4o", "messages": HI, "metadata": {"a": "b"}}, ["REQ023?@metadata"]),
    "what drop_params drops": (
        {"model": "gpt-5", "messages": HI, "temperature": 0.2, "drop_params": True},
        ["REQ023?@temperature"],
    ),
    "chat completions of a model that has none": ({"model": "gpt-5-pro", "messages": HI}, []),
    "arguments of litellm's own": ({"model": "gpt-4o", "messages": HI, "api_key": "k", "num_retries": 1}, []),
}


def said(report):
    return [f"{error.code}@{error.path}" for error in report.errors] + [
        f"{warning.code}?@{warning.path}" for warning in report.warnings if warning.code not in ("REQ010", "REQ015")
    ]


@pytest.mark.parametrize(("call", "expected"), ROWS.values(), ids=ROWS)
def test_a_call_of_litellm(call, expected):
    assert said(registry.check(call, surface="litellm", on=ON)) == expected


def test_words_and_fixes_are_the_callers():
    call = {"model": "gpt-5-pro", "messages": HI, "reasoning_effort": "low"}
    (error,) = registry.check(call, surface="litellm", on=ON).errors
    assert error.message == "reasoning_effort='low' is not accepted by gpt-5-pro; accepted here: high."
    assert error.fixes[0].as_dict() == {
        "title": "set reasoning_effort to 'high'",
        "edits": [{"op": "replace", "path": "/reasoning_effort", "value": "high"}],
    }
    api: Any = error.api
    assert api["error"]["param"] == "reasoning.effort"
    fixed, changes = registry.fix(call, surface="litellm", on=ON)
    assert fixed == {**call, "reasoning_effort": "high"}
    assert [change.title for change in changes] == ["set reasoning_effort to 'high'"]


def test_a_call_of_langchain():
    call = {"model": "gpt-5-pro", "reasoning_effort": "low", "max_tokens": 5, "messages": "hi"}
    report = registry.check(call, surface="langchain", on=ON)
    assert said(report) == ["REQ007@max_tokens", "REQ007@reasoning_effort"]
    assert registry.fix(call, surface="langchain", on=ON)[0]["reasoning_effort"] == "high"


def test_a_constructor_alone():
    assert said(registry.check({"model": "gpt-4o", "temperature": 3}, surface="langchain", on=ON)) == [
        "REQ007@temperature"
    ]


def test_a_fix_of_a_conversation_that_nobody_gave_is_not_offered():
    call = {"model": "gpt-4.1", "use_responses_api": True, "cmessages": "hi"}
    report = registry.check(call, surface="langchain", on=ON)
    assert [(error.code, error.path, error.fixes) for error in report.errors] == [("REQ002", "cmessages", ())]


class NotGiven:
    """Named as the official client's own."""


def test_a_call_of_the_official_client():
    call = {"model": "gpt-4o", "messages": HI, "temperature": NotGiven(), "timeout": 5, "extra_body": {"top_p": 3}}
    assert said(registry.check(call, endpoint="chat", on=ON)) == ["REQ007@extra_body.top_p"]


def test_what_only_a_client_can_say_does_not_hide_what_is_wrong():
    call = {"model": "gpt-4o", "messages": HI, "seed": NotGiven(), "temprature": 1}
    assert said(registry.check(call, endpoint="chat", on=ON)) == ["REQ002@temprature"]


def test_the_same_verdict_through_every_surface():
    for temperature, expected in ((0.2, []), (3, ["REQ007@temperature"])):
        arguments = {"model": "gpt-4o", "messages": HI, "temperature": temperature}
        for surface in ("openai", "litellm", "langchain"):
            assert said(registry.check(arguments, surface=surface, endpoint="chat", on=ON)) == expected


def test_a_private_name(tmp_path):
    from registry.authoring.compile import compile_files
    from registry.catalogue import Catalogue, bundled

    path = tmp_path / "ours.yaml"
    path.write_text("providers: {}\ndeployments:\n  my-gpt5: {is: gpt-5-mini, provider: azure}\n", encoding="utf-8")
    named = Catalogue(compile_files(path), over=bundled())
    found = registry.resolve("my-gpt5", catalogue=named)
    assert (found.id, found.how[0]) == ("gpt-5-mini", "my-gpt5 is a deployment of gpt-5-mini, served by azure")
    call = {"model": "my-gpt5", "messages": HI, "reasoning_effort": "none"}
    for surface in ("openai", "litellm"):
        report = registry.check(call, surface=surface, endpoint="chat", on=ON, catalogue=named)
        assert said(report)[0] == "REQ007@reasoning_effort"
