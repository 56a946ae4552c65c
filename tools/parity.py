"""Prices recorded usages with our catalogue and with the peers, and says where they differ.

Each FILE holds JSON lines, plain or gzipped, with `usage`, `endpoint`, `on`, `service_tier` and the model that answered
(`response_model`, else that of the `body`); a usage without a model is passed over, and counted. A difference that
tools/parity_explained.yaml does not explain makes it fail.
The peers are those of tools/budget.py, in its environment (.bench-venv, or the folder that REGISTRY_BENCH_VENV names).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import recorded
from bench import environment
from comparing.explained import Difference, Explanations
from pricing.reasons import agree, ours, reason

from registry.days import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Line = dict[str, Any]

TOOLS = Path(__file__).parent
EXPLAINED = TOOLS / "parity_explained.yaml"
PEERS = ("genai-prices", "litellm")
STANDARD = (None, "default", "auto")


class Group(NamedTuple):
    """Differences of one kind: whose, of which model, why."""

    peer: str
    model: str
    reason: str


class Seen(NamedTuple):
    """One difference of a group."""

    line: Line
    mine: Decimal | None
    theirs: Decimal | None


def main() -> int:
    """Prices, prints, and returns the exit code."""
    options = parser().parse_args()
    said = [line for path in options.files for line in recorded.lines(path) if line.get("usage")]
    lines = list(usages(said))
    python = options.python or environment.ready()
    agreed: Counter[str] = Counter()
    groups: dict[Group, list[Seen]] = {}
    for line, answers in zip(lines, asked(python, lines), strict=True):
        mine = ours(line)
        for peer in PEERS:
            theirs = Decimal(answers[peer]["usd"]) if "usd" in answers[peer] else None
            if mine is not None and theirs is not None and agree(mine, theirs):
                agreed[peer] += 1
            else:
                group = Group(peer, line["model"], reason(line, mine, theirs))
                groups.setdefault(group, []).append(Seen(line, mine, theirs))
    explanations = Explanations.load(EXPLAINED, day_of(None))
    print("\n".join(report(len(lines), agreed, groups, explanations)))
    print(f"{len(said) - len(lines)} usages passed over: they name no model")
    for one in explanations.unused:
        print(f"explains nothing any more: {one}")
    return 1 if explanations.unused or any(not why for why in whys(groups, explanations).values()) else 0


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument("files", nargs="+", type=Path, metavar="FILE")
    result.add_argument("--python", type=Path, help="an interpreter that has the peers, instead of making one")
    return result


def usages(recordings: Iterable[Line]) -> Iterator[Line]:
    """The usages of recorded answers that name a model, in the words of `registry.cost`."""
    for said in recordings:
        body = said.get("body")
        model = said.get("response_model") or (body.get("model") if isinstance(body, dict) else None)
        if model:
            tier = said.get("service_tier")
            known = {"tier": None if tier in STANDARD else tier, "model": model}
            yield {"endpoint": said["endpoint"], "on": said["on"], "usage": said["usage"], **known}


def asked(python: Path, lines: Iterable[Line]) -> list[dict[str, dict[str, str]]]:
    """What the peers say of every line, in their own environment."""
    done = subprocess.run(
        [str(python), "-m", "pricing.peers"],
        input="".join(json.dumps(line) + "\n" for line in lines),
        stdout=subprocess.PIPE,
        check=True,
        text=True,
        env=environment.variables() | {"PYTHONPATH": str(TOOLS), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return [json.loads(text) for text in done.stdout.splitlines() if text.startswith("{")]


def whys(groups: Iterable[Group], explanations: Explanations) -> dict[Group, str]:
    """Each group with its explanation; empty where there is none."""
    found = {}
    for group in groups:
        explained = explanations.explain(Difference(group.peer, group.model, group.reason, None, None))
        found[group] = str(explained.entry["why"]) if explained else ""
    return found


def report(
    total: int, agreed: Counter[str], groups: dict[Group, list[Seen]], explanations: Explanations
) -> Iterator[str]:
    """The figures, a row a peer; then the differences, a row a group."""
    explained = whys(groups, explanations)
    for peer in PEERS:
        differing = {group: len(seen) for group, seen in groups.items() if group.peer == peer}
        left = sum(count for group, count in differing.items() if not explained[group])
        share = Decimal(100 * agreed[peer]) / total
        yield (
            f"{peer}: {agreed[peer]:,} of {total:,} usages agree ({share:.1f} %), "
            f"{sum(differing.values())} differ, {left} of them unexplained"
        )
    yield ""
    for group, seen in sorted(groups.items()):
        line, mine, theirs = seen[0]
        amounts = (
            f"ours {mine if mine is not None else '–'}, theirs {theirs if theirs is not None else '–'} on {line['on']}"
        )
        yield f"{len(seen):>4}  {group.peer:<13}{group.model:<38}{group.reason:<34}{amounts}"
        yield f"      {explained[group] or 'NOT EXPLAINED'}"


if __name__ == "__main__":
    sys.exit(main())
