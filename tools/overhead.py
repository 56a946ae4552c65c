"""Prints what each guard costs a call: microseconds, and the share of the client's own work without network.

The environments are those of tools/guards.py.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from guarding import environment

SCRIPT = Path(__file__).resolve().parent / "guarding" / "overhead.py"


def main() -> int:
    """Measures in every environment, and prints a table for each."""
    parser().parse_args()
    for name in environment.ENVIRONMENTS:
        python = environment.ready(name)
        done = subprocess.run(
            [str(python), str(SCRIPT)],
            env=environment.variables(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            check=True,
        )
        print(", ".join(f"{package} {version}" for package, version in environment.versions(python).items()))
        print("| call | plain, µs | guarded, µs | the guard, µs | share |\n|---|---|---|---|---|")
        for words, plain, guarded in map(json.loads, done.stdout.splitlines()):
            cost = guarded - plain
            print(f"| {words} | {plain:.0f} | {guarded:.0f} | {cost:.0f} | {cost / plain:.1%} |")
        print()
    return 0


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    return argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)


if __name__ == "__main__":
    sys.exit(main())
