"""A parameter of a model in a cell: which values, the default, what it requires; by endpoint where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.days import in_force
from registry.domain import spell
from registry.generate import wording
from registry.generate.bounds import within
from registry.generate.cell import Cell, Dissent
from registry.generate.markdown import code, text
from registry.generate.wording import ONLY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from registry.domain import Accepts
    from registry.facts import Claim, Parameter
    from registry.generate.row import Row


def accepted(row: Row, name: str) -> Cell:
    """Which values are accepted, and when."""
    found = row.parameter(name)
    said = [(mode, within(row.query.catalogue, mode, name, fact.accepts)) for mode, fact in found]
    shown = by_endpoints(row, [(mode, wording.accepted(accepts)) for mode, accepts in said])
    lacking = "" if shown.endswith(ONLY) else _lacking(row, [accepts for _, accepts in said if accepts])
    dissent = _dissent(found, lambda claim: claim.accepts and _written(claim.accepts), _accepted)
    value = _value([(mode, accepts and _written(accepts)) for mode, accepts in said])
    return Cell(value, shown + lacking, _source(found), dissent)


def default(row: Row, name: str) -> Cell:
    """What the server uses when it is left out: of this model, or of whatever model."""
    found = row.parameter(name)
    if found and all(str(fact.accepts) == "never" for _, fact in found):  # nothing stands for what is refused
        return Cell("", "", _source(found), _dissent(found, _default, _spelled))
    shapes = {mode: row.query.catalogue.shape(mode) or {} for mode, _ in found}
    values = [(mode, _or_shape(fact.default, shapes[mode].get("defaults", {}).get(name))) for mode, fact in found]
    value = _value(values)
    ours = any(fact.default is not None for _, fact in found) or value is None
    source = _source(found) if ours else str(shapes[found[0][0]]["source"])
    return Cell(
        value,
        by_endpoints(row, [(mode, _said(one)) for mode, one in values]),
        source,
        _dissent(found, _default, _spelled),
    )


def _or_shape(ours: object, shape: object) -> object:
    return shape if ours is None else ours


def _default(claim: Claim) -> object:
    return claim.default


def _spelled(claim: Claim) -> str:
    return _said(claim.default)


def _said(value: object) -> str:
    return wording.UNKNOWN if value is None else code(spell(value))


def required(row: Row, name: str) -> Cell:
    """What the caller's account needs to use it."""
    needed = list(dict.fromkeys(fact.requires for _, fact in row.parameter(name) if fact.requires))
    return Cell(needed, ", ".join(map(code, needed)))


def besides(row: Row, name: str) -> Cell:
    """What else is known: what to write instead, what an account or a request needs, since when, a note."""
    said: dict[str, None] = {}
    for _, fact in row.parameter(name):
        said |= dict.fromkeys(_told(fact))
    entries = (row.query.catalogue.line(row.model.id) or {})["params"].get(name)
    entry = in_force(entries, row.query.on)
    since = [f"since {entry['from']}"] if isinstance(entries, list) and entry and "from" in entry else []
    return Cell([*said, *since], "; ".join([*said, *since]))


def _told(fact: Parameter) -> Iterator[str]:
    if fact.instead:
        yield f"write {code(fact.instead)}"
    if fact.needs is not None:
        wanted = wording.values(fact.needs)
        yield "must be given" if wanted == "any" else f"must be given: {wanted}"
    if fact.requires:
        yield f"account needs {code(fact.requires)}"
    if fact.note:
        yield text(fact.note)


def _written(accepts: Accepts) -> object:
    return str(accepts) if accepts.when else accepts.stated.written()


def _accepted(claim: Claim) -> str:
    return wording.accepted(claim.accepts)


def _value(by_mode: Sequence[tuple[str, object]]) -> object:
    """The value, where all endpoints agree; else by endpoint. None when it is unknown."""
    values = [value for _, value in by_mode]
    if not values or all(value == values[0] for value in values):
        return values[0] if values else None
    return dict(by_mode)


def by_endpoints(row: Row, by_mode: Sequence[tuple[str, str]]) -> str:
    """Words by endpoint, once where all of them agree."""
    words = list(dict.fromkeys(said for _, said in by_mode))
    if len(words) < 2:  # noqa: PLR2004 - nothing to tell apart
        return words[0] if words else wording.UNKNOWN
    path = row.query.catalogue.path
    groups = [(word, [code(path(mode)) for mode, said in by_mode if said == word]) for word in words]
    return "; ".join(f"{', '.join(paths)}: {word}" for word, paths in groups)


def _lacking(row: Row, rulings: Sequence[Accepts]) -> str:
    """A word about values that a reader may look for in vain."""
    sought = row.query.missing
    sets = [branch.stated for accepts in rulings for branch in accepts.branches()]
    if not sought or not row.takes(row.query.parameter):
        return ""
    return "" if any(values.accepts(word) for values in sets for word in sought) else f" (no {code(sought[-1])})"


def _source(found: Sequence[tuple[str, Parameter]]) -> str:
    """On whose word, the first where endpoints have different ones; also of a value that its source leaves open."""
    return found[0][1].source if found else ""


def _dissent(
    found: Sequence[tuple[str, Parameter]], read: Callable[[Claim], object], show: Callable[[Claim], str]
) -> Iterator[Dissent]:
    """What others say, once for all endpoints."""
    seen = set()
    for _, fact in found:
        for claim in fact.dissent:
            value = read(claim)
            key = claim.source, show(claim)
            if value is not None and value != read(fact.claim) and key not in seen:
                seen.add(key)
                yield Dissent(claim.source, value, show(claim))
