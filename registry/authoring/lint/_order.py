"""What has an order in files of facts: lists by day, snapshots by day, choices as the shape lists them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from registry.domain import same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft
    from registry.authoring.lint._endpoint import Endpoint

DATED = re.compile(r".*(\d{4}-\d{2}-\d{2})")


def dated_lists(draft: Draft) -> Iterator[tuple[Place, list[dict[str, Any]]]]:
    """Every list of which the last entry that has begun is in force."""
    yield from draft.prices()
    for line in draft.lines:
        if isinstance(draft.facts.get((*line.place, 0)), dict):
            yield line.place, draft.facts.get(line.place)
    for block in draft.blocks:
        for path in (("current",), ("lifecycle", "replacement"), ("fine_tuned", "lifecycle", "replacement")):
            written = draft.facts.get((*block.place, *path))
            if isinstance(written, list):
                yield (*block.place, *path), written


def day(name: str, snapshot: dict[str, Any]) -> str:
    """The day of a snapshot: its own, or the one in its name; empty when nobody says."""
    found = DATED.fullmatch(name)
    own: str = (snapshot.get("lifecycle") or {}).get("released") or (found[1] if found else "")
    return own


def by_shape(written: Sequence[object], name: str, described: Sequence[Endpoint]) -> list[int]:
    """The order in which the first shape that has these choices has them; nothing when none has all."""
    for endpoint in described:
        known = endpoint.order(name)
        ranks = [next((at for at, one in enumerate(known) if same(one, choice)), None) for choice in written]
        if written and None not in ranks:
            return sorted(range(len(written)), key=lambda at: ranks[at] or 0)
    return []
