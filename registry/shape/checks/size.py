"""Sizes of pictures written WIDTHxHEIGHT, where a model takes more than a few of them."""

from __future__ import annotations

from registry.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from registry.shape.plan import Plan


def picture_size(
    value: object, body: object, node: Mapping[str, Any], options: Mapping[str, Any], plan: Plan
) -> Iterator[Problem]:
    """The form, then the model's limits: step, longest edge, fewest and most pixels, ratio; the first that fails.

    Options: `words` (sizes that are no numbers) and the names of the limits. A limit that the model does not state is
    not checked; without a step nothing is known about free sizes, so nothing is said.
    """
    del body
    limits = {name: plan.limits.get(limit) for name, limit in options["limits"].items()}
    if not isinstance(value, str) or value in options["words"] or limits["step"] is None:
        return
    width, _, height = value.partition("x")
    if not _is_length(width) or not _is_length(height):
        yield Problem("bad_size", value, node, "Expected WIDTHxHEIGHT, for example '1824x1024'.")
        return
    for fault in _faults(int(width), int(height), limits):
        yield Problem("bad_size", value, node, fault)
        return


def _is_length(text: str) -> bool:
    return text.isascii() and text.isdigit() and text[0] != "0" and len(text) <= len("100000")


def _faults(width: int, height: int, limits: Mapping[str, int | None]) -> Iterator[str]:
    step, edge, ratio = limits["step"], limits["edge"], limits["ratio"]
    least, most = limits["least_pixels"], limits["pixels"]
    if step and (width % step or height % step):
        yield f"Width and height must both be divisible by {step}."
    if edge and max(width, height) > edge:
        yield f"The longest edge must be <= {edge}."
    if ratio and max(width, height) > ratio * min(width, height):
        yield f"The maximum supported aspect ratio is {ratio}:1."
    if least and width * height < least:
        yield f"It is below the current minimum pixel budget, {least}."
    if most and width * height > most:
        yield f"It is above the current maximum pixel budget, {most}."
