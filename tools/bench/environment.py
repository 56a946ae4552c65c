"""The environment of the peers: their newest releases from PyPI, and this repository installed in place."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = Path(os.environ.get("REGISTRY_BENCH_VENV") or ROOT / ".bench-venv").absolute()
PEERS = (
    "check-jsonschema",
    "genai-prices",
    "jsonschema-rs",
    "litellm",
    "model-prices",
    "openai-model-registry",
    "orjson",
    "pydantic",
)


def ready() -> Path:
    """Makes the environment if it is missing or out of date, and returns its interpreter."""
    python = VENV / "bin" / "python"
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "-qq"]
    stamp = VENV / ".installed"
    recipe = f"{ROOT} {PEERS}".encode() + (ROOT / "pyproject.toml").read_bytes()
    wanted = hashlib.sha256(recipe).hexdigest()
    if not (stamp.exists() and stamp.read_text(encoding="utf-8") == wanted):
        print(f"installing the peers into {VENV} …", file=sys.stderr, flush=True)
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([*pip, "install", "--upgrade", *PEERS, "--editable", str(ROOT)], check=True)
        # setuptools comes with a .pth file that runs at every start and would make bare Python less bare.
        subprocess.run([*pip, "uninstall", "--yes", "setuptools"], check=True, stderr=subprocess.DEVNULL)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def versions(python: Path) -> dict[str, str]:
    """Tells the release of each peer that was measured."""
    found = installed(python)
    return {name: found[name] for name in PEERS}


def installed(python: Path) -> dict[str, str]:
    """Tells the release of every package that an interpreter has, by the name that the package index has for it."""
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "list", "--format", "json"]
    listed = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return {package["name"].lower().replace("_", "-"): package["version"] for package in listed}


def variables() -> dict[str, str]:
    """Keeps the peers off the network and out of the home folder; bytecode is cached, as on a user's machine."""
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return inherited | {
        "LITELLM_LOCAL_MODEL_COST_MAP": "True",
        "OMR_DISABLE_DATA_UPDATES": "1",
        "XDG_CONFIG_HOME": str(VENV / "home" / "config"),
        "XDG_DATA_HOME": str(VENV / "home" / "data"),
    }
