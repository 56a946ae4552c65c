"""Every id that OpenAI's pages, API and package name resolves; what only others name stays unknown."""

from pathlib import Path

import pytest

import registry
from registry.catalogue import bundled

HERE = Path(__file__).parent


def names(file):
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


IDS, UNKNOWN = names("ids.txt"), names("unknown.txt")
NOT_SERVED = {
    "gpt-5-chat": "LiteLLM lists it; the API answers that it does not exist",
    "gpt-5.1-mini": "an enum lists it, and its docstring says that it is no id",
    "sora-2-pro-high-res": "LiteLLM's name for a price",
    "text-davinci-edit-001": "its endpoint was shut down with it",
    "text-embedding-ada-002-v2": "answers call text-embedding-ada-002 so; the API refuses it as a request",
}
"""Names that resolve to say that no endpoint takes them."""

FINE_TUNED = [id_ for id_ in bundled().ids() if "fine_tuned" in (bundled().line(id_) or {}) and ":" not in id_]
"""Where a colon stands in an id (`davinci:2023-07-21-v2`, a name in answers), nothing can be a fine-tune of it."""


@pytest.mark.parametrize("name", IDS)
def test_an_id_resolves_to_itself(catalogue, name):
    found = catalogue.resolve(name)
    assert (found.id, found.surface, found.mode) == (name.removeprefix("ft:"), None, None)
    assert found.fine_tune == name.startswith("ft:")


@pytest.mark.parametrize("name", IDS)
def test_the_endpoints_of_an_id_are_known(catalogue, name):
    modes = catalogue.model(name, "2026-11-24").modes
    assert modes is not None
    assert bool(modes) != (name in NOT_SERVED)


@pytest.mark.parametrize("name", FINE_TUNED)
def test_a_fine_tune_resolves_to_its_base(catalogue, name):
    found = catalogue.resolve(f"ft:{name}:acme::abc123")
    assert (found.id, found.fine_tune) == (name, True)


@pytest.mark.parametrize("name", UNKNOWN)
def test_a_name_that_only_others_know_stays_unknown(catalogue, name):
    with pytest.raises(registry.UnknownModel):
        catalogue.resolve(name)


def test_both_lists_are_sorted_and_tell_each_name_once():
    assert sorted(set(IDS)) == IDS
    assert sorted(set(UNKNOWN)) == UNKNOWN
    assert set(IDS) & set(UNKNOWN) == set()
