"""Somebody's page with its marked regions printed afresh; outside them no byte changes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from registry.generate.formats import markdown
from registry.generate.grid import Grid, Notes
from registry.generate.markers import Flaw, lines_of, regions
from registry.generate.mistake import Mistake, unknown
from registry.generate.printing import BadTemplate
from registry.generate.query import Query
from registry.generate.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from registry.catalogue import Catalogue
    from registry.generate.markers import Region

LABEL = re.compile(r"\[\^([^\]\s]+)\]")


class BadPage(ValueError):  # noqa: N818 - reads as what it is
    """A page with markers that can't be followed; `flaws` says what and where, all at once."""

    def __init__(self, flaws: Sequence[Flaw]) -> None:
        super().__init__("\n".join(f"{flaw.line}:{flaw.column}: {flaw.message}" for flaw in flaws))
        self.flaws = tuple(flaws)


def refreshed(page: str, catalogue: Catalogue, folder: Path, options: Mapping[str, str] | None = None) -> str:
    """A page with its regions printed afresh from a catalogue.

    `folder` is where the templates that it names are looked for; `options` (trust, on) are for regions that say
    nothing of them. Raises BadPage.
    """
    lines = lines_of(page)
    found, flaws = regions(lines)
    taken = _labels(lines, found)
    made = list(lines)
    for region in reversed(found):  # so that the numbers of lines above stay true
        earlier = sum(other.name == region.name for other in found if other.begin < region.begin)
        prefix = f"{region.name}{earlier + 1 if earlier else ''}-"
        try:
            fresh = _printed(region, catalogue, folder, options or {}, prefix, taken)
        except Mistake as mistake:
            column = region.columns.get(mistake.option, region.columns[None])
            flaws.append(Flaw(region.begin + 1, column, str(mistake)))
        except BadTemplate as bad:
            flaws.append(Flaw(region.begin + 1, region.columns["template"], str(bad)))
        else:
            ending = _ending(lines[region.begin])
            # Blank lines around it: not every Markdown lets a table begin or end at a comment.
            made[region.begin + 1 : region.end] = [
                f"{region.indent if line else ''}{line}{ending}" for line in ("", *fresh.strip("\n").split("\n"), "")
            ]
    if flaws:
        raise BadPage(sorted(flaws))
    return "".join(made)


def _printed(
    region: Region,
    catalogue: Catalogue,
    folder: Path,
    options: Mapping[str, str],
    prefix: str,
    taken: frozenset[str],
) -> str:
    table = TABLES.get(region.name)
    if table is None:
        raise unknown("table", region.name, TABLES)
    query = Query(catalogue, table, {**options, **region.options})
    template = query.given.get("template")
    return markdown(Grid(query, Notes(catalogue, prefix, taken)), folder / template if template else None)


def _labels(lines: Sequence[str], found: Sequence[Region]) -> frozenset[str]:
    """The labels of the footnotes that the page has of its own."""
    ours = {at for region in found for at in range(region.begin, region.end)}
    return frozenset(label for at, line in enumerate(lines) if at not in ours for label in LABEL.findall(line))


def _ending(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]
