"""What a block says that it has anyway: from the block around it, or from the one that it points at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.authoring.lint._line import spelled
from registry.authoring.resolve import BESIDE_CURRENT, MERGED, NOT_INHERITED, UNKNOWN, entries, sections

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Block, Draft
    from registry.authoring.resolve import Found

KEPT = (*BESIDE_CURRENT, *NOT_INHERITED)
CITING = ("source", "verified")
"""Keys that say on whose word the block's own days stand."""
UNREAD = "what the name points at has its own"


def repeated(block: Block) -> Iterator[Place]:
    """The places of a block that say what it inherits."""
    for key, written in block.written.items():
        place = (*block.place, key)
        if key == "limits":
            unsaid = [name for name, said in written.items() if said == UNKNOWN]
            yield from [(*place, name) for name in unsaid if name not in block.inherited.get(key, ())]
        if key in NOT_INHERITED or key not in block.inherited:
            continue
        outer = block.inherited[key]
        if key == "source":
            said = sections(written)
            same = [name for name, source in said.items() if outer.get(name) == source]
            yield from [(*place, name) for name in same] if isinstance(written, dict) else [place] * len(same)
        elif key in MERGED:
            yield from [(*place, name) for name in written if name in outer and _same(written[name], outer[name], key)]
        elif _same(written, outer, key):
            yield place


def taken(draft: Draft, model: Found, target: str) -> dict[Place, str]:
    """The places beside `current` that say what is taken from the target anyway, or that nobody reads."""
    facts = draft.flat[target]
    found: dict[Place, str] = {}
    for key, written in draft.facts.get(model.place).items():
        if key in CITING:
            continue
        place = (*model.place, key)
        if key in MERGED:
            theirs = facts.get(key, {})
            for name, said in written.items():
                if name in theirs and _same(said, theirs[name], key):
                    found[(*place, name)] = f"it is taken from {target}"
                elif key not in KEPT:
                    found[(*place, name)] = UNREAD
        elif key in facts and _same(written, facts[key], key):
            found[place] = f"it is taken from {target}"
        elif key not in KEPT:
            found[place] = UNREAD
    return found


def _same(one: Any, other: Any, key: str) -> bool:  # noqa: ANN401 - YAML
    if key == "params":
        one, other = entries(one), entries(other)
    return spelled(one) == spelled(other)
