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
    True, False, None, [], {}, ["a"], [1], [None], ["a"] * 9, {"type": "text"}, {"a": "b"}, (), b"x",
)  # fmt: skip
WORDS = ("auto", "text", "json_object", "default", "disabled", {"type": "json_object"}, {"type": ["text"]}, {"type": 1})
CHAT: dict[str, Any] = {
    "model": "gpt-4o",
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


@pytest.mark.parametrize("mode", sorted({mode for _, mode, _ in PAIRS}))
def test_an_unrolled_condition_on_another_field_says_what_the_loop_says(catalogue, mode):
    wrong = []
    for model, _, on in [pair for pair in PAIRS if pair[1] == mode]:
        fields, loop = compiled(catalogue, model, mode, on)
        least = bodies.minimal(catalogue, model, mode, on)
        for key, (other, choices, _) in conditional(fields):
            for beside in ({}, *({other: value} for value in (*choices.values, None, "none", True, 7))):
                alike = [{**least, **beside, key: value} for value in (0, 1, 0.5, 3, 10**7, "low", "flex", True, None)]
                found = [bool(loop(one, one)) for one in alike]
                fines = [unrolled(fields, one) for one, refused in zip(alike, found, strict=True) if not refused]
                for other_value in (*choices.values, "odd", False):
                    twisted = [{**one, other: other_value} if beside else one for one in alike]
                    wrong += [
                        (model, one)
                        for fine in fines
                        for one in (*alike, *twisted)
                        if fine(one, one) and loop(one, one)
                    ]
    assert wrong == []


def conditional(fields):
    """The fields whose values another field has a say about, by what is tested of that one."""
    given = {(key, id(beside)): (key, beside) for key in fields.specs for beside, _ in fields[key].given.values()}
    return list(given.values())


def test_many_fields_are_accepted_while_another_one_has_a_value(catalogue):
    found = {
        (model, key) for model, mode, on in PAIRS for key, _ in conditional(compiled(catalogue, model, mode, on)[0])
    }
    assert len(found) > 50
    assert ("gpt-4o", "top_logprobs") in found


def test_a_habit_is_known_by_its_keys(catalogue):
    fields, loop = compiled(catalogue, "gpt-4o", "chat", "2026-11-24")
    fine = unrolled(fields, CHAT)
    renamed = {"temprature" if key == "temperature" else key: value for key, value in CHAT.items()}
    backwards = dict(reversed(CHAT.items()))
    assert [fine(body, body) for body in (CHAT, backwards, {**CHAT, "n": 0}, renamed)] == [True, True, False, None]
    assert loop(CHAT, CHAT) is None


def test_a_key_that_is_no_plain_string_makes_no_habit():
    class Key(str):
        __slots__ = ()

        def __hash__(self):
            asked.append(self)
            return super().__hash__()

    asked: list[object] = []
    body = {**{key: value for key, value in CHAT.items() if key != "seed"}, "top_p": 1}
    odd: dict[Any, Any] = {Key(key): value for key, value in body.items()}
    for _ in range(OFTEN * 2):
        assert registry.check(odd, endpoint="chat", on="2026-11-24").ok
    asked.clear()
    assert registry.check(body, endpoint="chat", on="2026-11-24").ok
    assert asked == []


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
