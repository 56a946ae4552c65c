"""Two rules for a parameter: which values one takes and the other refuses, whatever else a request carries."""

from __future__ import annotations

from itertools import islice, product

from registry.domain import NEVER, Accepts, Choices, Range

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from registry.domain import Values

    Context: TypeAlias = Mapping[str, tuple[object, ...]]
    """What a request carries besides: parameter → its values; none: left out."""

STRANGER = "any other value"
"""Stands for all values that no rule names."""

MOST = 4096
"""Contexts that are tried; rules with more conditions than that are compared on the first of them."""


def reachable(accepts: Accepts) -> tuple[Accepts, ...]:
    """The branches of a rule down to the first that stands under no condition."""
    branches = accepts.branches()
    end = next((at for at, branch in enumerate(branches) if not branch.when), len(branches))
    return branches[: end + 1]


def written(accepts: Accepts | None) -> str:
    """A rule in the notation; `unknown` where there is none."""
    if accepts is None:
        return "unknown"
    return ", else ".join(
        str(Accepts(branch.stated, branch.when, None, branch.unconfirmed)) for branch in reachable(accepts)
    )


def moved(old: Accepts | None, new: Accepts | None) -> tuple[list[object], list[object]]:
    """The values that only the new rule takes, and those that only the old one takes.

    In some context at least. What nobody knows counts as taken: a call is not stopped by it.
    """
    gained, lost = [], []
    pairs = [(_settled(old, context), _settled(new, context)) for context in islice(_contexts(old, new), MOST)]
    for value in _samples(old, new):
        took = [(_takes(one, value), _takes(other, value)) for one, other in pairs]
        if any(not before and after for before, after in took):
            gained.append(value)
        if any(before and not after for before, after in took):
            lost.append(value)
    return gained, lost


def plain(accepts: Accepts | None) -> bool:
    """Whether a rule is one list of choices under no condition."""
    return accepts is not None and not accepts.when and isinstance(accepts.values, Choices)


def _takes(values: Values | None, value: object) -> bool:
    if value is STRANGER and isinstance(values, Choices) and {True, False} <= set(map(_truth, values.values)):
        return True  # both are all that there is
    return values is None or (values is not NEVER and values.accepts(value))


def _truth(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def _settled(rule: Accepts | None, context: Context) -> Values | None:
    if rule is None:
        return None

    def lookup(name: str, *, defaults: bool = True) -> tuple[object, ...]:
        del defaults
        return context.get(name, ())

    branch = rule.settle(lookup)
    return branch.values if branch else None


def _contexts(*rules: Accepts | None) -> Iterator[Context]:
    """Every combination of what the conditions of some rules look at: each value they name, another one, and none."""
    looked: dict[str, dict[object, tuple[object, ...]]] = {}
    for rule in rules:
        for branch in reachable(rule) if rule else ():
            for name, values in branch.when.items():
                known = looked.setdefault(name, {"": (), STRANGER: (STRANGER,)})
                known.update({repr(value): (value,) for value in _of(values)})
    for chosen in product(*(known.values() for known in looked.values())):
        yield dict(zip(looked, chosen, strict=True))


def _samples(*rules: Accepts | None) -> list[object]:
    """Values that tell rules apart: all that they name, on both sides of every bound, and a stranger."""
    found: dict[str, object] = {}
    for rule in rules:
        for branch in reachable(rule) if rule else ():
            found.update({repr(value): value for value in _of(branch.values)})
    return [*found.values(), STRANGER]


def _of(values: Values) -> Iterator[object]:
    if isinstance(values, Choices):
        yield from values.values
    elif isinstance(values, Range):
        bounds = [bound for bound in (values.low, values.high) if isinstance(bound, int | float)]
        yield from bounds
        yield from (bound + side for bound in bounds for side in (-1, 1))
