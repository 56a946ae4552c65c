"""What changes about a model beside its parameters: endpoints, limits, lifecycle, knowledge, account."""

from __future__ import annotations

from registry.difference.change import Change

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.catalogue import Catalogue
    from registry.facts import Model

ENDING = ("deprecated", "shutdown")
COMPUTED = "announced"
"""A day that follows from the source of another one."""

LEAST = "least"
"""What a limit has in its name that is a smallest number, not a largest one."""


def alias(name: str, old: Model, new: Model) -> Iterator[Change]:
    """The snapshot that a name stands for."""
    if old.snapshot != new.snapshot:
        text = f"stands for {new.snapshot or 'itself'}, and stood for {old.snapshot or 'itself'}"
        yield Change("alters", name, "current", text, old=old.snapshot, new=new.snapshot)


def endpoints(name: str, catalogue: Catalogue, old: Model, new: Model) -> Iterator[Change]:
    """Endpoints that take one and not the other."""
    before, after = old.modes or (), new.modes or ()
    if old.modes is None or new.modes is None:
        return
    for mode in before:
        if mode not in after:
            yield Change(
                "tightens", name, "modes", f"is not taken by {catalogue.path(mode)}{_rather(catalogue, after)}"
            )
    for mode in after:
        if mode not in before:
            yield Change("loosens", name, "modes", f"is taken by {catalogue.path(mode)}")
    if before and after and before[0] != after[0] and before[0] in after:
        text = f"is sent to {catalogue.path(after[0])} by default, and was to {catalogue.path(before[0])}"
        yield Change("alters", name, "modes", text, old=before[0], new=after[0])


def _rather(catalogue: Catalogue, modes: Sequence[str]) -> str:
    return f", but by {', '.join(catalogue.path(mode) for mode in modes)}" if modes else ""


def limits(name: str, old: Model, new: Model) -> Iterator[Change]:
    """Limits that are smaller or larger, or known on one side alone."""
    before, after = old.limits, new.limits
    for key in {**before, **after}:
        was, now = before.get(key), after.get(key)
        if was == now:
            continue
        field = f"limits.{key}"
        if now is None:
            yield Change("unknown", name, field, f"was {was:,}", old=was)
        elif was is None:
            yield Change("alters", name, field, f"is {now:,}, and was not known", new=now)
        else:
            kind = "loosens" if (now > was) != (LEAST in key) else "tightens"
            yield Change(kind, name, field, f"{now:,}, and was {was:,}", old=was, new=now)


def lifecycle(name: str, old: Model, new: Model, keys: Sequence[str] = ()) -> Iterator[Change]:
    """Days that came, went or moved, and the replacement; of all keys, or of some."""
    before, after = old.lifecycle, new.lifecycle
    for key in keys or {**before, **after}:
        was, now = before.get(key), after.get(key)
        if was != now and key != COMPUTED:
            kind = _days(was, now) if key in ENDING else "alters"
            text = f"{now or 'no day is known'}, and was {was or 'not known'}"
            yield Change(kind, name, f"lifecycle.{key}", text, old=was, new=now)


def _days(was: str | None, now: str | None) -> str:
    """An end that comes nearer tightens; one that goes or moves away loosens."""
    return "tightens" if now is not None and (was is None or now < was) else "loosens"


def rest(name: str, old: Model, new: Model) -> Iterator[Change]:
    """What an account needs, and when the training data end."""
    if old.requires != new.requires:
        kind = "tightens" if new.requires else "loosens"
        text = f"requires {new.requires}" if new.requires else f"requires {old.requires} no more"
        yield Change(kind, name, "requires", text, old=old.requires, new=new.requires)
    if old.knowledge != new.knowledge and new.knowledge:
        text = f"its training data end at {new.knowledge}" + (f", and did at {old.knowledge}" if old.knowledge else "")
        yield Change("alters", name, "knowledge", text, old=old.knowledge, new=new.knowledge)
