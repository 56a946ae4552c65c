"""CAT023: a price by a meter that nobody declared."""

import pytest

QUIET = [
    "models: {a: {prices: [{from: 2026-01-01, usd: {input: 2, output: 8}}]}}",
    "models: {a: {prices: [{from: 2026-01-01, usd: {}, tiers: [{when: {tier: [batch]}, usd: {input: 1}}]}]}}",
    "models: {a: {}}",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(text) == []


FIRES = {
    "models: {a: {prices: [{from: 2026-01-01, usd: {input: 2, ouput: 8}}]}}": [
        "1:58: CAT023 ouput is no declared meter: did you mean output?"
    ],
    "models: {a: {prices: [{from: 2026-01-01, usd: {input: 2}, tiers: [{when: {tier: [batch]}, usd: {x: 1}}]}]}}": [
        "1:97: CAT023 x is no declared meter"
    ],
    "models: {a: {fine_tuned: {prices: [{from: 2026-01-01, usd: {y: 2}}]}}}": ["1:61: CAT023 y is no declared meter"],
    # Once, however many share the list.
    "models: {a: {}, b: {}}\nprices: [{from: 2026-01-01, usd: {z: 2}}]": ["2:35: CAT023 z is no declared meter"],
}


@pytest.mark.parametrize(("text", "expected"), FIRES.items(), ids=map(str, range(len(FIRES))))
def test_fires(found, text, expected):
    assert found(text) == expected


PROVIDER = """\
sources: {s: {title: t, kind: official, date: 2026-01-01}}
meters: {rent: 20 minutes, calls: 1_000 calls}
providers:
  acme:
    source: s
    same_price:
      - {meter: calls, like: call, source: s}
    tools:
      - {kinds: [search], meter: zoom, source: s}
      - {kinds: [map], source: s}
    hosted:
      - {from: 2026-01-01, usd: {rent: 0.03, rents: 1}, source: s}
    families: {f: {models: {a: {}}}}
"""


def test_what_a_provider_says_of_meters(found):
    assert found(PROVIDER, shapes=None) == [
        "7:24: CAT023 call is no declared meter: did you mean calls?",
        "9:27: CAT023 zoom is no declared meter",
        "12:46: CAT023 rents is no declared meter: did you mean rent?",
    ]


OVERLAY = """\
sources: {s: {title: t, kind: official, date: 2026-01-01}}
meters: {rent: 20 minutes}
providers:
  acme:
    source: s
    families: {f: {models: {a: {prices: [{from: 2026-01-01, usd: {input: 2, rent: 1, ouput: 8}}]}}}}
"""


def test_an_overlay_knows_the_meters_that_ship(found):
    assert found(OVERLAY, shapes=None) == ["6:86: CAT023 ouput is no declared meter: did you mean output?"]


def test_a_file_with_shapes_beside_it_declares_all_its_meters(found):
    text = OVERLAY.replace(
        "sources: {s:", "sources: {acme-docs: {title: t, kind: official, date: 2026-01-01}, s:"
    ).replace("source: s", "source: acme-docs")
    assert [finding for finding in found(text) if "CAT023" in finding] == [
        "6:67: CAT023 input is no declared meter",
        "6:86: CAT023 ouput is no declared meter",
    ]
