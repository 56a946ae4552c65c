"""The repository's own tools are scripts: they are imported from their folder."""

import sys
from pathlib import Path

import pytest

from registry.authoring.compile import compile_files
from registry.catalogue import Catalogue

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))

FIXTURES = ROOT / "tests" / "fixtures"


@pytest.fixture(scope="session")
def compiled():
    return compile_files(FIXTURES / "five_models.yaml", FIXTURES / "shapes")


@pytest.fixture(scope="session")
def five(compiled):
    return Catalogue(compiled)
