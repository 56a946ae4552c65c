"""What a chat request is judged by, as a JSON Schema, and the same in pydantic-core's terms.

Says as much as the wire shape says: null where it is taken, messages by role, parts and tools by type.
Branches are if/then chains, types are lists: jsonschema-rs reports several times faster than with oneOf.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def nullable(kind: str, **keywords: object) -> Schema:
    """Takes null beside the type."""
    return {"type": [kind, "null"], **keywords}


def closed(required: tuple[str, ...], **properties: Schema) -> Schema:
    """Takes these keys and no others."""
    return {
        "type": "object",
        "required": list(required),
        "additionalProperties": False,
        "properties": properties,
    }


def by(tag: str, **branches: Schema) -> Schema:
    """Takes what the branch of the tag's value takes."""
    chain: Schema = {}
    for value, branch in reversed(branches.items()):
        chosen = branch | {"properties": {tag: STRING} | branch["properties"]}
        condition = {"if": {"properties": {tag: {"const": value}}}, "then": chosen}
        chain = condition | ({"else": chain} if chain else {})
    return {"type": "object", "required": [tag], "properties": {tag: {"enum": list(branches)}}} | chain


STRING = {"type": "string"}
OBJECT = {"type": "object"}
PENALTY = nullable("number", minimum=-2, maximum=2)
TOKENS = nullable("integer", minimum=1, maximum=16_384)

FUNCTION = closed(("name",), name=STRING, description=STRING, parameters=OBJECT, strict=nullable("boolean"))
CALL = closed(("id", "type", "function"), id=STRING, type={"enum": ["function"]}, function=OBJECT)
PART = by(
    "type",
    text=closed(("text",), text=STRING),
    image_url=closed(("image_url",), image_url=closed(("url",), url=STRING, detail=STRING)),
    input_audio=closed(("input_audio",), input_audio=closed(("data", "format"), data=STRING, format=STRING)),
    file=closed(("file",), file=OBJECT),
)
CONTENT = {"type": ["string", "array"], "minItems": 1, "items": PART}
MESSAGE = by(
    "role",
    system=closed(("content",), content=CONTENT, name=STRING),
    developer=closed(("content",), content=CONTENT, name=STRING),
    user=closed(("content",), content=CONTENT, name=STRING),
    assistant=closed(
        (),
        content={"type": ["string", "array", "null"], "items": PART},
        refusal=nullable("string"),
        name=STRING,
        tool_calls={"type": "array", "items": CALL},
    ),
    tool=closed(("content", "tool_call_id"), content=CONTENT, tool_call_id=STRING),
)
FORMAT = by("type", text=closed(()), json_object=closed(()), json_schema=closed(("json_schema",), json_schema=OBJECT))

PROPERTIES: dict[str, Schema] = {
    "model": STRING,
    "messages": {"type": "array", "minItems": 1, "items": MESSAGE},
    "temperature": nullable("number", minimum=0, maximum=2),
    "top_p": nullable("number", minimum=0, maximum=1),
    "n": nullable("integer", minimum=1, maximum=128),
    "stop": {"type": ["string", "array", "null"], "maxItems": 4, "items": STRING},
    "max_tokens": TOKENS,
    "max_completion_tokens": TOKENS,
    "presence_penalty": PENALTY,
    "frequency_penalty": PENALTY,
    "seed": nullable("integer"),
    "response_format": FORMAT,
    "logprobs": nullable("boolean"),
    "top_logprobs": nullable("integer", minimum=0, maximum=20),
    "logit_bias": nullable("object"),
    "user": STRING,
    "stream": nullable("boolean"),
    "stream_options": nullable("object"),
    "tools": {"type": "array", "items": by("type", function=closed(("function",), function=FUNCTION))},
    "tool_choice": {"type": ["string", "object"]},
    "parallel_tool_calls": {"type": "boolean"},
    "service_tier": {"enum": ["auto", "default", "flex", "priority", None]},
    "store": nullable("boolean"),
    "metadata": nullable("object"),
    "modalities": nullable("array", items={"enum": ["text", "audio"]}),
}

SCHEMA: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **closed(("model", "messages"), **PROPERTIES),
    "dependentSchemas": {
        "top_logprobs": {"required": ["logprobs"], "properties": {"logprobs": {"const": True}}},
        "stream_options": {"required": ["stream"], "properties": {"stream": {"const": True}}},
        "max_completion_tokens": {"properties": {"max_tokens": {"type": "null"}}},
    },
}

BOUNDS = {"minimum": "ge", "maximum": "le", "minItems": "min_length", "maxItems": "max_length"}
NAMES = {"string": "str", "boolean": "bool", "number": "float", "integer": "int", "array": "list"}


def core_schema(schema: Schema) -> Schema:
    """Translates for pydantic-core, less the rules across keys, which only a slower Python call could add."""
    if "enum" in schema:
        return {"type": "literal", "expected": schema["enum"]}
    if "if" in schema:
        return tagged(schema)
    kind = schema["type"]
    if isinstance(kind, list):
        return union(schema, [one for one in kind if one != "null"])
    if kind == "object":
        return typed_dict(schema)
    bounds = {BOUNDS[key]: value for key, value in schema.items() if key in BOUNDS and applies(key, kind)}
    items = {"items_schema": core_schema(schema["items"])} if kind == "array" and "items" in schema else {}
    return {"type": NAMES[kind], "strict": True} | bounds | items


def applies(keyword: str, kind: str) -> bool:
    """Says whether a bound speaks of this kind, for a type list shares its keywords among its members."""
    return keyword.endswith("Items") == (kind == "array")


def union(schema: Schema, kinds: list[str]) -> Schema:
    """Translates a type list."""
    choices = [core_schema(schema | {"type": one}) for one in kinds]
    inner = choices[0] if len(choices) == 1 else {"type": "union", "choices": choices}
    return {"type": "nullable", "schema": inner} if "null" in schema["type"] else inner


def tagged(schema: Schema) -> Schema:
    """Translates a chain of branches."""
    (tag,) = schema["required"]
    choices = {}
    branch = schema
    while branch:
        choices[branch["if"]["properties"][tag]["const"]] = core_schema(branch["then"])
        branch = branch.get("else", {})
    return {"type": "tagged-union", "discriminator": tag, "choices": choices}


def typed_dict(schema: Schema) -> Schema:
    """Translates an object: a typed dictionary where its keys are declared."""
    if "properties" not in schema:
        return {"type": "dict", "strict": True}
    fields = {
        name: {"type": "typed-dict-field", "schema": core_schema(one), "required": name in schema["required"]}
        for name, one in schema["properties"].items()
    }
    return {"type": "typed-dict", "fields": fields, "extra_behavior": "forbid", "strict": True}
