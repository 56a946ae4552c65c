"""Private names of models: what a deployment is called → the model that answers (`deployments:` in an overlay)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

ANY = "*"


def bound(name: str, deployments: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The deployment of a name, with `is` the model's own; None when it is the name of none.

    A name may hold one `*`, which stands for any letters and is put where `is` holds one. The exact name wins, then
    the one with the longest beginning.
    """
    exact = deployments.get(name)
    if exact is not None and ANY not in name:
        return exact
    best: tuple[int, Mapping[str, Any]] | None = None
    for pattern, deployment in deployments.items():
        begin, star, end = pattern.partition(ANY)
        fits = name.startswith(begin) and name.endswith(end) and len(name) >= len(begin) + len(end)
        if star and fits and (best is None or len(begin) > best[0]):
            letters = name[len(begin) : len(name) - len(end)]
            best = len(begin), {**deployment, "is": str(deployment["is"]).replace(ANY, letters)}
    return best[1] if best else None
