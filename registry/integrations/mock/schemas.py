"""The plainest value that a JSON Schema describes, for structured answers and arguments of tools."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

DEEPEST = 20
SCALARS: dict[str, Any] = {"string": "text", "integer": 0, "number": 0, "boolean": False, "null": None}


def sample(schema: Any, root: Any = None, depth: int = 0) -> Any:  # noqa: ANN401 - JSON
    """A value for a schema; None where there is nothing to go by."""
    if not isinstance(schema, dict) or depth > DEEPEST:
        return None
    root = schema if root is None else root
    if "$ref" in schema:
        return sample(_referred(str(schema["$ref"]), root), root, depth + 1)
    for key in ("const", "default"):
        if key in schema:
            return schema[key]
    if schema.get("enum"):
        return schema["enum"][0]
    for key in ("anyOf", "oneOf", "allOf"):
        if schema.get(key):
            return sample(schema[key][0], root, depth + 1)
    kind = schema.get("type", "object" if "properties" in schema else None)
    kind = kind[0] if isinstance(kind, list) and kind else kind
    made = MAKERS.get(str(kind))
    return made(schema, root, depth + 1) if made else SCALARS.get(str(kind))


def _referred(pointer: str, root: Any) -> Any:  # noqa: ANN401 - JSON
    found = root
    for step in pointer.removeprefix("#").split("/")[1:]:
        found = found.get(step.replace("~1", "/").replace("~0", "~")) if isinstance(found, dict) else None
    return found


def _object(schema: Mapping[str, Any], root: Any, depth: int) -> dict[str, Any]:  # noqa: ANN401 - JSON
    required = schema.get("required", ())
    properties = schema.get("properties", {})
    return {name: sample(inner, root, depth) for name, inner in properties.items() if name in required}


def _array(schema: Mapping[str, Any], root: Any, depth: int) -> list[Any]:  # noqa: ANN401 - JSON
    return [sample(schema.get("items"), root, depth) for _ in range(min(int(schema.get("minItems", 0)), DEEPEST))]


def _number(schema: Mapping[str, Any], _root: Any, _depth: int) -> Any:  # noqa: ANN401 - JSON
    return schema.get("minimum", schema.get("exclusiveMinimum", -1) + 1)


def _string(schema: Mapping[str, Any], _root: Any, _depth: int) -> str:  # noqa: ANN401 - JSON
    text = str(SCALARS["string"]).ljust(int(schema.get("minLength", 0)), ".")
    return text[: int(schema.get("maxLength", len(text)))]


MAKERS: dict[str, Callable[[Mapping[str, Any], Any, int], Any]] = {
    "object": _object,
    "array": _array,
    "integer": _number,
    "number": _number,
    "string": _string,
}
