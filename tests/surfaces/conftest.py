"""The catalogue with the surfaces as they are written now, whatever was built."""

import json
from pathlib import Path

import pytest

from registry.authoring import surfaces
from registry.authoring.schema import judge
from registry.authoring.source import read_file
from registry.catalogue import Catalogue, bundled

FOLDER = Path(__file__).parents[2] / "data" / "surfaces"
HEADER = {"catalogue": 1, "modes": {}}


@pytest.fixture(scope="session")
def described():
    documents = [read_file(path) for path in sorted(FOLDER.glob("*.yaml"))]
    for document in documents:
        judge(document, surfaces.Surface)
    return documents


@pytest.fixture(scope="session")
def catalogue(described):
    lines = [HEADER, *(surfaces.line(document.value) for document in described)]
    return Catalogue("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines).encode(), over=bundled())


@pytest.fixture(scope="session")
def send(catalogue):
    """A call → what is sent for it."""
    from registry.surfaces import wire

    def sent(surface, arguments, endpoint=None, on="2026-11-24"):
        return wire(arguments, surface, endpoint=endpoint, catalogue=catalogue, on=on)

    return sent
