"""The JSON Schemas of what people write, for editors: they complete keys, show what each is for, underline mistakes.

An editor reads YAML its own way: `400_000` and `2026-08-03` are strings to it. The reader is what is strict about them.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from registry.authoring.schema import Facts

if TYPE_CHECKING:
    from registry.authoring.terms import Strict

DIALECT = "https://json-schema.org/draft/2020-12/schema"
GROUPED = r"-?[0-9]{1,3}(_[0-9]{3})+"
BOUND = r"(-?[0-9][0-9_]*(\.[0-9]+)?|[A-Za-z_][A-Za-z0-9_]*)"
SCALAR = {"type": ["string", "number", "boolean"]}
TERMS: dict[str, dict[str, Any]] = {
    "day": {"description": "A day: 2026-08-03.", "type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    "dayOrMonth": {
        "description": "A day or a month: 2026-08-03, 2026-08; or unknown.",
        "type": "string",
        "pattern": r"^([0-9]{4}-[0-9]{2}(-[0-9]{2})?|unknown)$",
    },
    "count": {
        "description": "A whole number of 0 or more (thousands may be grouped: 400_000), or unknown.",
        "anyOf": [
            {"const": "unknown"},
            {"type": "integer", "minimum": 0},
            {"type": "string", "pattern": rf"^(?!-){GROUPED}$"},
        ],
    },
    "usd": {"description": "Dollars, 0 or more.", "type": "number", "minimum": 0},
    "meter": {
        "description": "What one price buys: 1_000_000 tokens.",
        "type": "string",
        "pattern": r"^[0-9][0-9_]* [a-z][a-z -]*$",
    },
    "never": {"description": "None: verified, not unknown.", "const": "never"},
    "default": {
        "description": "What the server uses: a value, values by mode, or unknown.",
        "anyOf": [
            SCALAR,
            {"type": "array", "items": SCALAR},
            {"type": "object", "additionalProperties": SCALAR},
        ],
    },
    "choices": {
        "description": "One of these.",
        "type": "array",
        "minItems": 1,
        "items": {"type": ["string", "number", "boolean", "null"]},
    },
    "form": {
        "description": "Which values, in one of five forms.",
        "anyOf": [
            {
                "description": "One of these.",
                "type": "array",
                "items": {"type": ["string", "number", "boolean", "null"]},
            },
            {
                "description": "A range, ends included; a bound may name a limit.",
                "type": "string",
                "pattern": rf"^\s*({BOUND}\s*\.\.\s*{BOUND}?|\.\.\s*{BOUND})\s*$",
            },
            {"description": "Every value; taken and not used; none.", "enum": ["anything", "ignored", "never"]},
        ],
    },
}
"""What `registry.authoring.terms` checks in Python, as far as a schema can say it."""


def schema_bytes(form: type[Strict] = Facts) -> bytes:
    """The JSON Schema of a file of facts (or of another form, such as `shapes.Shape`); the same bytes every time."""
    schema = form.model_json_schema(by_alias=True)
    used: set[str] = set()
    whole = {"$schema": DIALECT, **_told(schema, used)}
    whole["$defs"] = {**whole.get("$defs", {}), **{name: TERMS[name] for name in sorted(used)}}
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()


def _told(schema: Any, used: set[str]) -> Any:  # noqa: ANN401 - JSON
    """A schema as an editor wants it: our terms by reference, ways of writing as alternatives, no made-up words."""
    if isinstance(schema, list):
        return [_told(inner, used) for inner in schema]
    if not isinstance(schema, dict):
        return schema
    if "term" in schema and isinstance(schema["term"], str):
        used.add(schema["term"])
        kept = {key: value for key, value in schema.items() if key == "description"}
        return {"$ref": f"#/$defs/{schema['term']}", **kept}
    told = {}
    for key, inner in schema.items():
        if key in ("title", "default") and not isinstance(inner, dict):
            continue
        # An empty list is written in two of the ways at once, which `oneOf` would refuse.
        told["anyOf" if key == "oneOf" else key] = _told(inner, used)
    return told
