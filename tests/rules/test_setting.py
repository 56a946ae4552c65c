"""Whatever was asked before, a verdict is about the day, the endpoint and the source that it is asked about."""

import sys
from itertools import product
from random import Random
from typing import Any

import registry
from registry.catalogue import FILE, Catalogue

DAY = 24 * 3600
NEW_YEAR_2024, NEW_YEAR_2026 = 1_704_110_400.0, 1_767_268_800.0
"""Noon in Greenwich: the same day nearly everywhere."""


def retired():
    body = {"model": "gpt-4-32k", "messages": [{"role": "user", "content": "hi"}]}
    return [error.code for error in registry.check(body, endpoint="chat").errors]


def test_today_is_asked_for_again_and_again(monkeypatch):
    now = [NEW_YEAR_2024]
    monkeypatch.setattr("registry.days.time.time", lambda: now[0])
    monkeypatch.setitem(vars(sys.modules["registry.check"]), "time", lambda: now[0])
    assert retired() == []
    now[0] = NEW_YEAR_2026
    assert retired() == ["REQ009"]
    now[0] += 30
    assert retired() == ["REQ009"]
    now[0] = NEW_YEAR_2024 + DAY  # a clock that was put back
    assert retired() == []


def test_what_was_asked_before_does_not_matter():
    body = {"model": "gpt-5-mini", "input": "hi", "reasoning": {"effort": "none"}}
    endpoints, sources, days = (
        (None, "responses", "chat", "/v1/responses"),
        (None, "litellm-docs"),
        (None, "2025-09-01"),
    )
    settings: list[dict[str, Any]] = [
        {"endpoint": endpoint, "trust": trust, "on": on} for endpoint, trust, on in product(endpoints, sources, days)
    ]
    alone = [registry.check(body, **setting, catalogue=Catalogue.load(FILE)).as_dict() for setting in settings]
    assert len({str(report) for report in alone}) == 6
    kept = Catalogue.load(FILE)
    for at in Random(5).choices(range(len(settings)), k=300):  # noqa: S311 - the same ones every time
        assert registry.check(body, **settings[at], catalogue=kept).as_dict() == alone[at]
