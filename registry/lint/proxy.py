"""LiteLLM's configuration files: each route as the call that requests are laid over, and the file's own mistakes."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from registry.authoring.bindings import BY_VARIABLE, MODES
from registry.authoring.source import read as read_yaml
from registry.lint.call import Call
from registry.lint.finding import Finding
from registry.lint.mending import rewritten
from registry.lint.rules import RULES, Config
from registry.lint.value import HIDDEN, Literal, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Document, Place
    from registry.lint.finding import Edit
    from registry.lint.settings import Settings
    from registry.lint.text import Text

SURFACE = "litellm"
QUOTES = ("'", '"')
WORDS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False, "null": None, "~": None}
UNREAD = re.compile(r"[^\t\n\r -~]")
INHERITED = "CAT003"
"""The code of anchors, aliases and merge keys, whose values are not followed."""

SYNTAX = "CAT001"


class NoYaml(ValueError):  # noqa: N818 - reads as what it is
    """A text that is no YAML; `line` and `column` count from 1."""

    def __init__(self, message: str, line: int, column: int) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def config(text: Text) -> Value | None:
    """A configuration as written; None for YAML that is none. Raises NoYaml."""
    content = UNREAD.sub(lambda found: "?" if unicodedata.category(found[0])[0] in "CZ" else found[0], text.content)
    document = read_yaml(content)
    if document.value is None:
        wrong = document.mistakes[0] if document.mistakes else None
        raise NoYaml(
            wrong.message if wrong else "this file says nothing",
            wrong.line if wrong else 1,
            wrong.column if wrong else 1,
        )
    unfollowed = {(wrong.line, wrong.column) for wrong in document.mistakes if wrong.code == INHERITED}
    made = _Builder(document, text, unfollowed).value(document.value, ())
    listed = made.items().get("model_list")
    return made if listed is not None and isinstance(listed.data, list) else None


class _Builder:
    """Values with their places, from a document."""

    def __init__(self, document: Document, text: Text, unfollowed: set[tuple[int, int]]) -> None:
        self.document = document
        self.text = text
        self.unfollowed = unfollowed

    def span(self, place: Place) -> tuple[int, int]:
        document = self.document
        start = document.offset(document.values.get(place, (1, 1)))
        return start, max(start, document.offset(document.ends.get(place, (1, 1))))

    def value(self, data: Any, place: Place) -> Value:  # noqa: ANN401 - YAML
        start, end = self.span(place)
        span = self.text.span(start, end)
        if self.document.values.get(place) in self.unfollowed:
            return Value(HIDDEN, span)
        if isinstance(data, dict):
            return self._mapping(data, place, span)
        if isinstance(data, list):
            return Value([self.value(item, (*place, at)) for at, item in enumerate(data)], span)
        written = self.document.text[start:end]
        known = _scalar(data, written)
        plain = isinstance(known, str) and written[:1] in ("|", ">")
        return Value(known, span, None if plain or known is HIDDEN else Literal(span, self.text, "yaml"))

    def _mapping(self, data: dict[str, Any], place: Place, span: tuple[int, int]) -> Value:
        made = Value({}, span)
        for key, inner in data.items():
            made.data[key] = self.value(inner, (*place, key))
            begin = self.document.offset(self.document.keys[(*place, key)])
            if self.document.text.startswith(key, begin):
                made.keys[key] = Literal(self.text.span(begin, begin + len(key)), self.text, "yaml")
        made.open = (*place, "<<") in self.document.keys
        return made


def _scalar(data: object, written: str) -> object:
    """A scalar as LiteLLM reads it, by YAML 1.1."""
    if isinstance(data, Decimal):
        return float(data)
    if isinstance(data, str):
        if data.startswith(BY_VARIABLE):
            return data
        if written[:1] not in QUOTES:
            return WORDS.get(data.lower(), data)
    return data


def findings(value: Value, text: Text, settings: Settings) -> Iterator[Finding]:
    """What a configuration has wrong beside what its routes send."""
    table = settings.catalogue.surface(SURFACE) or {}
    seen = Config(value, table.get("config") or {})
    for rule in RULES:
        if rule.code in settings.ignore:
            continue
        for flaw in rule.look(seen):
            literal = flaw.place.literal if isinstance(flaw.place, Value) else flaw.place
            edits: list[Edit] = []
            if flaw.instead is not None and literal is not None:
                edits = [rewritten(literal, flaw.instead)]
            fixes = [f"write {flaw.instead}"] if flaw.instead is not None else []
            span = flaw.place.span
            yield Finding(
                text.file, span, (rule.code, rule.name, rule.severity), flaw.message, fixes=fixes, edits=edits
            )


def calls(value: Value, text: Text) -> Iterator[Call]:
    """Each route of a configuration, as the arguments that its requests are laid over."""
    given = _told(value)
    for entry in Config(value, {}).entries():
        params, info = entry.items().get("litellm_params"), entry.items().get("model_info")
        if params is None or not isinstance(params.data, dict) or params.open:
            continue  # what is merged in may name another host
        arguments = Value({key: _shown(inner) for key, inner in params.data.items()}, params.span)
        arguments.keys, arguments.open = params.keys, True
        mode = info.items().get("mode") if info is not None else None
        said = mode.data if mode is not None and isinstance(mode.data, str) else None
        yield Call(
            text.file,
            params.span,
            SURFACE,
            MODES.get(said, said) if said else None,
            arguments,
            given=given,
            sends=False,
        )


def _told(value: Value) -> dict[str, object]:
    settings = value.items().get("litellm_settings")
    drop = settings.items().get("drop_params") if settings is not None else None
    return {"drop_params": drop.data is not False} if drop is not None else {}


def _shown(value: Value) -> Value:
    """A value as a request has it: what a variable stands for is hidden."""
    if isinstance(value.data, str) and value.data.startswith(BY_VARIABLE):
        return Value(HIDDEN, value.span)
    return value
