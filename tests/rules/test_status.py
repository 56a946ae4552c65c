"""The HTTP status of the answer to a request, as it was recorded."""

import pytest

import registry

HI = [{"role": "user", "content": "hi"}]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"model": "gpt-4o", "messages": HI}, 200),
        ({"model": "gpt-4o", "messages": HI, "temperature": 3}, 400),
        ({"model": "gpt-5-prro", "messages": HI}, 404),
        ({"model": "gpt-5-pro", "messages": HI}, 404),
        ({"model": "gpt-5-prro", "messages": HI, "temperature": 3}, 404),  # the first that it looks at
    ],
)
def test_the_status_of_the_answer(body, status):
    assert registry.check(body, endpoint="/v1/chat/completions", on="2026-06-01").status == status


def test_a_warning_has_no_status():
    (warning,) = registry.check({"model": "gpt-5-pro", "input": "hi", "stream": True}, on="2026-06-01").warnings
    assert (warning.name, warning.status) == ("disputed-value", None)


def test_a_call_in_a_librarys_spelling_has_one_too():
    call = {"model": "openai/gpt-4o", "messages": HI, "temperature": 3}
    assert registry.check(call, surface="litellm", on="2026-06-01").status == 400


def test_what_the_caller_alone_refuses_has_none():
    body = {"model": "gpt-4o", "messages": HI}
    report = registry.check(body, endpoint="/v1/chat/completions", on="2026-06-01", max_cost="0.0001")
    assert ([error.status for error in report.errors], report.status) == ([None], 200)
