"""A table as Markdown, by our template or a user's; as CSV; as JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from registry.generate.printing import printed, printed_by

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from registry.generate.grid import Grid


def markdown(grid: Grid, template: Path | None = None) -> str:
    """The table with its footnotes, or what a user's template makes of it. Raises BadTemplate."""
    return printed_by(template, **context(grid)) if template else printed("table.md.jinja", **context(grid))


def context(grid: Grid) -> dict[str, Any]:
    """What a template reads."""
    query = grid.query
    return {
        "name": query.table.name,
        "about": query.table.about,
        "on": query.on,
        "trust": query.trust,
        "columns": [
            {"key": column.key, "heading": heading} for column, heading in zip(grid.columns, grid.headings, strict=True)
        ],
        "rows": grid.by_key(),
        "lines": list(grid.lines()),
        "notes": list(grid.notes.lines()),
        "sources": query.catalogue.header["sources"],
    }


def as_csv(grid: Grid) -> str:
    """Keys of columns, then values; lists with blanks between."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.key for column in grid.columns])
    writer.writerows([[_flat(cell.value) for cell in row] for row in grid.rows])
    return out.getvalue()


def _flat(value: object) -> str:
    if isinstance(value, list | tuple):
        return " ".join(map(_flat, value))
    if isinstance(value, dict | bool):
        return json.dumps(value)
    return "" if value is None else str(value)


def as_json(grid: Grid) -> str:
    """Every cell with its value (null: unknown), its source and who says otherwise."""
    table = {
        "table": grid.query.table.name,
        "on": grid.query.on,
        "trust": grid.query.trust,
        "rows": [_row(row) for row in grid.by_key()],
    }
    return json.dumps(table, indent=2) + "\n"


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: {
            "value": cell.value,
            **({"source": cell.source} if cell.source else {}),
            **({"disputed": {dissent.source: dissent.value for dissent in cell.dissent}} if cell.dissent else {}),
        }
        for key, cell in row.items()
    }
