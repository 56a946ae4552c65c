"""Says what a change of the catalogue does to users: what is removed, tightened, altered, repriced, loosened, added.

OLD and NEW are compiled catalogues, or revisions of this repository (its committed catalogue is taken). Left out, NEW
is the one in this tree, and OLD the one before it: the last commit's, or where that has the same, its parent's.
Ends with the smallest step of a version that the changes allow.
With --fragments, fails where the changelog leaves out a kind of change, or tells of prices that stayed; where OLD is
a revision, only fragments that were written since then count.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from registry.catalogue import FILE, Catalogue
from registry.days import day_of
from registry.difference import KINDS, Change, between_catalogues, floor

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
    old = options.old or earlier()
    if old is None:
        why = "there is no earlier catalogue to compare with"
        print(json.dumps({"floor": None, "changes": [], "faults": [], "note": why}, indent=1) if options.json else why)
        return 0
    changes = between_catalogues(catalogue(old), catalogue(options.new), day_of(options.on))
    faults = list(missing(changes, options.fragments, old)) if options.fragments else []
    if options.json:
        told = {"floor": floor(changes), "changes": [change.as_dict() for change in changes], "faults": faults}
        print(json.dumps(told, indent=1, ensure_ascii=False))
    else:
        print("\n".join([*sentences(changes), f"floor: {floor(changes)}", *faults]))
    return 1 if faults else 0


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    old = "a compiled catalogue, or a revision such as v0.1.0 or HEAD~1; the one before this tree's by default"
    result.add_argument("old", metavar="OLD", nargs="?", help=old)
    result.add_argument("new", metavar="NEW", nargs="?", default=FILE, help="the same; what this tree has by default")
    result.add_argument("--fragments", type=Path, metavar="FOLDER", help="check the changelog's fragments")
    result.add_argument("--json", action="store_true", help="print one JSON object instead of sentences")
    result.add_argument("--on", metavar="DAY", help="the day whose facts are told first (today)")
    return result


def catalogue(name: str) -> Catalogue:
    """A compiled catalogue by its path, or as a revision has it."""
    if Path(name).is_file():
        return Catalogue.load(name)
    shown = git("show", f"{name}:{COMMITTED}")
    if shown.returncode:
        sys.exit(f"{name} is no file, and no revision with {COMMITTED}: {shown.stderr.decode().strip()}")
    return Catalogue(shown.stdout)


def git(*words: str) -> subprocess.CompletedProcess[bytes]:
    """What git says about this repository; that it fails, where there is no git."""
    try:
        return subprocess.run(["git", *words], cwd=ROOT, check=False, capture_output=True)  # noqa: S607
    except FileNotFoundError as error:
        return subprocess.CompletedProcess(words, 127, b"", str(error).encode())


def earlier() -> str | None:
    """The revision before this tree's catalogue; None where that is not at hand: no clone, or one without a past."""
    changed = git("diff", "--quiet", "HEAD", "--", COMMITTED).returncode
    revision = "HEAD" if changed else "HEAD^"
    return None if git("cat-file", "-e", f"{revision}:{COMMITTED}").returncode else revision


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


def fragments(folder: Path, since: str) -> Iterator[Path]:
    """The changelog's fragments; where the older catalogue is a revision's, those that were written after it."""
    everything = folder.glob("*.*.md")
    if Path(since).is_file():
        yield from everything
        return
    told = git("diff", "-z", "--name-only", "--relative", "--diff-filter=d", since, "--", str(folder.resolve())).stdout
    told += git("ls-files", "-z", "--others", "--exclude-standard", "--", str(folder.resolve())).stdout
    names = {Path(name).name for name in os.fsdecode(told).split("\0")}
    yield from (path for path in everything if path.name in names)


def missing(changes: Iterable[Change], folder: Path, since: str) -> Iterator[str]:
    """What the changelog's fragments leave out, and what they should not say."""
    wanted = {TOLD_BY[change.kind] for change in changes if change.kind in TOLD_BY}
    types = {path.name.split(".")[-2] for path in fragments(folder, since)}
    for kind in sorted(wanted - types):
        yield f"{folder}: no fragment of type {kind!r}, but the catalogue has such changes"
    for kind in FROM_FACTS_ALONE:
        if kind in types - wanted:
            yield f"{folder}: a fragment of type {kind!r}, but the catalogue has no such change"


if __name__ == "__main__":
    sys.exit(main())
