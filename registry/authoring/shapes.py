"""The wire shapes: the form in which they are written, and what the compiler works out about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from registry.authoring.node import Nodes, Refusal
from registry.authoring.resolve import plain
from registry.authoring.terms import OMITTED, Name, Strict

if TYPE_CHECKING:
    from collections.abc import Iterator


class Shape(Strict):
    """What the body of an endpoint's requests looks like, the same for every model."""

    mode: Name
    """The endpoint's name in the facts."""
    path: Name
    """Its path: `/v1/…`."""
    encoding: Literal["json", "form"] = "json"
    """form: multipart, every value a string."""
    source: Name
    """The source of every line that cites nothing itself."""
    serves: Name = OMITTED
    """The mode that a model must have, where it is not this file's own."""
    model: Name = OMITTED
    """Where the body names the model, when that is not its own field `model`."""
    uses: Name = OMITTED
    """The shape whose types and refusals are known here too."""
    refusals: dict[str, Refusal] = OMITTED
    """How this endpoint words a refusal, by kind."""
    body: Nodes
    """The body."""
    types: dict[str, Nodes] = OMITTED
    """Nodes by name."""


def shared(described: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Shapes with the types (and wordings) that they use of another one; their own come first."""
    by_mode = {shape["mode"]: shape for shape in described}
    return [
        {**shape, **{key: {**by_mode[used].get(key, {}), **shape.get(key, {})} for key in ("types", "refusals")}}
        if (used := shape.get("uses")) in by_mode
        else shape
        for shape in described
    ]


def line(shape: dict[str, Any], differing: set[str]) -> dict[str, Any]:
    """A shape's compiled line; `differing` are the parameters that some model at this endpoint states a fact about."""
    places: dict[str, list[str]] = {}
    defaults: dict[str, Any] = {}
    for name, place, node in parameters(shape):
        if place not in places.setdefault(name, []):
            places[name].append(place)
        if isinstance(node, dict) and node.get("default") is not None:
            defaults.setdefault(name, node["default"])
    given = {name for node in _nodes(shape) for name in node.get("gives", ())}
    return {
        "shape": shape["mode"],
        **{key: plain(value) for key, value in shape.items() if key not in ("mode", "body", "types")},
        "order": {key: at for at, key in enumerate(_body(shape).get("fields", ()))},
        "by_model": sorted(differing & (set(places) | given)),
        "places": {
            name: sorted(found, key=lambda place: (place.count("."), len(place))) for name, found in places.items()
        },
        "defaults": plain(defaults),
        "given": plain(meanings(shape)),
        "body": plain(shape["body"]),
        "types": plain(shape.get("types", {})),
    }


def _body(shape: dict[str, Any]) -> dict[str, Any]:
    body = shape["body"]
    whole: dict[str, Any] = shape["types"][body] if isinstance(body, str) else body
    return whole


def _nodes(shape: dict[str, Any]) -> Iterator[dict[str, Any]]:
    queue: list[Any] = [shape["body"], *shape.get("types", {}).values()]
    while queue:
        node = queue.pop()
        if not isinstance(node, dict):
            continue
        yield node
        queue += [node.get("items"), node.get("values"), *node.get("one_of", ())]
        queue += [*(node.get("fields") or {}).values(), *(node.get("variants") or {}).values()]


def parameters(shape: dict[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Every parameter and the places where it stands: (name, `tools[].type`, node)."""
    for node, place, name in _walk(shape):
        if name and name != "none" and "instead" not in node:
            yield name, f"{place}.{node['by']}" if "by" in node else place, node


def meanings(shape: dict[str, Any]) -> dict[str, dict[str, dict[str, Any]]]:
    """Parameters that carrying a variant means: name → the place of the tag → tag → the parameter's value."""
    types = shape.get("types", {})
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for node, place, _ in _walk(shape):
        for tag, variant in (node.get("variants") or {}).items():
            inner = types.get(variant, {}) if isinstance(variant, str) else variant
            tagged = (inner.get("fields") or {}).get(node["by"], {})
            gives = {**inner.get("gives", {}), **(tagged.get("gives", {}) if isinstance(tagged, dict) else {})}
            for name, value in gives.items():
                found.setdefault(name, {}).setdefault(f"{place}.{node['by']}", {})[tag] = value
    return found


def _walk(shape: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str, str | None]]:
    """Every node of a body with its place and the parameter that it is; a type within itself is walked once."""
    types = shape.get("types", {})

    def descend(
        spec: Any,  # noqa: ANN401 - YAML
        place: str,
        name: str | None,
        seen: tuple[str, ...],
    ) -> Iterator[tuple[dict[str, Any], str, str | None]]:
        if isinstance(spec, str):
            if spec in seen:
                return
            seen, spec = (*seen, spec), types.get(spec)
        if not isinstance(spec, dict):
            return
        yield spec, place, spec.get("param", name)
        for inner in (*spec.get("one_of", ()), *(spec.get("variants") or {}).values()):
            yield from descend(inner, place, None, seen)
        yield from descend(spec.get("items"), f"{place}[]", None, seen)
        for key, inner in (spec.get("fields") or {}).items():
            yield from descend(inner, f"{place}.{key}" if place else key, None if place else key, seen)

    yield from descend(shape["body"], "", None, ())
