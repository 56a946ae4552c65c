"""What an edit of the facts does to users, edit by edit."""

import pytest

from registry.catalogue import Catalogue
from registry.difference import Change, between_catalogues, floor

ON = "2026-10-01"
SCRIBE_2_MINI = "prices: [{from: 2025-03-01, usd: {input: 0.4, cached_input: 0.1, output: 1.6}}]"


def told(old, new):
    """The changes in words."""
    return [str(change) for change in between_catalogues(old, new, ON)]


def test_nothing_changes_where_nothing_did(five):
    assert between_catalogues(five, five, ON) == []
    assert floor([]) == "patch"


# An edit of the YAML → what it does, and the step of a version that it asks for.
EDITS = [
    (
        "quality: {accepts: [draft, fine], default: fine",
        "quality: {accepts: [draft, fine, finest], default: fine",
        ["loosens sketch-1 quality: takes finest as well"],
        "patch",
    ),
    (
        "quality: {accepts: [draft, fine], default: fine",
        "quality: {accepts: [fine], default: fine",
        ["tightens sketch-1 quality: takes draft no more"],
        "minor",
    ),
    (
        "quality: {accepts: [draft, fine], default: fine",
        "quality: {accepts: [draft, fine], default: draft",
        ["alters sketch-1 quality: left out it is draft, and was fine"],
        "minor",
    ),
    (
        "n: {accepts: 1..4, default: 1",
        "n: {accepts: 1..8, default: 1",
        ["loosens sketch-1 n: takes 1..8, and took 1..4"],
        "patch",
    ),
    (
        "image: {needs: anything, accepts: anything}",
        "image: {accepts: anything}",
        ["loosens sketch-1 image: has to carry anything no more"],
        "patch",
    ),
    (
        "temperature: {accepts: 0..2, default: unknown}",
        "temperature: never",
        ["tightens scribe-2-mini temperature: takes never, and took 0..2"],
        "minor",
    ),
    (
        SCRIBE_2_MINI,
        SCRIBE_2_MINI.replace("output: 1.6", "output: 1.2"),
        ["reprices scribe-2-mini prices: output $1.2 per 1M tokens (was $1.6)"],
        "minor",
    ),
    (
        SCRIBE_2_MINI,
        SCRIBE_2_MINI.replace("}}]", "}}, {from: 2027-01-01, usd: {input: 0.3, cached_input: 0.1, output: 1.6}}]"),
        ["reprices scribe-2-mini prices: input $0.3 per 1M tokens (was $0.4) (as of 2027-01-01)"],
        "minor",
    ),
    (
        "limits: {context: 16_000, output: 4_000}",
        "limits: {context: 16_000, output: 2_000}",
        [
            "tightens scribe-1 limits.output: 2,000, and was 4,000",
            "tightens scribe-1 max_output_tokens: takes 1..2000, and took 1..4000",
        ],
        "minor",
    ),
    (
        "lifecycle: {released: 2025-03-01}",
        "lifecycle: {released: 2025-03-01, shutdown: 2027-01-01}",
        ["tightens scribe-2-mini lifecycle.shutdown: 2027-01-01, and was not known"],
        "minor",
    ),
    (
        "deprecated: 2025-09-01\n              shutdown: 2026-03-01",
        "deprecated: 2025-09-01\n              shutdown: 2026-04-01",
        ["loosens scribe-1 lifecycle.shutdown: 2026-04-01, and was 2026-03-01"],
        "patch",
    ),
    (
        "            requires: verified_organization\n",
        "",
        ["loosens scribe-2-mini requires: requires verified_organization no more"],
        "patch",
    ),
]


@pytest.mark.parametrize(("old", "new", "changes", "step"), EDITS, ids=[changes[0][:60] for _, _, changes, _ in EDITS])
def test_an_edit(five, edited, old, new, changes, step):
    after = edited((old, new))
    assert told(five, after) == changes
    assert floor(between_catalogues(five, after, ON)) == step


def test_a_model_that_is_new_or_gone(five, edited):
    after = edited(("          sketch-1:", "          sketch-2:"))
    assert told(five, after) == [
        "removes sketch-1 id: is not known any more",
        "adds sketch-2 id: a model of sketch",
    ]
    assert floor(between_catalogues(five, after, ON)) == "major"


def test_an_alias_that_moves(five, edited):
    after = edited((", {from: 2026-02-01, is: scribe-2-2026-02-01, source: acme-answers}]", "]"))
    assert (
        told(five, after)[0]
        == "alters scribe-2 current: stands for scribe-2-2025-02-01, and stood for scribe-2-2026-02-01"
    )


def test_a_spelling_that_is_gone(five, edited):
    after = edited(("      - {prefix: acme/, surface: litellm, source: proxy-docs}\n", ""))
    assert told(five, after) == ["removes acme names: acme/… is not read"]


def test_a_shape_that_changes(five):
    lines = five._data.decode().replace('"seed":{"type":"integer"', '"seed":{"type":"number"')
    assert told(five, Catalogue(lines.encode())) == ["alters /v1/talk shape: changed: seed"]


def test_a_change_is_data():
    change = Change("loosens", "a", "n", "takes 5 as well", mode="talk", old="1..4", new="1..5")
    assert change.as_dict() == {
        "kind": "loosens",
        "model": "a",
        "field": "n",
        "mode": "talk",
        "text": "takes 5 as well",
        "old": "1..4",
        "new": "1..5",
    }
    assert (str(change), change == Change("loosens", "a", "n", "takes 5 as well")) == (
        "loosens a n (talk): takes 5 as well",
        False,
    )


def test_what_a_provider_says_of_all_its_prices(five, edited):
    written = "    hosted: [{from: 2026-02-01, usd: {images: USD}, source: acme-docs}]\n    families:"
    one, two = (edited(("    families:", written.replace("USD", usd))) for usd in ("10", "20"))
    assert told(five, one) == ["adds acme hosted: what the tools cost that it runs: known"]
    assert told(one, two) == ["reprices acme hosted: what the tools cost that it runs: changed"]
    assert told(two, five) == ["unknown acme hosted: what the tools cost that it runs: not known"]
