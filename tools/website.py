"""Builds the documentation site into build/site/html, offline; follows every link, lets nothing load from elsewhere.

Its pages are those of docs/ and one for each model, gathered in build/site/docs; zensical.toml says the rest.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tomllib
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from registry.catalogue import FILE, Catalogue
from registry.cli.generate import rule_pages
from registry.generate.material import Material
from registry.generate.site import write_site

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
CONFIGURATION = ROOT / "zensical.toml"
GATHERED = ("adr", "guide", "reference", "rules")
"""The folders of docs/ that are pages of the site; its index.md is the first."""

LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\s]+)\)")
LOADS = {
    "img": "src",
    "script": "src",
    "link": "href",
    "iframe": "src",
    "source": "src",
    "video": "src",
    "audio": "src",
}
"""What a browser fetches by itself, by the attribute that says from where."""

FETCHED = ("stylesheet", "icon", "preload", "modulepreload", "preconnect", "dns-prefetch", "prefetch")
"""The kinds of `link` that make a browser fetch or connect; others only tell."""

IN_STYLE = re.compile(rb"(?:url\(\s*[\"']?|@import\s+[\"'])(?:https?:)?//[^\"')]*")


def main() -> int:
    """Gathers, builds and checks; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args()
    project = tomllib.loads(CONFIGURATION.read_text(encoding="utf-8"))["project"]
    pages, site = ROOT / project["docs_dir"], ROOT / project["site_dir"]
    gather(ROOT / "docs", pages, project.get("repo_url", ""))
    build = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "--config-file", str(CONFIGURATION)]
    if subprocess.run(build, cwd=ROOT, check=False).returncode:
        return 1
    flaws = [*(f"{CONFIGURATION.name}: {flaw}" for flaw in unnamed(pages, project["nav"])), *wrong(site)]
    print("\n".join(flaws) or f"{site / 'index.html'}: {sum(1 for _ in site.rglob('*.html'))} pages")
    return 1 if flaws else 0


def gather(docs: Path, pages: Path, repository: str) -> None:
    """Copies the pages of docs/ into a folder of its own, and writes the reference there with a page for each model."""
    shutil.rmtree(pages, ignore_errors=True)
    for name in GATHERED:
        shutil.copytree(docs / name, pages / name)
    shutil.copy(docs / "index.md", pages)
    material = Material(Catalogue.load(FILE), list(rule_pages()), paged=True)
    write_site(material, pages / "reference")
    for page in pages.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(inward(text, page.relative_to(pages).parent, repository), encoding="utf-8")


def inward(text: str, folder: Path, repository: str) -> str:
    """A page whose links to files beside docs/ lead to the repository; without one they are plain words."""

    def turned(link: re.Match[str]) -> str:
        path, _, anchor = link[2].partition("#")
        target = normpath(f"docs/{folder.as_posix()}/{path}")
        if "://" in link[2] or not path or target.startswith("docs/"):
            return link[0]
        place = f"{target}#{anchor}" if anchor else target
        return f"[{link[1]}]({repository}/blob/main/{place})" if repository else link[1]

    return LINK.sub(turned, text)


def unnamed(pages: Path, nav: object) -> list[str]:
    """Pages of the navigation that do not exist, which the builder leaves out without a word; and guides in no menu."""
    named = set(named_in(nav))
    there = {page.relative_to(pages).as_posix() for page in pages.rglob("*.md")}
    guides = {page for page in there if page.startswith("guide/")}
    flaws = [f"nav names {page}, which does not exist" for page in sorted(named - there)]
    return [*flaws, *(f"nav does not name {page}" for page in sorted(guides - named))]


def named_in(nav: object) -> Iterator[str]:
    """The pages that a navigation names, at any depth."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict | list):
        for inner in nav.values() if isinstance(nav, dict) else nav:
            yield from named_in(inner)


class Reader(HTMLParser):
    """What a page of the site links to, loads, and has for anchors."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.anchors: set[str] = set()
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps what one tag says."""
        said = {name: value or "" for name, value in attrs}
        self.anchors.update(said[name] for name in ("id", "name") if name in said)
        if tag == "a" and "href" in said:
            self.links.append(said["href"])
        elif tag in LOADS and LOADS[tag] in said:
            fetches = tag != "link" or bool(set(FETCHED) & set(said.get("rel", "").split()))
            (self.loads if fetches else self.links).append(said[LOADS[tag]])


def wrong(site: Path) -> list[str]:
    """What is wrong with a built site: links and anchors that lead nowhere, and whatever is loaded from elsewhere."""
    read = {page: Reader(page) for page in sorted(site.rglob("*.html"))}
    flaws = []
    for page, reader in read.items():
        name = page.relative_to(site)
        flaws += [f"{name}: loads {load} from elsewhere" for load in reader.loads if urlsplit(load).netloc]
        flaws += [
            f"{name}: {link} leads nowhere"
            for link in dict.fromkeys([*reader.links, *reader.loads])
            if not urlsplit(link).netloc and not leads(link, page, site, read)
        ]
    for style in sorted(site.rglob("*.css")):
        flaws += [
            f"{style.relative_to(site)}: loads {found.decode()} from elsewhere"
            for found in IN_STYLE.findall(style.read_bytes())
        ]
    return flaws


def leads(link: str, page: Path, site: Path, read: dict[Path, Reader]) -> bool:
    """Whether a link within the site leads to a file, and to an anchor in it where it names one."""
    parts = urlsplit(link)
    if parts.scheme:  # mailto: and the like
        return True
    path = unquote(parts.path)
    target = (site / path.lstrip("/") if path.startswith("/") else page.parent / path).resolve() if path else page
    if target.is_dir():
        target /= "index.html"
    if not parts.fragment or target not in read:
        return target.is_file()
    return unquote(parts.fragment) in read[target].anchors


if __name__ == "__main__":
    sys.exit(main())
