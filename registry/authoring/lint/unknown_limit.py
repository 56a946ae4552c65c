"""CAT017: a range up to a limit that no model has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.authoring.lint._line import ruling
from registry.authoring.lint._rule import Flaw, rule
from registry.authoring.wording import close

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._line import Branch
    from registry.authoring.resolve import Found


@rule("CAT017", "error")
def unknown_limit(draft: Draft) -> Iterator[Flaw]:
    """A bound of a range is a name, and none of the models that it is about has a limit of that name.

    ## Why
    A bound without a number is no bound, so a misspelt one lets everything pass.

    ## Example
        limits: {output: 8_000}
        params: {max_output_tokens: 1..ouput}
        models: {quill: {}}

    ## Instead
        limits: {output: 8_000}
        params: {max_output_tokens: 1..output}
        models: {quill: {}}
    """
    for line in draft.lines:
        for branch in line.branches():
            yield from _unknown(draft, branch, line.heirs)
    for endpoint in draft.endpoints:
        users = [user.serves for user in draft.endpoints if endpoint.mode in (user.mode, user.uses)]
        heirs = [model for model in draft.own if set(draft.modes([model])) & set(users)]
        for place, node in endpoint.own_nodes():
            for branch in ruling(endpoint.document, place, node).branches():
                yield from _unknown(draft, branch, heirs)
            if "size" in node:
                size = ruling(endpoint.document, (*place, "size"), {"accepts": node["size"]})
                yield from _unknown(draft, size, heirs)


def _unknown(draft: Draft, branch: Branch, heirs: Iterable[Found]) -> Iterator[Flaw]:
    limits = {name for model in heirs for name in draft.flat[model.id].get("limits", ())}
    for place, bound in branch.bounds() if heirs else ():
        if bound not in limits:
            said = f"{bound} is no limit of any model that this is about{close(bound, limits)}"
            yield Flaw(branch.document, place, said)
