"""Environments with the real clients from PyPI: the newest, those of one major version before, and litellm's.

A test of a guard means little without the client that it guards.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENVS = Path(os.environ.get("REGISTRY_GUARDS_VENV") or ROOT / ".guards-venv").absolute()

ENVIRONMENTS = {
    "newest": ("openai>=3", "langchain-openai>=1", "httpx>=0.28", "starlette>=1", "opentelemetry-sdk"),
    "older": ("openai==2.31.*", "langchain-openai<1", "httpx==0.27.*", "starlette<1", "opentelemetry-sdk"),
    "litellm": ("litellm[proxy]>=1.106.2", "mcp", "langchain-openai", "httpx2", "httpx", "opentelemetry-sdk"),
}
"""By name; the responses of litellm need mcp."""

OURS = ("hypothesis", "pytest", "starlette", "uvicorn")
TOLD = ("openai", "litellm", "langchain-openai", "httpx", "httpx2", "starlette", "uvicorn")


def ready(name: str) -> Path:
    """Makes an environment if it is missing or its recipe has changed, and returns its interpreter.

    For newer clients, delete its folder first.
    """
    venv = VENVS / name
    python = venv / ("Scripts" if os.name == "nt" else "bin") / "python"
    stamp = venv / ".installed"
    recipe = "\n".join([str(ROOT), *ENVIRONMENTS[name], *OURS, (ROOT / "pyproject.toml").read_text(encoding="utf-8")])
    wanted = hashlib.sha256(recipe.encode()).hexdigest()
    if not (stamp.exists() and stamp.read_text(encoding="utf-8") == wanted):
        print(f"installing {' '.join(ENVIRONMENTS[name])} into {venv} …", file=sys.stderr, flush=True)
        pip = [str(python), "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
        subprocess.run([sys.executable, "-m", "venv", venv], check=True)
        subprocess.run([*pip, *ENVIRONMENTS[name], *OURS, "--editable", str(ROOT)], check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def versions(python: Path) -> dict[str, str]:
    """Tells the release of each client that an environment has."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "list", "--format", "json"]
    listed = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    found = {package["name"].lower().replace("_", "-"): package["version"] for package in listed}
    return {name: found[name] for name in TOLD if name in found}


def variables() -> dict[str, str]:
    """Keeps litellm off the network, and warnings about its keys out of the way."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OPENAI_", "REGISTRY_GUARD"))}
    return kept | {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_TELEMETRY": "False", "OPENAI_API_KEY": "sk-none"}
