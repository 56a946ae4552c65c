"""Verdicts on spans."""

import pytest
from probing import HI, ON

trace = pytest.importorskip("opentelemetry.sdk.trace", reason="opentelemetry-sdk is not installed")

from registry.integrations.opentelemetry import on_span  # noqa: E402 - after it is known that there are spans
from registry.integrations.policy import Guard  # noqa: E402


def test_a_verdict_is_on_the_span_of_whoever_calls():
    tracer = trace.TracerProvider().get_tracer("test")
    guard = Guard(on=ON, observe=on_span)
    with tracer.start_as_current_span("call") as span:
        guard.judge({"model": "gpt-4o", "messages": HI, "temperature": 3}, "/v1/chat/completions")
    assert dict(span.attributes) == {
        "registry.guard.action": "refuse",
        "registry.guard.model": "gpt-4o",
        "registry.guard.endpoint": "/v1/chat/completions",
        "registry.guard.errors": ("REQ007",),
    }


def test_no_span_is_no_trouble():
    guard = Guard(on=ON, observe=on_span)
    assert guard.judge({"model": "gpt-4o", "messages": HI}, "/v1/chat/completions") is not None
