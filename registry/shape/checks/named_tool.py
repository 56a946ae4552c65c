"""A tool choice that names a tool which the request does not bring."""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.shape.paths import reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.shape.plan import Plan


def named_tool(
    value: dict[str, Any], body: object, node: Mapping[str, Any], options: Mapping[str, Any], plan: Plan
) -> Iterator[Problem]:
    """The name at `at` (from the value) must be among those at `among` (from the body).

    Not where something under `unless` is given: a stored prompt may bring tools of its own.
    """
    del plan
    if any(reader([place])(body) for place in options.get("unless", ())):
        return
    wanted = reader([options["at"]])(value)
    brought = reader(options["among"])(body)
    if wanted and isinstance(wanted[0], str) and wanted[0] not in brought:
        yield Problem("absent_tool", wanted[0], node, tuple(name for name in brought if isinstance(name, str)))
