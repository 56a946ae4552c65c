"""What the docs show is true: console blocks are run and compared, Python sessions are doctests.

`REGISTRY_UPDATE_DOCS=1` writes what comes out into the pages instead.
"""

import doctest
import os
import re
import shlex
from pathlib import Path

import pytest

from registry.cli import main

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "docs" / "index.md",
    *sorted((ROOT / "docs" / "guide").glob("*.md")),
]
BLOCK = re.compile(r"^```(console|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
UPDATE = bool(os.environ.get("REGISTRY_UPDATE_DOCS"))

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)


def ran(session, capsys):
    """A console session as it comes out: each `$ registry …` and `$ cat FILE` with its output."""
    shown = []
    for line in session.splitlines():
        if line.startswith("$ registry "):
            code = main(shlex.split(line.removeprefix("$ registry ")))
            printed = capsys.readouterr()
            assert code in (0, 1), printed.err
            shown += [line, *(printed.out + printed.err).splitlines()]
        elif line.startswith("$ cat "):
            shown += [line, *Path(line.removeprefix("$ cat ")).read_text(encoding="utf-8").splitlines()]
        elif line.startswith("$ "):
            shown.append(line)
    return "\n".join(shown) + "\n"


def answered(session):
    """A Python session as it comes out."""
    shown: list[str] = []
    names: dict[str, object] = {}
    for example in doctest.DocTestParser().get_examples(session):
        lines = example.source.splitlines()
        shown += [f">>> {lines[0]}", *(f"... {line}" for line in lines[1:])]
        printed: list[str] = []
        runner = doctest.DocTestRunner(verbose=False)
        test = doctest.DocTest([doctest.Example(example.source, "")], names, "page", None, None, None)
        runner.run(test, out=printed.append, clear_globs=False)
        names = test.globs
        assert "Exception raised" not in "".join(printed), printed
        got = "".join(printed).partition("Got:\n")[2]
        shown += [line.removeprefix("    ") for line in got.splitlines()]
    return "\n".join(shown).rstrip() + "\n"


@each_page
def test_what_is_shown_comes_out(page, tmp_path, monkeypatch, capsys):
    for folder in ("docs", "examples"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    monkeypatch.chdir(tmp_path)  # what a page writes, it writes there
    text = page.read_text(encoding="utf-8")

    def again(found):
        session = ran(found[2], capsys) if found[1] == "console" else answered(found[2])
        return f"```{found[1]}\n{session}```"

    fresh = BLOCK.sub(again, text)
    if UPDATE:
        page.write_text(fresh, encoding="utf-8")
    assert fresh == text


@each_page
def test_links_lead_somewhere(page):
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#\s]+)", text):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@each_page
def test_a_workflow_runs_what_the_page_shows(page):
    """Where the page pins a day, the workflow leaves it out."""
    text = page.read_text(encoding="utf-8")
    shown = {
        re.sub(r" --on \S+", "", line.removeprefix("$ "))
        for line in re.findall(r"^\$ registry .*$", text, re.MULTILINE)
    }
    assert set(re.findall(r"^ +- run: (registry .*)$", text, re.MULTILINE)) <= shown
