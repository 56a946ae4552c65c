"""Measures one thing inside this process, in the peers' environment, in microseconds of CPU time."""

from __future__ import annotations

import importlib
import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import bodies
from bench.schema import SCHEMA, core_schema

if TYPE_CHECKING:
    from collections.abc import Callable

LONG_ENOUGH = 20_000_000  # ns, for one repetition
REPETITIONS = 7


def per_call(call: Callable[[], object]) -> float:
    """Returns the least CPU time of a call, in microseconds."""
    count = 1
    while (spent := loop(call, count)) < LONG_ENOUGH:
        count *= 2
    return min(spent, *(loop(call, count) for _ in range(REPETITIONS - 1))) / count / 1e3


def loop(call: Callable[[], object], count: int) -> int:
    """Returns the CPU time of so many calls, in nanoseconds."""
    start = time.process_time_ns()
    for _ in range(count):
        call()
    return time.process_time_ns() - start


def ours() -> Any:  # noqa: ANN401
    """Returns this package, untyped: what it cannot do yet is a missing figure and no error elsewhere."""
    return importlib.import_module("registry")


def registry_valid() -> float:
    """Judges the valid request."""
    registry = ours()
    return per_call(accepted(lambda: registry.check(bodies.VALID, endpoint=bodies.ENDPOINT).ok))


def registry_eight() -> float:
    """Reports the eight errors in order, each with its code, place and severity."""
    registry = ours()

    def read() -> list[object]:
        errors = registry.check(bodies.EIGHT_ERRORS, endpoint=bodies.ENDPOINT).errors
        return [(error.code, error.path, error.severity) for error in errors]

    return per_call(eight(read))


def registry_eight_read() -> float:
    """Reports the eight errors, with every message read."""
    registry = ours()

    def read() -> list[object]:
        errors = registry.check(bodies.EIGHT_ERRORS, endpoint=bodies.ENDPOINT).errors
        return [(error.code, error.path, error.message) for error in errors]

    return per_call(eight(read))


def registry_six() -> float:
    """Judges six parameters, the model and one message."""
    registry = ours()
    return per_call(accepted(lambda: registry.check(bodies.SIX_BODY, endpoint=bodies.ENDPOINT).ok))


def registry_cost() -> float:
    """Prices one usage object."""
    registry = ours()
    return per_call(lambda: registry.cost(bodies.MODEL, usage=bodies.USAGE).total)


def jsonschema_rs_valid() -> float:
    """Judges the valid request."""
    import jsonschema_rs

    validator = jsonschema_rs.validator_for(SCHEMA)
    return per_call(accepted(lambda: validator.is_valid(bodies.VALID)))


def jsonschema_rs_eight() -> float:
    """Reports the eight errors, with what a caller reads of each."""
    import jsonschema_rs

    validator = jsonschema_rs.validator_for(SCHEMA)

    def read() -> list[object]:
        errors = validator.iter_errors(bodies.EIGHT_ERRORS)
        return [(error.message, error.instance_path) for error in errors]

    return per_call(eight(read))


def pydantic_core_valid() -> float:
    """Judges the valid request."""
    from pydantic_core import SchemaValidator

    validator = SchemaValidator(core_schema(SCHEMA))
    return per_call(accepted(lambda: validator.isinstance_python(bodies.VALID)))


def openai_model_registry_six() -> float:
    """Judges six parameters."""
    from openai_model_registry import ModelRegistry

    find = ModelRegistry.get_default().get_capabilities
    return per_call(lambda: find(bodies.MODEL).validate_parameters(bodies.SIX_AS_WORDS))


def litellm_six() -> float:
    """Judges and maps six parameters."""
    from litellm import get_optional_params

    return per_call(lambda: get_optional_params(model=bodies.MODEL, custom_llm_provider="openai", **bodies.SIX))


def model_prices_cost() -> float:
    """Prices one usage."""
    from model_prices import cost

    return per_call(lambda: cost(bodies.MODEL, input_tokens=1_000, output_tokens=100, provider="openai"))


def genai_prices_cost() -> float:
    """Prices one usage."""
    from genai_prices import Usage, calc_price

    def price() -> object:
        usage = Usage(input_tokens=1_000, output_tokens=100)
        return calc_price(usage, bodies.MODEL, provider_id="openai").total_price

    return per_call(price)


def orjson_loads() -> Callable[[bytes], Any]:
    """Returns the fast parser."""
    import orjson

    loads: Callable[[bytes], Any] = orjson.loads
    return loads


def parsed(batch: str, loads: Callable[[bytes], Any]) -> float:
    """Reads and parses the batch alone, in microseconds a request."""
    return through(batch, loads, lambda _: True)


def judged(batch: str, loads: Callable[[bytes], Any]) -> float:
    """Reads, parses and judges the batch, in microseconds a request."""
    registry = ours()
    return through(batch, loads, lambda line: registry.check(line["body"], endpoint=line["url"]).ok)


def through(batch: str, loads: Callable[[bytes], Any], judge: Callable[[Any], bool]) -> float:
    """Goes once through the batch, a line at a time."""
    count = refused = 0
    start = time.process_time_ns()
    with Path(batch).open("rb") as file:
        for line in file:
            count += 1
            refused += not judge(loads(line))
    spent = time.process_time_ns() - start
    assert refused == 0, f"{refused} requests of the batch were refused"
    return spent / count / 1e3


def accepted(judge: Callable[[], object]) -> Callable[[], object]:
    """Returns the judge after seeing that it accepts, so that a refusal is not taken for speed."""
    assert judge(), "a valid request was refused"
    return judge


def eight(report: Callable[[], list[Any]]) -> Callable[[], object]:
    """Returns the reporter after counting what it reports."""
    found = report()
    assert len(found) == 8, f"{len(found)} errors instead of 8: {found}"  # noqa: PLR2004
    return report


MEASUREMENTS: dict[str, Callable[[], float]] = {
    "valid request": registry_valid,
    "valid request, jsonschema-rs": jsonschema_rs_valid,
    "valid request, pydantic-core": pydantic_core_valid,
    "eight errors": registry_eight,
    "eight errors, read": registry_eight_read,
    "eight errors, jsonschema-rs": jsonschema_rs_eight,
    "six parameters": registry_six,
    "six parameters, openai-model-registry": openai_model_registry_six,
    "six parameters, litellm": litellm_six,
    "cost": registry_cost,
    "cost, model-prices": model_prices_cost,
    "cost, genai-prices": genai_prices_cost,
}
BATCHES: dict[str, Callable[[str], float]] = {
    "batch on orjson": lambda batch: judged(batch, orjson_loads()),
    "batch, orjson alone": lambda batch: parsed(batch, orjson_loads()),
    "batch on json": lambda batch: judged(batch, json.loads),
    "batch, json alone": lambda batch: parsed(batch, json.loads),
}


def main(name: str, batch: str) -> None:
    """Prints one figure."""
    print(BATCHES[name](batch) if name in BATCHES else MEASUREMENTS[name]())
