"""Compares our catalogue with what others publish, field by field; a difference that nobody explained makes it fail.

The peers come from PyPI, into an environment of their own (.peers-venv, or the folder that REGISTRY_PEERS_VENV names).
What is known to differ stands in tools/compare_explained.yaml, with a reason, its evidence, and a day on which somebody
has to look again. A model that a peer knows and we do not is a difference too; a field that we do not know is a gap,
which is counted, and listed with --gaps; what is explained is listed with --errors, with its evidence.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from comparing import environment
from comparing.agreement import agree
from comparing.answers import Answers
from comparing.explained import Difference, Explanations, spell

from registry.catalogue import bundled
from registry.days import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from comparing.explained import Explanation

EXPLAINED = Path(__file__).with_name("compare_explained.yaml")
COLUMNS = ("said", "agree", "gaps", "explained", "unexplained")


class Comparison(NamedTuple):
    """What became of everything that one peer says."""

    counts: Counter[str]
    gaps: list[Difference]
    explained: list[tuple[Difference, Explanation]]
    unexplained: list[Difference]


def main(argv: list[str] | None = None) -> int:
    """Compares, prints, and returns the exit code."""
    options = parser().parse_args(argv)
    on = day_of(options.on)
    explanations = Explanations.load(options.explained, on, dated=True)
    answers = Answers(bundled(), on)
    python = environment.ready(fresh=options.fresh)
    peers = options.peer or list(environment.PEERS)
    found = {}
    for peer in peers:
        progress(f"reading {peer} …")
        found[peer] = compare(peer, environment.read(python, peer, answers.talking()), answers, explanations)
    progress("")
    stale = explanations.expired + ([] if options.peer else explanations.unused)
    if options.json:
        print(json.dumps(as_json(found, environment.versions(python), stale), indent=1, ensure_ascii=False))
    else:
        print("\n".join(report(found, environment.versions(python), gaps=options.gaps, errors=options.errors)))
        for one in stale:
            print(f"{'expired' if one in explanations.expired else 'explains nothing any more'}: {one}")
    return 1 if stale or any(one.unexplained for one in found.values()) else 0


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument(
        "--peer", action="append", choices=environment.PEERS, default=[], help="this peer alone; repeatable"
    )
    result.add_argument("--fresh", action="store_true", help="bring the peers to their newest releases first")
    result.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    result.add_argument("--gaps", action="store_true", help="list what peers know and we do not")
    result.add_argument("--errors", action="store_true", help="list what peers have otherwise, and on what evidence")
    result.add_argument("--on", metavar="DAY", help="the day asked about (today)")
    result.add_argument("--explained", type=Path, default=EXPLAINED, metavar="FILE", help="the explained differences")
    return result


def compare(
    peer: str, said: Iterable[tuple[str, str, object]], answers: Answers, explanations: Explanations
) -> Comparison:
    """Puts everything that a peer says beside our answers."""
    result = Comparison(Counter(), [], [], [])
    for model, field, theirs in sorted(set_of(said), key=str):
        known = answers.knows(model)
        if not known and field != "id":
            continue  # said once, of the name
        ours = answers(model, field) if known else None
        difference = Difference(peer, model, field, theirs, ours)
        result.counts["said"] += 1
        if known and agree(field, theirs, ours):
            result.counts["agree"] += 1
        elif (explanation := explanations.explain(difference)) is not None:
            result.explained.append((difference, explanation))
        elif known and ours is None:
            result.gaps.append(difference)
        else:
            result.unexplained.append(difference)
    return result


def set_of(said: Iterable[tuple[str, str, object]]) -> Iterator[tuple[str, str, object]]:
    """Everything once."""
    seen = set()
    for one in said:
        if str(one) not in seen:
            seen.add(str(one))
            yield one


def progress(text: str) -> None:
    """Says on a terminal what is being done."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def report(found: dict[str, Comparison], versions: dict[str, str], *, gaps: bool, errors: bool) -> Iterator[str]:
    """The figures, a row a peer, and the differences that nobody explained."""
    yield f"{'peer':<18}{'release':<14}" + "".join(f"{column:>13}" for column in COLUMNS)
    for peer, one in found.items():
        figures = (one.counts["said"], one.counts["agree"], len(one.gaps), len(one.explained), len(one.unexplained))
        yield f"{peer:<18}{versions[peer]:<14}" + "".join(f"{figure:>13,}" for figure in figures)
    for one in found.values():
        yield from (f"gap: {difference}" for difference in one.gaps if gaps)
        yield from (f"explained: {difference}: {why.entry['evidence']}" for difference, why in one.explained if errors)
        yield from (str(difference) for difference in one.unexplained)


def as_json(found: dict[str, Comparison], versions: dict[str, str], stale: Iterable[object]) -> dict[str, object]:
    """The same as data, with what is explained and why."""

    def row(difference: Difference, why: Explanation | None = None) -> dict[str, str]:
        fields = {"model": difference.model, "field": difference.field}
        values = {"theirs": spell(difference.theirs), "ours": spell(difference.ours)}
        return {**fields, **values, **({word: str(why.entry[word]) for word in ("why", "evidence")} if why else {})}

    return {
        "stale": [str(one) for one in stale],
        "peers": {
            peer: {
                "release": versions[peer],
                **one.counts,
                "gaps": [row(difference) for difference in one.gaps],
                "explained": [row(*pair) for pair in one.explained],
                "unexplained": [row(difference) for difference in one.unexplained],
            }
            for peer, one in found.items()
        },
    }


if __name__ == "__main__":
    sys.exit(main())
