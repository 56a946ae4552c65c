"""What checkers say about the files beside this: each is asked once, about all of them."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from registry.authoring.compile import compile_files
from registry.catalogue import Catalogue
from registry.generate.stubs.folder import PYTHON, files
from registry.generate.stubs.groups import Stubs

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PAGES = [HERE / name for name in ("right.py", "mistakes.py", "private.py")]
SAID = re.compile(r"^(?P<file>[^:]+):(?P<line>\d+): (?P<kind>error|note): (?P<text>.*)$", re.MULTILINE)


@pytest.fixture(scope="session")
def private(tmp_path_factory):
    """A folder with stubs of two models of a catalogue, one of them under a private name: the package `llm`."""
    fixture = ROOT / "tests" / "fixtures" / "typed"
    folder = tmp_path_factory.mktemp("private")
    facts = folder / "models.yaml"
    bound = "deployments:\n  house: {is: bard-pro}\n"
    facts.write_text((fixture / "models.yaml").read_text(encoding="utf-8") + bound, encoding="utf-8")
    catalogue = Catalogue(compile_files(facts, fixture / "shapes"))
    for one in files(Stubs(catalogue, ["bard", "bard-pro"]), "Made by a test.", PYTHON, str(folder / "llm")):
        path = Path(one.path)
        path.parent.mkdir(exist_ok=True)
        path.write_text(one.render(), encoding="utf-8")
    return folder


def run(*words, **environment):
    """What a checker prints; it exits with 1 since there are mistakes."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def mypy_says(private):
    """File → line → what mypy says there, as it prints it."""
    # As `make check` runs it, so that both share what is remembered of the libraries.
    printed = run(
        "mypy", "--no-pretty", "--no-error-summary", *map(str, PAGES), str(private / "llm"), MYPYPATH=str(private)
    )
    found = {}
    for part in SAID.finditer(printed):
        lines = found.setdefault(Path(part["file"]).name, {})
        lines.setdefault(int(part["line"]), []).append(f"{part['kind']}: {part['text']}")
    return {file: {line: "\n".join(said) for line, said in lines.items()} for file, lines in found.items()}


@pytest.fixture(scope="session")
def pyright_says(private):
    """File → line → what pyright says there; the generated files are among those that it reads."""
    project = {
        "include": [*map(str, PAGES), str(private / "llm")],
        "extraPaths": [str(ROOT), str(private)],
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
    }
    (private / "pyrightconfig.json").write_text(json.dumps(project), encoding="utf-8")
    words = ("--outputjson", "--pythonpath", sys.executable, "--project", str(private))
    found = {}
    for one in json.loads(run("basedpyright", *words))["generalDiagnostics"]:
        lines = found.setdefault(Path(one["file"]).name, {})
        text = f"{one['severity']}: {one['message']} [{one.get('rule')}]".replace("\xa0", " ")
        lines.setdefault(one["range"]["start"]["line"] + 1, []).append(text)
    return {file: {line: "\n".join(said) for line, said in lines.items()} for file, lines in found.items()}
