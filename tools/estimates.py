"""Measures estimates of input tokens against what the API counted: with the extra `tokens`, and without it.

Reads recorded pairs, one JSON object a line, gzipped or not: `endpoint`, `on`, `body`, `usage` and `source`, and where
known `response_model` and `service_tier`. The pairs are halved by the repository that recorded them: --half fit is what
facts are tuned on, --half report what is reported. --fit prints the facts that would come nearest, one number changed
at a time; facts of an overlay are tried with REGISTRY_CATALOGUE.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from estimating.fitting import fit
from estimating.pairs import HALVES, Pair, read

from registry.diagnostics import NoPrice, UnknownModel

if TYPE_CHECKING:
    from registry.quote import Estimate

COUNTER = "toktok"
HEADER = ("", "pairs", "exact", "median", "p95", "bias", "within", "paid")
"""Input tokens: met exactly, the errors, inside the bounds; and what was paid inside the bounds of the estimate."""

PAID = 0.99
"""The share of what was paid that has to lie between the least and the most."""
PERCENTILE = 0.95


def main(argv: list[str] | None = None) -> int:
    """Measures, prints, and returns the exit code."""
    options = parser().parse_args(argv)
    pairs = [pair for pair in read(options.path) if options.half in (pair.half, "all")]
    if options.residuals:
        residuals(pairs)
    elif options.fit:
        print("\n".join(fit(pairs)))
    else:
        return report(pairs)
    return 0


def report(pairs: list[Pair]) -> int:
    """Print the errors with the extra and without it; 1 when too much of what was paid lies outside the bounds."""
    failed = False
    for installed in (True, False):
        with_or_without(installed=installed)
        print("\nwith the extra" if installed else "\nwithout it")
        lines, paid = table(pairs)
        print("\n".join(lines))
        failed = failed or paid < PAID
    return int(failed)


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument("path", metavar="PAIRS", type=Path, help="recorded pairs, JSON lines, .gz or not")
    result.add_argument("--half", choices=HALVES, default="report", help="which of the pairs (report)")
    result.add_argument("--fit", action="store_true", help="print the facts that would come nearest")
    result.add_argument("--residuals", action="store_true", help="print every pair that is not met exactly")
    return result


def with_or_without(*, installed: bool) -> None:
    """Let the counter be found, or not, whatever is installed."""
    sys.modules.pop(COUNTER, None)
    if not installed:
        sys.modules[COUNTER] = None  # type: ignore[assignment]


def table(pairs: list[Pair]) -> tuple[list[str], float]:
    """The errors, by endpoint, by family and by what requests hold; and the share of what was paid in the bounds."""
    groups: dict[str, list[tuple[Pair, Estimate]]] = defaultdict(list)
    unpriced = 0
    for pair in pairs:
        try:
            found = pair, pair.estimate()
            keys = ("all", pair.endpoint, pair.family(), pair.holds())
        except (NoPrice, UnknownModel):
            unpriced += 1
            continue
        for key in keys:
            groups[key].append(found)
    rows = [HEADER, *(row(key, found) for key, found in sorted(groups.items()))]
    widths = [max(len(cells[column]) for cells in rows) for column in range(len(HEADER))]
    lines = [
        "  ".join([cells[0].ljust(widths[0]), *(c.rjust(w) for c, w in zip(cells[1:], widths[1:], strict=True))])
        for cells in rows
    ]
    paid = [pair.paid(guess) for pair, guess in groups["all"]]
    return [*lines, *([f"not estimated: {unpriced}"] if unpriced else [])], sum(paid) / max(len(paid), 1)


def row(key: str, found: list[tuple[Pair, Estimate]]) -> tuple[str, ...]:
    """How far off the estimates of a group are."""
    errors = [(guess.input_tokens.expected - pair.sent) / max(pair.sent, 1) for pair, guess in found]
    sizes = sorted(abs(error) for error in errors)
    met = sum(not error for error in errors)
    within = sum(guess.input_tokens.least <= pair.sent <= guess.input_tokens.most for pair, guess in found)
    return (
        key,
        str(len(found)),
        f"{met / len(found):.0%}",
        f"{sizes[len(sizes) // 2]:.1%}",
        f"{sizes[int(len(sizes) * PERCENTILE)]:.1%}",
        f"{sum(errors) / len(errors):+.1%}",
        f"{within / len(found):.1%}",
        f"{sum(pair.paid(guess) for pair, guess in found) / len(found):.1%}",
    )


def residuals(pairs: list[Pair]) -> None:
    """Print what is not met exactly."""
    for number, pair in enumerate(pairs):
        try:
            guess = pair.estimate().input_tokens
        except (NoPrice, UnknownModel) as error:
            print(number, pair.body["model"], error)
            continue
        if guess.expected != pair.sent:
            print(number, pair.endpoint, pair.body["model"], f"{pair.sent} tokens, estimated {guess}", pair.recorded_by)


if __name__ == "__main__":
    sys.exit(main())
