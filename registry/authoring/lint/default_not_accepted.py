"""CAT008: a default that its own line refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.authoring.lint._line import among, ruling
from registry.authoring.lint._rule import Flaw, rule
from registry.authoring.resolve import entries, plain
from registry.days import in_force
from registry.domain import Choices, spell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._line import Branch, Line
    from registry.authoring.resolve import Found
    from registry.domain import Lookup


@rule("CAT008", "error")
def default_not_accepted(draft: Draft) -> Iterator[Flaw]:
    """The default of a parameter is none of the values that the same line accepts when all else is left out.

    ## Why
    Leaving a parameter out is a request like any other, and the server would refuse itself. What another source
    claims (`disputed`) is that source's business.

    ## Example
        params: {reasoning_effort: {accepts: [low, high], default: none}}
        models: {quill: {}}

    ## Instead
        params: {reasoning_effort: {accepts: [none, low, high], default: none}}
        models: {quill: {}}
    """
    for line in draft.lines:
        for entry in line.entries:
            yield from _refused(draft, line, entry)
    for endpoint in draft.endpoints:
        for place, node in endpoint.own_nodes():
            branches = list(ruling(endpoint.document, place, node).branches()) if "default" in node else []
            sets = [branch.accepts for branch in branches if branch.accepts is not None]
            if sets and not among(plain(node["default"]), sets):
                said = f"the default {spell(node['default'])} is not accepted: {sets[0].phrase()}"
                yield Flaw(endpoint.document, (*place, "default"), said)


def _refused(draft: Draft, line: Line, entry: Branch) -> Iterator[Flaw]:
    told = set()
    for model in line.heirs if "default" in entry.written else ():
        for mode in draft.modes([model]) or ("",):
            default = _default(entry.written, mode)
            bound = entry.ruling and entry.ruling.bind(mode, draft.flat[model.id].get("limits", {}))
            if default is None or bound is None or spell(default) in told:
                continue
            branch = bound.settle(_lookup(draft, model, mode, entry.written.get("from", draft.on)))
            possible = [branch] if branch else bound.branches()
            given = default if isinstance(default, list) else [default]
            if not all(any(one.values.accepts(value) for one in possible) for value in given):
                told.add(spell(default))
                where = f"{model.id} at {mode}" if mode else model.id
                accepted = possible[0].values.phrase()
                said = f"{line.name}: the default {_spelled(default)} is not accepted by {where}: {accepted}"
                yield Flaw(draft.facts, entry.at("default"), said)


def _spelled(default: Any) -> str:  # noqa: ANN401 - YAML
    return str(Choices(default)) if isinstance(default, list) else spell(default)


def _default(entry: dict[str, Any], mode: str) -> Any:  # noqa: ANN401 - YAML
    default = entry.get("default")
    if isinstance(default, dict):
        default = default.get(mode)
    return None if default == "unknown" else default


def _lookup(draft: Draft, model: Found, mode: str, on: str) -> Lookup:
    """How conditions read a request that leaves everything out."""
    params = draft.flat[model.id].get("params", {})

    def look(name: str, *, defaults: bool = True) -> tuple[object, ...] | None:
        if not defaults:
            return ()
        entry = in_force(params.get(name), on)
        default = _default(entries(entry)[0], mode) if entry is not None else None
        return None if default is None else (default,)

    return look
