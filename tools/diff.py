"""Says what a change of the catalogue does to users: what is removed, tightened, altered, repriced, loosened, added.

OLD and NEW are compiled catalogues, or revisions of this repository (its committed catalogue is taken); NEW is the one
in this tree when it is left out. Ends with the smallest step of a version that the changes allow.
With --fragments, fails where the changelog's fragments leave out a kind of change, or tell of prices that stayed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from registry.catalogue import FILE, Catalogue
from registry.difference import KINDS, Change, between_catalogues, floor
from registry.facts import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
COMMITTED = "registry/_catalogue.jsonl"

TOLD_BY = {"removes": "tightens", "tightens": "tightens", "loosens": "loosens", "reprices": "reprices", "adds": "adds"}
"""The type of fragment that has to tell of a kind of change; the others need none."""
FROM_FACTS_ALONE = ("reprices",)
"""Types of fragments that nothing but a change of facts can be meant by."""


def main(argv: list[str] | None = None) -> int:
    """Compares, prints, and returns the exit code."""
    options = parser().parse_args(argv)
    changes = between_catalogues(catalogue(options.old), catalogue(options.new), day_of(options.on))
    faults = list(missing(changes, options.fragments)) if options.fragments else []
    if options.json:
        told = {"floor": floor(changes), "changes": [change.as_dict() for change in changes], "faults": faults}
        print(json.dumps(told, indent=1, ensure_ascii=False))
    else:
        print("\n".join([*sentences(changes), f"floor: {floor(changes)}", *faults]))
    return 1 if faults else 0


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument("old", metavar="OLD", help="a compiled catalogue, or a revision such as v0.1.0 or HEAD~1")
    result.add_argument("new", metavar="NEW", nargs="?", default=FILE, help="the same; what this tree has by default")
    result.add_argument("--fragments", type=Path, metavar="FOLDER", help="check the changelog's fragments")
    result.add_argument("--json", action="store_true", help="print one JSON object instead of sentences")
    result.add_argument("--on", metavar="DAY", help="the day whose facts are told first (today)")
    return result


def catalogue(name: str) -> Catalogue:
    """A compiled catalogue by its path, or as a revision has it."""
    if Path(name).is_file():
        return Catalogue.load(name)
    shown = subprocess.run(["git", "show", f"{name}:{COMMITTED}"], cwd=ROOT, check=False, capture_output=True)  # noqa: S607
    if shown.returncode:
        sys.exit(f"{name} is no file, and no revision with {COMMITTED}: {shown.stderr.decode().strip()}")
    return Catalogue(shown.stdout)


def sentences(changes: Sequence[Change]) -> Iterator[str]:
    """The changes by kind, the worst first; what is the same for several models told once."""
    for kind, text in KINDS.items():
        groups: dict[tuple[str, str | None, str], list[str]] = {}
        for change in changes:
            if change.kind == kind:
                groups.setdefault((change.field, change.mode, change.text), []).append(change.model)
        if groups:
            yield f"{kind} ({text})"
        for (field, mode, said), models in groups.items():
            at = f" at {mode}" if mode else ""
            yield f"  {', '.join(models)}: {field}{at}: {said}"


def missing(changes: Iterable[Change], folder: Path) -> Iterator[str]:
    """What the changelog's fragments leave out, and what they should not say."""
    wanted = {TOLD_BY[change.kind] for change in changes if change.kind in TOLD_BY}
    types = {path.name.split(".")[-2] for path in folder.glob("*.*.md")}
    for kind in sorted(wanted - types):
        yield f"{folder}: no fragment of type {kind!r}, but the catalogue has such changes"
    for kind in FROM_FACTS_ALONE:
        if kind in types - wanted:
            yield f"{folder}: a fragment of type {kind!r}, but the catalogue has no such change"


if __name__ == "__main__":
    sys.exit(main())
