"""`registry mock`: the server as a process."""

import json
import os
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from registry.cli.mock import command

ROOT = Path(__file__).parents[2]
PROCESS = """
import sys
import registry.catalogue
registry.catalogue.FILE = sys.argv.pop(1)
import registry.cli.group
registry.cli.group.COMMANDS.setdefault("mock", "mock")
from registry.cli import main
sys.exit(main())
"""
FINE = {"model": "scribe-2", "messages": [{"role": "user", "content": "hi"}]}


@pytest.mark.skipif(sys.platform == "win32", reason="it is interrupted by a signal")
def test_it_serves_until_it_is_interrupted(shipped, tmp_path):
    for library in ("starlette", "uvicorn"):
        pytest.importorskip(library, reason="the extra mock is not installed")
    record = tmp_path / "requests.jsonl"
    words = ["mock", "--port", "0", "--record", str(record), "--on", "2026-10-01"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", PROCESS, str(shipped), *words], stderr=subprocess.PIPE, text=True, env=environment
    ) as server:
        assert server.stderr is not None
        said = server.stderr.readline()
        address = said.split()[4]
        request = urllib.request.Request(  # noqa: S310 - loopback
            f"{address}/talk", json.dumps({**FINE, "colour": 1}).encode(), {"Content-Type": "application/json"}
        )
        with pytest.raises(urllib.error.HTTPError) as caught:
            urllib.request.urlopen(request)  # noqa: S310 - loopback
        with caught.value as answer:
            assert json.load(answer)["error"]["param"] == "colour"
        server.send_signal(signal.SIGINT)
        rest = server.stderr.read()
    assert (said, rest, server.returncode) == (f"registry mock answers at {address} (Ctrl-C ends it)\n", "", 130)
    assert [json.loads(line)["codes"] for line in record.read_text().splitlines()] == [["REQ002"]]


def test_without_its_libraries_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "registry.integrations.mock.server", raising=False)
    done = CliRunner().invoke(command, [])
    assert (done.exit_code, "pip install 'model-capability-registry[mock]'" in done.output) == (2, True)


def test_a_record_that_cannot_be_written_is_known_before_it_serves(tmp_path):
    pytest.importorskip("uvicorn", reason="the extra mock is not installed")
    done = CliRunner().invoke(command, ["--port", "0", "--record", str(tmp_path / "none" / "requests.jsonl")])
    assert (type(done.exception), done.output) == (FileNotFoundError, "")
