"""`registry list`: the models, by what they are and can do."""

from __future__ import annotations

import json
import sys
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from registry.cli import settings
from registry.cli.arguments import UsageMistake
from registry.cli.options import JSON, endpoints, examples, shared, usage
from registry.cli.screen import Painter, count, table
from registry.cli.survey import COLUMNS, MORE, SORTS, Survey, price

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from registry.catalogue import Catalogue
    from registry.facts import Model

    Test = Callable[[Model], bool]

NUMBERS = [COLUMNS.index(name) for name in ("context", "output", "input_usd", "output_usd")]
STATUSES = ("unreleased", "active", "deprecated", "retired")


EXAMPLES = examples(
    "registry list --effort none --tool web_search --max-price input=1",
    "registry list --input audio --status active --sort price",
    "registry list --status deprecated --sort shutdown --on +90d --csv",
)


@click.command("list", epilog=EXAMPLES)
@click.option("--mode", multiple=True, metavar="PATH|MODE", shell_complete=endpoints, help="Taken by this endpoint.")
@click.option("--effort", multiple=True, metavar="VALUE", help="Accepts this reasoning effort.")
@click.option("--input", multiple=True, metavar="MODALITY", help="Accepts text, image, audio or file.")
@click.option("--output", multiple=True, metavar="MODALITY", help="Answers with text, audio or image.")
@click.option("--tool", multiple=True, metavar="KIND", help="Accepts this kind of tool: function, web_search, …")
@click.option("--structured", is_flag=True, help="Accepts a JSON schema for its answer.")
@click.option("--accepts", multiple=True, metavar="KEY[=VALUE]", help="Accepts this parameter, or this value of it.")
@click.option("--status", multiple=True, type=click.Choice(STATUSES), help="Has this status on the day.")
@click.option("--family", multiple=True, metavar="NAME", help="Of this family.")
@click.option("--max-price", multiple=True, metavar="METER=USD", help="Costs at most this: input=1.25.")
@click.option("--min-context", type=int, metavar="TOKENS", help="Has at least this context.")
@click.option("--sort", type=click.Choice([*SORTS]), default="name", help="The order; what is unknown goes last.")
@shared(settings.ON, settings.TRUST, settings.CATALOGUE)
@JSON
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV.")
@click.option("--sources", is_flag=True, help="List the sources of facts instead.")
def command(**given: Any) -> None:  # noqa: ANN401 - by option
    """List the models that meet every filter.

    A filter given twice asks for both; --status and --family ask for either. A value that is accepted under a
    condition counts as accepted. Prices are USD for the plain tier.
    """
    with usage():
        catalogue = settings.catalogue_of(given["catalogue"])
        survey = Survey(catalogue, settings.day(given["on"]), settings.source(catalogue, given["trust"]))
        tests = [*_facts(survey, given), *_standing(catalogue, given), *_numbers(catalogue, given)]
    if given["sources"]:
        rows = [catalogue.source(id_).as_dict() for id_ in sorted(catalogue.header["sources"])]
        _print(rows, ("id", "kind", "date", "title", "address"), given, "source")
        return
    rows = [survey.row(model) for model in survey.models() if all(test(model) for test in tests)]
    _print(sorted(rows, key=SORTS[given["sort"]]), COLUMNS, given, "model")


def _facts(survey: Survey, given: dict[str, Any]) -> list[Test]:
    """The filters by what a model accepts."""
    wanted: list[tuple[str, object]] = [
        *(("reasoning_effort", value) for value in given["effort"]),
        *(("input", value) for value in given["input"]),
        *(("output", value) for value in given["output"]),
        *(("tools", value) for value in given["tool"]),
        *([("response_format", "json_schema")] if given["structured"] else []),
    ]
    for text in given["accepts"]:
        name, equals, value = text.partition("=")
        wanted.append((name, settings.value(value) if equals else None))
    return [partial(survey.accepts, parameter=name, value=value) for name, value in wanted]


def _standing(catalogue: Catalogue, given: dict[str, Any]) -> list[Test]:
    """The filters by where a model stands: its endpoints, status and family."""
    modes = {settings.mode(catalogue, text) for text in given["mode"]}
    return [
        lambda model: modes <= set(model.modes or ()),
        lambda model: not given["status"] or model.status in given["status"],
        lambda model: not given["family"] or model.family in given["family"],
    ]


def _numbers(catalogue: Catalogue, given: dict[str, Any]) -> list[Test]:
    """The filters by limits and prices; what is unknown meets none."""
    most = dict(_meter(catalogue, text) for text in given["max_price"])
    least = given["min_context"] or 0
    return [
        lambda model: least <= model.limits.get("context", 0),
        lambda model: all(Decimal(price(model).get(meter, "Infinity")) <= usd for meter, usd in most.items()),
    ]


def _meter(catalogue: Catalogue, text: str) -> tuple[str, Decimal]:
    """`input=1.25` → the meter and the USD."""
    meter, _, usd = text.partition("=")
    if meter not in catalogue.header["meters"]:
        meters = ", ".join(catalogue.header["meters"])
        raise UsageMistake(f"there is no meter {meter!r}, but {meters}.", "--max-price")
    try:
        most = Decimal(usd)
    except InvalidOperation:
        most = Decimal("NaN")
    if most.is_nan():
        raise UsageMistake(f"{text!r}: write {meter}=1.25.", "--max-price")
    return meter, most


def _print(rows: Sequence[dict[str, Any]], columns: Sequence[str], given: dict[str, Any], noun: str) -> None:
    if given["as_json"]:
        click.echo(json.dumps(rows, indent=2))
    elif given["as_csv"]:
        _csv(rows, [*columns, *MORE] if columns is COLUMNS else columns)
    elif rows:
        paint = Painter(sys.stdout)
        cells = [columns, *([_cell(row.get(name)) for name in columns] for row in rows)]
        head, *rest = table(cells, right=NUMBERS if columns is COLUMNS else ())
        click.echo("\n".join([paint("strong", head), *rest, count(len(rows), noun)]))
    else:
        click.echo(f"no {noun} meets all that")


def _csv(rows: Iterable[dict[str, Any]], columns: Sequence[str]) -> None:
    import csv

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        cells = [row.get(name) for name in columns]
        writer.writerow([" ".join(cell) if isinstance(cell, list) else cell for cell in cells])


def _cell(value: Any) -> str:  # noqa: ANN401 - JSON
    if isinstance(value, list):
        return ", ".join(value) or "none"
    return "" if value is None else f"{value:,}" if isinstance(value, int) else str(value)
