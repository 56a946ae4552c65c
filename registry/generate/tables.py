"""The tables, by name. A new one is a line here; one that is another with its options filled in, in presets.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from registry.generate import matrix
from registry.generate.endpoints import ABOUT_FIELDS, ABOUT_PARAMETERS, by_endpoint, fields, parameter_rows
from registry.generate.naming import ABOUT_NAMES, ABOUT_POINTINGS, pointings, spellings
from registry.generate.sheet import (
    ABOUT_FACTS,
    ABOUT_PRICE_LISTS,
    ABOUT_SOURCES,
    facts,
    meters,
    price_lists,
    sources,
)
from registry.generate.spread import ABOUT_SPREADS, spreads
from registry.generate.table import OF_MODELS, Table, of_a_parameter, of_calls, of_models

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.generate.row import Row

PRESETS = Path(__file__).parent / "presets.toml"


def _all(_row: Row) -> bool:
    return True


def _is_asked(row: Row) -> bool:
    return not row.query.endpoint or row.query.endpoint in (row.model.modes or ())


def _is_tuned(row: Row) -> bool:
    return "fine_tuned" in (row.query.catalogue.line(row.model.id) or {})


MODELS = of_models(
    "models",
    "What there is.",
    ("model", "endpoints", "limits.context", "limits.output", "prices.input", "prices.output", "status"),
    _all,
)
PRICED = of_models("", "Models with a price.", (), lambda row: bool(row.prices()))
TUNED = of_models("", "Fine-tunes with a price.", (), lambda row: bool(row.prices()), fine_tuned=True)
_KNOWN = (
    MODELS,
    of_calls(
        "fine-tuned-calls",
        "Models of an endpoint that can be fine-tuned, and how to call their fine-tunes.",
        ("model", "call"),
        _is_tuned,
        fine_tuned=True,
    ),
    of_calls("calls", "Models of an endpoint, and how to call them.", ("model", "call"), _is_asked),
    of_a_parameter("parameter", "What models take for one parameter.", ("model", "default", "accepts", "source")),
    of_models(
        "limits",
        "How much goes into a request and an answer.",
        ("model", "limits.context", "limits.input", "limits.output", "knowledge"),
        lambda row: bool(row.model.limits),
    ),
    of_models(
        "prices",
        "What models cost, a row each.",
        (
            "model",
            "prices.input",
            "prices.cached_input",
            "prices.output",
            "prices.batch.input",
            "prices.batch.output",
            "since",
        ),
        lambda row: bool(row.prices()),
    ),
    Table(
        "price-lists",
        "What models cost, a row for each price list: the plain one and those of service tiers and long requests.",
        ABOUT_PRICE_LISTS,
        price_lists(PRICED),
        default=("model", "tier", "prices.input", "prices.cached_input", "prices.output", "since", "source"),
        options=(*OF_MODELS, "history"),
        more=meters,
    ),
    Table(
        "fine-tuned-price-lists",
        "What fine-tunes of models cost, a row for each price list.",
        ABOUT_PRICE_LISTS,
        price_lists(TUNED),
        default=("model", "tier", "prices.input", "prices.cached_input", "prices.output", "since", "source"),
        options=(*OF_MODELS, "history"),
        more=meters,
    ),
    of_models(
        "lifecycle",
        "When models go, and what to move to.",
        ("lifecycle.shutdown", "model", "lifecycle.deprecated", "lifecycle.replacement"),
        lambda row: "shutdown" in row.model.lifecycle,
    ),
    Table(
        "sheet",
        "The facts of a model, one under the other.",
        ABOUT_FACTS,
        facts(MODELS),
        default=("model", "fact", "value"),
        options=(*OF_MODELS, "facts"),
    ),
    Table(
        "endpoints",
        "Which parameters an endpoint has, and where they stand in its body.",
        ABOUT_PARAMETERS,
        parameter_rows,
        default=("parameter", "differs", "places"),
        options=("shared",),
        more=by_endpoint,
    ),
    Table("fields", "What the body of an endpoint is made of.", ABOUT_FIELDS, fields, options=("endpoint",)),
    Table(
        "parameters",
        "What models take for every parameter; those that agree in a row.",
        ABOUT_SPREADS,
        spreads(MODELS),
        options=OF_MODELS,
    ),
    Table(
        "takes",
        "What a model takes for every parameter, and where its endpoints have it.",
        matrix.ABOUT_TAKEN,
        matrix.taken(MODELS),
        default=("model", "parameter", "default", "accepts", "more", "source"),
        options=(*OF_MODELS, "parameters"),
        more=matrix.by_endpoint,
    ),
    Table(
        "values",
        "Which values of a parameter a model takes, one a row, at each endpoint.",
        matrix.ABOUT_VALUES,
        matrix.each_value(MODELS),
        default=("model", "value", "taken", "source"),
        options=(*OF_MODELS, "name"),
        more=matrix.taken_at,
    ),
    Table(
        "names",
        "What models are called: their ids, and the spellings that lead to them.",
        ABOUT_NAMES,
        spellings(MODELS),
        options=OF_MODELS,
    ),
    Table(
        "aliases", "Which snapshots names point at, and since when.", ABOUT_POINTINGS, pointings, options=("models",)
    ),
    Table("sources", "On whose word all this is.", ABOUT_SOURCES, sources),
)


def _presets(bases: Mapping[str, Table]) -> Iterator[Table]:
    for name, said in tomllib.loads(PRESETS.read_text(encoding="utf-8")).items():
        yield bases[said["of"]].preset(name, said["about"], said["columns"], said["options"])


_BASES = {table.name: table for table in _KNOWN}

TABLES = {**{table.name: table for table in _presets(_BASES)}, **_BASES}
