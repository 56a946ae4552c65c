"""Pages of several tables: a template that names the tables it shows, with footnotes shared by all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.generate.artefact import GENERATED, Artefact
from registry.generate.grid import Grid, Notes
from registry.generate.printing import printed
from registry.generate.query import Query
from registry.generate.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from registry.generate.material import Material


class Page:
    """What a page's template calls: `show` for a table, `notes` at the end."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._notes = Notes(material.catalogue)

    def show(self, table: str, nothing: str = "There is none.", **options: str) -> str:
        """A table in Markdown, or a sentence when it has no rows."""
        query = Query(self._material.catalogue, TABLES[table], {"on": self._material.on, **options})
        grid = Grid(query, self._notes)
        return "\n".join(grid.lines()) if grid.rows else nothing

    def notes(self) -> str:
        """The footnotes of all tables so far."""
        return "".join(f"\n{line}" for line in self._notes.lines())


def page(name: str, path: str, template: str, material: Material, **context: Any) -> Artefact:  # noqa: ANN401 - what the template reads
    """An artefact that is a page of tables; `name` is what `registry generate` knows it by."""

    def render() -> str:
        made = Page(material)
        first = head(name, "the facts in data/: edit those")
        text = printed(template, head=first, show=made.show, notes=made.notes, material=material, **context)
        return text.rstrip("\n") + "\n"

    return Artefact(path, render)


def head(name: str, source: str) -> str:
    """The first line of a generated page."""
    return f"<!-- {GENERATED} {name}` from {source}, not this page. -->"


def only(name: str, path: str, template: str) -> Callable[[Material], list[Artefact]]:
    """The maker of a kind of artefact of which there is one."""
    return lambda material: [page(name, path, template, material)]
