"""A multipart form as the body it stands for: strings become numbers and booleans, `name[]` becomes `name`."""

from __future__ import annotations

from registry.shape.kinds import kinds

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from registry.shape.plan import Node, Plan

BOOLEANS = {"true": True, "True": True, "false": False, "False": False}


def from_form(form: Mapping[Any, Any], plan: Plan) -> dict[str, Any]:
    """A new body with the fields of a form; a JSON body comes out as it is.

    Fields are named `name`, `name[]`, `name[0]` or `name[key]`, as clients do. What can't be read as the type that the
    shape wants stays a string, for the shape to refuse.
    """
    fields = plan.node(plan.shape["body"])["fields"]
    body: dict[str, Any] = {}
    for key, value in form.items():
        if not isinstance(key, str):
            body[key] = value
            continue
        name, bracket, rest = key.partition("[")
        inner = rest[:-1] if bracket and rest.endswith("]") else None
        spec = fields.get(name) if inner is not None else fields.get(key)
        if spec is None:
            body[key] = value
        elif inner is None:
            body[key] = _read(value, spec, plan)
        elif not inner or inner.isdigit():
            items = value if isinstance(value, list | tuple) else [value]
            held = body.get(name)
            body[name] = [
                *(held if isinstance(held, list) else []),
                *(_item(item, spec, plan) for item in items),
            ]
        else:
            held = body.get(name)
            within = (_inside(spec, plan, "fields") or {}).get(inner)
            item = value if within is None else _read(value, within, plan)
            body[name] = {**(held if isinstance(held, dict) else {}), inner: item}
    return body


def _inside(spec: str | Node, plan: Plan, word: str) -> Any:  # noqa: ANN401 - JSON
    """What a node, or one of its alternatives, says about what is inside: `items`, `fields`; None when nothing."""
    node = plan.node(spec)
    options = [plan.node(option) for option in node.get("one_of", (node,))]
    return next((option[word] for option in options if word in option), None)


def _item(value: Any, spec: str | Node, plan: Plan) -> Any:  # noqa: ANN401 - JSON
    items = _inside(spec, plan, "items")
    return value if items is None else _read(value, items, plan)


def _read(value: Any, spec: str | Node, plan: Plan) -> Any:  # noqa: ANN401 - JSON
    wanted = kinds(spec, plan)
    if not isinstance(value, str) or "string" in wanted or "any" in wanted:
        return value
    if "boolean" in wanted and value in BOOLEANS:
        return BOOLEANS[value]
    if "integer" in wanted or "number" in wanted:
        return _parsed(value, int, float)
    if "object" in wanted:
        import json  # only a form that holds JSON needs it

        return _parsed(value, json.loads)
    return [_item(value, spec, plan)] if "array" in wanted else value


def _parsed(text: str, *readers: Callable[[str], Any]) -> Any:  # noqa: ANN401 - JSON
    """What the first reader that can makes of a text; the text itself when none can."""
    for read in readers:
        try:
            return read(text)
        except ValueError:
            continue
    return text
