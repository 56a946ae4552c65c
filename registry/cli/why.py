"""`registry why`: on whose word a fact stands, and who says otherwise."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import click

from registry.cli import settings
from registry.cli.knowledge import SECTIONS, Answer
from registry.cli.options import JSON, MODEL, examples, find, shared
from registry.cli.places import places, spelled, standing
from registry.cli.portrait import fact, prices, ruling
from registry.cli.screen import Painter, printable, table
from registry.domain import listed, spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.cli.knowledge import View

    Answers = dict[str | None, Answer]
    """By endpoint; None: at all of them."""


ENVIRONMENT = "environment"
EXAMPLES = examples(
    "registry why gpt-5-pro reasoning_effort",
    "registry why gpt-5-pro limits.output",
    "registry why gpt-5-pro modes --trust litellm-docs --json",
)


@click.command("why", epilog=EXAMPLES)
@MODEL
@click.argument("field")
@shared(settings.ENDPOINT, settings.ON, settings.TRUST, settings.CATALOGUE)
@JSON
def command(name: str, field: str, *, as_json: bool, **given: Any) -> None:  # noqa: ANN401 - by option
    """Say on whose word a fact about MODEL stands.

    And what it is, and who says otherwise.

    FIELD is a parameter (reasoning_effort, or reasoning.effort as bodies spell it), a section (modes, limits,
    knowledge, prices, lifecycle, status, environment), or a key in one (limits.output, lifecycle.shutdown,
    prices.input, environment.key).
    """
    view, mode = find(name, given)
    modes = (mode,) if mode else view.modes()
    answers = _section(view, field) or _parameter(view, field, modes) or _shape(view, field, modes)
    told = [(field, *found) for found in answers.items()] or list(_environment(view, field))
    if not told:
        raise click.ClickException(_nothing(view, field, modes))
    if as_json:
        click.echo(json.dumps([_as_dict(view, *found) for found in told], indent=2))
    else:
        paint = Painter(sys.stdout)
        click.echo("\n\n".join("\n".join(_lines(view, *found, paint)) for found in told))


def _section(view: View, field: str) -> Answers:
    section, _, key = field.partition(".")
    if section not in SECTIONS:
        return {}
    answer = view.section(section, key or None)
    return {None: answer} if answer else {}


def _parameter(view: View, field: str, modes: Sequence[str]) -> Answers:
    """What the model's facts say about a parameter; once, where all endpoints agree."""
    found: Answers = {}
    for mode in modes:
        shape = view.catalogue.shape(mode) or {"places": {}}
        answer = view.parameter(field, mode) or view.parameter(spelled(shape, field) or field, mode)
        if answer:
            found[mode] = answer
    answers = list(found.values())
    if len(answers) > 1 and len(answers) == len(modes) and all(answer.same(answers[0]) for answer in answers):
        return {None: answers[0]}
    return found


def _shape(view: View, field: str, modes: Sequence[str]) -> Answers:
    """What endpoints say about a field that the model's facts say nothing about."""
    found: Answers = {}
    for mode in modes:
        shape = view.catalogue.shape(mode)
        for _, node in standing(shape, spelled(shape, field) or field) if shape else ():
            if {"accepts", "type", "default"} & set(node):
                value = {key: node[key] for key in ("type", "accepts", "when", "else", "default") if key in node}
                source = str(node.get("source") or (shape or {})["source"])
                found[mode] = Answer(value, source, note="The same for every model at this endpoint.")
                break
    return found


def _environment(view: View, field: str) -> Iterator[tuple[str, None, Answer]]:
    """The variables of the environment that a field stands for: all, that for a purpose, or that of a name."""
    for what, answer in view.environment().items():
        key = f"{ENVIRONMENT}.{what}"
        if field in (ENVIRONMENT, key, answer.value):
            yield key, None, answer


def _nothing(view: View, field: str, modes: Sequence[str]) -> str:
    """What there is instead of a field that nothing is known about."""
    from registry.names import close

    sections = [name for name in SECTIONS if view.section(name)] + [ENVIRONMENT] * bool(view.environment())
    keys = [f"{name}.{key}" for name in ("limits", "lifecycle") for key in getattr(view.model, name)]
    keys += [f"{ENVIRONMENT}.{what}" for what in view.environment()]
    keys += [f"prices.{meter}" for meter in ((view.section("prices") or Answer({}, "")).value or {}).get("usd", ())]
    parameters = list(view.parameters(modes))
    guesses = close(field, [*sections, *keys, *parameters])
    hint = f" Did you mean {guesses[0]}?" if guesses else ""
    return "\n".join(
        [
            f"Nothing is known about {field!r} of {view.model.id}.{hint}",
            f"  sections: {', '.join(sections)}",
            f"  keys: {', '.join(keys)}",
            f"  parameters: {', '.join(parameters)}",
        ]
    )


def _as_dict(view: View, field: str, mode: str | None, answer: Answer) -> dict[str, Any]:
    return {
        "model": view.model.id,
        "field": field,
        "on": view.model.on,
        "endpoint": view.catalogue.path(mode) if mode else None,
        "value": answer.value,
        "source": view.catalogue.source(answer.source).as_dict() if answer.source else None,
        "disputed": [
            {"value": value, "source": view.catalogue.source(source).as_dict()} for source, value in answer.dissent
        ],
        **answer.more,
    }


def _lines(view: View, field: str, mode: str | None, answer: Answer, paint: Painter) -> Iterator[str]:
    endpoint = f" at {view.catalogue.path(mode)}" if mode else ""
    yield paint("strong", f"{view.model.id} {printable(field)}{endpoint} on {view.model.on}")
    if field == "prices" and answer.value:
        yield from prices(answer, view.catalogue.header["meters"])
    rows = [] if field == "prices" and answer.value else [("value", _said(field, answer.value))]
    rows += _source(view, "source", answer.source)
    for source, values in _left_out(answer.value):
        rows += [
            ("perhaps", f"{listed(map(spell, values))}: left out, but never seen refused"),
            *_source(view, "by", source),
        ]
    for source, value in answer.dissent:
        rows += [("disputed", _said(field, value)), *_source(view, "by", source)]
    rows += [(word, answer.more[word]) for word in ("instead", "requires", "note") if word in answer.more]
    stands = [place for one in ([mode] if mode else view.modes()) for place in _places(view, field, one)]
    if stands:
        rows.append(("in a body", ", ".join(dict.fromkeys(stands))))
    yield from table(rows, indent="  ")


def _left_out(value: Any) -> Iterator[tuple[str, list[Any]]]:  # noqa: ANN401 - JSON
    """What sources leave out of a parameter's values, under whatever condition."""
    if isinstance(value, dict):
        yield from value.get("unconfirmed", {}).items()
        yield from _left_out(value.get("else"))


def _places(view: View, field: str, mode: str) -> list[str]:
    shape = view.catalogue.shape(mode)
    return places(shape, field) if shape else []


def _said(field: str, value: Any) -> str:  # noqa: ANN401 - JSON
    section = field.partition(".")[0]
    if value is None:
        return "unknown"
    if section in (*SECTIONS, ENVIRONMENT) or not isinstance(value, dict):
        return fact(section, value)
    kind = value.get("type")
    type_ = " or ".join(kind) if isinstance(kind, list) else kind
    return ", ".join(filter(None, [type_, ruling(value)])) or "unknown"


def _source(view: View, word: str, id_: str) -> Iterator[tuple[str, str]]:
    if not id_:
        return
    source = view.catalogue.source(id_)
    yield word, f"{source.id}: {source.title} ({source.told})"
    if source.address:
        yield "", source.address
