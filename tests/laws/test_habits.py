"""What is seen often is unrolled, and the unrolled test passes nothing that the loop over the fields would not."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import bodies

import registry
from registry.catalogue import bundled
from registry.shape.containers import fields_of, object_check
from registry.shape.habits import OFTEN
from registry.shape.nodes import build
from registry.shape.unrolled import unrolled
from registry.subject import Setting, subject_of

PAIRS = list(bodies.pairs(bundled()))
each_pair = pytest.mark.parametrize(("model", "mode", "on"), PAIRS, ids=[f"{model}-{mode}" for model, mode, _ in PAIRS])
ODD: tuple[Any, ...] = (
    "", "a", "low", "none", "x" * 700, 0, 1, -1, 2.5, 10**7, 10**40, 0.0, 1.0, float("nan"), float("inf"),
    True, False, None, [], {}, ["a"], [1], {"type": "text"}, {"a": "b"}, (), b"x",
)  # fmt: skip
WORDS = ("auto", "text", "json_object", "default", "disabled", {"type": "json_object"}, {"type": ["text"]}, {"type": 1})
CHAT: dict[str, Any] = {
    "model": "gpt-5.1",
    "messages": [{"role": "user", "content": "hi"}],
    "n": 1,
    "temperature": 1,
    "stream": True,
}


def compiled(catalogue, model, mode, on):
    plan = subject_of(catalogue, model, Setting(mode, on, None, "openai")).plan
    assert plan is not None
    node = plan.node(plan.shape["body"])
    fields = fields_of(node, plan, build, implied=True)
    return fields, object_check(node, fields)


def with_defaults(catalogue, model, mode, on, loop):
    body = bodies.minimal(catalogue, model, mode, on)
    for _, place, fact in bodies.scalar_parameters(catalogue, model, mode, on):
        if fact.default is not None and "." not in place and "[" not in place:
            fuller = {**body, place: fact.default}
            body = body if loop(fuller, fuller) else fuller
    return body


@each_pair
def test_an_unrolled_habit_passes_what_it_was_made_of(catalogue, model, mode, on):
    fields, loop = compiled(catalogue, model, mode, on)
    body = with_defaults(catalogue, model, mode, on, loop)
    assert unrolled(fields, body)(body, body) == (loop(body, body) is None)


def test_most_of_those_habits_are_fine(catalogue):
    fine = 0
    for model, mode, on in PAIRS:
        _, loop = compiled(catalogue, model, mode, on)
        body = with_defaults(catalogue, model, mode, on, loop)
        fine += loop(body, body) is None
    assert fine > len(PAIRS) * 0.9


@each_pair
def test_an_unrolled_habit_passes_nothing_that_the_loop_does_not(catalogue, model, mode, on):
    fields, loop = compiled(catalogue, model, mode, on)
    body = with_defaults(catalogue, model, mode, on, loop)
    fine = unrolled(fields, body)
    wrong = []
    for key in body:
        for value in ODD:
            other = {**body, key: value}
            if fine(other, other) and loop(other, other):
                wrong.append((key, value))
    assert wrong == []


@pytest.mark.parametrize("mode", sorted({mode for _, mode, _ in PAIRS}))
def test_an_unrolled_habit_of_any_parameter_says_what_the_loop_says(catalogue, mode):
    model, _, on = next(pair for pair in PAIRS if pair[1] == mode)
    fields, loop = compiled(catalogue, model, mode, on)
    least = bodies.minimal(catalogue, model, mode, on)
    wrong = []
    for key in fields.specs:
        others = [{**least, key: value} for value in (*ODD, *WORDS)]
        found = [bool(loop(other, other)) for other in others]
        for body, bad in zip(others, found, strict=True):
            if not bad:
                fine = unrolled(fields, body)
                wrong += [
                    (key, one[key]) for one, refused in zip(others, found, strict=True) if fine(one, one) and refused
                ]
                assert fine(body, body)
    assert wrong == []


def test_a_habit_changes_no_report():
    changes: list[dict[str, Any]] = [
        {},
        {"temperature": 3},
        {"temperature": 1.0},
        {"n": True},
        {"n": 1.0},
        {"stream": "true"},
        {"messages": [{"role": "robot", "content": "hi"}]},
        {"model": "gpt-5-prro"},
        {"temprature": 1},
    ]
    others = [{**CHAT, **change} for change in changes] + [dict(reversed(CHAT.items()))]

    def reports():
        return [registry.check(body, endpoint="chat", on="2026-11-24").as_dict() for body in others]

    before = reports()
    assert [report["ok"] for report in before] == [True, False, True, False, True, False, False, False, False, True]
    for _ in range(OFTEN + 2):
        assert registry.check(CHAT, endpoint="chat", on="2026-11-24").ok
    assert reports() == before
