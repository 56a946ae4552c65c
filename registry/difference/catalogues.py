"""From one catalogue to the next: what changes for everybody, model by model, on the days on which it does."""

from __future__ import annotations

from registry.days import dates
from registry.difference import sections
from registry.difference.change import Change
from registry.difference.models import merged, parameters
from registry.difference.prices import prices

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.catalogue import Catalogue

PRICED = {
    "hosted": "what the tools cost that it runs",
    "regional": "what a region of choice costs on top",
    "same_price": "which meters cost what another one does",
}
"""What a provider says of prices, in words."""


def between_catalogues(old: Catalogue, new: Catalogue, on: str) -> list[Change]:
    """What changes from one catalogue to the next: names, shapes, and facts as of a day and the days they change on."""
    before, after = old.ids(), new.ids()
    found = [Change("removes", id_, "id", "is not known any more") for id_ in before if id_ not in after]
    found += [
        Change("adds", id_, "id", f"a model of {new.by_id(id_, on).family}") for id_ in after if id_ not in before
    ]
    for id_ in after:
        if id_ in before and old.line(id_) != new.line(id_):
            found += _model(old, new, id_, on)
    return [*found, *_spellings(old, new), *_priced(old, new), *_shapes(old, new)]


def _model(old: Catalogue, new: Catalogue, id_: str, on: str) -> Iterator[Change]:
    """What changes about one model: as of the day first, then what holds on other days alone."""
    lines = [catalogue.line(id_) or {} for catalogue in (old, new)]
    told = set()
    days = {day for line in lines for day in dates(line)}
    priced = {entry["from"] for line in lines for entry in line.get("prices", ())}
    for day in (on, *sorted((days | priced) - {on})):
        for change in _on(old, new, id_, day):
            key = (change.kind, change.field, change.mode, change.text)
            if key not in told:
                told.add(key)
                if day != on:
                    change.text += f" (as of {day})"
                yield change


def _on(old: Catalogue, new: Catalogue, id_: str, day: str) -> list[Change]:
    before, after = old.by_id(id_, day), new.by_id(id_, day)
    found = [
        *sections.alias(id_, before, after),
        *sections.endpoints(id_, new, before, after),
        *sections.limits(id_, before, after),
        *sections.rest(id_, before, after),
        *sections.lifecycle(id_, before, after),
        *prices(id_, (old, before), (new, after)),
    ]
    for mode in after.modes or ():
        if mode in (before.modes or ()):
            found += parameters(new, (before, mode), (after, mode))
    return merged(found)


def _spellings(old: Catalogue, new: Catalogue) -> Iterator[Change]:
    """Prefixes of names that are read or not read any more."""
    before, after = (
        {
            rule["prefix"]: provider
            for provider, said in catalogue.header["providers"].items()
            for rule in said.get("names", ())
        }
        for catalogue in (old, new)
    )
    yield from (
        Change("removes", before[name], "names", f"{name}… is not read") for name in before.keys() - after.keys()
    )
    yield from (Change("adds", after[name], "names", f"{name}… is read") for name in after.keys() - before.keys())


def _priced(old: Catalogue, new: Catalogue) -> Iterator[Change]:
    """What a provider says of the prices of all its models."""
    before, after = (catalogue.header["providers"] for catalogue in (old, new))
    for name in {**before, **after}:
        for key, words in PRICED.items():
            was, now = (said.get(name, {}).get(key) for said in (before, after))
            if was == now:
                continue
            kind, told = ("adds", "known") if not was else ("reprices", "changed") if now else ("unknown", "not known")
            yield Change(kind, name, key, f"{words}: {told}", old=was, new=now)


def _shapes(old: Catalogue, new: Catalogue) -> Iterator[Change]:
    """Endpoints whose wire shape came, went or changed; of a changed one, the fields of its body that did."""
    before, after = old.header["modes"], new.header["modes"]
    for mode in {**before, **after}:
        was, now = old.shape(mode), new.shape(mode)
        if was == now:
            continue
        if was is None or now is None:
            yield Change(
                "removes" if now is None else "adds", after.get(mode, before.get(mode)), "shape", "the endpoint"
            )
            continue
        fields = [one["body"].get("fields", {}) for one in (was, now)]
        changed = [name for name in {**fields[0], **fields[1]} if fields[0].get(name) != fields[1].get(name)]
        told = ", ".join(changed) or "deeper than the fields of its body"
        yield Change("alters", after[mode], "shape", f"changed: {told}")
