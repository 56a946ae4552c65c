"""Changing one fact changes what tells of it, and nothing else that is printed."""

import pytest

from registry.generate.artefacts import ARTEFACTS
from registry.generate.material import Material
from registry.generate.model_pages import model_pages
from registry.generate.reference import FOLDER
from registry.generate.tables import TABLES

ASKED = {
    "parameter": {"name": "temperature"},
    "values": {"name": "tools"},
    "sheet": {"models": "scribe-2"},
    "fields": {"endpoint": "talk"},
}
"""What a table needs to be asked, besides its name."""


def artefacts(catalogue):
    """What is committed, without the pages of the rules: no fact is in them."""
    for kind in ARTEFACTS.values():
        yield from ((one.path, one.render()) for one in kind.make(Material(catalogue)))


def pages_of_models(catalogue):
    """What is written for a site."""
    yield from ((one.path, one.render()) for one in model_pages(Material(catalogue, paged=True)))


def tables(catalogue):
    """What anybody's page may show."""
    from registry.generate.formats import markdown
    from registry.generate.grid import Grid
    from registry.generate.query import Query

    for name, table in TABLES.items():
        given = {"endpoint": "talk"} if name in ("chat", "vision", "fine-tuned", "transcription") else {}
        yield f"table {name}", markdown(Grid(Query(catalogue, table, {**given, **ASKED.get(name, {})})))


PRINTED = (artefacts, pages_of_models, tables)
"""All that is printed from facts, as makers of names and texts. Whatever else is printed is added here."""


def printed(catalogue):
    return {name.removeprefix(f"{FOLDER}/"): text for make in PRINTED for name, text in make(catalogue)}


@pytest.fixture(scope="module")
def ours(five):
    return printed(five)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        pytest.param(
            "usd: {input: 0.4,",
            "usd: {input: 0.3,",
            {
                "families/scribe.md",
                "models/scribe-2-mini.md",
                "pricing.md",
                "table models",
                "table price-lists",
                "table prices",
            },
            id="a price",
        ),
        pytest.param(
            "usd: {input: 10,",
            "usd: {input: 11,",
            {"families/scribe.md", "models/scribe-1.md"},
            id="a price of a retired model",
        ),
        pytest.param(
            "knowledge: 2025-10\n",
            "knowledge: 2025-11\n",
            {"families/scribe.md", "limits.md", "models/scribe-2.md", "table limits", "table sheet"},
            id="knowledge",
        ),
        pytest.param(
            "limits: {context: 16_000, output: 4_000}",
            "limits: {context: 16_000, output: 5_000}",
            {
                "docs/schemas/talk.schema.json",
                "families/scribe.md",
                "models/scribe-1.md",
                "table limits",
                "table models",
                "table parameters",
                "table takes",
            },
            id="a limit of a retired model",
        ),
        pytest.param(
            "shutdown: 2027-03-01",
            "shutdown: 2027-04-01",
            {"families/scribe.md", "lifecycle.md", "models/scribe-2-2025-02-01.md", "table lifecycle"},
            id="a shutdown",
        ),
        pytest.param(
            "answered: 2026-04-10",
            "answered: 2026-04-11",
            {"families/scribe.md", "lifecycle.md", "models/scribe-1.md"},
            id="an answer",
        ),
        pytest.param(
            "quality: {accepts: [draft, fine], default: fine",
            "quality: {accepts: [draft, fine], default: draft",
            {"families/sketch.md", "models/sketch-1.md", "table parameters", "table takes"},
            id="a default",
        ),
        pytest.param(
            "{proxy-docs: {accepts: [low, high], default: high}}",
            "{proxy-docs: {accepts: [low, high], default: low}}",
            {
                "families/scribe.md",
                "models/scribe-2-2025-02-01.md",
                "models/scribe-2.md",
                "table efforts",
                "table parameters",
                "table sheet",
                "table takes",
            },
            id="who disputes",
        ),
        pytest.param(
            "title: The pages of a proxy",
            "title: Pages of a proxy",
            {
                "models/scribe-1.md",
                "models/scribe-2-2025-02-01.md",
                "models/scribe-2-2026-02-01.md",
                "models/scribe-2-mini.md",
                "models/scribe-2.md",
                "models/sketch-0.md",
                "models/sketch-1.md",
                "sources.md",
                "table sources",
            },
            id="the title of a source",
        ),
        pytest.param(
            "date: 2026-08-03",
            "date: 2026-08-04",
            {
                "families/scribe.md",
                "families/sketch.md",
                "models/scribe-1.md",
                "models/scribe-2-2025-02-01.md",
                "models/scribe-2-2026-02-01.md",
                "models/scribe-2-mini.md",
                "models/scribe-2.md",
                "models/sketch-0.md",
                "models/sketch-1.md",
                "sources.md",
                "table efforts",
                "table models",
                "table parameters",
                "table sheet",
                "table sources",
                "table takes",
            },
            id="the date of a source",
        ),
        pytest.param(
            "date: 2026-09-02",
            "date: 2026-09-03",
            {
                "docs/schemas/paint.schema.json",
                "docs/schemas/talk.schema.json",
                "index.md",
                "lifecycle.md",
                "models/scribe-1.md",
                "models/scribe-2-2025-02-01.md",
                "models/scribe-2-2026-02-01.md",
                "models/scribe-2-mini.md",
                "models/scribe-2.md",
                "models/sketch-1.md",
                "sources.md",
                "table sources",
            },
            id="the newest source",
        ),
        pytest.param(
            "note: The proxy lists it;",
            "note: A proxy lists it;",
            {"families/sketch.md", "models/sketch-0.md"},
            id="a note",
        ),
        pytest.param(
            "else: [function]}",
            "else: [search]}",
            {
                "docs/schemas/talk.schema.json",
                "families/scribe.md",
                "models/scribe-2-2025-02-01.md",
                "models/scribe-2.md",
                "table parameters",
                "table sheet",
                "table takes",
                "table values",
            },
            id="a tool",
        ),
        pytest.param(
            "{from: 2026-02-01, is: scribe-2-2026-02-01,",
            "{from: 2026-02-02, is: scribe-2-2026-02-01,",
            {"models/scribe-2-2026-02-01.md", "models/scribe-2.md", "table aliases"},
            id="the day of an alias",
        ),
        pytest.param(
            "usd: {input: 3, output: 12}",
            "usd: {input: 3, output: 13}",
            {
                "families/scribe.md",
                "models/scribe-2-2025-02-01.md",
                "models/scribe-2.md",
                "pricing.md",
                "table fine-tuned-price-lists",
            },
            id="a price of fine-tunes",
        ),
        pytest.param(
            "prefix: acme/paint/,",
            "prefix: acme/draw/,",
            {
                "models/scribe-2-2025-02-01.md",
                "models/scribe-2-2026-02-01.md",
                "models/scribe-2.md",
                "models/sketch-1.md",
                "table names",
            },
            id="a spelling",
        ),
        pytest.param("      # Text in, images out.\n", "      # Images.\n", set(), id="a comment"),
    ],
)
def test_a_change_of_one_fact_changes_what_tells_of_it_and_nothing_else(ours, edited, old, new, changed):
    fresh = printed(edited(old, new))
    assert {name for name in ours if fresh[name] != ours[name]} == changed
    assert fresh.keys() == ours.keys()
