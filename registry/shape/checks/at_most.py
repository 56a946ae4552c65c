"""How many items of one kind an array may have."""

from __future__ import annotations

from registry.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from registry.shape.plan import Plan


def at_most(
    value: Sequence[object], body: object, node: Mapping[str, Any], options: Mapping[str, Any], plan: Plan
) -> Iterator[Problem]:
    """At most `count` items may have the value `of` under the key `by`, however many stand beside them."""
    del body, plan
    found = [item for item in value if isinstance(item, dict) and item.get(options["by"]) == options["of"]]
    if len(found) > options["count"]:
        yield Problem("too_many", found, node, (options["of"], options["count"]))
