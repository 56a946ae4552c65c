"""Records what the packages of another environment send for tests/surfaces/calls.yaml: record_surfaces.py PYTHON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from registry.authoring.resolve import plain
from registry.authoring.source import read_file

HERE = Path(__file__).parents[1] / "tests" / "surfaces"


def record(interpreter: str, calls: list[Any]) -> dict[str, Any]:
    """The requests of all calls, as that interpreter's packages send them."""
    done = subprocess.run(
        [interpreter, str(HERE / "recording.py")], input=json.dumps(calls), capture_output=True, text=True, check=True
    )
    return {"calls": calls, **json.loads(done.stdout)}


def spelled(recorded: dict[str, Any]) -> str:
    """The recording, a call and a request a line."""
    parts = [f'"versions":{json.dumps(recorded["versions"], sort_keys=True)}']
    for key in ("calls", "sent"):
        lines = ",\n".join(json.dumps(one, sort_keys=True) for one in recorded[key])
        parts.append(f'"{key}":[\n{lines}]')
    return "{" + ",\n".join(parts) + "}\n"


def main() -> None:
    """Write tests/surfaces/recorded.json."""
    calls = plain(read_file(HERE / "calls.yaml").value)
    recorded = record(sys.argv[1], calls)
    (HERE / "recorded.json").write_text(spelled(recorded), encoding="utf-8")
    print(len(calls), "calls,", recorded["versions"])


if __name__ == "__main__":
    main()
