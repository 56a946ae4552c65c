"""Measures this package beside its peers and prints the ratios against their targets.

Counts CPU time and takes minima over interleaved rounds, so a busy machine disturbs it little.
Trust the ratios of one run, not its seconds. A missed target fails nothing: it is news, not an error.
Needs the standard library only.
The peers come from PyPI into .bench-venv, or into the folder that REGISTRY_BENCH_VENV names.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from bench import contestants, environment, materials, processes, targets


def main() -> int:
    """Measures what was asked for; the exit code says whether everything could be measured."""
    options = parser().parse_args()
    rows = [row for row in targets.ROWS if not options.only or row.group in options.only]
    python = environment.ready()
    with tempfile.TemporaryDirectory() as folder:
        supplied = materials.write(Path(folder))
        entered = contestants.enter(python, supplied)
        names = list(dict.fromkeys(name for row in rows for name in row.contestants))
        figures, failures = processes.interleave([entered[name] for name in names], options.rounds)
    results = [row.judge(figures) for row in rows]
    if options.json:
        report = {
            "python": sys.version.split()[0],
            "rounds": options.rounds,
            "versions": environment.versions(python),
            "figures": {name: {"value": value, "unit": entered[name].unit} for name, value in figures.items()},
            "failures": failures,
            "rows": [result._asdict() for result in results],
        }
        print(json.dumps(report, indent=2, ensure_ascii=False))
    else:
        print(targets.table(results))
        print(targets.listing({name: (value, entered[name].unit) for name, value in figures.items()}))
        print("".join(f"not measured: {name}: {reason}\n" for name, reason in failures.items()), end="")
    return 1 if failures else 0


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    groups = list(dict.fromkeys(row.group for row in targets.ROWS))
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    result.add_argument(
        "--only",
        metavar="NAME",
        action="append",
        choices=groups,
        default=[],
        help=f"measure this group alone; may be given several times: {', '.join(groups)}",
    )
    result.add_argument("--rounds", metavar="N", type=int, default=7, help="rounds to take minima over (7)")
    return result


if __name__ == "__main__":
    sys.exit(main())
