"""Calls → what they give: clients, dicts, and what else is known; and what becomes of what they are given."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from registry.lint.python.functions import SAME
from registry.lint.python.scope import CHANGING, Reference
from registry.lint.value import Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from registry.lint.python.folding import Folder
    from registry.lint.python.functions import Functions
    from registry.lint.python.scope import Known, Scope

    Heard = Callable[[ast.Call, Reference, Value], None]

PATCHES = re.compile(r"patch(?!es)|instructor|monkey|wrap|mock")
"""How functions are called that change a client in its place."""

HARMLESS = frozenset(
    {
        "print",
        "len",
        "str",
        "repr",
        "type",
        "isinstance",
        "sum",
        "min",
        "max",
        "sorted",
        "enumerate",
        "pprint",
        "dumps",
        "bool",
    }
)
"""Functions that change nothing that they are given."""


class Caller:
    """Follows calls in a scope, and hands on each of a function that is known by name."""

    def __init__(self, folder: Folder, functions: Functions, heard: Heard) -> None:
        self.folder = folder
        self.functions = functions
        self.heard = heard
        self.patched = False
        """Whether something was patched that nobody named: clients are not what they were."""

    def call(self, node: ast.Call, scope: Scope) -> Known:
        """What a call gives; None when that is not known. It is heard where its function is known."""
        function = self.folder.fold(node.func, scope)
        if isinstance(function, Reference):
            return self._known_call(node, function, scope)
        given = [self.folder.fold(one, scope) for one in (*node.args, *(word.value for word in node.keywords))]
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name == "dict" and not node.args and isinstance(node.func, ast.Name):
            return self.arguments(node, (), scope)
        if isinstance(node.func, ast.Attribute) and name in CHANGING and function is None:
            given.append(self.folder.fold(node.func.value, scope))
        if name not in HARMLESS:
            for one in given:
                spoil(one)
        if PATCHES.search(ast.unparse(node.func)):
            self._patched(node, scope)
        return None

    def _patched(self, node: ast.Call, scope: Scope) -> None:
        """What is handed to somebody who changes it takes other arguments from then on, or goes elsewhere."""
        self.patched = self.patched or not (node.args or node.keywords)
        for one in node.args:
            if isinstance(one, ast.Name) and isinstance(scope.find(one.id), Reference):
                scope.bind(one.id, None)

    def _known_call(self, node: ast.Call, function: Reference, scope: Scope) -> Known:
        found = self.functions.find(function.dotted)
        given = self.arguments(node, found.order if found else (), scope)
        surface = self.functions.clients.get(function.dotted)
        if surface is not None:
            return self._client(surface, function.dotted.partition(".")[0], given)
        root, _, method = function.dotted.rpartition(".")
        if function.client and method in SAME and root in self.functions.roots:
            return self._client(self.functions.surface_of(root) or root, root, given)
        if found is not None:
            self.heard(node, function, given)
        return None

    def _client(self, surface: str, root: str, given: Value) -> Known:
        plain = {key: value.plain() for key, value in given.items().items()}
        # A client whose arguments are not all known may talk to anybody.
        return None if given.open or self.functions.redirects(surface, plain) else Reference(root, client=True)

    def arguments(self, node: ast.Call, order: tuple[str, ...], scope: Scope) -> Value:
        """The arguments of a call by name; open where more may be given than is known."""
        made = Value({}, self.folder.places.span(node))
        for at, one in enumerate(node.args):
            found = self.folder.value(one, scope)
            if isinstance(one, ast.Starred) or at >= len(order):
                made.open = True
            elif not made.open:
                made.data[order[at]] = found
        for word in node.keywords:
            found = self.folder.value(word.value, scope)
            if word.arg is None:
                _splat(made, found)
            else:
                made.data[word.arg] = found
                made.keys[word.arg] = self.folder.places.name(word)
        return made


def _splat(into: Value, found: Value) -> None:
    """Give the keys of a dict to a call, which takes no argument twice."""
    if isinstance(found.data, dict):
        into.data.update(found.data)
        into.keys.update(found.keys)
    into.open = into.open or not isinstance(found.data, dict) or found.open


def spoil(found: Known) -> None:
    """Forget a list or a dict that something else may change."""
    if isinstance(found, Value) and isinstance(found.data, list | dict):
        found.hide()
