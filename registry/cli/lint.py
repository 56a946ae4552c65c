"""`registry lint`: bad calls in source, notebooks, pages, configurations and batches, before they run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from registry.cli import settings
from registry.cli.arguments import Option
from registry.cli.options import examples, shared, usage
from registry.cli.screen import Progress, complain, tell

if TYPE_CHECKING:
    from registry.lint import Outcome

FORMATS = ("text", "json", "github", "sarif", "junit")
EXCLUDE = Option(
    "--exclude", kind="many", metavar="PATTERN", help="Paths to leave out: 'tests/*', '*.ipynb'; repeatable."
)
OPTIONS = (
    settings.ON,
    settings.TRUST,
    Option("--ignore", kind="many", metavar="CODE", help="A rule not to report; repeatable, or a list with commas."),
    Option("--unknown", choices=("error", "warn", "allow"), help="What an unknown model, parameter or value is."),
    Option("--account", kind="many", metavar="NAME=BOOL", help="What you have: verified_organization=true."),
    settings.CATALOGUE,
    EXCLUDE,
)
EXAMPLES = examples(
    "registry lint .",
    "registry lint --on +90d --strict .",
    "registry lint batch.jsonl --fix",
    "registry lint . --format sarif",
)


@click.command("lint", epilog=EXAMPLES)
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@click.option("--fix", is_flag=True, help="Write the literals that repair a call, then say what is left.")
@click.option("--fix-models", is_flag=True, help="As --fix, and write what to move to where a model is gone.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to print what was found.")
@click.option("--strict", is_flag=True, help="Take warnings for errors.")
@click.option("--quiet", is_flag=True, help="Print errors alone.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even when something is wrong.")
@shared(*OPTIONS)
def command(
    paths: tuple[str, ...],
    *,
    fix: bool,
    fix_models: bool,
    form: str,
    strict: bool,
    quiet: bool,
    exit_zero: bool,
    **given: Any,  # noqa: ANN401 - by option
) -> None:
    """Say which calls in files the API would refuse.

    PATHs are files and folders; here by default. Read are Python, notebooks, Markdown, shell scripts (curl), LiteLLM's
    configurations and Batch files. What is no literal is unknown: nothing is said that it could make wrong.

    `# registry: ignore[REQ007] until=2027-01-31 why` beside a call silences it; [tool.registry] of pyproject.toml has
    what a project always asks.

    Exit status: 0 fine, 1 an error found, 2 wrong usage or an unreadable file, 3 a bug of ours.
    """
    from registry.cli import findings, project
    from registry.lint import Linter

    with usage():
        said = project.table(Path.cwd())
        linter = Linter(project.asked({**given, "models": fix_models}, said))
    tally = findings.Tally(strict=strict or bool(said.get("strict")))
    reporter: Any = findings.FORMATS[form]()
    progress = Progress("file")
    for outcome in linter.lint(paths or (".",), mend=fix or fix_models):
        tally.files += 1
        tally.calls += outcome.calls
        tally.add(outcome.findings)
        if outcome.findings or outcome.troubles or outcome.mended:
            progress.clear()
        tally.unreadable += _troubles(outcome)
        tally.mended += _mended(outcome)
        for one in outcome.findings:
            if one.severity == "error" or not quiet:
                reporter.tell(one)
        progress.step()
    progress.clear()
    reporter.end(tally)
    status = 2 if tally.unreadable else 1 if tally.errors and not exit_zero else 0
    if status:
        raise click.exceptions.Exit(status)


def _troubles(outcome: Outcome) -> int:
    """Say what can't be read; how much of it somebody asked for by name, or was there for the reading."""
    for trouble in outcome.troubles:
        complain(str(trouble))
    return sum(trouble.named for trouble in outcome.troubles)


def _mended(outcome: Outcome) -> int:
    for one in outcome.mended:
        tell(f"{one.file}:{one.line}:{one.column}: mended {one.code}: {one.fixes[0]}")
    return len(outcome.mended)
