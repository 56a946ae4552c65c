"""`registry diff`: what changes for a call that moves from one model to another."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from registry.cli import settings
from registry.cli.options import JSON, examples, find, models, shared
from registry.cli.screen import Painter, table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.difference import Change
    from registry.facts import Model

EXAMPLES = examples(
    "registry diff gpt-4o gpt-5.1",
    "registry diff gpt-5.1 gpt-5-pro --endpoint /v1/responses",
    "registry diff gpt-4o gpt-5-pro --json",
)
PAINT = {"removes": "error", "tightens": "error", "alters": "warning", "reprices": "warning", "unknown": "skipped"}


@click.command("diff", epilog=EXAMPLES)
@click.argument("old", metavar="MODEL_A", shell_complete=models)
@click.argument("new", metavar="MODEL_B", shell_complete=models)
@shared(settings.ENDPOINT, settings.ON, settings.TRUST, settings.CATALOGUE)
@JSON
def command(old: str, new: str, *, as_json: bool, **given: Any) -> None:  # noqa: ANN401 - by option
    """Say what moving to another model changes.

    For a call that moves from MODEL_A to MODEL_B: which endpoints take it, which values are refused or taken from then
    on, what is used for what is left out, what it costs, and how long the model will be there. At every endpoint of
    MODEL_A, or at one.
    """
    from registry.difference import between_models

    before, mode = find(old, given)
    after, _ = find(new, given)
    changes = between_models(before.catalogue, before.model, after.model, mode)
    if as_json:
        click.echo(json.dumps(_as_dict(before.model, after.model, mode, changes), indent=2))
    else:
        click.echo("\n".join(_lines(before.model, after.model, changes)))


def _as_dict(old: Model, new: Model, mode: str | None, changes: Sequence[Change]) -> dict[str, Any]:
    told = [{key: value for key, value in change.as_dict().items() if key != "model"} for change in changes]
    return {"from": old.id, "to": new.id, "on": new.on, "mode": mode, "changes": told}


def _lines(old: Model, new: Model, changes: Sequence[Change]) -> Iterator[str]:
    from registry.difference import KINDS
    from registry.tariff import named

    paint = Painter(sys.stdout)
    yield paint("strong", f"from {named(old)} to {named(new)} on {new.on}")
    if not changes:
        yield "  nothing changes"
    for kind, text in KINDS.items():
        places: dict[str, list[str]] = {}
        for change in changes:
            if change.kind == kind:
                places.setdefault(change.text, []).append(_place(change))
        if places:
            yield ""
            yield f"{paint(PAINT.get(kind, 'fine'), kind)}: {text}"
            yield from table([(", ".join(found), said) for said, found in places.items()], indent="  ")


def _place(change: Change) -> str:
    return f"{change.field} ({change.mode})" if change.mode else change.field
