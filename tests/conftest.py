"""What all tests share: the bundled catalogue, as it ships."""

import pytest
from hypothesis import settings

from registry.catalogue import Catalogue, bundled

settings.register_profile("patient", settings(), deadline=None)  # how long an example takes proves nothing
settings.load_profile("patient")


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return bundled()
