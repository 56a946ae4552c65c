"""CAT013: what has an order, in another one."""

import pytest

QUIET = [
    "params: {reasoning_effort: [none, low, high]}\nmodels: {a: {modes: [talk]}}",
    "params: {reasoning_effort: [low]}\nmodels: {a: {modes: [talk]}}",
    "params: {tools: [search, function], stream: [false, true]}\nmodels: {a: {modes: [talk]}}",
    "params: {reasoning_effort: [high, low]}\nmodels: {a: {}}",  # by no shape
    "models: {a: {snapshots: {a-2025-01-01: {}, a-2026-01-01: {}}}}",
    "models: {a: {snapshots: {a-2: {}, a-1: {}}}}",  # no days to go by
    "models: {a: {snapshots: {a-2: {lifecycle: {released: 2025-01-01}}, a-1: {lifecycle: {released: 2025-01-02}}}}}",
    "models: {a: {prices: [{from: 2025-01-01, usd: {input: 1}}, {from: 2025-01-02, usd: {input: 2}}]}}",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(text) == []


FIRES = {
    "params: {reasoning_effort: [none, high, low]}\nmodels: {a: {modes: [talk]}}": [
        "1:10: CAT013 reasoning_effort: none, low, high is the shape's order"
    ],
    "params: {reasoning_effort: {accepts: [none], when: {mode: [talk]}, else: {accepts: [high, low]}}}\n"
    "models: {a: {modes: [talk]}}": ["1:75: CAT013 reasoning_effort: low, high is the shape's order"],
    "models: {a: {snapshots: {a-2026-01-01: {}, a-2025-01-01: {}}}}": [
        "1:44: CAT013 a-2025-01-01 is of 2025-01-01 and comes after 2026-01-01: the oldest first"
    ],
    "models: {a: {snapshots: {a-1: {lifecycle: {released: 2025-01-02}}, a-2025-01-01: }}}": [
        "1:68: CAT013 a-2025-01-01 is of 2025-01-01 and comes after 2025-01-02: the oldest first"
    ],
    "models: {a: {prices: [{from: 2025-01-02, usd: {input: 1}}, {from: 2025-01-01, usd: {input: 2}}]}}": [
        "1:60: CAT013 2025-01-01 comes after 2025-01-02: the oldest first"
    ],
    "models: {a: {prices: [{from: 2025-01-02, usd: {input: 1}}, {from: 2025-01-02, usd: {input: 2}}]}}": [
        "1:60: CAT013 2025-01-02 comes after 2025-01-02: the oldest first"
    ],
    "models: {a: {current: [{from: 2025-01-02, is: b}, {is: b}]}, b: {}}": [
        "1:51: CAT013 an entry without a day comes after 2025-01-02: the oldest first"
    ],
    "params: {n: [{accepts: 1..4}, {accepts: 1..5}]}\nmodels: {a: {modes: [paint]}}": [
        "1:31: CAT013 an entry without a day comes after one without a day: the oldest first"
    ],
}


@pytest.mark.parametrize(("text", "expected"), FIRES.items(), ids=map(str, range(len(FIRES))))
def test_fires(found, text, expected):
    assert found(text) == expected


def test_prices_of_tools_are_in_order_too(found):
    text = """\
providers:
  p:
    hosted: [{from: 2025-01-02, usd: {a: 1}, source: s}, {from: 2025-01-01, usd: {a: 2}, source: s}]
    families: {f: {models: {a: {}}}}
"""
    assert [line for line in found(text) if "CAT013" in line] == [
        "3:58: CAT013 2025-01-01 comes after 2025-01-02: the oldest first"
    ]
