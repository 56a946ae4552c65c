"""Whatever somebody has in a folder: a clear word about it, never a crash."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from linting import linter, outcome, said

CALL = "import openai\nopenai.responses.create(model='gpt-4-32k', input='hi')\n"


def told(folder, **options):
    found = list(linter(**options).lint([str(folder)]))
    return [one for outcome in found for one in outcome.findings], [
        str(one) for outcome in found for one in outcome.troubles
    ]


BROKEN = {
    "no Python": b"import openai\ndef f(:\n",
    "a tab among spaces": b"import openai\nif x:\n\ty\n        z\n",
    "bytes of nobody": b"import openai\nx = '\xff\xfe'\n",
    "an encoding of nobody": b"# -*- coding: nonsense -*-\nimport openai\nx = '\xff'",
    "zeros": b"import openai\n\0\0\0",
    "nested deeply": b"import openai\nx = " + b"(" * 5000 + b")" * 5000,
    "a sum without end": b"import openai\nx = " + b"1+" * 20000 + b"1",
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("name", ["a.py", "a.ipynb", "a.md", "a.yaml", "a.sh", "a.jsonl"])
def test_what_is_broken_is_told_and_never_raised(tmp_path, data, name):
    found = outcome(tmp_path, data + b"\n# model_list api.openai.com", name)
    assert found.findings == []
    assert all(str(one).startswith(str(tmp_path / name)) for one in found.troubles)
    if name == "a.py" and b"1+" not in data:
        assert len(found.troubles) == 1


ENCODINGS = {
    "a mark of UTF-8": ("utf-8-sig", ""),
    "Latin-1 that says so": ("latin-1", "# -*- coding: latin-1 -*-\n"),
    "UTF-8": ("utf-8", ""),
}


@pytest.mark.parametrize(("encoding", "head"), ENCODINGS.values(), ids=ENCODINGS)
def test_odd_encodings_are_read_and_kept(tmp_path, encoding, head):
    text = f"{head}x = 'ü'; {CALL}"
    found = outcome(tmp_path, text.encode(encoding), mend=True, models=True)
    assert [one.code for one in found.mended] == ["REQ009"]
    assert (tmp_path / "calls.py").read_bytes() == text.replace("gpt-4-32k", "gpt-4o").encode(encoding)


def test_lines_of_dos_stay(tmp_path):
    text = CALL.replace("\n", "\r\n")
    outcome(tmp_path, text, mend=True, models=True)
    assert (tmp_path / "calls.py").read_bytes() == text.replace("gpt-4-32k", "gpt-4o").encode()


def test_a_file_that_is_too_large_is_left_out(tmp_path):
    found = outcome(tmp_path, CALL + "#" * 1000, largest=100)
    assert [str(one) for one in found.troubles] == [
        f"{tmp_path / 'calls.py'}: left out: {len(CALL) + 1000:,} bytes are more than 100"
    ]


def test_a_loop_of_links_is_walked_once(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "calls.py").write_text(CALL)
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "self.py").symlink_to(tmp_path / "self.py")
    (tmp_path / "gone.py").symlink_to(tmp_path / "nothing.py")
    found, troubles = told(tmp_path)
    assert ([one.code for one in found], troubles) == (["REQ009"], [])


def test_what_is_no_plain_file_is_told(tmp_path):
    os.mkfifo(tmp_path / "pipe.py")
    (tmp_path / "self.py").symlink_to(tmp_path / "self.py")
    for name in ("pipe.py", "self.py", "gone.py", "text.txt"):
        found = linter().file(str(tmp_path / name))
        assert [one.named for one in found.troubles] == [True]


def test_folders_of_others_and_hidden_ones_are_left_alone(tmp_path):
    for name in (".git", "node_modules", "site-packages", "mine/.venv", "__pycache__", "odd"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "calls.py").write_text(CALL)
    (tmp_path / "odd" / "pyvenv.cfg").write_text("")
    assert told(tmp_path) == ([], [])


@pytest.mark.parametrize("pattern", ["*.py", "calls.py", "*/deep/*", "a/deep"])
def test_what_is_excluded_is_left_out(tmp_path, monkeypatch, pattern):
    (tmp_path / "a" / "deep").mkdir(parents=True)
    (tmp_path / "a" / "deep" / "calls.py").write_text(CALL)
    monkeypatch.chdir(tmp_path)
    assert ([len(told(".")[0]), len(told(".", exclude=[pattern])[0])]) == [1, 0]


def test_a_file_that_names_no_library_is_not_parsed(tmp_path):
    found = outcome(tmp_path, "def f(:\n")
    assert (found.troubles, found.calls) == ([], 0)


def test_a_finding_stands_at_its_line_and_column(tmp_path):
    assert said(outcome(tmp_path, CALL)) == ["2:31 REQ009 model"]


PLANTED = sorted(path for path in (Path(__file__).parent / "project").rglob("*") if path.is_file())
JUNK = [
    b"{",
    b"}",
    b"'",
    b'"',
    b"\\",
    b"\0",
    b"\xff",
    b"**",
    b"[",
    b"]",
    b"```",
    b"$",
    b"&x ",
    b"*x",
    b"<<: ",
    b"\t",
    b"\r",
]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.floats(0, 1), st.sampled_from(JUNK), st.integers(0, 20)), min_size=1, max_size=6))
@pytest.mark.parametrize("file", PLANTED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_whatever_is_damaged_is_never_raised(tmp_path, file, damage):
    data = file.read_bytes()
    for place, junk, lost in damage:
        at = int(place * len(data))
        data = data[:at] + junk + data[at + lost :]
    found = outcome(tmp_path, data, file.name, mend=True, models=True)
    assert all(one.file == str(tmp_path / file.name) for one in found.findings)
