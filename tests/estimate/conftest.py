import sys

import pytest

from registry.estimate import estimate as of


@pytest.fixture
def estimate():
    """`estimate` on a day."""

    def estimated(body, endpoint="chat", on="2026-11-24", **options):
        return of(body, endpoint=endpoint, on=on, **options)

    return estimated


@pytest.fixture
def roughly(monkeypatch):
    """As where the extra `tokens` is not installed."""
    monkeypatch.setitem(sys.modules, "toktok", None)


@pytest.fixture
def exactly():
    """Only where the extra `tokens` is installed."""
    pytest.importorskip("toktok")
