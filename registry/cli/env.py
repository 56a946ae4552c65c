"""`registry env`: which environment variables a model's provider needs, and which are set."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from registry.cli import settings
from registry.cli.knowledge import environment
from registry.cli.options import JSON, MODEL, examples, known, shared, usage
from registry.cli.screen import Painter, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from registry.cli.knowledge import Answer

NEEDED = ("key",)
"""What a variable is for without which no request is answered; what else there is has a default."""

EXAMPLES = examples("registry env gpt-5-pro", "registry env gpt-4o --json")


@click.command("env", epilog=EXAMPLES)
@MODEL
@shared(settings.CATALOGUE)
@JSON
def command(name: str, *, catalogue: tuple[str, ...], as_json: bool) -> None:
    """Say which variables MODEL's provider reads.

    They are the environment's: which of them are set is told, and never to what. Exits with 1 when one that is needed
    is missing.
    """
    with usage():
        facts = settings.catalogue_of(catalogue)
    with known():
        model = facts.by_id(facts.resolve(name).id, settings.day(None))
    variables = list(_variables(environment(facts, model.provider)))
    ok = not any(one["needed"] and not one["set"] for one in variables)
    if as_json:
        told = {"model": model.id, "provider": model.provider, "ok": ok, "variables": variables}
        click.echo(json.dumps(told, indent=2))
    else:
        rows = [(one["for"], one["name"], _word(one)) for one in variables]
        rows = rows or [("", "", "nothing is known about this provider's variables")]
        title = f"{Painter(sys.stdout)('strong', model.id)} of {model.provider}"
        click.echo("\n".join([title, *table(rows, indent="  ")]))
    if not ok:
        raise click.exceptions.Exit(1)


def _variables(declared: Mapping[str, Answer]) -> Iterable[dict[str, Any]]:
    for what, answer in declared.items():
        name = answer.value
        yield {"for": what, "name": name, "needed": what in NEEDED, "set": bool(os.environ.get(name))}


def _word(variable: dict[str, Any]) -> str:
    if variable["set"]:
        return "set"
    return "missing" if variable["needed"] else "not set, and need not be"
