"""Pages of several tables: a template that names the tables it shows, with footnotes shared by all of them."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING, Any

from registry.generate.artefact import GENERATED, Artefact
from registry.generate.grid import Grid, Notes
from registry.generate.markdown import text
from registry.generate.printing import printed
from registry.generate.query import MODEL, Query
from registry.generate.tables import TABLES
from registry.generate.wording import cited

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from registry.generate.material import Material


MODELS = "docs/reference/models"
"""Where the pages of models lie, if there are any."""


class Page:
    """What a page's template calls: `show` for a table, `notes` and `sources` at the end, `named` for a model."""

    def __init__(self, material: Material, path: str) -> None:
        self._material = material
        self._notes = Notes(material.catalogue)
        self._given = {"on": material.on}
        if material.paged:
            self._given["pages"] = posixpath.relpath(f"{MODELS}/{MODEL}.md", posixpath.dirname(path))
        self._cited: set[str] = set()

    def show(
        self, table: str, nothing: str = "There is none.", exactly: Sequence[str] | None = None, **options: str
    ) -> str:
        """A table in Markdown, of exactly those models if it says so; or a sentence when it has no rows."""
        query = Query(self._material.catalogue, TABLES[table], {**self._given, **options}, exactly)
        grid = Grid(query, self._notes)
        self._cited.update(grid.cited())
        return "\n".join(grid.lines()) if grid.rows else nothing

    def notes(self) -> str:
        """The footnotes of all tables so far."""
        return "".join(f"\n{line}" for line in self._notes.lines())

    def named(self, id_: str) -> str:
        """The name of a model, with a link to its page if it has one."""
        return Query(self._material.catalogue, TABLES["models"], self._given).named(id_)

    def sources(self) -> str:
        """The sources of all tables so far, each with its title, kind and date."""
        catalogue = self._material.catalogue
        found = [catalogue.source(id_) for id_ in self._cited if id_ in catalogue.header["sources"]]
        found.sort(key=lambda source: (source.date, source.id), reverse=True)
        return "\n".join(f"- {cited(catalogue, source.id)}: {text(source.title)}" for source in found)


def page(name: str, path: str, template: str, material: Material, **context: Any) -> Artefact:  # noqa: ANN401 - what the template reads
    """An artefact that is a page of tables; `name` is what `registry generate` knows it by."""

    def render() -> str:
        made = Page(material, path)
        calls = {"show": made.show, "notes": made.notes, "named": made.named, "sources": made.sources}
        first = head(name, "the facts in data/: edit those")
        said = printed(template, head=first, material=material, **calls, **context)
        return said.rstrip("\n") + "\n"

    return Artefact(path, render)


def head(name: str, source: str) -> str:
    """The first line of a generated page."""
    return f"<!-- {GENERATED} {name}` from {source}, not this page. -->"


def only(name: str, path: str, template: str) -> Callable[[Material], list[Artefact]]:
    """The maker of a kind of artefact of which there is one."""
    return lambda material: [page(name, path, template, material)]
