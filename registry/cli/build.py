"""`registry build`: files of facts → the compiled catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.catalogue import FILE
from registry.cli.options import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

PATH = click.Path(path_type=Path)
STALE = "Run `registry build`, and commit what it writes."


EXAMPLES = examples(
    "registry build",
    "registry build --check",
    "registry build my-models.yaml --output my-models.jsonl",
)


@click.command("build", epilog=EXAMPLES)
@click.argument("facts", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--data", type=PATH, default=Path("data"), show_default=True, help="The folder of models.yaml and shapes/."
)
@click.option("--output", type=PATH, help="The compiled file; the one that ships, or FACTS with .jsonl, by default.")
@click.option("--check", "mode", flag_value="check", help="Write nothing; exit with 1 when something is stale.")
@click.option("--print", "mode", flag_value="print", help="Print the compiled catalogue instead of writing it.")
def command(facts: Path | None, data: Path, output: Path | None, mode: str | None) -> None:
    """Compile facts into the catalogue.

    From data/models.yaml and data/shapes/ into the one that ships; from FACTS into an overlay to lay over it.

    Mistakes are printed as file:line:column: CODE message, and exit with 1.
    """
    made = dict(_overlay(facts, output) if facts else _ours(data, output or Path(FILE)))
    if mode == "print":
        click.echo(next(iter(made.values())), nl=False)
    elif mode == "check":
        stale = [path for path, fresh in made.items() if not _is_fresh(path, fresh)]
        if stale:
            click.echo(STALE, err=True)
            raise click.exceptions.Exit(1)
    else:
        from registry.generate.artefact import write

        for path, fresh in made.items():
            click.echo(f"{path}: {f'{len(fresh):,} bytes' if write(path, fresh) else 'unchanged'}", err=True)


def _overlay(facts: Path, output: Path | None) -> Iterator[tuple[Path, bytes]]:
    yield output or facts.with_suffix(".jsonl"), compiled(facts, None)


def _ours(data: Path, output: Path) -> Iterator[tuple[Path, bytes]]:
    """Everything that is generated from a folder of facts: path, content."""
    from registry.authoring.editor import schema_bytes
    from registry.authoring.shapes import Shape
    from registry.authoring.surfaces import Surface

    models, shapes = data / "models.yaml", data / "shapes"
    if not models.is_file():
        raise click.UsageError(f"There is no {models}: run this in a checkout, or say --data or FACTS.")
    yield output, compiled(models, shapes if shapes.is_dir() else None)
    yield data / "models.schema.json", schema_bytes()
    yield data / "shapes.schema.json", schema_bytes(Shape)
    yield data / "surfaces.schema.json", schema_bytes(Surface)


def compiled(models: Path, shapes: Path | None) -> bytes:
    """The compiled file; mistakes are printed, and exit with 1."""
    from registry.authoring.compile import BadFacts, compile_files

    try:
        return compile_files(models, shapes)
    except BadFacts as bad:
        click.echo(str(bad), err=True)
        raise click.exceptions.Exit(1) from None


def _is_fresh(path: Path, fresh: bytes) -> bool:
    """Whether a file is as it should be; prints how it differs."""
    from registry.cli.difference import difference

    if not path.is_file():
        click.echo(f"{path} is missing")
        return False
    old = path.read_bytes()
    if old == fresh:
        return True
    click.echo("\n".join([f"{path} is stale:", *difference(old, fresh)]))
    return False
