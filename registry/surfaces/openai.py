"""The official client's arguments: the body's keys, `extra_body`, and classes in place of schemas."""

from __future__ import annotations

from registry.surfaces._draft import EXTRA, Draft
from registry.surfaces._schemas import response_format, text_format
from registry.surfaces._values import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.surfaces._table import Table


def wire(arguments: Mapping[str, Any], table: Table, mode: str | None) -> Draft:
    """`client.chat.completions.create(**arguments)` and its like, as sent. None is sent as null, as the client does."""
    given = plain(arguments)
    draft = Draft(table, mode)
    draft.take(given)
    parsed(draft)
    draft.merge(given.get(EXTRA))
    return draft


def parsed(draft: Draft) -> None:
    """Put the schemas of classes where `parse` takes classes: `response_format`, `text_format`."""
    if isinstance(draft.body.get("response_format"), type):
        draft.body["response_format"] = response_format(draft.body["response_format"])
    if "text_format" not in draft.body:
        return
    kind = draft.body.pop("text_format")
    if kind is not None:
        made = text_format(kind) if isinstance(kind, type) else kind
        held = draft.body.get("text")
        draft.body["text"] = {**(held if isinstance(held, dict) else {}), "format": made}
        draft.roads[-1]["text", "format"] = ("text_format",)
