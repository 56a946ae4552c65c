"""The reference for a site: what is committed, and a page for each model besides, to which every name leads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.generate.artefact import leftovers, write
from registry.generate.artefacts import SITE
from registry.generate.reference import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from registry.generate.material import Material


def write_site(material: Material, folder: Path) -> tuple[int, int]:
    """Write the reference into a folder, and remove what an earlier run wrote and nothing makes any more.

    Returns how many pages there are, and how many files changed.
    """
    made = {artefact.path: artefact for kind in SITE for artefact in kind.make(material)}
    paths = {folder / path.removeprefix(f"{FOLDER}/"): artefact for path, artefact in made.items()}
    changed = sum(write(path, artefact.render().encode()) for path, artefact in paths.items())
    for inner in sorted({path.parent for path in paths}):
        for path in leftovers(inner, paths):
            path.unlink()
            changed += 1
    return len(paths), changed
