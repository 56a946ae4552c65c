"""What is wrong with a file, in words: pydantic's findings as sentences for whoever wrote the line."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from registry.authoring.terms import Strict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic_core import ErrorDetails

NEEDED = {
    "string_type": "a text",
    "string_too_short": "a text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "dict_type": "a block of keys",
    "model_type": "a block of keys",
    "list_type": "a list",
    "too_short": "at least one entry",
}


def worded(error: ErrorDetails, form: type[Strict]) -> str:
    """An error of pydantic's, in our words; `form` is what the whole file should be."""
    key = error["loc"][-1] if error["loc"] else ""
    kind = error["type"]
    if kind == "extra_forbidden":
        return f"{key} is no key of this block{close(str(key), keys(form, error['loc'][:-1]))}"
    if kind == "missing":
        return f"{key} is missing in this block"
    if kind == "literal_error":
        expected = str(error["ctx"]["expected"])
        known = [word.strip("' ") for word in expected.replace(" or ", ", ").split(",")]
        return f"{error['input']} is none of {', '.join(known)}{close(str(error['input']), known)}"
    if kind in NEEDED:
        return f"{NEEDED[kind]} is needed here"
    return error["msg"].removeprefix("Value error, ")


def close(word: str, known: Iterable[str]) -> str:
    """What was probably meant, as the end of a message; nothing when no known word is like it."""
    likely = get_close_matches(word, sorted(known), n=1)
    return f": did you mean {likely[0]}?" if likely else ""


def keys(form: type[Strict], loc: tuple[int | str, ...]) -> list[str]:
    """The keys that a block may have, by the path to it."""
    forms = {form}
    for step in loc:
        inner = {
            found
            for outer in forms
            for name, field in outer.model_fields.items()
            if step in (field.alias, name)
            for found in _forms(field.annotation)
        }
        # Any other step is a name in a map, a place in a list, or a way of writing.
        forms = inner or forms
    return sorted(field.alias or name for found in forms for name, field in found.model_fields.items())


def _forms(annotation: Any) -> Iterator[type[Strict]]:  # noqa: ANN401 - a type
    if isinstance(annotation, type) and issubclass(annotation, Strict):
        yield annotation
    for inner in get_args(annotation):
        yield from _forms(inner)
