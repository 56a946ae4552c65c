"""Every value of every model stands on the word of a declared source, and the strongest word wins."""

from __future__ import annotations

import re

import pytest

from registry.catalogue import bundled

KINDS = ("derived", "documented", "official", "observed")
"""The weakest first."""

DAY = re.compile(r"20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
SECTIONS = ("modes", "limits", "knowledge", "lifecycle", "prices", "params")

WITHDRAWN = {
    ("gpt-4o-mini-tts-2025-03-20", "lifecycle"): "the page took its row back two months later",
    ("sora-2-pro", "size"): "the pages sell sizes that the package's type does not name yet",
    ("sora-2-pro-2025-10-06", "size"): "as sora-2-pro",
}
"""Where a weaker or older word stands over a stronger one that does not hold."""

each_model = pytest.mark.parametrize("id_", bundled().ids())


def entries(written):
    """What was written for a parameter, or each entry of a dated list."""
    return written if isinstance(written, list) else [written]


def cited(model, line):
    """The ids of the sources of everything that is said about a model, by what they are cited for."""
    yield from ((section, model.source_of(section)) for section in SECTIONS if section in line)
    for price in [*line.get("prices", ()), *line.get("fine_tuned", {}).get("prices", ())]:
        yield "prices", price.get("source") or model.source_of("prices")
        yield from (("prices", tier["source"]) for tier in price.get("tiers", ()) if "source" in tier)
    for name, written in line.get("params", {}).items():
        for entry in entries(written):
            yield name, entry.get("source") or model.source_of("params")
            yield from ((name, source) for source in entry.get("disputed", {}))
    yield from (("disputed", source) for source in line.get("disputed", {}))
    yield from (("current", move["source"]) for move in line.get("current", ()) if "source" in move)


@each_model
def test_every_value_reaches_a_declared_source(catalogue, id_):
    model, line = catalogue.by_id(id_, "2026-11-24"), catalogue.line(id_)
    for field, source in cited(model, line):
        found = catalogue.source(source)
        assert found.kind in KINDS, (field, source)
        assert DAY.fullmatch(found.date), (field, source)
        assert found.title, (field, source)


@each_model
def test_the_strongest_word_wins_and_then_the_newest(catalogue, id_):
    def strength(source):
        found = catalogue.source(source)
        return KINDS.index(found.kind), found.date

    model, line = catalogue.by_id(id_, "2026-11-24"), catalogue.line(id_)
    disputes = [
        (name, entry.get("source") or model.source_of("params"), loser)
        for name, written in line.get("params", {}).items()
        for entry in entries(written)
        for loser in entry.get("disputed", {})
    ]
    disputes += [
        (section, model.source_of(section), loser)
        for loser, claims in line.get("disputed", {}).items()
        for section in claims
    ]
    overruled = {field for field, winner, loser in disputes if strength(winner) < strength(loser)}
    assert overruled == {field for name, field in WITHDRAWN if name == id_}


def test_observed_facts_cite_what_was_answered(catalogue):
    sources = [catalogue.source(id_) for id_ in catalogue.header["sources"]]
    assert [
        source.id for source in sources if source.kind != "derived" and not source.address.startswith("https://")
    ] == []
