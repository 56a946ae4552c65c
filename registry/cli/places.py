"""What the wire shape of an endpoint says about a parameter: where it stands, and which values it may have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Shape = Mapping[str, Any]


def places(shape: Shape, parameter: str) -> list[str]:
    """Where a parameter stands in a body: `reasoning.effort`, `tools[].type`."""
    return list(shape["places"].get(parameter, ()))


def spelled(shape: Shape, place: str) -> str | None:
    """The parameter that stands at a place of the body, or None."""
    return next((name for name, known in shape["places"].items() if place in known), None)


def choices(shape: Shape | None, parameter: str) -> frozenset[object] | None:
    """The values that the shape lists for a parameter, one by one; None when it lists none."""
    if shape is None:
        return None
    found: set[object] = set()
    for node in nodes(shape):
        if parameter in node.get("gives", {}):
            found.add(node["gives"][parameter])
    for _, node in standing(shape, parameter):
        if "by" in node:
            found.update(node["variants"])
        elif isinstance(node.get("accepts"), list):
            found.update(node["accepts"])
    return frozenset(found) or None


def nodes(shape: Shape) -> Iterator[Mapping[str, Any]]:
    """Every node of a shape, once."""
    queue: list[Any] = [shape["body"], *shape["types"].values()]
    while queue:
        node = queue.pop()
        if isinstance(node, dict):
            yield node
            queue += [node.get("items"), node.get("values"), *node.get("one_of", ())]
            queue += [*node.get("fields", {}).values(), *node.get("variants", {}).values()]


def standing(shape: Shape, parameter: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every node that is a parameter, with its place; the top-level fields are parameters by their names."""
    body = shape["types"][shape["body"]] if isinstance(shape["body"], str) else shape["body"]
    for key, spec in body.get("fields", {}).items():
        for place, name, node in _below(shape["types"], spec, key, key, ()):
            if name == parameter and "instead" not in node:
                yield place, node


def _below(
    types: Mapping[str, Any],
    spec: Any,  # noqa: ANN401 - JSON
    place: str,
    name: str | None,
    seen: tuple[str, ...],
) -> Iterator[tuple[str, str | None, Mapping[str, Any]]]:
    """A node and all that is inside it: place, parameter, node. `seen` are the types that the way led through."""
    if isinstance(spec, str):
        if spec in seen:
            return
        seen, spec = (*seen, spec), types.get(spec)
    if not isinstance(spec, dict):
        return
    name = spec.get("param", name)
    yield place, name, spec
    for inner in spec.get("one_of", ()):
        yield from _below(types, inner, place, name, seen)
    for inner in spec.get("variants", {}).values():
        yield from _below(types, inner, place, None, seen)
    yield from _below(types, spec.get("items"), f"{place}[]", None, seen)
    for key, inner in spec.get("fields", {}).items():
        yield from _below(types, inner, f"{place}.{key}", None, seen)
