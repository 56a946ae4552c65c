"""The pytest fixture `registry_mock`: a server that answers like the API, for as long as a test asks for it.

    def test_mine(registry_mock):
        client = OpenAI(base_url=registry_mock.url, api_key="none")
        …
        assert [request.path for request in registry_mock.requests] == ["/v1/responses"]

pytest loads this module in every run; it loads nothing itself until a test wants the fixture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.integrations.mock.server import Mock


@pytest.fixture(scope="session")
def registry_mock_options() -> dict[str, object]:
    """The options of `registry.check` that the server judges by; override it to fix a day or trust a source."""
    return {}


@pytest.fixture(scope="session")
def registry_mock_server(registry_mock_options: dict[str, object]) -> Iterator[Mock]:
    """One server for the whole run; `registry_mock` is it with an empty log."""
    try:
        from registry.integrations.mock.server import running
    except ModuleNotFoundError as missing:
        pytest.fail(f"registry_mock needs {missing.name}: pip install 'model-capability-registry[mock]'", pytrace=False)
    with running(**registry_mock_options) as mock:
        yield mock


@pytest.fixture
def registry_mock(registry_mock_server: Mock) -> Iterator[Mock]:
    """A server at `registry_mock.url` that remembers in `registry_mock.requests` what this test sent."""
    registry_mock_server.clear()
    yield registry_mock_server
    registry_mock_server.clear()
