"""Runs the tests of the guards with the real clients: the newest, those of one major version before, and litellm.

CI runs them with the newest openai and httpx alone: the others are heavy.
The environments are made in .guards-venv, or in the folder that REGISTRY_GUARDS_VENV names.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from guarding import environment


def main() -> int:
    """Runs what was asked for, and returns the exit code."""
    options = parser().parse_args()
    codes = []
    for name in options.only or environment.ENVIRONMENTS:
        python = environment.ready(name)
        told = ", ".join(f"{package} {version}" for package, version in environment.versions(python).items())
        print(f"\n── {name}: {told}", flush=True)
        command = [str(python), "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "tests/integrations"]
        done = subprocess.run(command, cwd=environment.ROOT, env=environment.variables(), check=False)
        codes.append(done.returncode)
    return max(codes)


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument("--only", action="append", choices=environment.ENVIRONMENTS, help="this environment alone")
    return result


if __name__ == "__main__":
    sys.exit(main())
