"""`registry migrate`: the calls of one model, and what each of them needs to call another."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from registry.cli.lint import OPTIONS
from registry.cli.options import examples, known, models, shared, usage
from registry.cli.screen import complain, count, printable, write

if TYPE_CHECKING:
    from registry.lint.migrating import Site

MODEL = "model"
EXAMPLES = examples(
    "registry migrate --from gpt-4o --to gpt-5.1 .",
    "registry migrate --from gpt-4o --to gpt-5.1 --in-place .",
)


@click.command("migrate", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option("--from", "source", metavar="MODEL", required=True, shell_complete=models, help="The model to leave.")
@click.option("--to", "target", metavar="MODEL", required=True, shell_complete=models, help="The model to move to.")
@click.option("--in-place", is_flag=True, help="Write the changes into the files.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@shared(*OPTIONS)
def command(paths: tuple[str, ...], *, source: str, target: str, in_place: bool, as_json: bool, **given: Any) -> None:  # noqa: ANN401 - by option
    """Move calls from one model to another.

    Every call of the one is listed, with what the other model refuses about it; --in-place writes the new name, and the
    literals that repair the call. PATHs are files and folders; here by default. Where the other is gone by the day,
    the calls move to what was named in its place.

    Exit status: 0 every call can move, 1 a person has to look at some, 2 wrong usage or an unreadable file.
    """
    from registry.cli import project
    from registry.lint.migrating import Migrator

    with usage():
        asked = project.asked(given, project.table(Path.cwd()))
    with known():
        migrator = Migrator(asked, source, target)
    if migrator.note:
        complain(f"{migrator.note} It is {migrator.target} that the calls are moved to.")
    sites, unreadable = [], 0
    for found, troubles in migrator.migrate(paths or (".",), write=in_place):
        sites += found
        unreadable += sum(trouble.named for trouble in troubles)
        for trouble in troubles:
            complain(str(trouble))
        for site in () if as_json else found:
            _tell(site, done=in_place)
    if as_json:
        click.echo(json.dumps([site.as_dict() for site in sites], indent=2))
    left = sum(_is_left(site) for site in sites)
    if not as_json:
        write(f"{count(len(sites), 'call')}, {left:,} for a person to look at\n")
    if unreadable or left:
        raise click.exceptions.Exit(2 if unreadable else 1)


def _is_left(site: Site) -> bool:
    """Whether the edits are not all that the call needs."""
    errors = [one for one in site.findings if one.severity == "error"]
    return not site.edits or any(not one.edits or one.path == MODEL for one in errors)


def _tell(site: Site, *, done: bool) -> None:
    where = printable(f"{site.file}:{site.line}:{site.column}")
    how = "" if site.edits else " (not written here as a literal)"
    verb = "now" if done and site.edits else "→"
    write(f"{where}: {printable(site.old)} {verb} {printable(site.new)}{how}\n")
    for one in site.findings:
        fix = f" Fix: {one.fixes[0]}." if one.fixes else ""
        write(f"    {one.severity}[{one.code}] line {one.line}: {printable(one.message + fix)}\n")
