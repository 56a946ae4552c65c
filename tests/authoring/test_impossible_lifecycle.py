"""CAT014: days that can't all be right."""

import pytest

QUIET = [
    "{a: {lifecycle: {released: 2026-01-01, deprecated: 2026-01-01, shutdown: 2026-01-01}}}",
    "{a: {lifecycle: {shutdown: 2026-01-01, answered: 2026-01-01}}}",
    "{a: {lifecycle: {released: 2026-01-01}, knowledge: 2026-01}}",
    "{a: {lifecycle: {shutdown: 2026-01-01, replacement: b}}, b: {lifecycle: {shutdown: 2026-01-01}}}",
    (
        "{a: {lifecycle: {shutdown: 2026-01-01, replacement: [{is: b}, {from: 2026-01-01, is: c}]}}, c: {},"
        " b: {lifecycle: {shutdown: 2025-01-01}}}"
    ),
    "{a: {lifecycle: {shutdown: 2026-01-01, replacement: some other model}}}",
    # A name is older than what it points at now.
    (
        "{a: {current: a-2, lifecycle: {released: 2024-01-01}, snapshots: {"
        "a-2: {knowledge: 2025-01, lifecycle: {released: 2026-01-01}}}}}"
    ),
]


@pytest.mark.parametrize("models", QUIET)
def test_quiet(found, models):
    assert found(f"models: {models}") == []


FIRES = {
    "{a: {lifecycle: {released: 2026-01-02, deprecated: 2026-01-01}}}": [
        "1:48: CAT014 deprecated on 2026-01-01, before it was released on 2026-01-02 (a)"
    ],
    "{a: {lifecycle: {released: 2026-01-02, shutdown: 2026-01-01}}}": [
        "1:48: CAT014 shutdown on 2026-01-01, before it was released on 2026-01-02 (a)"
    ],
    "{a: {lifecycle: {shutdown: 2026-01-01}, snapshots: {a-1: {lifecycle: {deprecated: 2026-01-02}}}}}": [
        "1:26: CAT014 shutdown on 2026-01-01, before it was deprecated on 2026-01-02 (a-1)"
    ],
    "{a: {lifecycle: {shutdown: 2026-01-02, answered: 2026-01-01}}}": [
        "1:48: CAT014 answered is a day after the shutdown, and 2026-01-01 is none (a)"
    ],
    "{a: {lifecycle: {answered: 2026-01-01}}}": [
        "1:26: CAT014 answered is a day after the shutdown, and 2026-01-01 is none (a)"
    ],
    "{a: {lifecycle: {released: 2026-01-01}, knowledge: 2026-02}}": [
        "1:49: CAT014 its knowledge ends on 2026-02, after its release on 2026-01-01 (a)"
    ],
    "{a: {lifecycle: {replacement: a}}}": ["1:26: CAT014 it is its own replacement (a)"],
    "{a: {lifecycle: {shutdown: 2026-01-02, replacement: b}}, b: {lifecycle: {shutdown: 2026-01-01}}}": [
        "1:48: CAT014 its replacement b is shut down on 2026-01-01 already (a)"
    ],
    "{a: {lifecycle: {replacement: b}}, b: {lifecycle: {shutdown: 2026-01-01}}}": [
        "1:26: CAT014 its replacement b is shut down on 2026-01-01 already (a)"
    ],
}


@pytest.mark.parametrize(("models", "expected"), FIRES.items(), ids=map(str, range(len(FIRES))))
def test_fires(found, models, expected):
    assert found(f"models: {models}") == expected
