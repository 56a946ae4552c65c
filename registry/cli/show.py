"""`registry show`: everything known about a model."""

from __future__ import annotations

import json
import sys

import click

from registry.cli import settings
from registry.cli.options import JSON, MODEL, examples, find, shared
from registry.cli.screen import Painter

EXAMPLES = examples(
    "registry show gpt-5.1",
    "registry show gpt-5-pro --endpoint /v1/responses --trust litellm-docs",
    "registry show gpt-4o --on 2025-01-01 --json",
)


@click.command("show", epilog=EXAMPLES)
@MODEL
@shared(settings.ENDPOINT, settings.ON, settings.TRUST, settings.CATALOGUE)
@JSON
def command(name: str, *, as_json: bool, **given: str | None) -> None:
    """Print everything known about MODEL.

    Its endpoints, limits, prices, days, parameters and their defaults, who disputes what, and the sources of it all.
    """
    from registry.cli.portrait import Portrait

    view, mode = find(name, given)
    portrait = Portrait(view, (mode,) if mode else view.modes())
    if as_json:
        click.echo(json.dumps(portrait.as_dict(), indent=2))
    else:
        click.echo("\n".join(portrait.lines(Painter(sys.stdout))))
