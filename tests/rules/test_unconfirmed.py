"""What a source leaves out of its list, and nobody saw refused, is let through with a warning."""

import pytest

import registry

ENDPOINT = "/v1/responses"
ON = "2026-11-24"
SOURCE = "openai-docs-2026-11"
ASKED = {"model": "gpt-5.4-pro", "input": "hi", "tools": [{"type": "shell"}]}


def said(body, **options):
    report = registry.check(body, endpoint=ENDPOINT, on=ON, **options)
    return [
        (one.code, one.path, one.severity, one.source.id if one.source else None)
        for one in (*report.errors, *report.warnings)
    ]


def test_it_is_warned_about():
    assert said(ASKED) == [("REQ027", "tools[0].type", "warning", SOURCE)]
    report = registry.check(ASKED, endpoint=ENDPOINT, on=ON)
    assert (report.ok, report.api) == (True, None)
    (warning,) = report.warnings
    assert warning.message.startswith(
        "tools[0].type='shell' is not among what gpt-5.4-pro takes according to openai-docs-2026-11"
    )
    assert warning.message.endswith("mcp, apply_patch or computer. It was never seen refused.")


def test_its_source_may_be_trusted():
    assert said(ASKED, trust=SOURCE) == [("REQ007", "tools[0].type", "error", SOURCE)]
    allowed = registry.check(ASKED, endpoint=ENDPOINT, on=ON, trust=SOURCE).errors[0].allowed
    assert allowed is not None
    assert "shell" not in allowed


def test_another_source_changes_nothing():
    assert said(ASKED, trust="litellm-docs") == said(ASKED)


def test_it_may_be_ignored():
    assert said(ASKED, ignore=["REQ027"]) == []


@pytest.mark.parametrize("kind", ["web_search", "apply_patch"])
def test_what_is_known_to_be_taken_is_fine(kind):
    assert said({**ASKED, "tools": [{"type": kind}]}) == []


def test_what_is_known_to_be_refused_is_refused():
    assert [code for code, *_ in said({**ASKED, "tools": [{"type": "local_shell"}]})] == ["REQ007"]


def test_a_flag_is_no_different():
    assert said({"model": "gpt-5.5-pro", "input": "hi", "stream": True}) == [("REQ027", "stream", "warning", SOURCE)]
    assert said({"model": "gpt-5.5-pro", "input": "hi", "stream": False}) == []


def test_a_fix_leaves_it_out():
    (warning,) = registry.check(
        {"model": "gpt-5.5-pro", "input": "hi", "stream": True}, endpoint=ENDPOINT, on=ON
    ).warnings
    assert [fix.apply({"model": "gpt-5.5-pro", "input": "hi", "stream": True}) for fix in warning.fixes] == [
        {"model": "gpt-5.5-pro", "input": "hi"}
    ]
