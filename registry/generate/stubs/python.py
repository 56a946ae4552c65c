"""Kinds as Python spells them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from registry.generate.stubs.kinds import Literals, Many, Mapped, Plain, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from registry.generate.stubs.kinds import Kind

NAMES = {
    "collections.abc": ("Awaitable", "Iterable", "Mapping", "Sequence"),
    "typing": (
        *("Any", "Generic", "Literal", "Never", "Protocol", "Required"),
        *("TypeAlias", "TypedDict", "TypeVar", "Unpack", "overload"),
    ),
}
"""What stubs may need of the standard library, by module."""
WORDS = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "object": "Mapping[str, object]",
    "any": "object",
    "null": "None",
    "never": "Never",
}


def spelled(kind: Kind, prefix: str) -> str:
    """A kind as an annotation; `prefix` is what the names of its objects begin with."""
    if isinstance(kind, Plain):
        return WORDS[kind.word]
    if isinstance(kind, Literals):
        return f"Literal[{listed(kind.values)}]"
    if isinstance(kind, Many):
        # A string is a sequence of strings, and no list of objects.
        return "Iterable[Item]" if kind.item == Plain("object") else f"Sequence[{spelled(kind.item, prefix)}]"
    if isinstance(kind, Mapped):
        return f"Mapping[str, {spelled(kind.value, prefix)}]"
    if isinstance(kind, Record):
        return prefix + kind.name
    return " | ".join(spelled(one, prefix) for one in kind.kinds)


def literal(value: object) -> str:
    """A string, a whole number or a boolean."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else repr(value)


def listed(values: Iterable[object]) -> str:
    """The items of a Literal, on one line."""
    return ", ".join(map(literal, values))


def alias(values: Iterable[object]) -> str:
    """A Literal, a line for each of its items; Never when there is none."""
    lines = "".join(f"    {literal(value)},\n" for value in values)
    return f"Literal[\n{lines}]" if lines else "Never"


def inside(text: str) -> str:
    """A text inside a docstring, which it does not end."""
    return text.replace("\\", r"\\").replace('"', r"\"")


def imports(body: str) -> str:
    """The lines that import what a text uses, and nothing else."""
    used = {module: [name for name in names if re.search(rf"\b{name}\b", body)] for module, names in NAMES.items()}
    return "\n".join(f"from {module} import {', '.join(names)}" for module, names in used.items() if names)
