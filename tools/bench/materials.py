"""The files that contestants read: a request, its schema, a large catalogue, a batch."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, NamedTuple

from bench import bodies
from bench.environment import ROOT
from bench.schema import SCHEMA

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE = ROOT / "registry" / "_catalogue.jsonl"
MODELS = 4_000
BATCH = 50_000
SHORT_BATCH = 5_000


class Materials(NamedTuple):
    """Where the files are, and the name of a model that only the large catalogue knows."""

    request: Path
    schema: Path
    catalogue: Path
    copied_model: str
    batch: Path
    short_batch: Path


def write(folder: Path) -> Materials:
    """Writes every file into the folder."""
    catalogue = folder / "catalogue.jsonl"
    made = Materials(
        request=folder / "request.json",
        schema=folder / "schema.json",
        catalogue=catalogue,
        copied_model=write_catalogue(catalogue),
        batch=folder / "batch.jsonl",
        short_batch=folder / "short.jsonl",
    )
    made.request.write_text(json.dumps(bodies.VALID), encoding="utf-8")
    made.schema.write_text(json.dumps(SCHEMA), encoding="utf-8")
    write_batch(made.batch, BATCH)
    write_batch(made.short_batch, SHORT_BATCH)
    return made


def write_catalogue(path: Path) -> str:
    """Grows the compiled catalogue by copies of its models under new ids; returns the last copy of a gpt-4o.

    Without a compiled catalogue nothing is written, and whoever asks for the copy is told that it is unknown.
    """
    if not CATALOGUE.exists():
        return "absent"
    lines = CATALOGUE.read_text(encoding="utf-8").splitlines()
    models = [line for line in lines if line.startswith('{"id":"')]
    ids = [str(json.loads(line)["id"]) for line in models]
    copied = min(name for name in ids if name.startswith("gpt-4o"))
    grown: list[str] = []
    last = copied
    for number in itertools.count():
        if len(models) + len(grown) >= MODELS:
            break
        for name, line in zip(ids, models, strict=True):
            copy = f"{name}-copy-{number:04d}"
            grown.append(line.replace(f'{{"id":"{name}"', f'{{"id":"{copy}"', 1))
            last = copy if name == copied else last
    everything = [*models, *grown]
    if models == sorted(models):
        everything.sort()
    others = [line for line in lines if not line.startswith('{"id":"')]
    path.write_text("\n".join([*others, *everything, ""]), encoding="utf-8")
    return last


def write_batch(path: Path, count: int) -> None:
    """Writes a Batch file of valid requests of about 1.1 kB each."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            body = bodies.VALID | {"user": f"user-{number:06d}"}
            url = {"custom_id": f"request-{number}", "method": "POST", "url": bodies.ENDPOINT}
            file.write(json.dumps(url | {"body": body}) + "\n")
