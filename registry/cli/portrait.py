"""Everything known about a model, as text and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.cli.knowledge import SECTIONS, View, cited
from registry.cli.screen import Painter, printable, table
from registry.domain import parse, parse_accepts, spell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from registry.cli.knowledge import Answer

    Parameters = Mapping[str, Mapping[str, Answer]]


class Portrait:
    """A model's facts at some endpoints, gathered once for text and JSON."""

    def __init__(self, view: View, modes: Sequence[str]) -> None:
        self.view = view
        self.modes = modes
        found = {name: view.section(name) for name in SECTIONS}
        self.sections: dict[str, Answer] = {name: answer for name, answer in found.items() if answer is not None}
        self.parameters: Parameters = view.parameters(modes)
        self.environment = view.environment()
        self.snapshots, self.aliases = view.relatives()

    def answers(self) -> Iterator[Answer]:
        """Every fact."""
        yield from self.sections.values()
        yield from self.environment.values()
        for by_mode in self.parameters.values():
            yield from by_mode.values()

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready."""
        model, catalogue = self.view.model, self.view.catalogue
        return {
            "model": model.id,
            "on": model.on,
            "trust": model.trust,
            "provider": model.provider,
            "family": model.family,
            "fine_tuned": model.fine_tuned,
            "alias_of": model.snapshot,
            "aliases": self.aliases,
            "snapshots": self.snapshots,
            "endpoints": {mode: catalogue.path(mode) for mode in self.modes},
            "requires": model.requires,
            "note": model.note,
            "environment": {what: answer.as_dict() for what, answer in self.environment.items()},
            **{name: self.sections[name].as_dict() if name in self.sections else None for name in SECTIONS},
            "parameters": {
                name: {mode: answer.as_dict() for mode, answer in by_mode.items()}
                for name, by_mode in self.parameters.items()
            },
            "sources": {id_: catalogue.source(id_).as_dict() for id_ in cited(self.answers())},
        }

    def lines(self, paint: Painter) -> Iterator[str]:
        """Text, section by section."""
        model = self.view.model
        yield paint("strong", f"{model.id}{', fine-tuned' if model.fine_tuned else ''}") + f" on {model.on}"
        yield from table(self._head(), indent="  ")
        for title, lines in (
            ("prices", list(prices(self.sections.get("prices"), self.view.catalogue.header["meters"]))),
            ("parameters", list(_parameters(self.parameters))),
            ("disputed", list(self._disputed())),
            ("sources", list(_sources(self.view, cited(self.answers())))),
        ):
            if lines:
                yield ""
                yield paint("strong", title)
                yield from lines

    def _head(self) -> Iterator[tuple[str, str]]:
        view, model = self.view, self.view.model
        paths = [view.catalogue.path(mode) for mode in self.modes]
        yield "provider", f"{model.provider}, family {model.family}"
        yield "status", f"{model.status}{_days(model.lifecycle)}"
        for word, said in (
            ("alias of", model.snapshot),
            ("aliases", ", ".join(self.aliases)),
            ("snapshots", ", ".join(self.snapshots)),
            ("endpoints", "unknown" if model.modes is None else ", ".join(paths) or "none"),
            ("limits", ", ".join(f"{name} {number:,}" for name, number in model.limits.items())),
            ("knowledge", model.knowledge),
            ("environment", ", ".join(f"{what} {answer.value}" for what, answer in self.environment.items())),
            ("requires", model.requires),
            ("note", model.note),
        ):
            if said:
                yield word, said

    def _disputed(self) -> Iterator[str]:
        rows = []
        for name, answer in self.sections.items():
            rows += [(name, source, fact(name, value)) for source, value in answer.dissent]
        for name, by_mode in self.parameters.items():
            said = {(source, ruling(value)) for answer in by_mode.values() for source, value in answer.dissent}
            rows += [(name, *claim) for claim in sorted(said)]
        return table(rows, indent="  ") if rows else iter(())


def _days(lifecycle: Mapping[str, Any]) -> str:
    return "".join(f", {word} {said}" for word, said in lifecycle.items())


def ruling(value: Mapping[str, Any]) -> str:
    """What is known about a parameter, in the notation: `0..2 when …, else [1]; default 1`."""
    said = [str(parse_accepts(dict(value)))] if "accepts" in value else []
    return "; ".join([*said, *([f"default {spell(value['default'])}"] if "default" in value else [])])


def fact(section: str, value: Any) -> str:  # noqa: ANN401 - JSON
    """A fact of a section, in a line."""
    if isinstance(value, dict):
        return ", ".join(f"{key} {fact(section, inner)}" for key, inner in value.items())
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return f"{value:,}" if isinstance(value, int) and section == "limits" else str(value)


def _parameters(parameters: Parameters) -> Iterator[str]:
    """A row a parameter; one an endpoint where they differ."""
    rows = [("parameter", "default", "source", "accepts")]
    for name, by_mode in parameters.items():
        answers = list(by_mode.values())
        if all(answer.same(answers[0]) for answer in answers):
            rows.append(_row(name, answers[0]))
        else:
            rows += [_row(f"{name} ({mode})", answer) for mode, answer in by_mode.items()]
    return table(rows, indent="  ") if len(rows) > 1 else iter(())


def _row(name: str, answer: Answer) -> tuple[str, str, str, str]:
    value = answer.value
    more = [f"{word} {answer.more[word]}" for word in ("instead", "requires") if word in answer.more]
    accepts = str(parse_accepts(dict(value))) if "accepts" in value else "?"
    return name, spell(value["default"]) if "default" in value else "", answer.source, "; ".join([accepts, *more])


def prices(answer: Answer | None, meters: Mapping[str, str]) -> Iterator[str]:
    """The price list in force, in USD, with its tiers."""
    if answer is None:
        return
    yield f"  since {answer.value['from']}, in USD ({answer.source})"
    rows = [("", meter, usd, f"per {_unit(meters.get(meter, '?'))}") for meter, usd in answer.value["usd"].items()]
    for tier in answer.value.get("tiers", ()):
        name = ", ".join(f"{_case(word, written)}" for word, written in tier["when"].items())
        rows += [(name if not at else "", meter, usd, "") for at, (meter, usd) in enumerate(tier["usd"].items())]
    yield from table(rows, indent="  " if any(row[0] for row in rows) else "", right=(2,))


def _unit(meter: str) -> str:
    number, _, unit = meter.partition(" ")
    return f"{int(number):,} {unit}" if number.replace("_", "").isdigit() else meter


def _case(word: str, written: object) -> str:
    """One condition of a tier: `batch or flex`, `input_tokens 272001 or more`."""
    phrase = parse(written).phrase()
    return phrase if word == "tier" else f"{word} {phrase}"


def _sources(view: View, ids: Sequence[str]) -> Iterator[str]:
    for id_ in ids:
        source = view.catalogue.source(id_)
        yield f"  {id_}: {printable(source.title)} ({source.told})"
        if source.address:
            yield f"    {printable(source.address)}"
