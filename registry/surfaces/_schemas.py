"""Classes as the strict schemas that the official client sends for them (`.parse(response_format=Answer)`)."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

DEPTH = 64
"""References and schemas inside each other; the API takes ten."""


def schema_of(kind: Any) -> dict[str, Any] | None:  # noqa: ANN401 - a caller's class
    """A class of pydantic's, or one that pydantic reads, as a JSON schema; None when it is none."""
    # Whoever has a class that pydantic reads has imported it.
    pydantic = sys.modules.get("pydantic")
    try:
        if callable(getattr(kind, "model_json_schema", None)):
            made: dict[str, Any] = kind.model_json_schema()
        elif pydantic is not None:
            made = pydantic.TypeAdapter(kind).json_schema()
        else:
            return None
    except Exception:  # noqa: BLE001 - a caller's class may do anything
        return None
    return made


def response_format(kind: type) -> Any:  # noqa: ANN401 - JSON
    """A class as the `response_format` of chat completions; the class itself when it is no schema."""
    schema = schema_of(kind)
    if schema is None:
        return kind
    return {
        "type": "json_schema",
        "json_schema": {"schema": strict(schema), "name": kind.__name__, "strict": True},
    }


def text_format(kind: type) -> Any:  # noqa: ANN401 - JSON
    """A class as the `text.format` of responses; the class itself when it is no schema."""
    wrapped = response_format(kind)
    return {"type": "json_schema", **wrapped["json_schema"]} if isinstance(wrapped, dict) else wrapped


def strict(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema with what strict mode asks for: every property required, nothing beside them."""
    made: dict[str, Any] = _strict(schema, schema, 0)
    return made


def _strict(schema: Any, root: dict[str, Any], depth: int) -> Any:  # noqa: ANN401 - JSON
    if not isinstance(schema, dict) or depth > DEPTH:
        return schema
    made = {key: _inner(key, value, root, depth + 1) for key, value in schema.items()}
    if made.get("type") == "object":
        made.setdefault("additionalProperties", False)
    if isinstance(made.get("properties"), dict):
        made["required"] = list(made["properties"])
    if isinstance(made.get("allOf"), list) and len(made["allOf"]) == 1:
        made |= made.pop("allOf")[0]
    if "default" in made and made["default"] is None:
        del made["default"]
    if "$ref" in made and len(made) > 1:
        # A reference may not stand beside other words: what it points at takes its place.
        target = _target(str(made.pop("$ref")), root)
        return _strict({**target, **made}, root, depth + 1)
    return made


def _inner(key: str, value: Any, root: dict[str, Any], depth: int) -> Any:  # noqa: ANN401 - JSON
    if key in ("$defs", "definitions", "properties") and isinstance(value, dict):
        return {name: _strict(inner, root, depth) for name, inner in value.items()}
    if key in ("anyOf", "allOf") and isinstance(value, list):
        return [_strict(inner, root, depth) for inner in value]
    return _strict(value, root, depth) if key == "items" else value


def _target(reference: str, root: dict[str, Any]) -> dict[str, Any]:
    found: Any = root
    for step in reference.split("/")[1:]:
        found = found.get(step, {}) if isinstance(found, dict) else {}
    return found if isinstance(found, dict) else {}
