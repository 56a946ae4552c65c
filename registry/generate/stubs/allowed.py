"""Which values of a place a type may name: all that some request may carry, whatever the rest of it has to meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.domain import ANYTHING, NEVER, Choices, parse_accepts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from registry.domain import Accepts, Values
    from registry.shape.plan import Plan


class Allowed:
    """The values that a place takes: `choices` where they can be listed (none: no value), None where they can't."""

    __slots__ = ("choices", "note")

    def __init__(self, choices: tuple[object, ...] | None, note: str = "") -> None:
        self.choices = choices
        self.note = note

    @property
    def refused(self) -> bool:
        """Whether no value is ever taken."""
        return self.choices == ()


def allowed(node: Mapping[str, Any], name: str | None, plan: Plan) -> Allowed:
    """What a place takes by the words of the shape and by the model's facts about its parameter."""
    found = list(_accepts(node, name, plan))
    branches = [_reachable(accepts) for accepts in found]
    note = "; ".join(str(accepts) for accepts in found if accepts.when)
    if any(all(values is NEVER for values in some) for some in branches):
        return Allowed((), note)
    listed = [choices for some in branches if (choices := _listed(some)) is not None]
    if not listed:
        return Allowed(None, note)
    kept = [value for value in listed[0] if all(any(values.accepts(value) for values in some) for some in branches)]
    return Allowed(tuple(kept), note)


def _accepts(node: Mapping[str, Any], name: str | None, plan: Plan) -> Iterator[Accepts]:
    if "accepts" in node or "when" in node:
        own = parse_accepts(dict(node)).bind(plan.mode, plan.limits)
        if own is not None:
            yield own
    fact = plan.parameter(name) if name else None
    if fact is not None and fact.accepts is not None:
        yield fact.accepts


def _reachable(accepts: Accepts) -> Sequence[Values]:
    """The values of every branch; anything where nobody knows what holds otherwise."""
    branches = accepts.branches()
    return [*(branch.values for branch in branches), *([ANYTHING] if branches[-1].when else [])]


def _listed(branches: Sequence[Values]) -> tuple[object, ...] | None:
    """All values of all branches; None where one can't be listed."""
    if not all(isinstance(values, Choices) or values is NEVER for values in branches):
        return None
    found: dict[str, object] = {}
    for values in branches:
        for value in values.values if isinstance(values, Choices) else ():
            found.setdefault(repr(value), value)
    return tuple(found.values())
