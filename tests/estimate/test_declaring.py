"""Functions as models read them."""

from typing import Any

from registry.tokens.declaring import declare

BOOK = {
    "type": "object",
    "properties": {
        "title": {"type": "string", "title": "Title", "description": "As printed.\nIn capitals."},
        "kind": {"enum": ["novel", "poem"], "default": "novel"},
        "pages": {"type": ["integer", "null"]},
        "authors": {"type": "array", "items": {"$ref": "#/$defs/Author"}},
        "rating": {"anyOf": [{"type": "number"}, {"type": "boolean"}], "title": "Rating"},
        "rest": {"type": "object"},
    },
    "required": ["title", "authors"],
    "$defs": {"Author": {"type": "object", "properties": {"name": {"type": "string"}}, "required": ["name"]}},
}


def test_functions_are_declared_in_typescript():
    functions: list[dict[str, Any]] = [
        {"name": "now"},
        {"name": "lend", "description": "Lend a book.", "parameters": BOOK},
    ]
    assert declare(functions).split("\n") == [
        "namespace functions {",
        "",
        "type now = () => any;",
        "",
        "// Lend a book.",
        "type lend = (_: {",
        "// Title",
        "//",
        "// As printed.",
        "// In capitals.",
        "title: string,",
        'kind?: "novel" | "poem", // default: novel',
        "pages?: number | null,",
        "authors: {",
        "name: string,",
        "}[],",
        "// Rating",
        "rating?: number | boolean,",
        "rest?: object,",
        "}) => any;",
        "",
        "} // namespace functions",
    ]


def test_a_schema_that_refers_to_itself_ends():
    node = {"type": "object", "properties": {"inside": {"anyOf": [{"$ref": "#/$defs/Node"}] * 9}}}
    written = declare([{"name": "plant", "parameters": {**node, "$defs": {"Node": node}}}])
    assert len(written) < 1_000_000


def test_what_is_no_schema_is_anything():
    properties: dict[str, Any] = {
        "a": None,
        "b": {"type": 7},
        "c": {"$ref": "#/nowhere"},
        "d": {"anyOf": {}},
        "e": {"enum": [True, 2.5]},
    }
    assert declare([{"name": None, "parameters": {"properties": properties}}]).split("\n")[2:8] == [
        "type  = (_: {",
        "a?: any,",
        "b?: any,",
        "c?: any,",
        "d?: any,",
        "e?: True | ,",
    ]
