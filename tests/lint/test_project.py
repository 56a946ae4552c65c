"""A planted project: sixty mistakes, each marked on its line, and sixty calls that nobody should hear of."""

import re
import shutil
from pathlib import Path

import pytest
from linting import linter

PROJECT = Path(__file__).parent / "project"
WRONG = re.compile(r"wrong: ([A-Z]+[0-9]+)")
FINE = re.compile(r"\bfine\b")


def found(folder, **options):
    return {
        (Path(one.file).name, one.line, one.code)
        for outcome in linter(**options).lint([str(folder)])
        for one in outcome.findings
    }


def marked(folder, mark):
    return {
        (file.name, number, code)
        for file in folder.iterdir()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        for code in mark.findall(line)
    }


def test_every_mistake_is_found_at_its_line_and_nothing_else():
    assert found(PROJECT / "bad") == marked(PROJECT / "bad", WRONG)
    assert len(marked(PROJECT / "bad", WRONG)) == 60


def test_nothing_is_said_about_what_is_fine():
    assert found(PROJECT / "good") == set()
    assert len(marked(PROJECT / "good", FINE)) >= 60


def test_everything_is_read():
    for outcome in linter().lint([str(PROJECT)]):
        assert outcome.troubles == []


def test_what_is_fine_is_left_as_it_is_written(tmp_path):
    shutil.copytree(PROJECT / "good", tmp_path / "good")
    mended = [one for outcome in linter().lint([str(tmp_path)], mend=True) for one in outcome.mended]
    assert mended == []
    for file in (PROJECT / "good").iterdir():
        assert (tmp_path / "good" / file.name).read_bytes() == file.read_bytes()


@pytest.mark.parametrize("models", [False, True])
def test_mending_leaves_no_finding_that_says_it_can_be_mended(tmp_path, models):
    shutil.copytree(PROJECT / "bad", tmp_path / "bad")
    before = found(tmp_path)
    list(linter(models=models).lint([str(tmp_path)], mend=True))
    left = [one for outcome in linter().lint([str(tmp_path)]) for one in outcome.findings]
    assert {one.code for one in left if one.edits} == (set() if models else {"REQ009"})
    # The right successor of a model may itself be deprecated, which is a warning.
    assert {(Path(one.file).name, one.line, one.code) for one in left if one.severity == "error"} < before


def test_mending_changes_literals_alone(tmp_path):
    shutil.copytree(PROJECT / "bad", tmp_path / "bad")
    list(linter(models=True).lint([str(tmp_path)], mend=True))
    for file in (PROJECT / "bad").iterdir():
        old, new = (path.read_text(encoding="utf-8").splitlines() for path in (file, tmp_path / "bad" / file.name))
        assert len(old) == len(new)
        for before, after in zip(old, new, strict=True):
            assert before == after or WRONG.search(before), before
