"""`registry schema`: JSON Schemas of request bodies, for editors, gateways and other languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from registry.cli import settings
from registry.cli.options import JSON, examples, known, models, shared, usage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.catalogue import Catalogue

    Made = tuple[str, str | None, dict[str, Any]]
    """An endpoint, the name of a model (None: of all), and the schema."""

EXAMPLES = examples(
    "registry schema gpt-5-pro",
    "registry schema --endpoint /v1/responses -o responses.schema.json",
    "registry schema gpt-5.1 --on +0d --trust litellm-docs",
    "registry schema --all -o schemas",
)


@click.command("schema", epilog=EXAMPLES)
@click.argument("name", metavar="[MODEL]", required=False, shell_complete=models)
@click.option(
    "--all", "everything", is_flag=True, help="Every endpoint's schema and every model's, into the folder -o."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here instead of printing.")
@click.option(
    "--on", metavar="DATE", help="The day it holds for, 2026-12-31 or +90d; that of the newest source if unsaid."
)
@shared(settings.ENDPOINT, settings.TRUST, settings.CATALOGUE)
@JSON
def command(name: str | None, *, everything: bool, output: Path | None, as_json: bool, **given: Any) -> None:  # noqa: ANN401 - by option
    """Print JSON Schemas of request bodies.

    That of MODEL at an endpoint, its first one if unsaid; without MODEL that of an endpoint, for whatever model a body
    names. Draft 2020-12. A schema refuses nothing that `registry check` accepts; it says which day it holds for (x-on)
    and what it lets through though the API refuses it (x-uncovered).

    With -o it is written to a file, and --json prints what was written: path, endpoint, model.
    """
    from registry.generate.query import as_of

    with usage():
        catalogue = settings.catalogue_of(given["catalogue"])
        mode = settings.mode(catalogue, given["endpoint"])
        trust = settings.source(catalogue, given["trust"])
        day = settings.day(given["on"]) if given["on"] else as_of(catalogue)
    if everything:
        if name or mode or output is None:
            raise click.UsageError("--all takes neither MODEL nor --endpoint, and needs -o FOLDER.")
        _write_all(catalogue, output, day, trust, as_json=as_json)
        return
    made = _one(catalogue, name, mode, day, trust)
    if output is None:
        from registry.generate.schemas.saying import printed

        click.echo(printed(made[2]), nl=False)
    else:
        _report([_written(output, made)], as_json=as_json)


def _one(catalogue: Catalogue, name: str | None, mode: str | None, day: str, trust: str | None) -> Made:
    """The schema that the arguments ask for."""
    from registry.generate.schemas.endpoint import endpoint_schema
    from registry.generate.schemas.model import model_schema
    from registry.generate.schemas.saying import NoSchema

    if name is not None:
        name, mode = _asked(catalogue, name, mode, day, trust)
    if mode is None:
        why = f"no endpoint is known to take {name}" if name else "say which MODEL, or which --endpoint"
        raise click.UsageError(f"There is no schema: {why}.")
    try:
        if name is None:
            return mode, None, endpoint_schema(catalogue, mode, day, trust)
        return mode, name, model_schema(catalogue, name, mode, day, trust)
    except NoSchema as none:
        raise click.ClickException(f"There is no schema: {none}.") from None


def _asked(catalogue: Catalogue, name: str, mode: str | None, day: str, trust: str | None) -> tuple[str, str | None]:
    """The name as a body has it, and the endpoint: as asked for, as the name says, or the model's first."""
    with known():
        found = catalogue.resolve(name)
    modes = catalogue.by_id(found.id, day, trust).modes
    # A library's spelling is not what is sent.
    return found.id if found.surface else name, mode or found.mode or (modes[0] if modes else None)


def _write_all(catalogue: Catalogue, folder: Path, day: str, trust: str | None, *, as_json: bool) -> None:
    from registry.cli.screen import count
    from registry.generate.schemas.committed import file_of

    lines = [_written(folder / file_of(made[0], made[1]), made) for made in _all(catalogue, day, trust)]
    _report(lines, as_json=as_json)
    if not as_json:
        click.echo(f"{count(len(lines), 'file')} in {folder}", err=True)


def _all(catalogue: Catalogue, day: str, trust: str | None) -> Iterator[Made]:
    """Every endpoint, each with the models that answer there on the day."""
    from registry.generate.schemas.endpoint import endpoint_schema
    from registry.generate.schemas.model import model_schema
    from registry.generate.schemas.saying import NoSchema

    for mode in catalogue.header["modes"]:
        if not catalogue.shape(mode):
            continue
        yield mode, None, endpoint_schema(catalogue, mode, day, trust)
        for id_ in catalogue.ids():
            try:
                yield mode, id_, model_schema(catalogue, id_, mode, day, trust)
            except NoSchema:
                continue


def _written(path: Path, made: Made) -> dict[str, Any]:
    from registry.generate.artefact import write
    from registry.generate.schemas.saying import printed

    mode, name, schema = made
    changed = write(path, printed(schema).encode())
    return {"path": str(path), "endpoint": mode, "model": name, "written": changed}


def _report(lines: list[dict[str, Any]], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(lines, indent=2))
    for line in [] if as_json else lines:
        if line["written"]:
            click.echo(f"{line['path']}: written", err=True)
