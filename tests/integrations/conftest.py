"""The server that answers like the API, as of a day on which all models of the probes are served."""

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from probing import HOSTS, ON

from registry.integrations.pytest_plugin import registry_mock, registry_mock_server  # noqa: F401 - fixtures

os.environ.setdefault("LITELLM_LOCAL_MODEL_COST_MAP", "True")  # else importing litellm asks the network


@pytest.fixture(scope="session")
def registry_mock_options():
    pytest.importorskip("starlette", reason="the extra mock is not installed")
    pytest.importorskip("uvicorn", reason="the extra mock is not installed")
    return {"on": ON}


@pytest.fixture
def options():
    """What guards judge by here."""
    return {"on": ON, "hosts": HOSTS}


@pytest.fixture(autouse=True)
def _no_policy(monkeypatch):
    for name in (
        "REGISTRY_GUARD",
        "REGISTRY_GUARD_HOSTS",
        "REGISTRY_GUARD_TRUST",
        "OPENAI_BASE_URL",
        "OPENAI_API_BASE",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-none")
