"""The loop over a body's fields as one condition, once it is known which keys it has, and of which types.

The condition is made of positions, tests and numbers, and of nothing that a caller wrote. What has no short test of
its own is left to the closure of its table; a short test may pass a value, never refuse one.
"""

from __future__ import annotations

from registry.shape.quick import of_kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, TypeAlias

    from registry.domain import Choices
    from registry.shape.table import Fields, Table

    Fine: TypeAlias = Callable[[Any, Any], bool | None]
    """Whether a body (given twice: as the value, and as the whole) is surely fine; None of one with other keys."""

TWINS: dict[type, type] = {int: float, float: int}
"""Types that stand for the same numbers."""


def unrolled(fields: Fields, body: dict[str, Any]) -> Fine:
    """The test of bodies with the keys of this one and values of the same types; it looks at bodies of that length."""
    unrolling = _Unrolling(fields, body)
    tests = " and ".join(unrolling.tests()) or "True"
    # A condition of `if` is compiled to jumps, which an operand of `return` is not.
    lines = [
        "def fine(value, body):",
        " try:",
        *[f"  v{at} = value[key{at}]" for at in range(len(body))],
        " except KeyError: return None",
        f" if {tests}: return True",
        " return False",
    ]
    exec("\n".join(lines), unrolling.named)  # noqa: S102 - of our own words alone
    fine: Fine = unrolling.named["fine"]
    return fine


class _Unrolling:
    """A body being unrolled: `named` is what the names in its tests stand for."""

    def __init__(self, fields: Fields, body: dict[str, Any]) -> None:
        self.fields = fields
        self.body = body
        self.places = {key: at for at, key in enumerate(body)}
        self.named: dict[str, Any] = {f"key{at}": key for at, key in enumerate(body)}

    def tests(self) -> Iterator[str]:
        """Expressions that are true of a fine body."""
        for at, due in enumerate(due for key, _, due in self.fields.required if key not in self.body):
            self.named[f"due{at}"] = due
            yield f"not due{at}(body)"
        for at, (key, value) in enumerate(self.body.items()):
            table, kind = self.fields[key], type(value)
            yield self._same(at, kind, table)
            yield from self._left(at, value, table)

    def _same(self, at: int, kind: type, table: Table) -> str:
        """That a value is of the type that it was, or of one that is judged alike."""
        quick, twin = table.quick.get(kind), TWINS.get(kind)
        if twin is None or quick is None or not quick.alike(table.quick.get(twin)):
            return self._is(f"v{at}", f"k{at}", kind)
        return f"({self._is(f'v{at}', f'k{at}', kind)} or {self._is(f'v{at}', f't{at}', twin)})"

    def _is(self, value: str, name: str, kind: type) -> str:
        self.named[name] = kind
        return f"type({value}) is {name}"

    def _left(self, at: int, value: Any, table: Table) -> Iterator[str]:  # noqa: ANN401 - JSON
        kind = type(value)
        if kind in table.quick:
            yield from table.quick[kind].source(f"v{at}", self.named)
        elif table[kind] is not None:
            self.named[f"left{at}"] = table[kind]
            short = self._bare(at, table) if kind is dict else self._single(at, value, table) if kind is list else None
            short = short or self._conditional(at, kind, table)
            yield f"({short} or not left{at}(v{at}, body))" if short else f"not left{at}(v{at}, body)"

    def _bare(self, at: int, table: Table) -> str | None:
        """The case of an object that is a tag and nothing else: `{"type": "text"}`."""
        if table.tagged is None:
            return None
        self.named[f"by{at}"], self.named[f"bare{at}"] = table.tagged.by, table.tagged.bare
        return f"len(v{at}) == 1 and type(tag := v{at}.get(by{at})) is str and tag in bare{at}"

    def _single(self, at: int, value: list[Any], table: Table) -> str | None:
        """The case of an array of one scalar: `stop: ["END"]`."""
        items = table.counted
        if len(value) != 1 or items is None or not items.least <= 1 <= items.most:
            return None
        kind, inner = type(value[0]), items.table if items.table is not None else items.compiled()
        if kind not in inner.quick and inner[kind] is not None:
            return None
        tests = inner.quick[kind].source(f"i{at}", self.named) if kind in inner.quick else ()
        return " and ".join([f"len(v{at}) == 1", self._is(f"i{at} := v{at}[0]", f"s{at}", kind), *tests])

    def _conditional(self, at: int, kind: type, table: Table) -> str | None:
        """The case of a scalar that is accepted while another field has one of a few values."""
        if kind not in table.given:
            return None
        (key, choices, omitted), quick = table.given[kind]
        tests = [*quick.source(f"v{at}", self.named)]
        if self.body.get(key) is None:
            return " and ".join(tests or ["True"]) if omitted else None
        return " and ".join([self._among(at, self.places[key], self.body[key], choices), *tests])

    def _among(self, at: int, beside: int, value: object, choices: Choices) -> str:
        """That the other field is as it has to be; `value` is what it was."""
        held = of_kind(type(value), choices.values)
        if held in ({True}, {False}) and isinstance(value, bool):
            return f"v{beside} is {True in held}"
        self.named[f"held{at}"] = held
        return f"{self._is(f'v{beside}', f'k{beside}', type(value))} and v{beside} in held{at}"
