"""What the builder of the site does itself: turns links, and finds what is wrong with what was built."""

from pathlib import Path

import pytest
from website import inward, unnamed, wrong

HOME = "https://code.example/registry"


@pytest.mark.parametrize(
    ("link", "plain", "led"),
    [
        ("[a](b.md)", "[a](b.md)", "[a](b.md)"),
        ("[a](../adr/b.md#c)", "[a](../adr/b.md#c)", "[a](../adr/b.md#c)"),
        ("[a](#b)", "[a](#b)", "[a](#b)"),
        ("[a](https://b.example/../../c)", "[a](https://b.example/../../c)", "[a](https://b.example/../../c)"),
        ("[a](../../data/b.yaml)", "a", f"[a]({HOME}/blob/main/data/b.yaml)"),
        ("x [a](../../b.py#L3) y", "x a y", f"x [a]({HOME}/blob/main/b.py#L3) y"),
    ],
)
def test_links_out_of_the_docs(link, plain, led):
    assert inward(link, Path("guide"), "") == plain
    assert inward(link, Path("guide"), HOME) == led


def test_the_navigation_names_what_there_is_and_every_guide(tmp_path):
    (tmp_path / "guide").mkdir()
    for name in ("here.md", "aside.md", "guide/new.md", "guide/old.md"):
        (tmp_path / name).touch()
    nav = [{"Start": "here.md"}, {"More": ["guide/old.md", {"New": "guide/new.md"}]}]
    assert unnamed(tmp_path, nav) == []
    assert unnamed(tmp_path, [{"Start": "gone.md"}, *nav[1:]]) == ["nav names gone.md, which does not exist"]
    assert unnamed(tmp_path, nav[:1]) == ["nav does not name guide/new.md", "nav does not name guide/old.md"]


@pytest.fixture
def site(tmp_path):
    """A site of two pages; what stands in the first is the test's."""
    (tmp_path / "other").mkdir()
    (tmp_path / "style.css").write_text("a { background: url(data:x) }", encoding="utf-8")
    (tmp_path / "other" / "index.html").write_text('<h1 id="top">Other</h1>', encoding="utf-8")

    def wrong_with(html):
        (tmp_path / "index.html").write_text(html, encoding="utf-8")
        return wrong(tmp_path)

    return wrong_with


@pytest.mark.parametrize(
    "html",
    [
        '<a href="other/">x</a><a href="other/#top">x</a><a href="/other/index.html">x</a><a href="">x</a>',
        '<a href="https://elsewhere.example/">x</a><a href="mailto:a@b.example">x</a>',
        '<p id="a b">x</p><a href="#a%20b">x</a><a name="c"></a><a href="#c">x</a>',
        '<link rel="stylesheet" href="style.css"><link rel="canonical" href="https://site.example/">',
    ],
)
def test_a_site_with_nothing_wrong(site, html):
    assert site(html) == []


@pytest.mark.parametrize(
    ("html", "flaw"),
    [
        ('<a href="gone/">x</a>', "gone/ leads nowhere"),
        ('<a href="other/#gone">x</a>', "other/#gone leads nowhere"),
        ('<a href="#gone">x</a>', "#gone leads nowhere"),
        ('<a href="../../etc/none.md">x</a>', "../../etc/none.md leads nowhere"),
        ('<img src="gone.png">', "gone.png leads nowhere"),
        ('<script src="https://cdn.example/a.js"></script>', "loads https://cdn.example/a.js from elsewhere"),
        ('<link rel="stylesheet" href="//cdn.example/a.css">', "loads //cdn.example/a.css from elsewhere"),
        ('<link rel="preconnect" href="https://fonts.example">', "loads https://fonts.example from elsewhere"),
    ],
)
def test_what_is_wrong_with_a_page(site, html, flaw):
    assert site(html) == [f"index.html: {flaw}"]


@pytest.mark.parametrize("rule", ["a { src: url('https://fonts.example/a') }", '@import "//fonts.example/a"'])
def test_a_style_that_loads_from_elsewhere(site, tmp_path, rule):
    (tmp_path / "style.css").write_text(rule, encoding="utf-8")
    assert len(site("")) == 1
