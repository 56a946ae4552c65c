"""A fix of a request → edits of the text that the request is written in: of its literals alone."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from registry.lint.finding import Edit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.diagnostics import Fix
    from registry.lint.call import Call
    from registry.lint.value import Literal, Value

SCALARS = (str, int, float, bool, type(None))
BARE = re.compile(r"[A-Za-z][\w./-]*")
"""Texts that YAML takes for texts without quotes."""

WORDS = ("true", "false", "null", "yes", "no", "on", "off", "y", "n")


def edits_of(fix: Fix, call: Call) -> Sequence[Edit]:
    """The edits that make a fix; none where it is more than other literals at their places, inside the call itself."""
    edits = [dict(edit) for edit in fix.edits]
    if len(edits) == 2 and [edit["op"] for edit in edits] == ["remove", "add"]:  # noqa: PLR2004 - a key is written anew
        return _renamed(edits[0], edits[1], call)
    made: list[Edit] = []
    for edit in edits:
        value = _at(str(edit["path"]), call.arguments)
        if edit["op"] != "replace" or value is None or not isinstance(edit.get("value"), SCALARS):
            return ()
        if value.literal is None or not _inside(value.literal, call):
            return ()
        made.append(rewritten(value.literal, edit["value"]))
    return made


def _renamed(removed: dict[str, object], added: dict[str, object], call: Call) -> Sequence[Edit]:
    """A key under another name: its value stays where it is."""
    before, after = str(removed["path"]).split("/"), str(added["path"]).split("/")
    around = _at("/".join(before[:-1]), call.arguments)
    if around is None or before[:-1] != after[:-1] or before[-1] not in around.keys:
        return ()
    key, value = around.keys[before[-1]], around.items().get(before[-1])
    if value is None or value.plain() != added.get("value") or not _inside(key, call):
        return ()
    return [Edit(key.span, after[-1])] if key.style == "name" else [rewritten(key, after[-1])]


def _inside(literal: Literal, call: Call) -> bool:
    return literal.text.file is call.file and call.span[0] <= literal.span[0] and literal.span[1] <= call.span[1]


def _at(pointed: str, value: Value) -> Value | None:
    found: Value | None = value
    for text in pointed.split("/")[1:]:
        step = text.replace("~1", "/").replace("~0", "~")
        if found is None:
            return None
        if isinstance(found.data, list):
            found = found.data[int(step)] if step.isdigit() and int(step) < len(found.data) else None
        else:
            found = found.items().get(step)
    return found


def rewritten(literal: Literal, value: object) -> Edit:
    """Another scalar in the place of a literal, in the manner in which that was written."""
    start, end = literal.span
    old = literal.text.file.text[start:end]
    return Edit(literal.span, literal.text.quote(STYLES[literal.style](value, old)))


def _python(value: Any, old: str) -> str:  # noqa: ANN401 - a scalar
    if not isinstance(value, str):
        return repr(value)
    written = json.dumps(value, ensure_ascii=False)
    single = old.lstrip("rRbBuUfF\\").startswith("'")
    plain = "'" not in value and '"' not in value and "\\" not in written
    return f"'{value}'" if single and plain else written


def _json(value: Any, _old: str) -> str:  # noqa: ANN401 - as above
    return json.dumps(value, ensure_ascii=False)


def _yaml(value: Any, old: str) -> str:  # noqa: ANN401 - as above
    if not isinstance(value, str):
        return json.dumps(value)
    bare = BARE.fullmatch(value) and value.lower() not in WORDS
    if old.startswith("'") and "'" not in value and value.isprintable():
        return f"'{value}'"
    return value if bare and not old.startswith('"') else json.dumps(value, ensure_ascii=False)


STYLES = {"python": _python, "json": _json, "yaml": _yaml}


def applied(text: str, edits: Sequence[Edit]) -> str:
    """A text with edits made; one that overlaps another before it is left out."""
    made, at = [], 0
    for edit in sorted(set(edits), key=lambda edit: edit.span):
        if edit.span[0] >= at:
            made += [text[at : edit.span[0]], edit.text]
            at = edit.span[1]
    return "".join([*made, text[at:]])
