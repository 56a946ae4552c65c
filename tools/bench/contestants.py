"""Everything that is measured, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench import bodies
from bench.environment import ROOT, variables
from bench.processes import Contestant

if TYPE_CHECKING:
    from pathlib import Path

    from bench.materials import Materials

# One process, one import, one answer.
COLD = {
    "bare Python": "pass",
    "lookup, cold": "import registry; registry.model({model!r})",
    "verdict, cold": "import registry; assert registry.check({body!r}, endpoint={endpoint!r}).ok",
    "cost, cold": "import registry; registry.cost({model!r}, usage={usage!r}).total",
    "openai-model-registry lookup, cold": (
        "from openai_model_registry import ModelRegistry;ModelRegistry.get_default().get_capabilities('gpt-4o')"
    ),
    "openai-model-registry verdict, cold": (
        "from openai_model_registry import ModelRegistry;"
        "ModelRegistry.get_default().get_capabilities('gpt-4o').validate_parameters({six!r})"
    ),
}

# At the end of the path, so that no module here hides one that a peer imports.
INSIDE = f"import sys; sys.path.append({str(ROOT / 'tools')!r}); from bench import warm; "

# A child's ru_maxrss starts from its parent's, so on Linux the child reads its own high-water mark.
PEAK = """
try:
    kilobytes = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:")).split()[1]
except OSError:
    import resource
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(int(kilobytes) / 1024)
"""

# Measured by `warm` inside a process of its own, as minima already: how many rounds are enough.
WARM = {
    "valid request": 5,
    "valid request, jsonschema-rs": 5,
    "valid request, pydantic-core": 5,
    "eight errors": 5,
    "eight errors, read": 5,
    "eight errors, jsonschema-rs": 5,
    "six parameters": 5,
    "six parameters, openai-model-registry": 3,
    "six parameters, litellm": 2,
    "cost": 5,
    "cost, model-prices": 3,
    "cost, genai-prices": 3,
    "batch on orjson": 2,
    "batch, orjson alone": 2,
    "batch on json": 2,
    "batch, json alone": 2,
}


def enter(python: Path, supplied: Materials) -> dict[str, Contestant]:
    """Returns every contestant, ready to start."""
    environment = variables()
    large = environment | {"REGISTRY_CATALOGUE": str(supplied.catalogue)}
    codes = {name: fill(code, bodies.MODEL) for name, code in COLD.items()}
    entered = [Contestant(name, isolated(python, code), environment) for name, code in codes.items()]
    for name in ("lookup, cold", "verdict, cold"):
        code = fill(COLD[name], supplied.copied_model)
        entered.append(Contestant(f"{name}, 4,000 models", isolated(python, code), large))
    command = isolated(python, codes["verdict, cold"] + PEAK)
    entered.append(Contestant("peak of a verdict", command, environment, unit="MB", prints=True, rounds=2))

    scripts = python.parent
    check = [str(scripts / "registry"), "check", "--endpoint", bodies.ENDPOINT, str(supplied.request)]
    schema = [str(scripts / "check-jsonschema"), "--schemafile", str(supplied.schema), str(supplied.request)]
    entered.append(Contestant("registry check FILE", check, environment))
    entered.append(Contestant("check-jsonschema FILE", schema, environment))

    for name, rounds in WARM.items():
        command = isolated(python, f"{INSIDE}warm.main({name!r}, {str(supplied.batch)!r})")
        entered.append(Contestant(name, command, environment, unit="µs", prints=True, rounds=rounds))
    for name, batch in (("a batch", supplied.batch), ("a short batch", supplied.short_batch)):
        command = isolated(python, f"{INSIDE}warm.judged({str(batch)!r}, warm.json.loads)" + PEAK)
        entered.append(Contestant(f"peak after {name}", command, environment, unit="MB", prints=True, rounds=1))
    return {one.name: one for one in entered}


def isolated(python: Path, code: str) -> list[str]:
    """Starts the interpreter without the working directory and without what the user's environment adds."""
    return [str(python), "-I", "-c", code]


def fill(code: str, model: str) -> str:
    """Puts the literals into a cold contestant's code."""
    return code.format(
        model=model,
        body=bodies.SIX_BODY | {"model": model},
        endpoint=bodies.ENDPOINT,
        six=bodies.SIX_AS_WORDS,
        usage=bodies.USAGE,
    )
