"""CAT009: a condition that nothing can meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._line import among, choices, listed_sets
from registry.authoring.lint._rule import Flaw, rule
from registry.authoring.wording import close
from registry.domain import listed, spell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._endpoint import Endpoint
    from registry.authoring.lint._line import Branch

OF_A_TIER = ("tier", "input_tokens", "region")


@rule("CAT009", "error")
def unknown_condition(draft: Draft) -> Iterator[Flaw]:
    """`when` names what no request carries: no parameter of the model, no endpoint, or a value never taken.

    ## Why
    Such a condition never holds, so what was meant to be said is never said, and nothing fails.

    ## Example
        modes: [talk]
        params: {temperature: {accepts: 0..2, when: {reasoning_effort: [off]}, else: [1]}}
        models: {quill: {}}

    ## Instead
        modes: [talk]
        params: {temperature: {accepts: 0..2, when: {reasoning_effort: [none]}, else: [1]}}
        models: {quill: {}}
    """
    modes = {endpoint.mode for endpoint in draft.endpoints} | set(draft.modes(draft.models))
    for line in draft.lines:
        names = {name for model in line.heirs for name in draft.flat[model.id].get("params", ())}
        described = draft.described(line.heirs)
        for branch in line.branches():
            yield from _wrong(branch, described, names, modes)
    for endpoint in draft.endpoints:
        users = [user for user in draft.endpoints if endpoint.mode in (user.mode, user.uses)]
        for branch in endpoint.conditions():
            yield from _wrong(branch, users, (), modes)
    for place, tier in draft.tiers():
        for name in tier["when"]:
            if name not in OF_A_TIER:
                said = f"{name} is no condition of a price: {listed(OF_A_TIER)}"
                yield Flaw(draft.facts, (*place, "when", name), said)


def _wrong(branch: Branch, users: Sequence[Endpoint], names: Iterable[str], modes: set[str]) -> Iterator[Flaw]:
    for name, values in branch.when.items():
        place = (*branch.place, "when", name)
        if name == "mode":
            for value in choices(values):
                if value not in modes:
                    said = f"{spell(value)} is no mode of any model{close(spell(value), modes)}"
                    yield Flaw(branch.document, place, said)
            continue
        known = {*names, *(known for endpoint in users for known in endpoint.names)}
        if users and name not in known:
            where = listed([endpoint.mode for endpoint in users])
            yield Flaw(branch.document, place, f"{name} is no parameter of {where}{close(name, known)}")
        taken = [endpoint.takes(name) for endpoint in users if name in endpoint.names]
        sets = [one for found in taken for one in found or ()]
        for value in choices(values) if taken and None not in taken else ():
            if not among(value, sets):
                said = f"{name} is never {spell(value)}: it is one of {listed_sets(sets)}"
                yield Flaw(branch.document, place, said)
