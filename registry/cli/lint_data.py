"""`registry lint-data`: what is wrong with files of facts, and what can be repaired."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from registry.cli import settings
from registry.cli.options import examples, shared, usage
from registry.cli.screen import Painter, count, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.authoring.lint import Finding

FORMATS = ("text", "json", "github")


EXAMPLES = examples(
    "registry lint-data",
    "registry lint-data --fix",
    "registry lint-data my-models.yaml --format github",
    "registry lint-data --against main",
)


@click.command("lint-data", epilog=EXAMPLES)
@click.argument("file", default=Path("data/models.yaml"), type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--fix", is_flag=True, help="Repair what can be repaired, then say what is left.")
@click.option("--against", metavar="REF", help="A revision of git to compare with: prices are appended, never edited.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to print what was found.")
@shared(settings.ON)
def command(file: Path, *, fix: bool, against: str | None, form: str, on: str | None) -> None:
    """Say what is wrong with a FILE of facts.

    By default data/models.yaml, with the shapes in the folder beside it.

    Exit status: 0 when nothing is an error, 1 when something is.
    """
    from registry.authoring.lint import lint, repair

    with usage():
        day = settings.day(on)
    shapes = file.parent / "shapes"
    folder = shapes if shapes.is_dir() else None
    try:
        repaired = repair(file, folder, on=day, against=against) if fix else []
        found = lint(file, folder, on=day, against=against)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--against") from None
    for finding in repaired:
        click.echo(f"{finding.file}:{finding.line}:{finding.column}: repaired {finding.code} {finding.name}", err=True)
    _print(found, form, len(repaired))
    if any(finding.severity == "error" for finding in found):
        raise click.exceptions.Exit(1)


def _print(found: Sequence[Finding], form: str, repaired: int) -> None:
    if form == "json":
        click.echo(json.dumps([finding.as_dict() for finding in found], indent=2))
        return
    paint = Painter(sys.stdout)
    for finding in found:
        click.echo(_github(finding) if form == "github" else _text(finding, paint))
    if form == "text":
        click.echo(_tally(found, repaired))


def _text(finding: Finding, paint: Painter) -> str:
    where = printable(f"{finding.file}:{finding.line}:{finding.column}")
    what = paint(finding.severity, f"{finding.severity}[{finding.code}]")
    return f"{where}: {what} {printable(finding.message)}{' (--fix repairs it)' if finding.fix else ''}"


def _github(finding: Finding) -> str:
    """A workflow command, which GitHub shows beside the line."""
    place = f"file={_escaped(finding.file)},line={finding.line},col={finding.column}"
    title = _escaped(f"{finding.code} {finding.name}")
    message = finding.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return f"::{finding.severity} {place},title={title}::{message}"


def _escaped(text: str) -> str:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        text = text.replace(char, code)
    return text


def _tally(found: Sequence[Finding], repaired: int) -> str:
    numbers = {severity: sum(finding.severity == severity for finding in found) for severity in ("error", "warning")}
    said = [count(number, severity) for severity, number in numbers.items() if number]
    mended = [f"{repaired:,} repaired"] if repaired else []
    return ", ".join([*mended, *said]) or "fine"
