"""Kinds as TypeScript spells them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from registry.generate.stubs.kinds import Literals, Many, Mapped, Plain, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registry.generate.stubs.kinds import Kind

WORDS = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "object": "object",
    "any": "unknown",
    "null": "null",
    "never": "never",
}


def spelled(kind: Kind, prefix: str) -> str:
    """A kind as a type; `prefix` is what the names of its objects begin with."""
    if isinstance(kind, Plain):
        return WORDS[kind.word]
    if isinstance(kind, Literals):
        return listed(kind.values)
    if isinstance(kind, Many):
        return f"ReadonlyArray<{spelled(kind.item, prefix)}>"
    if isinstance(kind, Mapped):
        return f"Readonly<Record<string, {spelled(kind.value, prefix)}>>"
    if isinstance(kind, Record):
        return prefix + kind.name
    return " | ".join(spelled(one, prefix) for one in kind.kinds)


def listed(values: Iterable[object]) -> str:
    """One of these, or never where there is none."""
    return " | ".join(json.dumps(value, ensure_ascii=False) for value in values) or "never"


def comment(text: str) -> str:
    """A text that ends no comment."""
    return text.replace("*/", "*\\/")
