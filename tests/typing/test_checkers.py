"""Every mistake is flagged on its line and no right call is, by both checkers; each message fits on a screen."""

import os
import re
import textwrap
from importlib.metadata import version
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
UPDATE = bool(os.environ.get("REGISTRY_UPDATE_GOLDENS"))
WIDE, HIGH = 100, 24
"""A screen."""
CHECKERS = {"mypy": "mypy", "pyright": "basedpyright"}
each_checker = pytest.mark.parametrize("checker", CHECKERS)


@pytest.fixture
def says(checker, request):
    return request.getfixturevalue(f"{checker}_says")


def marked(name):
    """The lines of a file that say `wrong`."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if line.endswith("# wrong")]


def test_there_are_enough_of_both():
    calls = re.findall(
        r"^(?:strict|lenient|later|llm|any_llm)\[\"(.*?)\"\].*", (HERE / "right.py").read_text(), re.MULTILINE
    )
    wrong = [(HERE / "mistakes.py").read_text().splitlines()[number - 1] for number in marked("mistakes.py")]
    models = {found[1] for line in wrong if (found := re.match(r"\w+\[\"(?:openai/)?(.*?)\"\]", line))}
    assert (len(calls) >= 40, len(wrong) >= 40, len(models) >= 12) == (True, True, True)


@each_checker
@pytest.mark.parametrize("name", ["right.py", "mistakes.py", "private.py"])
def test_what_is_wrong_is_flagged_on_its_line_and_nothing_else(says, name):
    flagged = sorted(line for line, said in says.get(name, {}).items() if "error: " in said)
    assert flagged == marked(name), {line: says.get(name, {}).get(line) for line in {*flagged} ^ {*marked(name)}}


@each_checker
def test_stubs_are_fine_themselves(says):
    assert {name: said for name, said in says.items() if name not in ("mistakes.py", "private.py")} == {}


@each_checker
def test_each_message_fits_on_a_screen(says):
    tall = {}
    for line, said in says["mistakes.py"].items():
        rows = [row for text in said.splitlines() for row in textwrap.wrap(text, WIDE) or [""]]
        if len(rows) > HIGH:
            tall[line] = len(rows)
    assert tall == {}


@each_checker
def test_messages_are_those_that_were_read(says, checker):
    """To renew after a change of facts or of a checker: REGISTRY_UPDATE_GOLDENS=1, and read the diff."""
    pinned = dict(re.findall(r"^([\w-]+)==(.+)$", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE))
    if version(CHECKERS[checker]) != pinned[CHECKERS[checker]]:
        pytest.skip("a checker words its messages anew with every version; constraints.txt names the one that is read")
    source = (HERE / "mistakes.py").read_text(encoding="utf-8").splitlines()
    text = "".join(
        f"{source[line - 1]}\n{textwrap.indent(said, '    ')}\n\n" for line, said in sorted(says["mistakes.py"].items())
    )
    golden = HERE / f"mistakes.{checker}.txt"
    if UPDATE:
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_the_guide_shows_what_mypy_says(mypy_says):
    guide = (ROOT / "docs" / "guide" / "stubs.md").read_text(encoding="utf-8")
    shown = re.findall(r"^```text\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)[0].splitlines()
    said = {line for text in mypy_says["mistakes.py"].values() for line in text.splitlines()}
    assert [line for line in shown if line not in said] == []
