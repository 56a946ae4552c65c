"""`registry resolve`: what a name stands for."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from registry.cli import settings
from registry.cli.options import JSON, examples, known, models, shared, usage
from registry.cli.screen import Painter, table

if TYPE_CHECKING:
    from collections.abc import Iterator


EXAMPLES = examples(
    "registry resolve gpt-5-pro",
    "registry resolve openai/responses/gpt-5-pro",
    "registry resolve ft:gpt-4o-2024-08-06:acme::abc123 --json",
)


@click.command("resolve", epilog=EXAMPLES)
@click.argument("name", shell_complete=models)
@shared(settings.ON, settings.CATALOGUE)
@JSON
def command(name: str, *, on: str | None, catalogue: tuple[str, ...], as_json: bool) -> None:
    """Say which model NAME stands for.

    And the endpoint that it chooses, the snapshot that it points at, and how we know. An unknown name exits with 1.
    """
    with usage():
        facts, day = settings.catalogue_of(catalogue), settings.day(on)
    with known():
        found = facts.resolve(name)
    model = facts.by_id(found.id, day, fine_tuned=found.fine_tune)
    mode = found.mode or (model.modes[0] if model.modes else None)
    told: dict[str, Any] = {
        **found.as_dict(),
        "mode": mode,
        "endpoint": facts.path(mode) if mode else None,
        "snapshot": model.snapshot,
        "on": day,
        "status": model.status,
    }
    if as_json:
        click.echo(json.dumps(told, indent=2))
    else:
        click.echo("\n".join([Painter(sys.stdout)("strong", name), *table(_rows(told), indent="  ")]))


def _rows(told: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield "is", f"{told['id']}{', fine-tuned' if told['fine_tune'] else ''}"
    for step in told["how"]:
        yield "because", step
    for word, said in (
        ("points at", told["snapshot"]),
        ("endpoint", told["endpoint"] or "none known"),
        ("spelled for", told["surface"]),
        ("status", f"{told['status']} on {told['on']}"),
    ):
        if said:
            yield word, said
