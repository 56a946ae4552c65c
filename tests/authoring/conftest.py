"""What the tests of files of facts share: one way to ask what is wrong with a text, and the fixture catalogue."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from frame import framed

from registry.authoring.lint import lint, repair

FIXTURES = Path(__file__).parent.parent / "fixtures"
DAY = "2026-11-24"


@pytest.fixture(name="framed", scope="session")
def whole():
    """A whole file around what stands in a family."""
    return lambda text: framed(text)[0]


@pytest.fixture
def shapes():
    return FIXTURES / "shapes"


@pytest.fixture
def five_models():
    return FIXTURES / "five_models.yaml"


@pytest.fixture
def found(tmp_path, shapes):
    """What is wrong with a text, as `line:column: CODE message`; places are those of the text as the test has it."""

    def look(text, *, on=DAY, shapes=shapes, against=None, folder=tmp_path):
        whole, lines, columns = framed(text)
        path = folder / "models.yaml"
        path.write_bytes(whole.encode())
        return [
            f"{finding.line - lines}:{finding.column - columns}: {finding.code} {finding.message}"
            if finding.file == str(path)
            else f"{Path(finding.file).name}:{finding.line}:{finding.column}: {finding.code} {finding.message}"
            for finding in lint(path, shapes, on=on, against=against)
        ]

    return look


@pytest.fixture
def repaired(tmp_path, shapes):
    """A text with every edit made that needs no person."""

    def mend(text):
        whole, lines, columns = framed(text)
        path = tmp_path / "models.yaml"
        path.write_bytes(whole.encode())
        repair(path, shapes, on=DAY)
        kept = path.read_bytes().decode().splitlines(keepends=True)[lines:]
        return "".join(line[columns:] if line.strip() else line for line in kept)

    return mend
