"""CAT012: a fact that nobody has looked at for a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from registry.authoring.lint._rule import Flaw, rule
from registry.authoring.resolve import entries, sections
from registry.authoring.schema import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft
    from registry.authoring.resolve import Found

DAYS = 365


@rule("CAT012", "warning")
def stale_verification(draft: Draft) -> Iterator[Flaw]:
    """A fact about a model in use was last looked at more than a year ago.

    ## Why
    Providers change what they accept. `verified: 2026-10-01` on the line or block says that someone looked again, where
    the source itself is older.

    ## Example
        source: acme-press
        params: {temperature: 0..2}
        models: {quill: {}}

    ## Instead
        source: acme-press
        verified: 2026-10-01
        params: {temperature: 0..2}
        models: {quill: {}}
    """
    told: set[Place] = set()
    for model in draft.own:
        for place, newest in _dated(draft, model) if draft.alive(model) else ():
            age = (date.fromisoformat(draft.on) - date.fromisoformat(newest)).days
            if age > DAYS and place not in told:
                told.add(place)
                yield Flaw(
                    draft.facts, place, f"{place[-1]} of {model.id} was last looked at on {newest}, {age} days ago"
                )


def _dated(draft: Draft, model: Found) -> Iterator[tuple[Place, str]]:
    """The facts of a model, and the newest day on which somebody stood by each."""
    cited, verified = sections(model.written.get("source")), model.written.get("verified", "")
    for section in SECTIONS:
        written = model.written.get(section)
        source = cited.get(section, cited.get("default"))
        if section == "params":
            for name, said in (written or {}).items():
                yield from _newest(draft, draft.origin(model, section, name), [entries(said)[-1]], source, verified)
        elif written:
            said = written[-1:] if section == "prices" else [{}]
            yield from _newest(draft, draft.origin(model, section), said, source, verified)


def _newest(
    draft: Draft, place: Place | None, said: list[dict[str, Any]], source: str | None, verified: str
) -> Iterator[tuple[Place, str]]:
    days = [verified, *(entry.get("verified", "") for entry in said)]
    days += [draft.sources.get(entry.get("source") or source or "", {}).get("date", "") for entry in said]
    if place is not None and max(days):
        yield place, max(days)
