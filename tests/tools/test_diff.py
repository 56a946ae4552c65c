"""What a change of the catalogue does to users, in sentences, and whether the changelog says so."""

import json
import subprocess
from pathlib import Path

import diff
import pytest

OLD = '"n":{"accepts":"1..4"'
SAID = """\
reprices (costs something else)
  scribe-2-mini: prices: input $0.5 per 1M tokens (was $0.4)
loosens (taken from now on)
  sketch-1: n: takes 1..8, and took 1..4
floor: minor
"""


@pytest.fixture
def files(tmp_path, compiled):
    """Two compiled catalogues, of which the second has another range and another price."""
    text = compiled.decode()
    assert (text.count(OLD), text.count('"usd":{"input":"0.4"')) == (2, 1)
    after = text.replace(OLD, '"n":{"accepts":"1..8"').replace('"usd":{"input":"0.4"', '"usd":{"input":"0.5"')
    (tmp_path / "old.jsonl").write_text(text, encoding="utf-8")
    (tmp_path / "new.jsonl").write_text(after, encoding="utf-8")
    return [str(tmp_path / "old.jsonl"), str(tmp_path / "new.jsonl"), "--on", "2026-10-01"]


@pytest.fixture
def fragments(tmp_path):
    """A folder of the changelog's fragments of some types."""

    def fragments(*types):
        folder = tmp_path / "changelog.d"
        folder.mkdir()
        (folder / "README.md").write_text("…", encoding="utf-8")
        for kind in types:
            (folder / f"+something.{kind}.md").write_text("…", encoding="utf-8")
        return folder

    return fragments


def test_sentences_and_the_floor(files, capsys):
    assert (diff.main(files), capsys.readouterr().out) == (0, SAID)


def test_what_is_the_same_is_nothing(files, capsys):
    assert (diff.main([files[0], files[0]]), capsys.readouterr().out) == (0, "floor: patch\n")


def test_as_data(files, capsys):
    assert diff.main([*files, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["floor"], [change["kind"] for change in told["changes"]]) == ("minor", ["reprices", "loosens"])


def test_fragments_that_say_the_same(files, fragments):
    assert diff.main([*files, "--fragments", str(fragments("reprices", "loosens", "fix", "tightens"))]) == 0


def test_fragments_that_leave_something_out(files, fragments, capsys):
    folder = fragments("reprices")
    assert diff.main([*files, "--fragments", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"{folder}: no fragment of type 'loosens', but the catalogue has such changes"
    )


def test_fragments_that_tell_of_prices_that_stayed(files, fragments, capsys):
    folder = fragments("reprices")
    assert diff.main([files[0], files[0], "--fragments", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines()[-1] == (
        f"{folder}: a fragment of type 'reprices', but the catalogue has no such change"
    )


def test_what_is_neither_a_file_nor_a_revision(files):
    with pytest.raises(SystemExit, match="no-such-revision is no file, and no revision"):
        diff.main(["no-such-revision", files[0]])


@pytest.fixture
def clone(tmp_path, monkeypatch, files, fragments):
    """A repository of two commits, of which the second changes the catalogue and tells of some of that."""

    def git(*words):
        subprocess.run(["git", *words], cwd=tmp_path, check=True, capture_output=True)  # noqa: S607

    def commit(catalogue):
        text = Path(catalogue).read_text(encoding="utf-8")
        (tmp_path / diff.COMMITTED).parent.mkdir(exist_ok=True)
        (tmp_path / diff.COMMITTED).write_text(text, encoding="utf-8")
        git("add", ".")
        git("-c", "user.name=x", "-c", "user.email=x@example.org", "commit", "-qm", "x")

    monkeypatch.setattr(diff, "ROOT", tmp_path)
    git("init", "-q")
    folder = fragments("loosens")
    commit(files[0])
    (folder / "+more.reprices.md").write_text("…", encoding="utf-8")
    commit(files[1])
    return folder


def told(folder, capsys, *revisions):
    code = diff.main([*revisions, "--fragments", str(folder), "--on", "2026-10-01"])
    return code, [line for line in capsys.readouterr().out.splitlines() if "changelog.d" in line]


def test_a_fragment_of_an_earlier_change_does_not_count(clone, files, capsys):
    missing = f"{clone}: no fragment of type 'loosens', but the catalogue has such changes"
    assert told(clone, capsys, "HEAD^", files[1]) == (1, [missing])
    (clone / "+new.loosens.md").write_text("…", encoding="utf-8")
    assert told(clone, capsys, "HEAD^", files[1]) == (0, [])
    # Rewriting one tells of it too.
    (clone / "+new.loosens.md").unlink()
    (clone / "+something.loosens.md").write_text("…, and more", encoding="utf-8")
    assert told(clone, capsys, "HEAD^", files[1]) == (0, [])


def test_the_catalogue_before_is_the_last_one_that_differs(clone, files):
    assert diff.earlier() == "HEAD^"
    (diff.ROOT / diff.COMMITTED).write_text(Path(files[0]).read_text(encoding="utf-8"), encoding="utf-8")
    assert diff.earlier() == "HEAD"
    assert clone.is_dir()


def test_a_fragment_may_have_any_name(clone, files, capsys):
    (clone / "+größer\nals.loosens.md").write_text("…", encoding="utf-8")
    assert told(clone, capsys, "HEAD^", files[1]) == (0, [])


def test_where_there_is_no_past_nothing_is_compared(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(diff, "ROOT", tmp_path)
    assert (diff.main([]), capsys.readouterr().out) == (0, "there is no earlier catalogue to compare with\n")
    assert diff.main(["--json"]) == 0
    said: dict[str, object] = {
        "floor": None,
        "changes": [],
        "faults": [],
        "note": "there is no earlier catalogue to compare with",
    }
    assert json.loads(capsys.readouterr().out) == said


@pytest.mark.usefixtures("clone")
def test_where_there_is_no_git_nothing_is_compared(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    assert (diff.main([]), capsys.readouterr().out) == (0, "there is no earlier catalogue to compare with\n")
    with pytest.raises(SystemExit, match="HEAD is no file, and no revision"):
        diff.main(["HEAD"])


def test_a_revision_is_read_from_the_repository(capsys):
    if subprocess.run(["git", "rev-parse", "HEAD"], cwd=diff.ROOT, capture_output=True, check=False).returncode:  # noqa: S607
        pytest.skip("this tree is no clone")
    assert diff.main(["HEAD", "HEAD"]) == 0
    assert capsys.readouterr().out == "floor: patch\n"
