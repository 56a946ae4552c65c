"""Where files of facts cite a source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Document, Place

OPAQUE = frozenset(
    (
        "sources",
        "meters",
        "limits",
        "usd",
        "when",
        "default",
        "allow",
        "gives",
        "says",
        "refusals",
        "checks",
        "calls",
        "assumes",
    )
)
"""Keys under which nothing is cited; names of ours stand there, and `source` may be one of them."""
CLAIMING = ("disputed", "unconfirmed")
"""Keys under which every name is a source's."""
BY_NAME = frozenset(
    ("providers", "environment", "families", "models", "snapshots", "params", *CLAIMING, "fields", "variants", "types")
)
"""Keys under which every key is a name, and every value a block."""


def citations(document: Document) -> Iterator[tuple[Place, str]]:
    """Every mention of a source's id in a file, with its place; so is whoever disputes, or leaves values out."""
    return _within(document.value, ())


def _within(written: Any, place: Place) -> Iterator[tuple[Place, str]]:  # noqa: ANN401 - YAML
    if isinstance(written, list):
        for at, inner in enumerate(written):
            yield from _within(inner, (*place, at))
    for key, inner in written.items() if isinstance(written, dict) else ():
        inside = (*place, key)
        if key == "source":
            by_section = inner.items() if isinstance(inner, dict) else ()
            yield from (((*inside, section), source) for section, source in by_section)
            yield from [(inside, inner)] if isinstance(inner, str) else ()
        elif key in BY_NAME:
            for name, block in inner.items():
                yield from [((*inside, name), name)] if key in CLAIMING else ()
                yield from _within(block, (*inside, name))
        elif key not in OPAQUE:
            yield from _within(inner, inside)
