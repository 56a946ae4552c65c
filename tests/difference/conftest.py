"""The catalogue of the fixtures, and one in which facts were changed as a person would change them."""

from pathlib import Path

import pytest

from registry.authoring.compile import compile_files
from registry.catalogue import Catalogue

FIXTURES = Path(__file__).parents[1] / "fixtures"
WRITTEN = (FIXTURES / "five_models.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def five():
    return Catalogue(compile_files(FIXTURES / "five_models.yaml", FIXTURES / "shapes"))


@pytest.fixture
def edited(tmp_path):
    """The catalogue after edits of its text: (old, new), each once."""

    def edited(*edits):
        text = WRITTEN
        for old, new in edits:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        path = tmp_path / "models.yaml"
        path.write_text(text, encoding="utf-8")
        return Catalogue(compile_files(path, FIXTURES / "shapes"))

    return edited
