"""Expressions → values and references, as far as they are surely known."""

from __future__ import annotations

import ast
import operator
from typing import TYPE_CHECKING, Any

from registry.lint.python.calling import Caller
from registry.lint.python.scope import Reference, Scope
from registry.lint.value import HIDDEN, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from registry.lint.python.calling import Heard
    from registry.lint.python.functions import Functions
    from registry.lint.python.places import Places
    from registry.lint.python.scope import Known
    from registry.lint.text import Span

LONGEST = 100_000
"""Characters or items of a constant that is computed; a longer one is not worth knowing."""

ARITHMETIC: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
}


class Folder:
    """Folds expressions in a scope, and hands on each call of a function that is known by name."""

    def __init__(self, functions: Functions, places: Places, heard: Heard) -> None:
        self.places = places
        self.caller = Caller(self, functions, heard)

    def fold(self, node: ast.expr | None, scope: Scope) -> Known:
        """What an expression stands for; None when that is not known. Every call inside it is heard."""
        if node is None:
            return None
        made = getattr(self, f"_{type(node).__name__.lower()}", None)
        if made is not None:
            return made(node, scope)  # type: ignore[no-any-return]
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.fold(child, scope)
        return None

    def value(self, node: ast.expr, scope: Scope) -> Value:
        """An expression as a value, hidden where it is not known."""
        found = self.fold(node, scope)
        if isinstance(found, Value):
            return found
        return Value(HIDDEN, self.places.span(node))

    def _constant(self, node: ast.Constant, scope: Scope) -> Known:
        del scope
        if isinstance(node.value, str | int | float | type(None)):
            return Value(node.value, self.places.span(node), self.places.literal(node))
        return None

    def _name(self, node: ast.Name, scope: Scope) -> Known:
        return _seen(scope.find(node.id), self.places.span(node))

    def _attribute(self, node: ast.Attribute, scope: Scope) -> Known:
        if isinstance(node.value, ast.Name) and node.value.id in ("self", "cls") and node.attr in scope.attributes:
            return scope.attributes[node.attr]
        around = self.fold(node.value, scope)
        return around.attribute(node.attr) if isinstance(around, Reference) else None

    def _joinedstr(self, node: ast.JoinedStr, scope: Scope) -> Known:
        for part in node.values:
            self.fold(part, scope)
        if all(isinstance(part, ast.Constant) for part in node.values):
            text = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
            return Value(text, self.places.span(node))
        return None

    def _list(self, node: ast.List, scope: Scope) -> Known:
        items = [self.value(item, scope) for item in node.elts]
        if any(isinstance(item, ast.Starred) for item in node.elts):
            return None
        return Value(items, self.places.span(node))

    def _dict(self, node: ast.Dict, scope: Scope) -> Known:
        made = Value({}, self.places.span(node))
        for key, value in zip(node.keys, node.values, strict=True):
            found = self.value(value, scope)
            if key is None:
                _spread(made, found)
                continue
            name = self.fold(key, scope)
            if isinstance(name, Value) and isinstance(name.data, str):
                made.data[name.data] = found
                if name.literal:
                    made.keys[name.data] = name.literal
            else:
                made.open = True
        return made

    def _unaryop(self, node: ast.UnaryOp, scope: Scope) -> Known:
        found = self.fold(node.operand, scope)
        number = found.data if isinstance(found, Value) else None
        if isinstance(number, bool) or not isinstance(number, int | float):
            return None
        if not isinstance(node.op, ast.USub):
            return None
        literal = self.places.literal(node) if found.literal else None  # type: ignore[union-attr]
        return Value(-number, self.places.span(node), literal)

    def _binop(self, node: ast.BinOp, scope: Scope) -> Known:
        left, right = self.fold(node.left, scope), self.fold(node.right, scope)
        if not isinstance(left, Value) or not isinstance(right, Value):
            return None
        if isinstance(node.op, ast.BitOr) and isinstance(left.data, dict) and isinstance(right.data, dict):
            made = Value({}, self.places.span(node))
            _spread(made, left)
            _spread(made, right)
            return made
        if isinstance(node.op, ast.Add) and isinstance(left.data, list) and isinstance(right.data, list):
            return Value([*left.data, *right.data], self.places.span(node))
        return self._computed(node, left.data, right.data)

    def _computed(self, node: ast.BinOp, left: object, right: object) -> Known:
        compute = ARITHMETIC.get(type(node.op))
        numbers = all(isinstance(one, int | float) and abs(one) < LONGEST**3 for one in (left, right))
        texts = isinstance(left, str) and isinstance(right, str) and len(left) + len(right) < LONGEST
        if compute is None or not (numbers or (texts and isinstance(node.op, ast.Add))):
            return None
        try:
            return Value(compute(left, right), self.places.span(node))
        except (ArithmeticError, ValueError):
            return None

    def _ifexp(self, node: ast.IfExp, scope: Scope) -> Known:
        self.fold(node.test, scope)
        one, other = self.fold(node.body, scope), self.fold(node.orelse, scope)
        return one if isinstance(one, Reference) and one == other else None

    def _await(self, node: ast.Await, scope: Scope) -> Known:
        return self.fold(node.value, scope)

    def _namedexpr(self, node: ast.NamedExpr, scope: Scope) -> Known:
        found = self.fold(node.value, scope)
        scope.bind(node.target.id, found)
        return found

    def _lambda(self, node: ast.Lambda, scope: Scope) -> Known:
        names = [arg.arg for arg in ast.walk(node.args) if isinstance(arg, ast.arg)]
        self.fold(node.body, Scope(dict.fromkeys(names), scope))
        return None

    def _subscript(self, node: ast.Subscript, scope: Scope) -> Known:
        around, key = self.fold(node.value, scope), self.fold(node.slice, scope)
        if isinstance(around, Value) and isinstance(key, Value) and isinstance(key.data, str):
            found = around.items().get(key.data)
            return _seen(found, self.places.span(node)) if found is not None else None
        return None

    def _call(self, node: ast.Call, scope: Scope) -> Known:
        return self.caller.call(node, scope)

    def _listcomp(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp, scope: Scope) -> Known:
        inner = Scope(outer=scope)
        for loop in node.generators:
            self.fold(loop.iter, inner)
            inner.forget(name.id for name in ast.walk(loop.target) if isinstance(name, ast.Name))
            for test in loop.ifs:
                self.fold(test, inner)
        parts = (node.key, node.value) if isinstance(node, ast.DictComp) else (node.elt,)
        for part in parts:
            self.fold(part, inner)
        return None

    _setcomp = _generatorexp = _dictcomp = _listcomp


def _spread(into: Value, found: Value) -> None:
    """Lay the keys of a dict over those of another, which is open when they are not all known."""
    if not isinstance(found.data, dict):
        for key, value in into.items().items():
            into.data[key] = Value(HIDDEN, value.span)  # it may be overwritten
        into.open = True
        return
    into.data.update(found.data)
    into.keys.update(found.keys)
    into.open = into.open or found.open


def _seen(found: Known, span: Span) -> Known:
    """What a name stands for where it is used: a scalar is said there, a list or dict where it was written."""
    if isinstance(found, Value) and not isinstance(found.data, list | dict):
        return Value(found.data, span)
    return found
