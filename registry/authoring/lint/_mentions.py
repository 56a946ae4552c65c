"""Where files of facts mention models: pointers, replacements, and words in them that look like ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from registry.authoring.resolve import moves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place
    from registry.authoring.lint._draft import Draft
    from registry.authoring.resolve import Found

ID = re.compile(r"[a-z][a-z-]*[0-9](?:[a-z0-9.:_-]*[a-z0-9])?")
"""What looks like an id in a sentence: lower case, with a number in it."""


def named(written: Any, place: Place) -> Iterator[tuple[Place, str]]:  # noqa: ANN401 - YAML
    """The names in a name or dated list of names."""
    if isinstance(written, list):
        yield from (((*place, at, "is"), moved["is"]) for at, moved in enumerate(written))
    elif written:
        yield place, written


def ids_in(phrase: str) -> list[str]:
    """The words of a replacement that have to be ids: the only one, or those that look like it."""
    words = phrase.split()
    return [word for part in words if ID.fullmatch(word := part.strip(",.;:()'\"`"))] if len(words) > 1 else words


def circles(draft: Draft, model: Found) -> bool:
    """Whether following what the name points at last leads back to it."""
    seen = [model.id]
    while pointed := moves(draft.by_id[seen[-1]].written.get("current")):
        target: str = pointed[-1]["is"]
        if target in seen or target not in draft.by_id:
            return target == model.id
        seen.append(target)
    return False
