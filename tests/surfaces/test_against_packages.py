"""The recorded requests, made again with the packages of this environment (or of the one that REGISTRY_PEERS names)."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import calls
import recording

PEERS = os.environ.get("REGISTRY_PEERS")
"""An interpreter with the packages; this one when it is not set."""

MISSING = [name for name in recording.PACKAGES.values() if importlib.util.find_spec(name) is None]
NEEDED = "not installed here; REGISTRY_PEERS may name an interpreter that has them"
RECORDED = json.loads((calls.HERE / "recorded.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def fresh():
    if MISSING and not PEERS:
        pytest.skip(f"{', '.join(MISSING)}: {NEEDED}")
    done = subprocess.run(
        [PEERS or sys.executable, str(calls.HERE / "recording.py")],
        input=json.dumps(calls.CALLS),
        capture_output=True,
        text=True,
        check=True,
        timeout=600,
    )
    return json.loads(done.stdout)


def test_the_packages_send_what_was_recorded(fresh):
    """A difference is a package that has changed: record again (`python tools/record_surfaces.py PYTHON`)."""
    known = list(zip(calls.CALLS, RECORDED["sent"], fresh["sent"], strict=True))
    changed = [(calls.name(call), was, now) for call, was, now in known if now is not None and was != now]
    assert changed == []
