"""What the tests of generated files share: the fixture catalogue of five models, compiled, and goldens."""

import os
from pathlib import Path

import pytest

from registry.authoring.compile import compile_files
from registry.catalogue import Catalogue
from registry.generate.formats import markdown
from registry.generate.grid import Grid
from registry.generate.query import Query
from registry.generate.tables import TABLES

HERE = Path(__file__).parent
FIXTURES = HERE.parent / "fixtures"
UPDATE = bool(os.environ.get("REGISTRY_UPDATE_GOLDENS"))


@pytest.fixture(scope="session")
def root():
    """The checkout."""
    return HERE.parent.parent


@pytest.fixture(scope="session")
def five():
    """The catalogue of five models."""
    return Catalogue(compile_files(FIXTURES / "five_models.yaml", FIXTURES / "shapes"))


@pytest.fixture(scope="session")
def edited(tmp_path_factory):
    """The catalogue of five models with one text of the facts replaced, which stands there once."""

    def compiled(old, new):
        text = (FIXTURES / "five_models.yaml").read_text(encoding="utf-8")
        assert text.count(old) == 1
        path = tmp_path_factory.mktemp("facts") / "models.yaml"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return Catalogue(compile_files(path, FIXTURES / "shapes"))

    return compiled


@pytest.fixture(scope="session")
def golden():
    """Compare a text with a file of goldens; REGISTRY_UPDATE_GOLDENS=1 writes it instead."""

    def compare(name, text):
        path = HERE / "golden" / name
        if UPDATE:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def shown(five):
    """A table of the fixture catalogue in Markdown: its name, its options."""

    def show(name, /, **options):
        return markdown(Grid(Query(five, TABLES[name], options)))

    return show
