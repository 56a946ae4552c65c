"""`registry docs`: tables of facts, printed, or kept fresh in anybody's Markdown."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from registry.cli import settings
from registry.cli.options import examples, shared, usage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from registry.catalogue import Catalogue

EXAMPLES = examples(
    "registry docs --list",
    "registry docs efforts --models gpt-5.1,gpt-5-pro --columns model,default,accepts",
    "registry docs lifecycle -o status=deprecated -o sort=lifecycle.shutdown --format csv",
    "registry docs sheet --models gpt-5-pro --trust litellm-docs",
    "registry docs --site docs/reference",
)
FORMATS = ("markdown", "csv", "json")
PASSED_ON = ("models", "columns", "endpoint", "template", "trust", "on")
"""Options of the command line that are options of tables too."""


def _names(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from registry.generate.tables import TABLES

    return [name for name in TABLES if name.startswith(incomplete)]


@click.command("docs", epilog=EXAMPLES)
@click.argument("words", nargs=-1, metavar="[TABLE | --into FILE... | --site DIR]", shell_complete=_names)
@click.option("--into", is_flag=True, help="Print the marked regions of FILEs afresh; nothing else in them changes.")
@click.option("--check", is_flag=True, help="With --into: write nothing; exit with 1 when a region is stale.")
@click.option(
    "--site",
    metavar="DIR",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the whole reference into DIR: prices, limits, lifecycle, a page for each family and model.",
)
@click.option("--list", "as_list", is_flag=True, help="List the tables with their columns and options.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default=FORMATS[0], help="How to print; in Markdown if unsaid."
)
@click.option("--models", metavar="NAMES", help="Which models, in this order: names, patterns (gpt-5*), !exceptions.")
@click.option("--columns", metavar="KEYS", help="Which columns; key:Heading gives one a heading of its own.")
@click.option("--template", metavar="FILE", help="A Jinja template to print the table with.")
@click.option("-o", "more", multiple=True, metavar="KEY=VALUE", help="Another option of the table; repeatable.")
@click.option("--on", metavar="DATE", help="The day to print, 2026-12-31 or +90d; that of the newest source if unsaid.")
@shared(settings.ENDPOINT, settings.TRUST, settings.CATALOGUE)
def command(
    words: tuple[str, ...],
    *,
    into: bool,
    check: bool,
    site: Path | None,
    as_list: bool,
    form: str,
    **given: Any,  # noqa: ANN401 - by option
) -> None:
    """Print tables of facts.

    A TABLE to the terminal, or, with --into, whatever the marked regions of your own pages ask for: those between
    <!-- registry:begin efforts models="gpt-5*" columns=model,accepts --> and <!-- registry:end -->, each alone on its
    line; in MDX {/* … */}. `registry docs --into docs/*.md` fills them, with --check it says whether they are fresh.

    Or, with --site, all pages of the reference: with --catalogue, of your own models too.

    Everything is printed as of the day of the catalogue's newest source, unless --on or on= says another: the same
    catalogue always prints the same page.

    Exit status: 0 when all is well, 1 when a region is stale or a marker is wrong (FILE:line:column: what).
    """
    with usage():
        catalogue = settings.catalogue_of(given["catalogue"])
        given["on"] = given["on"] and settings.day(given["on"])
        settings.source(catalogue, given["trust"])
    options = {key: given[key] for key in PASSED_ON if given[key] is not None}
    if site:
        if words or into or check or options or given["more"] or form != FORMATS[0]:
            raise click.UsageError("--site takes no TABLE and no option but --catalogue: it writes everything.")
        _write(site, catalogue)
    elif as_list:
        click.echo("\n".join(_listed()))
    elif into:
        if set(options) - {"trust", "on"} or given["more"] or form != FORMATS[0]:
            raise click.UsageError("With --into, the markers say what to print; --trust and --on alone may be added.")
        if not words:
            raise click.UsageError("Which FILE? --into takes the pages to refresh.")
        _refresh([Path(word) for word in words], catalogue, options, check=check)
    elif len(words) != 1:
        raise click.UsageError("Which TABLE? `registry docs --list` lists them.")
    else:
        click.echo(_table(words[0], catalogue, {**options, **dict(_pairs(given["more"]))}, form), nl=False)


def _write(folder: Path, catalogue: Catalogue) -> None:
    from registry.cli.screen import count
    from registry.generate.material import Material
    from registry.generate.site import write_site

    pages, changed = write_site(Material(catalogue, paged=True), folder)
    click.echo(f"{folder}: {count(pages, 'page')}, {count(changed, 'file')} changed", err=True)


def _pairs(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals:
            raise click.BadParameter(f"{text!r}: write KEY=VALUE", param_hint="-o")
        yield key, value


def _table(name: str, catalogue: Catalogue, options: Mapping[str, str], form: str) -> str:
    from registry.generate import formats
    from registry.generate.grid import Grid
    from registry.generate.mistake import Mistake, unknown
    from registry.generate.printing import BadTemplate
    from registry.generate.query import Query
    from registry.generate.tables import TABLES

    try:
        if name not in TABLES:
            raise unknown("table", name, TABLES)
        grid = Grid(Query(catalogue, TABLES[name], options))
        if form == FORMATS[0]:
            return formats.markdown(grid, Path(options["template"]) if "template" in options else None)
        return formats.as_csv(grid) if form == "csv" else formats.as_json(grid)
    except (Mistake, BadTemplate) as mistake:
        raise click.UsageError(str(mistake)) from None


def _refresh(paths: Sequence[Path], catalogue: Catalogue, options: Mapping[str, str], *, check: bool) -> None:
    from registry.generate.artefact import difference, write
    from registry.generate.regions import BadPage, refreshed

    wrong, stale = False, []
    for path in paths:
        page = path.read_bytes().decode(errors="surrogateescape")  # whatever its bytes are, they stay
        try:
            fresh = refreshed(page, catalogue, path.parent, options).encode(errors="surrogateescape")
        except BadPage as bad:
            wrong = True
            for flaw in bad.flaws:
                click.echo(f"{path}:{flaw.line}:{flaw.column}: {flaw.message}", err=True)
            continue
        if not check:
            click.echo(f"{path}: {'refreshed' if write(path, fresh) else 'unchanged'}", err=True)
        elif lines := difference(path, fresh):
            stale.append(path)
            click.echo("\n".join(lines))
    if stale:
        click.echo(f"Run `registry docs --into {shlex.join(map(str, stale))}`.", err=True)
    if stale or wrong:
        raise click.exceptions.Exit(1)


def _listed() -> Iterator[str]:
    """Every table with its columns and options."""
    from registry.cli.screen import table
    from registry.generate.dotted import DOTTED
    from registry.generate.table import ALWAYS, OPTIONS
    from registry.generate.tables import TABLES

    for one in TABLES.values():
        presets = "".join(f" {key}={value}" for key, value in one.presets.items())
        own = ", ".join(option for option in one.options if option not in ALWAYS)
        yield f"{one.name}: {one.about}{f' That is{presets}.' if presets else ''}"
        columns = [column.key for column in one.plain()]
        yield from table([("columns", ", ".join(columns)), *([("options", own)] if own else [])], indent="  ")
        yield ""
    yield "Tables of models have these columns too, as far as there are facts: " + ", ".join(DOTTED)
    yield ""
    yield "What options say:"
    yield from table(list(OPTIONS.items()), indent="  ")
