"""CAT012: a fact that nobody has looked at for a year."""

import pytest

# In the frame, acme-press is of 2025-06-01 and acme-docs of 2026-09-01.
QUIET = [
    "limits: {output: 1}\nmodels: {a: {}}",
    "source: acme-press\nverified: 2026-01-01\nlimits: {output: 1}\nmodels: {a: {}}",
    "params: {temperature: {accepts: [1], source: acme-press, verified: 2026-01-01}}\nmodels: {a: {}}",
    "params: {n: [{accepts: 1..4, source: acme-press}, {from: 2026-01-01, accepts: 1..5}]}\nmodels: {a: {}}",
    "source: acme-press\nlimits: {output: 1}\nmodels: {a: {lifecycle: {shutdown: 2026-11-24}}}",
    "models: {a: {source: acme-press}}",
]


@pytest.mark.parametrize("text", QUIET)
def test_quiet(found, text):
    assert found(text) == []


FIRES = {
    "source: acme-press\nlimits: {output: 1}\nmodels: {a: {}, b: {}}": [
        "2:1: CAT012 limits of a was last looked at on 2025-06-01, 541 days ago"
    ],
    "source: acme-press\nlimits: {output: 1}\nmodels: {a: {lifecycle: {shutdown: 2026-11-25}}}": [
        "2:1: CAT012 limits of a was last looked at on 2025-06-01, 541 days ago",
        "3:14: CAT012 lifecycle of a was last looked at on 2025-06-01, 541 days ago",
    ],
    "params: {temperature: {accepts: [1], source: acme-press, verified: 2025-11-23}}\nmodels: {a: {}}": [
        "1:10: CAT012 temperature of a was last looked at on 2025-11-23, 366 days ago"
    ],
    "params: {temperature: [1]}\nmodels: {a: {source: {params: acme-press}}}": [
        "1:10: CAT012 temperature of a was last looked at on 2025-06-01, 541 days ago"
    ],
}


@pytest.mark.parametrize(("text", "expected"), FIRES.items(), ids=map(str, range(len(FIRES))))
def test_fires(found, text, expected):
    assert found(text) == expected


def test_the_day_is_the_one_asked_about(found):
    text = "limits: {output: 1}\nmodels: {a: {}}"
    assert found(text, on="2027-09-01") == []
    assert found(text, on="2027-09-02") == ["1:1: CAT012 limits of a was last looked at on 2026-09-01, 366 days ago"]
