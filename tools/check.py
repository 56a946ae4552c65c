"""Makes the development environment and runs every check that a change has to pass, in one order for all.

Needs Python 3.11 and its standard library only.
What it installs goes to .venv, or to the folder that the environment variable REGISTRY_VENV names.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036  (run by whatever python3 a machine has)
    sys.exit("tools/check.py needs Python 3.11 or newer")

ROOT = Path(__file__).resolve().parent.parent
VENV = Path(os.environ.get("REGISTRY_VENV") or ROOT / ".venv").absolute()
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")

# The cheapest first, and pytest last: its summary is what a reader wants to find at the end.
CHECKS = {
    "format": ["ruff", "format", "--check", "."],
    "ruff": ["ruff", "check", "."],
    "imports": ["lint-imports", "--no-logo"],
    "mypy": ["mypy"],
    "data": ["registry", "lint-data", "data/models.yaml"],
    "fresh": ["registry", "build", "--check"],
    "generated": ["registry", "generate", "--check"],
    "changelog": ["python", "tools/diff.py", "--fragments", "docs/changelog.d"],
    "site": ["python", "tools/website.py"],
    "pytest": ["pytest"],
}
# In the order in which one repair makes work for the next.
REPAIRS = {
    "ruff": ["ruff", "check", "--fix-only", "."],
    "format": ["ruff", "format", "."],
    "data": ["registry", "lint-data", "--fix", "data/models.yaml"],
    "fresh": ["registry", "build"],
    "generated": ["registry", "generate"],
}


def main() -> int:
    """Installs what changed, runs what was asked for, and returns the exit code."""
    options = parser().parse_args()
    steps = REPAIRS if options.fix else CHECKS
    if unknown := [name for name in options.only if name not in steps]:
        parser().error(f"--fix has nothing to repair for {', '.join(unknown)}")
    if not install():
        return 1
    if options.install_only:
        return 0
    chosen = {name: command for name, command in steps.items() if not options.only or name in options.only}
    failed = [name for name, command in chosen.items() if not run(name, command)]
    if failed:
        print(f"\nfailed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def parser() -> argparse.ArgumentParser:
    """Describes the command line, with the checks and repairs as they are."""
    listing = [f"  {name:<11}{' '.join(command)}" for name, command in CHECKS.items()]
    repairs = [f"  {name:<11}{' '.join(command)}" for name, command in REPAIRS.items()]
    result = argparse.ArgumentParser(
        description=__doc__,
        epilog="\n".join(["checks, in order:", *listing, "", "repairs (--fix), in order:", *repairs]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    result.add_argument("--fix", action="store_true", help="run the repairs instead of the checks")
    result.add_argument(
        "--only",
        metavar="NAME",
        action="append",
        choices=CHECKS,
        default=[],
        help="run this one alone; may be given several times",
    )
    result.add_argument("--install-only", action="store_true", help="make the environment and stop")
    return result


def install() -> bool:
    """Makes the environment agree with pyproject.toml and constraints.txt, unless it already does."""
    python = BIN / "python"
    stamp = VENV / ".installed"
    wanted = fingerprint()
    if python.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return True
    if not python.exists() and not run("venv", [sys.executable, "-m", "venv", str(VENV)]):
        return False
    pip = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    if not run("install", [*pip, "--constraint", "constraints.txt", "--editable", ".[dev]"]):
        return False
    stamp.write_text(wanted, encoding="utf-8")
    return True


def fingerprint() -> str:
    """Names what an environment is made from: the root too, since the package is installed in place."""
    digest = hashlib.sha256(str(ROOT).encode())
    for name in ("pyproject.toml", "constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def run(name: str, command: list[str]) -> bool:
    """Runs one command under its title and says whether it succeeded, in how many seconds."""
    print(f"\n── {name}: {' '.join(command)}", flush=True)
    environment = os.environ | {
        "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}",
        "VIRTUAL_ENV": str(VENV),
    }
    program = BIN / command[0]
    start = time.monotonic()
    done = subprocess.run(
        [str(program) if program.exists() else command[0], *command[1:]],
        cwd=ROOT,
        env=environment,
        check=False,
    )
    if name != "pytest":  # it tells its own seconds, on the line that should stay the last
        print(f"   {'ok' if done.returncode == 0 else 'FAILED'}, {time.monotonic() - start:.1f} s", flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(main())
