"""Prints what the installed openai package's types have and data/shapes lacks, as lines to paste and to source.

A field or a literal of the package's parameter types counts as lacking when no model takes it, or when its shape says
nothing about it. Bodies come from tests/laws/sdk_bodies.py: every field, every literal, every variant of a union.
The same bodies are judged in tests/laws/test_sdk_types.py, which fails when a new version of the package brings
something that data/shapes does not know and tests/laws/sdk_differences.yaml does not explain.

    python tools/new_fields.py                 all endpoints
    python tools/new_fields.py responses chat  some
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "laws"))
import sdk_bodies

import registry

JSON = {str: "string", bool: "boolean", int: "integer", float: "number", dict: "object", list: "array"}


def lacking(mode: str, catalogue: registry.Catalogue | None = None) -> dict[str, set[str]]:
    """Types (`type: string`) and literals (`accepts: low`) by place, for one endpoint."""
    found: dict[str, set[str]] = defaultdict(set)
    for body in sdk_bodies.bodies(mode):
        report = registry.check(body, endpoint=mode, unknown={"model": "allow"}, catalogue=catalogue)
        for one in (*report.errors, *report.warnings, *report.skipped):
            for said in _said(one):
                found[re.sub(r"\[\d+\]", "[]", one.path)].add(said)
    return found


def _said(found: registry.Diagnostic) -> Iterator[str]:
    if found.name in ("unknown-parameter", "ignored-parameter") and found.allowed is None:
        yield f"type: {JSON.get(type(found.value), 'any')}"
    elif found.name == "value-not-accepted" and isinstance(found.value, str):
        yield f"accepts: {found.value}"


def main(modes: list[str]) -> int:
    """Prints the lines; 1 when there are some."""
    lines = [
        f"  {place}: {{{', '.join(sorted(said))}}}"
        for mode in modes
        for place, said in _headed(mode, sorted(lacking(mode).items()))
    ]
    print(f"# openai {version('openai')}", *lines, sep="\n")
    return 1 if lines else 0


def _headed(mode: str, found: list[tuple[str, set[str]]]) -> Iterator[tuple[str, set[str]]]:
    for place, said in found:
        yield f"{mode}: {place}", said


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(sdk_bodies.TYPES)))
