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


def test_what_two_sources_leave_out_is_told_of_both_and_refused_for_whoever_trusts_one():
    asked = {"model": "gpt-5-pro", "input": "hi", "tools": [{"type": "code_interpreter", "container": "cntr_1"}]}
    sources = (SOURCE, "litellm-docs")
    assert said(asked, ignore=["REQ010"]) == [("REQ027", "tools[0].type", "warning", source) for source in sources]
    for source in sources:
        assert said(asked, ignore=["REQ010"], trust=source) == [("REQ007", "tools[0].type", "error", source)]


def test_another_source_changes_nothing():
    assert said(ASKED, trust="litellm-docs") == said(ASKED)


def test_it_may_be_ignored():
    assert said(ASKED, ignore=["REQ027"]) == []


@pytest.mark.parametrize("kind", ["web_search", "apply_patch"])
def test_what_is_known_to_be_taken_is_fine(kind):
    assert said({**ASKED, "tools": [{"type": kind}]}) == []


def test_what_is_known_to_be_refused_is_refused():
    assert [code for code, *_ in said({**ASKED, "tools": [{"type": "local_shell"}]})] == ["REQ007"]


def mounting(*skills):
    return {"model": "gpt-5.5-pro", "input": "hi", "tools": [{"type": "shell", "environment": {"skills": [*skills]}}]}


def test_where_nothing_is_said_to_be_taken_no_list_is_told():
    place = "tools[0].environment.skills"
    assert said(mounting({})) == [("REQ027", place, "warning", SOURCE)]
    (warning,) = registry.check(mounting({}), endpoint=ENDPOINT, on=ON).warnings
    assert warning.message == (
        f"gpt-5.5-pro does not take {place} according to {SOURCE} (2026-11-18). It was never seen refused."
    )
    assert said({**mounting(), "tools": [{"type": "shell", "environment": {"skills": None}}]}) == []


def test_a_fix_leaves_it_out():
    (warning,) = registry.check(mounting({}), endpoint=ENDPOINT, on=ON).warnings
    fixed = {"model": "gpt-5.5-pro", "input": "hi", "tools": [{"type": "shell", "environment": {}}]}
    assert [fix.apply(mounting({})) for fix in warning.fixes] == [fixed]
