"""Names that a programming language takes, for models and parameters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

WORD = re.compile(r"[0-9A-Za-z]+")
BEGINNINGS = ("Any", "AsyncStream", "Lenient", "Litellm", "OtherEndpoints", "Shared", "Stream")
ENDINGS = ("Completions", "Effort", "Id", "Item", "Options", "Params", "Responses", "Verbosity")
"""How names begin and end that are not a model's alone."""
TAKEN = (
    *("Awaitable", "C", "Chat", "ChatCompletion", "ChatCompletionChunk", "Dumps", "Generic", "Iterable", "KnownModel"),
    *("Literal", "Mapping", "Models", "Never", "Protocol", "R", "Required", "Response", "ResponseStreamEvent"),
    *("Sequence", "Unpack"),
)
"""Names that mean something else in stubs."""


def camel(text: str) -> str:
    """`scribe-2.1-mini` → `Scribe21Mini`."""
    return "".join(word[0].upper() + word[1:] for word in WORD.findall(text))


def class_names(ids: Iterable[str]) -> dict[str, str]:
    """A name for each id, of letters and digits, beginning with a letter; no two alike, and none that is ours."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for id_ in sorted(ids):
        name = camel(id_)
        if not name[:1].isalpha() or name in TAKEN or name.startswith(BEGINNINGS):
            name = f"The{name}"
        if name.endswith(ENDINGS):
            name += "Called"
        tries = (name, *(f"{name}Again{count}" for count in range(2, len(taken) + 3)))
        names[id_] = next(one for one in tries if one not in taken)
        taken.add(names[id_])
    return names
