"""`registry prices`: what a model cost and costs."""

from __future__ import annotations

import json
import sys

import click

from registry.cli import settings
from registry.cli.options import JSON, MODEL, examples, known, shared, usage
from registry.cli.screen import Painter

EXAMPLES = examples(
    "registry prices gpt-4o",
    "registry prices gpt-4o --on 2024-09-01",
    "registry prices gpt-5-pro --json",
)


@click.command("prices", epilog=EXAMPLES)
@MODEL
@shared(settings.ON, settings.CATALOGUE)
@JSON
def command(name: str, *, as_json: bool, **given: str | None) -> None:
    """Print what MODEL cost and costs.

    A table for each price list, the newest first: from which day, in which tier, on whose word. With --on, only the
    list that was in force on that day.
    """
    from registry.cli.history import History

    with usage():
        catalogue = settings.catalogue_of(given["catalogue"] or ())
        on = settings.day(given["on"]) if given["on"] else None
        today = settings.day(given["on"])
    with known():
        history = History(catalogue, catalogue.model(name, today), on)
    if not history.periods:
        raise click.ClickException(f"No price of {name} is known" + (f" on {on}." if on else "."))
    click.echo(json.dumps(history.as_dict(), indent=2) if as_json else "\n".join(history.lines(Painter(sys.stdout))))
