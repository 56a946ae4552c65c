"""Compares the compiled catalogue with a base of facts, field by field, and prints who agrees.

Reads `truth.jsonl` of the folder given: one JSON object a line with `model`, `field`, `value` and `conf`. Only what is
well founded there counts, unless --all is asked for. What is known to differ stands, with its evidence, in
tools/against_facts.yaml; a difference that nothing there explains makes this fail.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comparing.answers import Answers
from comparing.explained import Difference, Explanations
from comparing.table import line_of

from registry.catalogue import bundled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

FOUNDED = ("official", "verified", "secondary", "manual")
ALLOWED = Path(__file__).with_suffix(".yaml")
STATE = "2026-11-23"
"""The day that the base of facts describes."""

AGREES, EXPLAINED, UNEXPLAINED, UNMAPPED = "agrees", "explained", "unexplained", "not compared"
COLUMNS = (AGREES, EXPLAINED, UNEXPLAINED, UNMAPPED)
NOT_KNOWN = "no such model"


def main(argv: list[str] | None = None) -> int:
    """Compares, prints, and returns the exit code."""
    options = parser().parse_args(argv)
    explanations = Explanations.load(options.allowed, options.on)
    counts, left = compare(
        truths(options.folder / "truth.jsonl", everything=options.all), Answers(bundled(), options.on), explanations
    )
    print("\n".join(table(counts)))
    for difference in left:
        print(difference)
    unused = [] if options.all else explanations.unused
    for one in unused:
        print(f"explains nothing any more: {one}")
    return 1 if left or unused else 0


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument("folder", metavar="FACTS_FOLDER", type=Path, help="the folder with truth.jsonl")
    result.add_argument("--all", action="store_true", help="also what rests on other catalogues alone")
    result.add_argument("--on", default=STATE, metavar="DAY", help=f"the day asked about ({STATE})")
    result.add_argument("--allowed", type=Path, default=ALLOWED, metavar="FILE", help="the explained differences")
    return result


def truths(path: Path, *, everything: bool = False) -> Iterator[Mapping[str, Any]]:
    """The entries of the base that count."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            if entry["conf"] in FOUNDED or (everything and entry["value"] not in (None, "UNRESOLVED")):
                yield entry


def compare(
    entries: Iterable[Mapping[str, Any]], answers: Answers, explanations: Explanations
) -> tuple[Mapping[str, Counter[str]], list[Difference]]:
    """What became of each entry, counted by field, and the differences that nothing explains."""
    counts: dict[str, Counter[str]] = {}
    left = []
    for entry in entries:
        verdict = UNMAPPED
        line = line_of(entry["field"])
        if line is not None:
            known = answers.knows(entry["model"])
            ours = answers(entry["model"], line.field) if known else NOT_KNOWN
            difference = Difference(entry["conf"], entry["model"], entry["field"], entry["value"], ours)
            verdict = AGREES if known and line.agree(entry["value"], ours) else UNEXPLAINED
            if verdict == UNEXPLAINED and explanations.explain(difference):
                verdict = EXPLAINED
            if verdict == UNEXPLAINED:
                left.append(difference)
        counts.setdefault(entry["field"], Counter())[verdict] += 1
    return counts, left


def table(counts: Mapping[str, Counter[str]]) -> Iterator[str]:
    """The figures, a row a field, the sum last."""
    width = max(map(len, counts), default=0)

    def row(name: str, figures: Iterable[object]) -> str:
        return (f"{name:<{width}}  " + "  ".join(f"{figure:>12}" for figure in figures)).rstrip()

    yield row("field", COLUMNS)
    total: Counter[str] = Counter()
    for field, count in sorted(counts.items()):
        total.update(count)
        yield row(field, [count[column] or "" for column in COLUMNS])
    yield row("all", [total[column] for column in COLUMNS])
    compared = total.total() - total[UNMAPPED]
    share = (
        (100 * total[AGREES] / compared, 100 * (total[AGREES] + total[EXPLAINED]) / compared) if compared else (0, 0)
    )
    yield f"{compared:,} compared: {share[0]:.2f} % agree, {share[1]:.2f} % agree or are explained"


if __name__ == "__main__":
    sys.exit(main())
