"""Holds the JSON Schemas against `registry.check`: on bodies made up at random, and on recorded requests.

Wherever a schema claims to speak (all but what its `x-uncovered` lists), both have to say the same; never may a schema
refuse what `check` accepts. Bodies are made up for each endpoint from its shape and the facts, and for each model.
--cases is a folder of recorded requests, `*.jsonl` or `*.jsonl.gz`, a line with `endpoint`, `body`, `on` and `verdict`.
Where jsonschema-rs is installed it has to answer as jsonschema does.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import recorded
from jsonschema import Draft202012Validator
from validating.agreement import disagreement, verdict
from validating.bodies import Bodies

import registry
from registry.catalogue import bundled
from registry.check import as_judged
from registry.generate.query import as_of
from registry.generate.schemas.endpoint import endpoint_schema
from registry.generate.schemas.model import model_schema
from registry.generate.schemas.saying import NoSchema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Told = tuple[str, str]
"""A disagreement: what, and about which body."""
SHOWN = 500
COLUMNS = ("bodies", "both fine", "both refuse", "uncovered", "disagree")


class Schema:
    """A schema with all validators at hand."""

    def __init__(self, written: dict[str, Any]) -> None:
        Draft202012Validator.check_schema(written)
        self.written = written
        self.validators: list[Callable[[Any], bool]] = [Draft202012Validator(written).is_valid]
        if find_spec("jsonschema_rs"):
            import jsonschema_rs

            self.validators.append(jsonschema_rs.Draft202012Validator(written).is_valid)


class Tally:
    """What came of bodies held against one kind of schema."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.told: list[Told] = []

    def add(self, body: dict[str, Any], mode: str, on: str, schema: Schema, trust: str | None = None) -> bool:
        """Judge a body both ways; whether the schema takes it."""
        report = verdict(body, bundled(), endpoint=mode, on=on, trust=trust)
        read = as_judged(body, endpoint=mode, on=on, trust=trust)
        answers = [is_valid(read) for is_valid in schema.validators]
        wrong = disagreement(report, schema.written, valid=answers[0])
        if len(set(answers)) > 1:
            wrong = "validators answer differently"
        self.counts["bodies"] += 1
        if wrong:
            self.told.append((f"{mode}, {on}: {wrong}", repr(body)[:SHOWN]))
        kind = "both fine" if report.ok else "uncovered" if answers[0] else "both refuse"
        self.counts["disagree" if wrong else kind] += 1
        return answers[0]


def main(argv: list[str] | None = None) -> int:
    """Measures, prints, and returns the exit code: 1 when anything disagrees."""
    options = parser().parse_args(argv)
    tallies = {**dict(of_endpoints(options)), "each model": of_models(options)}
    if options.cases:
        tallies |= of_cases(options)
    print(f"{'':<24}{''.join(f'{name:>12}' for name in COLUMNS)}")
    total: Counter[str] = Counter()
    for name, tally in tallies.items():
        total += tally.counts
        print(f"{name:<24}{''.join(f'{tally.counts[column]:>12,}' for column in COLUMNS)}")
    print(f"{'all':<24}{''.join(f'{total[column]:>12,}' for column in COLUMNS)}")
    for what, body in [told for tally in tallies.values() for told in tally.told][: options.show]:
        print(f"{what}\n    {body}")
    return int(total["disagree"] > 0)


def of_endpoints(options: argparse.Namespace) -> Iterator[tuple[str, Tally]]:
    """Bodies for each endpoint, of any model, on each day."""
    catalogue = bundled()
    modes = [mode for mode in catalogue.header["modes"] if catalogue.shape(mode)]
    for mode in modes:
        tally = Tally()
        for on in options.on:
            schema = Schema(endpoint_schema(catalogue, mode, on, options.trust))
            bodies = Bodies(catalogue, mode, on, Random(f"{options.seed} {mode} {on}"))  # noqa: S311 - no secret
            for _ in range(-(-options.bodies // (len(modes) * len(options.on)))):
                tally.add(bodies.one(), mode, on, schema, options.trust)
        yield mode, tally


def of_models(options: argparse.Namespace) -> Tally:
    """A few bodies for each model at each of its endpoints, against the model's own schema."""
    tally = Tally()
    for on in options.on:
        for name in bundled().ids():
            for mode in bundled().by_id(name, on, options.trust).modes or ():
                schema = of_model(name, mode, on, options.trust)
                if schema is not None:
                    for body in _some(name, mode, on, options):
                        tally.add(body, mode, on, schema, options.trust)
    return tally


def _some(name: str, mode: str, on: str, options: argparse.Namespace) -> list[dict[str, Any]]:
    bodies = Bodies(bundled(), mode, on, Random(f"{options.seed} {name} {mode} {on}"))  # noqa: S311 - no secret
    return [bodies.one(name) for _ in range(options.each)]


@cache
def of_model(name: str, mode: str, on: str, trust: str | None) -> Schema | None:
    """A model's own schema, where there is one."""
    try:
        return Schema(model_schema(bundled(), name, mode, on, trust))
    except (NoSchema, registry.UnknownModel):
        return None


def of_cases(options: argparse.Namespace) -> dict[str, Tally]:
    """Recorded requests: on one day by the endpoints' schemas, each on its own day by its model's."""
    catalogue, on = bundled(), options.on[0]
    tallies = {"cases by endpoint": Tally(), "cases by model": Tally()}
    schemas = {mode: Schema(endpoint_schema(catalogue, mode, on)) for mode in catalogue.header["modes"]}
    false: list[Told] = []
    for path in sorted(options.cases.glob("*.jsonl*")):
        for case in recorded.lines(path):
            mode, name = catalogue.mode(case["endpoint"]), case["body"].get("model")
            if mode is None:
                continue
            tallies["cases by endpoint"].add(case["body"], mode, on, schemas[mode])
            schema = of_model(name, mode, case["on"], None) if isinstance(name, str) else None
            if schema is None:
                continue
            valid = tallies["cases by model"].add(case["body"], mode, case["on"], schema)
            if case["verdict"] == "accepted" and not valid:
                false.append((f"{case['id']}: the API accepted it", repr(case["body"])[:SHOWN]))
    print(f"recorded as accepted, and refused by the schema of the model: {len(false)}\n")
    tallies["cases by model"].told += false
    return tallies


def parser() -> argparse.ArgumentParser:
    """Describes the command line."""
    result = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    result.add_argument("--bodies", type=int, default=20_000, help="how many to make up for the endpoints, in all")
    result.add_argument("--each", type=int, default=10, help="how many for each model at each endpoint")
    result.add_argument("--on", nargs="+", default=[as_of(bundled())], metavar="DATE", help="the days to judge by")
    result.add_argument("--trust", metavar="SOURCE", help="a source whose claims win")
    result.add_argument("--seed", type=int, default=1, help="other bodies with another number")
    result.add_argument("--cases", type=Path, metavar="FOLDER", help="recorded requests to judge too")
    result.add_argument("--show", type=int, default=10, help="how many disagreements to print")
    return result


if __name__ == "__main__":
    sys.exit(main())
