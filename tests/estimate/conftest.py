import json
import sys
from pathlib import Path

import pytest
import yaml

from registry.catalogue import Catalogue, bundled
from registry.estimate import estimate as of

FACTS = yaml.safe_load((Path(__file__).parent / "tokens.yaml").read_text(encoding="utf-8"))


def tokens_of(line):
    """How a model counts: its own facts over those of the model it is a snapshot of, its family, its provider."""
    found = {**FACTS["provider"], **FACTS["families"].get(line["family"], {})}
    for name in (line.get("of"), line["id"]):
        found |= FACTS["models"].get(name, {})
    return found


@pytest.fixture(scope="session")
def counting():
    """The bundled catalogue, with facts about counting."""
    lines = [bundled().line(name) or {} for name in bundled().ids()]
    written = [bundled().header, *({**line, "tokens": tokens_of(line)} for line in lines)]
    compiled = "\n".join([*(json.dumps(line, separators=(",", ":")) for line in written), ""])
    return Catalogue(compiled.encode(), bundled())


@pytest.fixture
def estimate(counting):
    """`estimate` on a day, by those facts."""

    def estimated(body, endpoint="chat", on="2026-11-24", **options):
        return of(body, endpoint=endpoint, on=on, catalogue=counting, **options)

    return estimated


@pytest.fixture
def roughly(monkeypatch):
    """As where the extra `tokens` is not installed."""
    monkeypatch.setitem(sys.modules, "toktok", None)


@pytest.fixture
def exactly():
    """Only where the extra `tokens` is installed."""
    pytest.importorskip("toktok")
