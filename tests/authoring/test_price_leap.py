"""CAT015: a price that is probably a slip of the pen."""

import pytest

QUIET = [
    "[{from: 2026-01-01, usd: {input: 2, cached_input: 0.5, output: 8}}, {from: 2026-02-01, usd: {input: 9}}]",
    "[{from: 2026-01-01, usd: {input: 2}}, {from: 2026-02-01, usd: {output: 200}}]",
    "[{from: 2026-01-01, usd: {input: 2}}, {from: 2026-02-01, usd: {input: 0}}]",
    "[{from: 2026-01-01, usd: {input: 2, images: 0.04}, tiers: [{when: {tier: [batch]}, usd: {input: 2}}]}]",
    "[{from: 2026-01-01, usd: {input: 2}, tiers: [{when: {tier: [priority]}, usd: {input: 4}}]}]",
    "[{from: 2026-01-01, usd: {input: 2}, tiers: [{when: {input_tokens: 9..}, usd: {input: 4}}]}]",
    # An image is no million tokens.
    "[{from: 2026-01-01, usd: {images: 2, cached_images: 8}}]",
]


@pytest.mark.parametrize("prices", QUIET)
def test_quiet(found, prices):
    assert found(f"models: {{a: {{prices: {prices}}}}}") == []


FIRES = {
    "[{from: 2026-01-01, usd: {input: 2}}, {from: 2026-02-01, usd: {input: 20}}]": [
        "1:85: CAT015 input goes from 2 to 20: ten times is a leap"
    ],
    "[{from: 2026-01-01, usd: {input: 0.25}}, {from: 2026-02-01, usd: {input: 0.025}}]": [
        "1:88: CAT015 input goes from 0.25 to 0.025: ten times is a leap"
    ],
    "[{from: 2026-01-01, usd: {input: 8, output: 2}}]": ["1:58: CAT015 output costs less than input: 2 and 8"],
    "[{from: 2026-01-01, usd: {input: 8, cached_input: 8.5}}]": [
        "1:58: CAT015 cached_input costs more than input: 8.5 and 8"
    ],
    "[{from: 2026-01-01, usd: {input: 2}, tiers: [{when: {tier: [batch, flex]}, usd: {input: 4, output: 1}}]}]": [
        "1:103: CAT015 input costs more as batch or flex than otherwise: 4 and 2",
        "1:113: CAT015 output costs less than input: 1 and 4",
    ],
}


@pytest.mark.parametrize(("prices", "expected"), FIRES.items(), ids=map(str, range(len(FIRES))))
def test_fires(found, prices, expected):
    assert found(f"models: {{a: {{prices: {prices}}}}}") == expected


def test_fine_tunes_are_judged_too(found):
    text = "models: {a: {fine_tuned: {prices: [{from: 2026-01-01, usd: {input: 8, output: 2}}]}}}"
    assert found(text) == ["1:71: CAT015 output costs less than input: 2 and 8"]
