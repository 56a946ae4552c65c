"""What holds for requests to every model of the catalogue, at every endpoint that takes it."""

from __future__ import annotations

import copy
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import bodies

import registry
from registry.catalogue import bundled

PAIRS = list(bodies.pairs(bundled()))
each_pair = pytest.mark.parametrize(("model", "mode", "on"), PAIRS, ids=[f"{model}-{mode}" for model, mode, _ in PAIRS])


def errors(body, mode, on):
    return [(error.code, error.path, error.message) for error in registry.check(body, endpoint=mode, on=on).errors]


@each_pair
def test_the_smallest_request_is_fine(catalogue, model, mode, on):
    assert errors(bodies.minimal(catalogue, model, mode, on), mode, on) == []


@each_pair
def test_declared_defaults_are_accepted(catalogue, model, mode, on):
    for name, place, fact in bodies.scalar_parameters(catalogue, model, mode, on):
        if fact.default is None:
            continue
        body = bodies.minimal(catalogue, model, mode, on)
        bodies.put(body, place, fact.default)
        mine = [error for error in errors(body, mode, on) if error[1] == place]
        assert mine == [], f"{name}={fact.default}"


@each_pair
def test_every_accepted_value_is_accepted_where_its_condition_holds(catalogue, model, mode, on):
    for _, place, fact in bodies.scalar_parameters(catalogue, model, mode, on):
        for branch in fact.accepts.branches():
            for value in bodies.samples(branch):
                body = bodies.minimal(catalogue, model, mode, on)
                bodies.put(body, place, value)
                if bodies.conditions(catalogue, mode, branch, body):
                    settled = registry.check(body, endpoint=mode, on=on)
                    # The shape may still refuse it for another reason: a condition on a second field.
                    blamed = [error for error in settled.errors if error.path == place and error.code != "REQ006"]
                    assert blamed == [], f"{place}={value}"


@each_pair
def test_just_outside_a_range_is_refused(catalogue, model, mode, on):
    for _, place, fact in bodies.scalar_parameters(catalogue, model, mode, on):
        if fact.accepts.when:
            continue
        for value in bodies.outside(fact.accepts):
            body = bodies.minimal(catalogue, model, mode, on)
            bodies.put(body, place, value)
            assert place in [path for _, path, _ in errors(body, mode, on)], f"{place}={value}"


@each_pair
def test_true_is_never_one(catalogue, model, mode, on):
    for _, place, fact in bodies.scalar_parameters(catalogue, model, mode, on):
        if any(
            isinstance(value, int | float) and not isinstance(value, bool) for value in bodies.samples(fact.accepts)
        ):
            body = bodies.minimal(catalogue, model, mode, on)
            bodies.put(body, place, True)
            assert place in [path for _, path, _ in errors(body, mode, on)]


@each_pair
def test_an_offered_fix_works_and_nothing_is_mutated(catalogue, model, mode, on):
    for _, place, fact in bodies.scalar_parameters(catalogue, model, mode, on):
        wrong = "surely-no-value" if not isinstance(fact.default, int | float) else -12345
        body = bodies.minimal(catalogue, model, mode, on)
        bodies.put(body, place, wrong)
        before = copy.deepcopy(body)
        for error in registry.check(body, endpoint=mode, on=on).errors:
            for fix in error.fixes:
                left = errors(fix.apply(body), mode, on)
                assert (error.code, error.path) not in [(code, path) for code, path, _ in left], fix
        assert body == before


@each_pair
def test_json_text_and_python_values_get_the_same_verdict(catalogue, model, mode, on):
    for _, place, fact in bodies.scalar_parameters(catalogue, model, mode, on):
        for value in (*bodies.samples(fact.accepts), "surely-no-value"):
            body = bodies.minimal(catalogue, model, mode, on)
            bodies.put(body, place, value)
            again = json.loads(json.dumps(body))
            assert errors(again, mode, on) == errors(body, mode, on)


@pytest.mark.parametrize("alias", [id_ for id_ in bundled().ids() if bundled().by_id(id_, "2026-11-24").snapshot])
def test_an_alias_agrees_with_its_snapshot(catalogue, alias):
    model = catalogue.by_id(alias, "2026-11-24")
    snapshot = catalogue.by_id(model.snapshot, "2026-11-24")
    assert (model.modes, model.limits, model.knowledge) == (snapshot.modes, snapshot.limits, snapshot.knowledge)
    for mode in model.modes or ():
        said = {name: str(model.parameter(name, mode).accepts) for name in model.parameters}
        assert said == {name: str(snapshot.parameter(name, mode).accepts) for name in snapshot.parameters}
