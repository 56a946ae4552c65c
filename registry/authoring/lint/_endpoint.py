"""An endpoint as its shape describes it: the parameters that a body can carry, and the values each of them takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.authoring.document import Document
from registry.authoring.lint._line import Branch, choices, ruling
from registry.authoring.shapes import parameters, shared
from registry.domain import Choices, Values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.authoring.document import Place

NODES = ("items", "values")
NODES_BY_NAME = ("fields", "variants")
BOOLEANS = Choices([True, False])


class Endpoint:
    """One described endpoint: its file, and its shape with the types that it uses of another."""

    def __init__(self, document: Document, shape: dict[str, Any]) -> None:
        self.document = document
        self.mode: str = shape["mode"]
        self.serves: str = shape.get("serves", self.mode)
        """The mode that a model must have."""
        self.types: dict[str, Any] = shape.get("types") or {}
        self.body = shape["body"]
        self.uses: str | None = shape.get("uses")
        self._nodes: dict[str, list[dict[str, Any]]] = {}
        for name, _, node in parameters(shape):
            self._nodes.setdefault(name, []).append(node)
        self._tags: list[dict[str, Any]] = []
        """Nodes whose values are the names of the variants around them."""
        self._given: dict[str, list[object]] = {}
        for spec in (self.body, *self.types.values()):
            for _, node in nodes(spec, ()):
                for name, value in (*(node.get("gives") or {}).items(), *self._tagged(node)):
                    self._given.setdefault(name, []).append(value)
        body = self.types.get(self.body, {}) if isinstance(self.body, str) else self.body
        self.parameters = {*self._nodes, *self._given}
        """The parameters that a body can carry."""
        self.names = {*self.parameters, *(body.get("fields") or {})}
        """The same, and its fields."""

        self.paths = {*self.names, *_paths(self.body, self.types, "", ())}
        """The same, and where every field stands: `reasoning.effort`."""

    def _tagged(self, node: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """The parameters that a tag is, each with the name of every variant."""
        variants = node.get("variants") or {}
        fields = [self._node(self._node(spec).get("fields", {}).get(node["by"], {})) for spec in variants.values()]
        tags = [field for field in fields if "param" in field]
        self._tags += tags
        yield from ((param, name) for param in {tag["param"] for tag in tags} for name in variants)

    def _node(self, spec: Any) -> dict[str, Any]:  # noqa: ANN401 - YAML
        found: dict[str, Any] = self.types.get(spec, {}) if isinstance(spec, str) else spec
        return found

    def own_nodes(self) -> Iterator[tuple[Place, dict[str, Any]]]:
        """Every node that is written in the file."""
        yield from nodes(self.document.value["body"], ("body",))
        for name, spec in (self.document.value.get("types") or {}).items():
            yield from nodes(spec, ("types", name))

    def named_types(self) -> Iterator[tuple[Place, str]]:
        """Every mention of a type in the file."""
        value = self.document.value
        specs = [
            (("body",), value["body"]),
            *((("types", name), spec) for name, spec in (value.get("types") or {}).items()),
        ]
        for place, node in self.own_nodes():
            specs += inside(node, place)
        yield from ((place, spec) for place, spec in specs if isinstance(spec, str))

    def conditions(self) -> Iterator[Branch]:
        """Everything in the file that holds under a condition."""
        for place, node in self.own_nodes():
            yield from ruling(self.document, place, node).branches()
            if isinstance(node.get("required"), dict):
                yield ruling(self.document, (*place, "required"), node["required"])

    def takes(self, name: str) -> list[Values] | None:
        """The sets whose union a parameter's values are from; None when the shape names no end to them."""
        # What a node gives is no end to the values: text is an input that no node has to give.
        if name not in self._nodes:
            return None
        sets: list[Values] = [Choices(self._given.get(name, ()))]
        for node in self._nodes[name]:
            found = [] if node in self._tags else _values(node, self.types)
            if found is None:
                return None
            sets += found
        return sets

    def order(self, name: str) -> list[object]:
        """The choices of a parameter in the order in which the shape lists them; none when it does not."""
        named = [
            values for node in self._nodes.get(name, ()) if "accepts" in node for values in _values(node, {}) or ()
        ]
        return [choice for values in named for choice in choices(values)]


def endpoints(shapes: Sequence[Document]) -> list[Endpoint]:
    """The endpoints that files of shapes describe."""
    described = shared([document.value for document in shapes])
    return [Endpoint(document, shape) for document, shape in zip(shapes, described, strict=True)]


def inside(node: dict[str, Any], place: Place) -> list[tuple[Place, Any]]:
    """What stands right inside a node, nodes and names of types alike, each with its place."""
    found: list[tuple[Place, Any]] = [((*place, key), node[key]) for key in NODES if key in node]
    found += [((*place, "one_of", at), spec) for at, spec in enumerate(node.get("one_of") or ())]
    for key in NODES_BY_NAME:
        found += [((*place, key, name), spec) for name, spec in (node.get(key) or {}).items()]
    return found


def nodes(spec: Any, place: Place) -> Iterator[tuple[Place, dict[str, Any]]]:  # noqa: ANN401 - YAML
    """A node and every node inside it, each with its place; types that are named are elsewhere."""
    if isinstance(spec, dict):
        yield place, spec
        for where, inner in inside(spec, place):
            yield from nodes(inner, where)


def _paths(spec: Any, types: dict[str, Any], path: str, seen: tuple[str, ...]) -> Iterator[str]:  # noqa: ANN401 - YAML
    if isinstance(spec, str):
        if spec in seen:
            return
        seen, spec = (*seen, spec), types.get(spec)
    for place, inner in inside(spec or {}, ()):
        step = f"{path}.{place[1]}" if place[0] == "fields" else path
        if place[0] == "fields":
            yield step.removeprefix(".")
        yield from _paths(inner, types, step, seen)


def _values(node: dict[str, Any], types: dict[str, Any]) -> list[Values] | None:
    if "by" in node:
        return [Choices(node.get("variants") or ())]
    if "accepts" in node:
        sets = [branch.accepts for branch in ruling(Document(), (), node).branches()]
        return [values for values in sets if values is not None]
    if "one_of" in node:
        return _union(node["one_of"], types)
    if node.get("type") == "array" and "items" in node:
        return _union([node["items"]], types)
    if node.get("type") == "object" or "fields" in node:
        return []
    return [BOOLEANS] if node.get("type") == "boolean" else None


def _union(specs: list[Any], types: dict[str, Any]) -> list[Values] | None:
    found: list[Values] = []
    for spec in specs:
        inner = types.get(spec, {}) if isinstance(spec, str) else spec
        values = _values(inner, types) if inner.get("param") != "none" else []
        if values is None:
            return None
        found += values
    return found
