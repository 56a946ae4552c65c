"""What a schema says of itself: which bodies, which day, and what it lets through."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from registry.generate.artefact import GENERATED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.generate.schemas.algebra import Schema
    from registry.subject import Subject

WIDTH = 120
DIALECT = "https://json-schema.org/draft/2020-12/schema"


class NoSchema(ValueError):  # noqa: N818 - reads as what it is
    """There are no bodies to describe; the message says why."""


def head(subject: Subject, uncovered: list[dict[str, Any]]) -> dict[str, Any]:
    """The first keywords of a schema."""
    setting, plan = subject.setting, subject.plan
    form = " A form's fields are meant as the JSON values that they stand for." if plan and plan.form else ""
    who = f" to {subject.id}" if subject.id else ""
    trust = {"x-trust": setting.trust} if setting.trust else {}
    return {
        "$schema": DIALECT,
        "title": f"Body of a request{who} at {subject.path}",
        "description": f"Holds for {setting.day}. What it refuses, the API refuses; what is unknown is allowed.{form}",
        "x-on": setting.day,
        **trust,
        "x-uncovered": uncovered,
    }


def names_model(subject: Subject) -> bool:
    """Whether the bodies of an endpoint name a model."""
    plan = subject.plan
    return plan is not None and ("model" in plan.shape or "model" in plan.node(plan.shape["body"]).get("fields", {}))


def named(at: Sequence[str], name: Schema) -> dict[str, Any]:
    """That a body has a name at its place for the model."""
    made = {"properties": {at[-1]: name}, "required": [at[-1]]}
    for key in reversed(at[:-1]):
        made = {"properties": {key: made}, "required": [key]}
    return made


def printed(schema: dict[str, Any], name: str | None = None) -> str:
    """A schema as a file's text; `name` is what `registry generate` knows it by, and then its first line says so."""
    text = _spelled(schema, 0) + "\n"
    if name is None:
        return text
    comment = f"{GENERATED} {name}` from the facts in data/: edit those, not this file."
    return f'{{ "$comment": {json.dumps(comment)},{text.removeprefix("{")}'


def _spelled(value: object, depth: int, before: int = 0) -> str:
    """JSON with whatever fits a line on one (`before`: what stands there already): people read the diffs of these."""
    line = json.dumps(value, ensure_ascii=False)
    if depth + before + len(line) < WIDTH or not value or not isinstance(value, dict | list):
        return line
    if isinstance(value, dict):
        keys = {key: f"{json.dumps(key, ensure_ascii=False)}: " for key in value}
        items = [keys[key] + _spelled(inner, depth + 1, len(keys[key])) for key, inner in value.items()]
    else:
        items = [_spelled(inner, depth + 1) for inner in value]
    indent, (first, last) = " " * (depth + 1), "{}" if isinstance(value, dict) else "[]"
    return f"{first}\n{indent}" + f",\n{indent}".join(items) + f"\n{' ' * depth}{last}"
