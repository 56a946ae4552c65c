"""Tables about the bodies of endpoints, the same for every model: which parameters there are, and what fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from registry.domain import parse, parse_accepts, spell
from registry.generate.cell import Cell
from registry.generate.columns import Column
from registry.generate.dotted import parameters
from registry.generate.markdown import code, text
from registry.generate.mistake import Mistake
from registry.generate.wording import accepted, values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.generate.columns import Read
    from registry.generate.query import Query

    Shape = Mapping[str, Any]

HERE = "✓"
"""It stands at the top of the body, under its own name."""


MOST = 2
"""Places that are shown where there are many."""


class Named(NamedTuple):
    """A parameter, as a row."""

    catalogue: Catalogue
    name: str


def parameter_rows(query: Query) -> Iterator[Named]:
    """Every parameter that stands in the body of some endpoint, or of several."""
    least = MOST if query.wants("shared") else 1
    for name in parameters(query.catalogue):
        if sum(bool(_places(query.catalogue, mode, name)) for mode in query.catalogue.header["modes"]) >= least:
            yield Named(query.catalogue, name)


def _places(catalogue: Catalogue, mode: str, name: str) -> Sequence[str]:
    shape = catalogue.shape(mode) or {"places": {}}
    places: Sequence[str] = shape["places"].get(name, ())
    return places


def standing(catalogue: Catalogue, mode: str, name: str) -> Cell:
    """Where a parameter stands in the body of an endpoint."""
    places = list(_places(catalogue, mode, name))
    if not places or places[0].partition(".")[0].removesuffix("[]") == name:
        return Cell(places or "", HERE if places else "")
    return Cell(places, code(places[0]) + (" …" if len(places) > 1 else ""))


def _at(mode: str) -> Read:
    return lambda row: standing(row.catalogue, mode, row.name)


def by_endpoint(catalogue: Catalogue) -> Mapping[str, Column]:
    """A column for every endpoint."""
    modes = catalogue.header["modes"]
    about = "where it stands in the body of"
    return {mode: Column(mode, text(mode), f"{about} {path}", _at(mode)) for mode, path in modes.items()}


def _differs(row: Named) -> Cell:
    modes = row.catalogue.header["modes"]
    found = [mode for mode in modes if row.name in (row.catalogue.shape(mode) or {"by_model": ()})["by_model"]]
    return Cell(found, "yes" if found else "")


def _standing(row: Named) -> Cell:
    places = {mode: list(_places(row.catalogue, mode, row.name)) for mode in row.catalogue.header["modes"]}
    found = {mode: where for mode, where in places.items() if where}
    groups: dict[str, list[str]] = {}
    for mode, where in found.items():
        said = ", ".join(map(code, where[:MOST])) + (" …" if len(where) > MOST else "")
        groups.setdefault(said, []).append(text(mode))
    return Cell(found, "; ".join(f"{said} at {', '.join(modes)}" for said, modes in groups.items()))


ABOUT_PARAMETERS = (
    Column("parameter", "Parameter", "its name", lambda row: Cell(row.name, code(row.name))),
    Column("places", "In the body", "where it stands in bodies, by endpoint", _standing),
    Column("differs", "Models differ", "whether models differ in it", _differs),
)


class Field(NamedTuple):
    """A field of a body, as a row: its path, its node in the shape, and the parameter that it is."""

    path: str
    node: Mapping[str, Any]
    parameter: str
    shape: Shape


def fields(query: Query) -> Iterator[Field]:
    """Every field of the body of an endpoint, and those of the objects inside it, in the order of the API."""
    if not query.endpoint:
        raise Mistake(f"{query.table.name} needs an option endpoint=…")
    shape = query.catalogue.shape(query.endpoint)
    if shape is None:
        raise Mistake(f"the body of {query.endpoint} is not described", "endpoint")
    places = {place: name for name, found in shape["places"].items() for place in found}
    yield from _inside(shape, shape["body"], "", places, ())


def _inside(
    shape: Shape, spec: str | Mapping[str, Any], path: str, places: Mapping[str, str], seen: Sequence[str]
) -> Iterator[Field]:
    if isinstance(spec, str):
        if spec in seen:
            return
        seen = (*seen, spec)
    for key, inner in _node(shape, spec).get("fields", {}).items():
        here, node = f"{path}.{key}" if path else key, _node(shape, inner)
        items = _node(shape, node.get("items", {}))
        # What a list or an object of several kinds means stands one step further in.
        stands = (here, f"{here}.{node.get('by')}", f"{here}[]", f"{here}[].{items.get('by')}")
        yield Field(here, node, next((places[place] for place in stands if place in places), ""), shape)
        yield from _inside(shape, inner, here, places, seen)


def _node(shape: Shape, spec: str | Mapping[str, Any]) -> Mapping[str, Any]:
    while isinstance(spec, str):
        spec = shape["types"].get(spec, {})
    return spec


def _type(field: Field) -> Cell:
    types = _types(field.shape, field.node)
    return Cell(types, " or ".join(types) or "any")


def _types(shape: Shape, node: Mapping[str, Any]) -> list[str]:
    """The JSON types of a node, an array with what is in it."""
    if "one_of" in node:
        return list(dict.fromkeys(name for inner in node["one_of"] for name in _types(shape, _node(shape, inner))))
    if "by" in node:
        return ["object"]
    said = node.get("type", [])
    types = [said] if isinstance(said, str) else list(said)
    inner = _types(shape, _node(shape, node["items"])) if "items" in node else []
    return [f"array of {' or '.join(inner)}s" if name == "array" and len(inner) == 1 else name for name in types]


def _values(field: Field) -> Cell:
    if "instead" in field.node:
        return Cell({"instead": field.node["instead"]}, f"refused; write {code(field.node['instead'])}")
    said = [_said(_node(field.shape, node)) for node in field.node.get("one_of", (field.node,))]
    found = [one for one in said if one]
    return Cell(found, "; or ".join(found))


def _said(node: Mapping[str, Any]) -> str:
    """Which values a node has for whatever model: kinds of objects, choices and ranges, sizes."""
    if "by" in node:
        return f"{code(node['by'])} is one of {', '.join(map(code, node['variants']))}"
    written = {key: node[key] for key in ("accepts", "when", "else") if key in node}
    words = [accepted(parse_accepts(written))] if "accepts" in node else []
    words += [f"size {values(parse(node['size']))}"] if "size" in node else []
    return "; ".join(words)


def _default(field: Field) -> Cell:
    default = field.node.get("default")
    return Cell("" if default is None else default, "" if default is None else code(spell(default)))


def _required(field: Field) -> Cell:
    required = field.node.get("required", False)
    return Cell(required, "" if not required else "yes" if required is True else "sometimes")


def _by_model(field: Field) -> Cell:
    differs = field.parameter in field.shape["by_model"]
    return Cell(differs, "yes" if differs else "")


ABOUT_FIELDS = (
    Column("field", "Field", "where it stands", lambda field: Cell(field.path, code(field.path))),
    Column("type", "Type", "its JSON type", _type),
    Column("required", "Required", "whether a body needs it", _required),
    Column("default", "Default", "what the server uses when it is left out, of whatever model", _default),
    Column("differs", "Models differ", "whether models differ in it", _by_model),
    Column("values", "Values", "what it may be, for whatever model", _values),
)
