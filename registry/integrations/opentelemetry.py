"""What a guard decided, on the span of whoever called: `Guard(observe=on_span)`.

The attributes are `registry.guard.action` (send, refuse or fix), `registry.guard.model`, `registry.guard.endpoint`,
and `registry.guard.errors` and `registry.guard.warnings`, the codes of what was found. No value of a request is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from opentelemetry.trace import get_current_span

if TYPE_CHECKING:
    from registry.integrations.outcome import Verdict

PREFIX = "registry.guard"


def on_span(verdict: Verdict) -> None:
    """Put a verdict on the current span, if there is one that is recorded."""
    span = get_current_span()
    if not span.is_recording():
        return
    report = verdict.report
    span.set_attribute(f"{PREFIX}.action", verdict.action)
    for name, said in (("model", report.model), ("endpoint", report.endpoint)):
        if said is not None:
            span.set_attribute(f"{PREFIX}.{name}", said)
    for name, found in (("errors", report.errors), ("warnings", report.warnings)):
        if found:
            span.set_attribute(f"{PREFIX}.{name}", [diagnostic.code for diagnostic in found])
