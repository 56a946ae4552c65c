"""`registry docs` and `registry generate`, as a shell runs them."""

import json
import shutil
from pathlib import Path

import pytest

import registry.catalogue
from registry.cli import main
from registry.generate.tables import TABLES

BEGIN = "<!-- registry:begin efforts models=scribe-2-mini columns=model,accepts -->"
END = "<!-- registry:end -->"
EMPTY = f"# Title\n\n{BEGIN}\n{END}\n"
FILLED = f"""# Title

{BEGIN}

| Model           | Supported Values |
| --------------- | ---------------- |
| `scribe-2-mini` | `none`, `low`, `high` |

{END}
"""


@pytest.fixture(autouse=True)
def _five_models(five, monkeypatch, tmp_path):
    monkeypatch.setattr(registry.catalogue, "_bundled", five)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(capsys):
    """Run a command line: exit status, standard output, standard error."""
    return lambda *words: (main(words), *capsys.readouterr())


def test_a_table_in_each_format(run):
    asked = ["docs", "efforts", "--models", "scribe-2-mini", "--columns", "model,default"]
    table = [
        "| Model           | Default (when not set) |",
        "| --------------- | ---------------------- |",
        "| `scribe-2-mini` | `none`                 |",
    ]
    assert run(*asked) == (0, "\n".join([*table, ""]), "")
    assert run(*asked, "--format", "csv") == (0, "model,default\nscribe-2-mini,none\n", "")
    assert json.loads(run(*asked, "--format", "json")[1])["rows"] == [
        {"model": {"value": "scribe-2-mini"}, "default": {"value": "none", "source": "acme-docs"}}
    ]


def test_the_list_has_every_table_with_its_columns(run):
    code, out, _ = run("docs", "--list")
    listed = [line.partition(":")[0] for line in out.split("\n\nTables of models")[0].splitlines() if line[:1].strip()]
    assert (code, listed) == (0, list(TABLES))
    for table in TABLES.values():
        assert ", ".join(column.key for column in table.plain()) in out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["docs"], "Which TABLE? `registry docs --list` lists them."),
        (["docs", "effort"], "no table is called 'effort'. Did you mean efforts?"),
        (["docs", "efforts", "-o", "sort"], "Invalid value for -o: 'sort': write KEY=VALUE"),
        (["docs", "efforts", "-o", "order=x"], "no option of efforts is called 'order'."),
        (["docs", "efforts", "--on", "soon"], "'soon' is no day"),
        (["docs", "--into"], "Which FILE? --into takes the pages to refresh."),
        (["docs", "--into", "a.md", "--models", "x"], "With --into, the markers say what to print"),
        (["docs", "efforts", "--template", "none.jinja"], "none.jinja: there is no such template"),
        (["generate", "prices"], "There is no 'prices' to generate, but index, "),
        (["generate"], "There is no data/models.yaml: run this in a checkout, or say --root."),
    ],
)
def test_wrong_usage_is_told(run, words, told):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert told in err


def test_into_refreshes_pages_and_check_says_which_are_stale(run):
    page, other = Path("a page.md"), Path("other.mdx")
    page.write_text(EMPTY, encoding="utf-8")
    other.write_text("no regions\n", encoding="utf-8")
    code, out, err = run("docs", "--into", "--check", str(page), str(other))
    assert (code, err) == (1, "Run `registry docs --into 'a page.md'`.\n")
    assert out.splitlines()[:2] == ["--- a page.md", "+++ a page.md (fresh)"]
    assert page.read_text(encoding="utf-8") == EMPTY
    assert run("docs", "--into", str(page), str(other)) == (0, "", "a page.md: refreshed\nother.mdx: unchanged\n")
    assert page.read_text(encoding="utf-8") == FILLED
    assert run("docs", "--into", "--check", str(page), str(other)) == (0, "", "")


def test_bytes_that_are_no_text_stay(run):
    page = Path("page.md")
    page.write_bytes(b"\xff\xfe \r\n" + EMPTY.replace("\n", "\r\n").encode() + b"\xc3")
    assert run("docs", "--into", "page.md")[0] == 0
    assert page.read_bytes() == b"\xff\xfe \r\n" + FILLED.replace("\n", "\r\n").encode() + b"\xc3"


def test_a_bad_marker_is_told_at_its_place_and_nothing_of_its_page_is_written(run):
    bad = f"{EMPTY}\n<!-- registry:begin efforts modles=x -->\n{END}\n"
    Path("bad.md").write_text(bad, encoding="utf-8")
    Path("good.md").write_text(EMPTY, encoding="utf-8")
    assert run("docs", "--into", "bad.md", "good.md") == (
        1,
        "",
        "bad.md:6:29: no option of efforts is called 'modles'. Did you mean models?\ngood.md: refreshed\n",
    )
    assert Path("bad.md").read_text(encoding="utf-8") == bad
    assert Path("good.md").read_text(encoding="utf-8") == FILLED


def test_a_page_that_is_missing_is_told(run):
    code, _, err = run("docs", "--into", "none.md")
    assert (code, "none.md" in err) == (2, True)


@pytest.fixture
def checkout(root, tmp_path):
    """A folder that looks like a checkout, and the compiled file that ships."""
    shutil.copytree(root / "data", tmp_path / "data")
    return tmp_path


def test_generate_writes_once_and_check_sees_what_changes(run, checkout):
    assert run("generate", "--check", "sources", "limits")[0] == 1
    code, out, err = run("generate", "sources", "limits")
    assert (code, out) == (0, "")
    assert err.splitlines()[-1] == "2 files, 2 written"
    assert run("generate", "sources", "limits")[2] == "2 files, 0 written\n"
    assert run("generate", "--check", "sources", "limits") == (0, "", "")
    page = checkout / "docs" / "reference" / "sources.md"
    page.write_text(page.read_text(encoding="utf-8").replace("# Sources", "# Origins"), encoding="utf-8")
    code, out, err = run("generate", "--check", "sources")
    assert (code, err) == (1, "Run `registry generate`, and commit what it writes.\n")
    assert {"-# Origins", "+# Sources"} < set(out.splitlines())


def test_generate_removes_what_it_no_longer_makes(run, checkout):
    families = checkout / "docs" / "reference" / "families"
    families.mkdir(parents=True)
    (families / "gone.md").write_text("<!-- Generated by `registry generate families` -->\n", encoding="utf-8")
    assert (
        "docs/reference/families/gone.md is left over: nothing makes it any more"
        in run("generate", "--check", "families")[1]
    )
    assert "docs/reference/families/gone.md: removed, nothing makes it any more" in run("generate", "families")[2]
    assert not (families / "gone.md").exists()


def test_generate_prints_and_lists(run):
    code, out, _ = run("generate", "--print", "sources")
    assert (code, out.splitlines()[2]) == (0, "# Sources")
    assert run("generate", "--list", "sources", "lifecycle") == (
        0,
        "sources: docs/reference/sources.md\nlifecycle: docs/reference/lifecycle.md\n",
        "",
    )


def test_site_writes_every_page_and_removes_what_it_no_longer_makes(run, five):
    assert run("docs", "--site", "out") == (0, "", "out: 15 pages, 15 files changed\n")
    kept = Path("out/models/mine.md")
    kept.write_text("# Mine\n", encoding="utf-8")
    gone = Path("out/models/scribe-0.md")
    gone.write_bytes(Path("out/models/scribe-1.md").read_bytes())
    assert run("docs", "--site", "out") == (0, "", "out: 15 pages, 1 file changed\n")
    assert sorted(path.stem for path in Path("out/models").iterdir()) == sorted(["mine", *five.ids()])
    assert "../rules" not in Path("out/index.md").read_text(encoding="utf-8")


def test_no_name_of_a_model_stands_in_what_prints(catalogue, root):
    """What is special about a model is a fact, and facts stand in data/."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted((root / "registry" / "generate").rglob("*.*"))
        if path.suffix in (".py", ".jinja")
    ]
    ids = {id_ for id_ in catalogue.ids() if any(char.isdigit() for char in id_)}
    assert [id_ for id_ in sorted(ids) if any(id_ in text for text in texts)] == []


def test_templates_are_short(root):
    """Half of them fit on a screen at a glance: longer, and a page wants to be two."""
    lengths = sorted(
        len(path.read_text(encoding="utf-8").splitlines())
        for path in (root / "registry" / "generate" / "templates").glob("*.md.jinja")
    )
    assert lengths[len(lengths) // 2] <= 25
