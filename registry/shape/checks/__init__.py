"""What a value must be beyond its type and choices: checks that a shape's node asks for by name (`checks:`).

Each takes (value, body, node, options) and yields problems; what differs by endpoint or model is in the options and the
model's limits, which are data.
"""

from __future__ import annotations

from registry.shape.checks.at_most import at_most
from registry.shape.checks.json_word import json_word
from registry.shape.checks.named_tool import named_tool
from registry.shape.checks.pairs import pairs
from registry.shape.checks.schemas import schema
from registry.shape.checks.size import picture_size
from registry.shape.checks.turns import turns
from registry.shape.checks.ways import ways

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any, TypeAlias

    from registry.diagnostics import Problem
    from registry.shape.plan import Plan

    Named: TypeAlias = Callable[[Any, Any, Mapping[str, Any], Mapping[str, Any], Plan], Iterable[Problem]]

CHECKS: dict[str, Named] = {
    "at_most": at_most,
    "json_word": json_word,
    "named_tool": named_tool,
    "pairs": pairs,
    "picture_size": picture_size,
    "schema": schema,
    "turns": turns,
    "ways": ways,
}
"""Every check by the name that a shape asks for it."""
