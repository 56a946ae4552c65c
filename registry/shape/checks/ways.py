"""An object that says what it is in one of several ways."""

from __future__ import annotations

from registry.diagnostics import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from registry.shape.plan import Plan


def ways(
    value: Any,  # noqa: ANN401 - JSON
    body: object,
    node: Mapping[str, Any],
    options: Mapping[str, Any],
    plan: Plan,
) -> Iterable[Problem]:
    """All keys of one way must be given, and no two keys that exclude each other; null is not given.

    Options: `of` (the ways, each a list of keys), `at` (the key that is called missing; left out: the object itself),
    `apart` (lists of keys of which one alone may be given), `each` (of an array: the key and the value of the items
    that it is about).
    """
    del body, plan
    if "each" not in options:
        return _told(value, node, options, ())
    (by, tag), first = options["each"], options["of"][0]
    lone = first[0] if len(first) == 1 else None
    for item in value:  # quicker than any()
        if type(item) is not dict or (item.get(by) == tag and item.get(lone) is None):
            return _each(value, node, options)
    return ()


def _each(value: list[Any], node: Mapping[str, Any], options: Mapping[str, Any]) -> list[Problem]:
    by, tag = options["each"]
    meant = [(at, item) for at, item in enumerate(value) if isinstance(item, dict) and item.get(by) == tag]
    return [problem for at, item in meant for problem in _told(item, node, options, (at,))]


def _told(
    value: Mapping[str, Any], node: Mapping[str, Any], options: Mapping[str, Any], outer: tuple[int, ...]
) -> Iterable[Problem]:
    for keys in options.get("apart", ()):
        given = [key for key in keys if value.get(key) is not None]
        if len(given) > 1:
            return (Problem("clashing_keys", given, node, tuple(given), outer),)
    if any(all(value.get(key) is not None for key in way) for way in options["of"]):
        return ()
    return (Problem("no_way", None, node, options["of"], [*([options["at"]] if "at" in options else []), *outer]),)
