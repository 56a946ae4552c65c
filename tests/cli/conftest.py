"""The command line over the catalogue of the fixtures, run in this process or in one of its own."""

import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import registry.catalogue
from registry.authoring.compile import compile_files
from registry.catalogue import Catalogue
from registry.cli import main

SHIPS = registry.catalogue.FILE
FIXTURES = Path(__file__).parents[1] / "fixtures"
ON = "2026-10-01"

AS_IF_SHIPPED = """
import sys
import registry.catalogue
registry.catalogue.FILE = sys.argv.pop(1)
from registry.cli import main
sys.exit(main())
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def shipped(tmp_path_factory):
    """The compiled file of five invented models, in the place of the one that ships."""
    path = tmp_path_factory.mktemp("shipped") / "catalogue.jsonl"
    path.write_bytes(compile_files(FIXTURES / "five_models.yaml", FIXTURES / "shapes"))
    return path


@pytest.fixture(autouse=True)
def _five_models(shipped, monkeypatch, tmp_path):
    monkeypatch.setattr(registry.catalogue, "_bundled", Catalogue.load(shipped))
    monkeypatch.setattr(registry.catalogue, "FILE", str(shipped))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def _real(monkeypatch):
    """The catalogue that ships, in place of the five models."""
    monkeypatch.setattr(registry.catalogue, "_bundled", None)
    monkeypatch.setattr(registry.catalogue, "FILE", SHIPS)


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command line in this process, with bytes or text on standard input."""

    def run(*words, stdin=None):
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", None if data is None else io.TextIOWrapper(io.BytesIO(data)))
        code = main([str(word) for word in words])
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def process(shipped):
    """Run a command line in a process of its own; more options are those of subprocess.run."""

    def process(*words, **options):
        command = [sys.executable, *options.pop("python", ()), "-c", AS_IF_SHIPPED, str(shipped), *map(str, words)]
        environment = {**os.environ, "PYTHONPATH": str(FIXTURES.parents[1]), **options.pop("env", {})}
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
        if "input" in options:
            del streams["stdin"]
        return subprocess.run(command, text=True, check=False, env=environment, **streams)

    return process
