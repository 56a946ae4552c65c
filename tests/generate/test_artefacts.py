"""Artefacts: what the fixture comes to, which of them a change of a fact changes, and whether ours are fresh."""

import re
from pathlib import Path

import pytest

from registry.authoring.compile import compile_files
from registry.catalogue import FILE, Catalogue
from registry.cli.generate import rule_pages
from registry.generate.artefact import GENERATED, Artefact, Kind, difference, write
from registry.generate.artefacts import ARTEFACTS, SITE
from registry.generate.material import Material, RulePage
from registry.generate.model_pages import model_pages
from registry.generate.site import write_site

FIXTURES = Path(__file__).parents[1] / "fixtures"

ODD = """\
sources:
  s: {title: "T <b>|*x*", kind: observed, date: 2026-11-01, address: "https://x.example/(a) b"}
providers:
  hoüse:
    source: s
    families:
      "fam/ily {x}":
        modes: [talk]
        params: {tools: ["x|y", "`"]}
        models:
          a/b: {note: "<script>alert(1)</script> {x} `y` | z"}
          a-b: {}
          größe x: {lifecycle: {released: 2026-11-01, shutdown: 2026-12-01, replacement: a/b}}
          "c:d": {modes: never}
"""

MODEL_LINK = re.compile(r"\[`([^`]+)`\]\(([^)]*models/[^)]*)\)")

RULE = RulePage(
    "REQ999",
    "made-up",
    "warning",
    "0.1",
    True,
    """The effort is {none} of those.

    ## Why
    Because | of <that>.

    ## Example
        check({"model": "scribe-2", "messages": [{"role": "user"}],
               "reasoning": {"effort": "max"}}, endpoint="/v1/talk")

    ## Instead
        check({"model": "scribe-2", "messages": [{"role": "user"}]}, endpoint="/v1/talk")
    """,
    "registry/rules/made_up.py",
    12,
)


def rendered(catalogue, *rules):
    """Every artefact of a catalogue: path → text."""
    material = Material(catalogue, rules)
    return {one.path: one.render() for kind in ARTEFACTS.values() for one in kind.make(material)}


@pytest.fixture(scope="module")
def ours(five):
    return rendered(five, RULE)


@pytest.fixture(scope="module")
def real():
    """What this repository has to have committed."""
    material = Material(Catalogue.load(FILE), list(rule_pages()))
    return {kind: list(kind.make(material)) for kind in ARTEFACTS.values()}


def test_artefacts_of_the_fixture_catalogue(ours, golden):
    assert sorted(ours) == [
        ".pre-commit-hooks.yaml",
        "docs/reference/families/scribe.md",
        "docs/reference/families/sketch.md",
        "docs/reference/index.md",
        "docs/reference/lifecycle.md",
        "docs/reference/limits.md",
        "docs/reference/parameters.md",
        "docs/reference/pricing.md",
        "docs/reference/sources.md",
        "docs/rules/index.md",
        "docs/rules/made-up.md",
        "docs/schemas/paint.schema.json",
        "docs/schemas/talk.schema.json",
        "registry/typed/__init__.py",
        "registry/typed/__init__.pyi",
        "registry/typed/models.d.ts",
        "registry/typed/requests.py",
    ]
    for path, text in ours.items():
        golden(path.removeprefix("docs/") + ("" if path.endswith(".md") else ".txt"), text)


def test_pages_of_models_of_the_fixture_catalogue(five, golden):
    made = list(model_pages(Material(five, paged=True)))
    assert [page.path for page in made] == [f"docs/reference/models/{id_}.md" for id_ in five.ids()]
    for page in made:
        golden(page.path.removeprefix("docs/"), page.render())


def test_models_may_be_called_anything(tmp_path):
    """And all that is told of them stays words: no markup, no expression, no other place."""
    facts = tmp_path / "odd.yaml"
    facts.write_text(ODD, encoding="utf-8")
    material = Material(Catalogue(compile_files(facts, FIXTURES / "shapes")), paged=True)
    assert write_site(material, tmp_path / "out") == (11, 11)
    pages = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*.md")}
    assert {"a~b.md", "a-b.md", "größe x.md", "c~d.md"} < pages.keys()
    assert "[`größe x`](models/größe%20x.md)" in pages["lifecycle.md"]
    assert [OPENS.findall(PLAIN.sub("", re.sub(r"\]\([^)]*\)", "", page))) for page in pages.values()] == [[]] * len(
        pages
    )
    assert "| `x\\|y` " in pages["a~b.md"]


def test_where_models_have_pages_their_names_lead_there(five):
    committed, sited = Material(five), Material(five, paged=True)
    for make in (kind.make for kind in SITE if kind.name in ("index", "families", "pricing", "lifecycle", "limits")):
        for plain, linked in zip(make(committed), make(sited), strict=True):
            assert MODEL_LINK.findall(plain.render()) == []
            found = MODEL_LINK.findall(linked.render())
            assert found
            up = "../" if "/families/" in plain.path else ""
            assert all(target == f"{up}models/{name}.md" for name, target in found)


def test_every_artefact_says_first_that_it_is_generated_and_by_what(ours):
    for kind in ARTEFACTS.values():
        assert any(f"{GENERATED} {kind.name}`" in text.partition("\n")[0] for text in ours.values())
    assert all(f"{GENERATED} " in text.partition("\n")[0] for text in ours.values())


def test_rendering_twice_gives_the_same_bytes(five, ours):
    assert rendered(five, RULE) == ours


@pytest.mark.parametrize("kind", ARTEFACTS)
def test_what_is_committed_is_fresh(real, root, kind):
    """To repair: `registry generate`."""
    made = real[ARTEFACTS[kind]]
    assert [line for one in made for line in difference(root / one.path, one.render().encode())] == []
    assert list(ARTEFACTS[kind].leftovers(root, made)) == []


PLAIN = re.compile(r"^<!-- [^\n]* -->$|^```.*?^```$|(`+)(?!`).*?(?<!`)\1(?!`)", re.MULTILINE | re.DOTALL)
OPENS = re.compile(r"(?<!\\)[{<]")


def test_every_page_is_safe_in_mdx(ours, real, catalogue):
    """Outside code neither an expression nor a tag begins; comments on their lines are read by Docusaurus."""
    pages = [one.render() for made in real.values() for one in made if one.path.endswith(".md")] + [
        text for path, text in ours.items() if path.endswith(".md") and "rules/" not in path
    ]
    pages += [page.render() for page in model_pages(Material(catalogue, paged=True))]
    unsafe = [line for page in pages for line in PLAIN.sub("", page).splitlines() if OPENS.search(line)]
    assert unsafe == []


def test_a_page_about_requests_shows_its_rule_at_work(real):
    pages = {one.path: one.render() for one in real[ARTEFACTS["rules"]]}
    assert len(pages) == len(list(rule_pages())) + 1
    for rule in rule_pages():
        page = pages[f"docs/rules/{rule.name}.md"]
        assert pages["docs/rules/index.md"].count(f"| {rule.code} ") == 1
        assert f"({'../' * 2}{rule.file}#L{rule.line})" in page
        _, example, instead = re.split(r"^## (?:Example|Instead)$", page, flags=re.MULTILINE)
        if rule.code.startswith("REQ"):
            assert (f"[{rule.code}]" in example, f"[{rule.code}]" in instead) == (True, False)


def test_no_two_artefacts_have_one_path(real):
    paths = [one.path for made in real.values() for one in made]
    assert len(set(paths)) == len(paths)


def test_what_is_committed_is_marked_as_generated(real, root):
    """So that a review folds it."""
    marked = [
        line.split()[0].removesuffix("**")
        for line in (root / ".gitattributes").read_text().splitlines()
        if "generated" in line and line[0] != "#"
    ]
    assert all(one.path.startswith(tuple(marked)) for made in real.values() for one in made)


def test_writing_changes_a_file_once_and_keeps_its_mode(tmp_path):
    path = tmp_path / "new" / "page.md"
    assert [write(path, b"one\n"), write(path, b"one\n")] == [True, False]
    path.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(path)
    assert write(link, b"two\n")
    assert (path.read_bytes(), oct(path.stat().st_mode & 0o777), link.is_symlink()) == (b"two\n", "0o640", True)
    assert sorted(one.name for one in path.parent.iterdir()) == ["page.md"]


def test_a_difference_is_a_unified_diff(tmp_path):
    path = tmp_path / "page.md"
    path.write_bytes(b"one\ntwo\n")
    assert difference(path, b"one\ntwo\n") == []
    assert difference(path, b"one\n2\n") == [
        f"--- {path}",
        f"+++ {path} (fresh)",
        "@@ -1,2 +1,2 @@",
        " one",
        "-two",
        "+2",
    ]
    assert difference(path, b"one\r\ntwo\r\n") == [f"{path}: differs in the ends of its lines"]
    assert difference(tmp_path / "none.md", b"one\n")[-1] == "+one"


def test_what_nothing_makes_any_more_is_left_over_if_it_was_ours(tmp_path):
    kind = Kind("pages", lambda _: [], folder="pages")
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in (
        ("made.md", f"<!-- {GENERATED} x` -->\n"),
        ("old.md", f"<!-- {GENERATED} x` -->\n"),
        ("mine.md", "# Mine\n"),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    made = [Artefact("pages/made.md", str)]
    assert list(kind.leftovers(tmp_path, made)) == [folder / "old.md"]
