"""The tables, by name. A new one is a line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.generate.endpoints import ABOUT_FIELDS, ABOUT_PARAMETERS, by_endpoint, fields, parameter_rows
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
    from registry.generate.row import Row


def _all(_row: Row) -> bool:
    return True


def _takes_endpoint(row: Row) -> bool:
    return row.query.endpoint in (row.model.modes or ())


def _is_asked(row: Row) -> bool:
    return not row.query.endpoint or _takes_endpoint(row)


def _sees(row: Row) -> bool:
    return _takes_endpoint(row) and row.takes("input", "image")


def _is_tuned(row: Row) -> bool:
    return "fine_tuned" in (row.query.catalogue.line(row.model.id) or {})


MODELS = of_models(
    "models",
    "What there is.",
    ("model", "endpoints", "limits.context", "limits.output", "prices.input", "prices.output", "status"),
    _all,
)
PRICED = of_models("", "Models with a price.", (), lambda row: bool(row.prices()))
_KNOWN = (
    MODELS,
    of_calls(
        "chat",
        "Models for chat, and how to call them.",
        ("name", "call"),
        _takes_endpoint,
        presets={"endpoint": "chat"},
    ),
    of_calls("vision", "Models for chat that see images.", ("name", "call"), _sees, presets={"endpoint": "chat"}),
    of_calls(
        "fine-tuned",
        "Models that can be fine-tuned.",
        ("model", "call"),
        _is_tuned,
        fine_tuned=True,
        presets={"endpoint": "chat"},
    ),
    of_calls(
        "transcription",
        "Models that write down what they hear.",
        ("model", "call"),
        _takes_endpoint,
        presets={"endpoint": "transcription"},
    ),
    of_calls("calls", "Models of an endpoint, and how to call them.", ("model", "call"), _is_asked),
    of_a_parameter(
        "efforts", "How much models may be asked to reason.", "reasoning_effort", ("model", "default", "accepts")
    ),
    of_a_parameter(
        "summaries",
        "Which summaries of their reasoning models give.",
        "reasoning_summary",
        ("model", "accepts", "needs"),
    ),
    of_a_parameter("verbosity", "How wordy models may be asked to be.", "verbosity", ("model", "default", "accepts")),
    of_a_parameter("parameter", "What models take for one parameter.", None, ("model", "default", "accepts", "source")),
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
    Table("sources", "On whose word all this is.", ABOUT_SOURCES, sources),
)

TABLES = {table.name: table for table in _KNOWN}
