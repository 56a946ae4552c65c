"""What all tests share: the bundled catalogue, as it ships."""

import pytest

from registry.catalogue import Catalogue, bundled


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return bundled()
