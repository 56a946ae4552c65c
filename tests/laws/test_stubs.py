"""Types and verdicts: what `check` accepts of any model has its type, so that no checker flags what the API takes."""

import sys
from itertools import chain
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import bodies
import taking

import registry
from registry.catalogue import bundled
from registry.generate.stubs.groups import Stubs
from registry.generate.stubs.kinds import Literals, Record, alternatives
from registry.generate.stubs.litellm import loosened, sent
from registry.generate.stubs.reading import fields_of

STUBS = Stubs(bundled())
GROUPS = [group for some in STUBS.groups.values() for group in some]
CASES = [(group, id_) for group in GROUPS for id_ in group.ids]
# Whole numbers alone: Python has no literal for 1.0, so where 1 is the one number that is taken, 1.0 is flagged.
ANY_TYPE: tuple[object, ...] = (None, True, False, 0, 1, 2, 100, "x", "", [], ["x"], [{}], {}, {"a": "b"})


def values(fields):
    """Place → every value that some model's type names there; places are one or two steps deep."""
    found: dict[tuple[str, ...], set[tuple[type, object]]] = {}
    for field in fields:
        found.setdefault((field.name,), set())
        for kind in alternatives(field.kind):
            if isinstance(kind, Record):
                for place, some in values(kind.fields).items():
                    found.setdefault((field.name, *place), set()).update(some)
            elif isinstance(kind, Literals):
                found[(field.name,)].update((type(value), value) for value in kind.values)
    return found


def pools():
    """By endpoint: what to try at each place."""
    made: dict[str, dict[tuple[str, ...], set[tuple[type, object]]]] = {}
    for group in [*GROUPS, *STUBS.anybody]:
        for place, some in values(group.fields).items():
            made.setdefault(group.mode, {}).setdefault(place, set()).update(some)
    return made


POOLS = pools()


@pytest.mark.parametrize(("group", "id_"), CASES, ids=[f"{id_}-{group.mode}" for group, id_ in CASES])
def test_what_is_accepted_has_its_type(catalogue, group, id_):
    flagged = []
    least = bodies.minimal(catalogue, id_, group.mode, STUBS.on)
    for place, named in POOLS[group.mode].items():
        for value in chain(ANY_TYPE, (value for _, value in named)):
            body = {**least, place[0]: value if len(place) == 1 else {place[1]: value}}
            report = registry.check(body, endpoint=group.mode, on=STUBS.on)
            blamed = any(error.path.replace("[", ".").split(".")[0] == place[0] for error in report.errors)
            arguments = {key: given for key, given in body.items() if key != "model"}
            if not blamed and not taking.fits(group.fields, arguments):
                flagged.append((".".join(place), value))
    assert flagged == []


def test_every_model_is_in_one_group_of_each_of_its_endpoints():
    for mode, groups in STUBS.groups.items():
        grouped = [id_ for group in groups for id_ in group.ids]
        takers = [model.id for model in STUBS.models if STUBS.takes(model, mode)]
        assert sorted(grouped) == sorted(takers)
        assert len(set(grouped)) == len(grouped)


def test_every_model_is_in_one_bundle():
    assert sorted(id_ for bundle in STUBS.bundles for id_ in bundle.ids) == sorted(model.id for model in STUBS.models)


def test_groups_differ_in_what_they_take():
    tables = [repr((group.mode, group.fields)) for group in GROUPS]
    assert len(set(tables)) == len(tables)


def test_a_day_that_passes_changes_no_type(catalogue):
    """What a model takes is told as of the newest source, and whether it still answers is not told at all."""
    gone = [model.id for model in STUBS.models if model.status == "retired"]
    assert gone
    assert set(gone) <= set(STUBS.called(model.id for model in STUBS.models))
    assert STUBS.on == max(str(source["date"]) for source in catalogue.header["sources"].values())


LITELLM = [(group.ids[-1], group.mode) for group in GROUPS]


@pytest.mark.parametrize(("id_", "mode"), LITELLM, ids=["-".join(case) for case in LITELLM])
def test_what_litellm_may_be_given_has_its_type(catalogue, id_, mode):
    """Words and numbers; what litellm shapes anew has no type."""
    flagged = []
    least = bodies.minimal(catalogue, id_, mode, STUBS.on)
    model = catalogue.by_id(id_, STUBS.on)
    for field in (one for one in fields_of(catalogue, mode, model) if sent(catalogue, mode, one)):
        named = POOLS[mode].get((field.name,), set())
        for value in chain(ANY_TYPE, (value for _, value in named)):
            report = registry.check({**least, field.name: value}, endpoint=mode, surface="litellm", on=STUBS.on)
            blamed = any(error.path.replace("[", ".").split(".")[0] == field.name for error in report.errors)
            typed = loosened(field.kind, "")
            object_too = typed is not None and "Mapping" in typed and isinstance(value, dict)
            if not blamed and typed is not None and not object_too and not taking.takes(field.kind, value):
                flagged.append((field.name, value))
    assert flagged == []
