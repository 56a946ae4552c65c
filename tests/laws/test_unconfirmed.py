"""What holds for everything that a source leaves out and nobody saw refused."""

import pytest

from registry.catalogue import bundled
from registry.facts import Model

ON = "2026-11-24"
BOTH = {
    "id": "m",
    "source": "answers",
    "params": {
        "p": {
            "accepts": ["a"],
            "unconfirmed": {"docs": ["b"]},
            "source": "answers",
            "disputed": {"docs": {"accepts": ["c"]}},
        }
    },
}


def test_whoever_leaves_out_and_disputes_is_believed_and_the_other_heard():
    found = Model(BOTH, ON, "docs").parameter("p", "chat")
    assert found is not None
    assert (found.source, str(found.accepts)) == ("docs", "[c]")
    assert [(claim.source, str(claim.accepts)) for claim in found.dissent] == [("answers", "[a], perhaps [b]")]


def unconfirmed(catalogue):
    """Every such branch: model, endpoint, parameter, branch."""
    for id_ in catalogue.ids():
        model = catalogue.by_id(id_, ON)
        for mode in model.modes or ():
            for name in model.parameters:
                fact = model.parameter(name, mode)
                for branch in fact.accepts.branches() if fact and fact.accepts else ():
                    if branch.unconfirmed:
                        yield id_, mode, name, branch


FOUND = list(unconfirmed(bundled()))


def test_there_are_some():
    assert {name for _, _, name, _ in FOUND} >= {"tools", "image_detail", "skills"}


@pytest.mark.parametrize(("id_", "mode", "name", "branch"), FOUND, ids=[f"{found[0]}-{found[2]}" for found in FOUND])
def test_it_is_let_through_and_refused_by_whoever_trusts_its_source(catalogue, id_, mode, name, branch):
    for source, left_out in branch.unconfirmed.items():
        trusting = catalogue.by_id(id_, ON, source).parameter(name, mode)
        for value in left_out.values:
            assert (branch.values.accepts(value), branch.stated.accepts(value)) == (True, False)
            assert trusting.source == source
            (same,) = [one for one in trusting.accepts.branches() if one.stated == branch.stated]
            assert not same.values.accepts(value)
