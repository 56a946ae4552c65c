"""Function tools as the models read them: not as JSON, but declared in TypeScript, descriptions as comments.

The form was published with the open-weight models (https://github.com/openai/harmony, docs/format.md); the token counts
of recorded answers agree with it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

ANY = "any"
DEEPEST = 30
"""Levels of a schema that are written out."""

LONGEST = 20_000
"""Types that are written out: a schema may refer to itself, several times at once."""

SAME = {"string": "string", "boolean": "boolean", "null": "null", "integer": "number", "number": "number"}


def declare(functions: Iterable[Mapping[str, Any]]) -> str:
    """Declarations of functions: of their `name`, `description` and `parameters`, whatever those are."""
    lines = ["namespace functions {", ""]
    for function in functions:
        lines += _comment(function.get("description"))
        schema: Any = function.get("parameters")
        if _properties_of(schema):
            lines += [
                f"type {text(function.get('name'))} = (_: {{",
                *_Writer(schema).properties(schema, 0),
                "}) => any;",
                "",
            ]
        else:
            lines += [f"type {text(function.get('name'))} = () => any;", ""]
    return "\n".join([*lines, "} // namespace functions"])


class _Writer:
    """Writes the types of one schema."""

    __slots__ = ("left", "root")

    def __init__(self, root: Any) -> None:  # noqa: ANN401 - JSON
        self.root = root
        self.left = LONGEST

    def properties(self, schema: Mapping[str, Any], depth: int) -> Iterator[str]:
        required = schema.get("required")
        for name, inner in _properties_of(schema).items():
            described = inner if isinstance(inner, dict) else {}
            title, description = described.get("title"), described.get("description")
            yield from _comment(title)
            if text(title) and text(description):
                yield "//"
            yield from _comment(description)
            optional = "" if isinstance(required, list | tuple) and name in required else "?"
            default = described.get("default")
            said = f" // default: {default}" if isinstance(default, str | int) else ""
            yield f"{name}{optional}: {self.type(described, depth)},{said}"

    def type(self, schema: Any, depth: int) -> str:  # noqa: ANN401 - JSON
        self.left -= 1
        if not isinstance(schema, dict) or depth > DEEPEST or self.left < 0:
            return ANY
        if "$ref" in schema:
            return self.type(self.referred(schema["$ref"]), depth + 1)
        choices = schema.get("anyOf") or schema.get("oneOf")
        if not isinstance(choices, list) and isinstance(schema.get("type"), list):
            choices = [{**schema, "type": kind} for kind in schema["type"]]
        if isinstance(choices, list):
            return " | ".join([self.type(choice, depth + 1) for choice in choices])
        if isinstance(schema.get("enum"), list):
            return " | ".join([f'"{value}"' if isinstance(value, str) else shown(value) for value in schema["enum"]])
        return self.plain(schema, depth)

    def plain(self, schema: Mapping[str, Any], depth: int) -> str:
        kind = text(schema.get("type"))
        if kind == "array":
            return self.type(schema.get("items"), depth + 1) + "[]"
        if kind == "object":
            inner = "\n".join(self.properties(schema, depth + 1))
            return f"{{\n{inner}\n}}" if inner else "object"
        return SAME.get(kind, ANY)

    def referred(self, reference: object) -> object:
        """What a reference inside the schema (`#/$defs/Book`) points at; None when at nothing."""
        found = self.root
        for step in text(reference).split("/")[1:]:
            found = found.get(step) if isinstance(found, dict) else None
        return found


def _properties_of(schema: Any) -> Mapping[str, Any]:  # noqa: ANN401 - JSON
    properties = schema.get("properties") if isinstance(schema, dict) else None
    return properties if isinstance(properties, dict) else {}


def _comment(said: object) -> list[str]:
    return [f"// {line}" for line in said.split("\n")] if isinstance(said, str) and said else []


def shown(value: object) -> str:
    """A number or a truth value as it is written; nothing for what is neither."""
    return str(value) if isinstance(value, int) and abs(value) < 10**30 else ""


def text(value: object) -> str:
    """A string as it is; nothing for what is none."""
    return value if isinstance(value, str) else ""
