"""Which values of a parameter an endpoint takes from anybody: what a model is said to take beyond those is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.domain import Accepts, Choices, parse_accepts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.domain import Values

    Node = Mapping[str, Any]

KEPT = "generate", "bounds"
"""Where a catalogue keeps them."""


def within(catalogue: Catalogue, mode: str, name: str, accepts: Accepts | None) -> Accepts | None:
    """What is accepted at an endpoint, without the choices that it takes from nobody."""
    bounds = _bounds(catalogue, mode, name)
    return accepts if accepts is None or bounds is None else _trimmed(accepts, bounds)


def possible(catalogue: Catalogue, mode: str, name: str, value: object) -> bool:
    """Whether an endpoint takes a value of a parameter from anybody."""
    bounds = _bounds(catalogue, mode, name)
    return bounds is None or any(bound.accepts(value) for bound in bounds)


def _trimmed(accepts: Accepts, bounds: Sequence[Values]) -> Accepts:
    values = accepts.stated
    if isinstance(values, Choices):
        values = _kept(values, bounds)
    kept = {source: _kept(left_out, bounds) for source, left_out in accepts.unconfirmed.items()}
    otherwise = accepts.otherwise and _trimmed(accepts.otherwise, bounds)
    return Accepts(
        values, accepts.when, otherwise, {source: left_out for source, left_out in kept.items() if left_out.values}
    )


def _kept(choices: Choices, bounds: Sequence[Values]) -> Choices:
    return Choices([value for value in choices.values if any(bound.accepts(value) for bound in bounds)])


def _bounds(catalogue: Catalogue, mode: str, name: str) -> Sequence[Values] | None:
    """The sets whose union the values of a parameter are from; None when the shape names no end to them."""
    key = (*KEPT, mode, name)
    if key not in catalogue.cache:
        shape = catalogue.shape(mode)
        nodes = [node for node in _nodes(shape) if node.get("param") == name] if shape else []
        sets = [_values(node) for node in nodes]
        open_ended = not sets or None in sets
        catalogue.keep(key, None if open_ended else [one for found in sets for one in found or ()])
    found: Sequence[Values] | None = catalogue.cache[key]
    return found


def _values(node: Node) -> list[Values] | None:
    if "by" in node:
        return [Choices(list(node["variants"]))]
    if "accepts" not in node:
        return None
    written = {key: node[key] for key in ("accepts", "when", "else") if key in node}
    return [branch.values for branch in parse_accepts(written).branches()]


def _nodes(shape: Mapping[str, Any]) -> Iterator[Node]:
    """Every node of a shape; types that are named are walked once."""
    yield from _inside(shape["body"])
    for spec in shape["types"].values():
        yield from _inside(spec)


def _inside(spec: str | Node) -> Iterator[Node]:
    if isinstance(spec, str):
        return
    yield spec
    inner = [spec[key] for key in ("items", "values") if key in spec]
    inner += spec.get("one_of", ())
    inner += [one for key in ("fields", "variants") for one in (spec.get(key) or {}).values()]
    for one in inner:
        yield from _inside(one)
