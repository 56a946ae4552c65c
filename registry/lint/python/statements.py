"""A module's statements in their order: what each does to what is known of names."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from registry.lint.python.calling import spoil
from registry.lint.python.scope import Reference, Scope, changed, stored
from registry.lint.value import HIDDEN, Value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.lint.python.folding import Folder
    from registry.lint.python.functions import Functions
    from registry.lint.python.scope import Known

FAILING = ("raises", "assertRaises", "assertRaisesRegex", "warns")
"""Around calls that shall be refused."""


class Statements:
    """Walks statements. What functions and classes are made of is the reader's business."""

    folder: Folder

    def __init__(self, functions: Functions) -> None:
        self.functions = functions
        self.expected = 0
        """How many blocks around a statement expect it to fail."""
        self.told: dict[str, dict[str, object]] = {}
        """What is set on modules for all their calls, by module."""
        self.imports: dict[str, set[Reference | None]] = {}
        """What names were imported as."""
        self.clients: dict[str, set[Reference | None]] = {}
        """What names were bound to otherwise; None: something else."""

    def block(self, body: Sequence[ast.stmt], scope: Scope) -> None:
        """Statements, one after the other."""
        for statement in body:
            made = getattr(self, f"_{type(statement).__name__.lower()}", None)
            if made is not None:
                made(statement, scope)
            else:
                for child in ast.iter_child_nodes(statement):
                    if isinstance(child, ast.expr):
                        self.folder.fold(child, scope)
                scope.forget(stored([statement]))

    def _import(self, node: ast.Import, scope: Scope) -> None:
        for alias in node.names:
            dotted = alias.name if alias.asname else alias.name.partition(".")[0]
            scope.bind(alias.asname or dotted, self._imported(dotted, alias.asname or dotted))

    def _importfrom(self, node: ast.ImportFrom, scope: Scope) -> None:
        for alias in node.names:
            dotted = f"{node.module}.{alias.name}"
            name = alias.asname or alias.name
            scope.bind(name, None if node.level else self._imported(dotted, name))

    def _imported(self, dotted: str, name: str) -> Reference | None:
        found = Reference(dotted) if dotted.partition(".")[0] in self.functions.roots else None
        self.imports.setdefault(name, set()).add(found)
        return found

    def _assign(self, node: ast.Assign, scope: Scope) -> None:
        found = self.folder.fold(node.value, scope)
        for target in node.targets:
            self._bind(target, found, scope)

    def _annassign(self, node: ast.AnnAssign, scope: Scope) -> None:
        if node.value is not None:
            self._bind(node.target, self.folder.fold(node.value, scope), scope)

    def _bind(self, target: ast.expr, found: Known, scope: Scope) -> None:
        if isinstance(target, ast.Name):
            scope.bind(target.id, found)
            self.clients.setdefault(target.id, set()).add(found if isinstance(found, Reference) else None)
            return
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
            around = scope.find(target.value.id)
            if isinstance(around, Reference):
                self._tell(around, target.attr, found, scope)
                return
        scope.forget(stored([target]))
        self._touch(target, scope)

    def _tell(self, around: Reference, attribute: str, found: Known, scope: Scope) -> None:
        """Something is set on a module (`litellm.drop_params = True`) or a client (`client.base_url = …`)."""
        surface = self.functions.surface_of(around.dotted)
        if surface is None:
            return
        value = found.data if isinstance(found, Value) else HIDDEN
        if not around.client:
            self.told.setdefault(surface, {})[attribute] = value
        elif self.functions.redirects(surface, {attribute: value}):
            scope.forget(name for name, known in scope.known.items() if known == around)

    def _touch(self, target: ast.AST, scope: Scope) -> None:
        """A part of something is set: it is not what it was written as."""
        while isinstance(target, ast.Subscript | ast.Attribute):
            target = target.value
        if isinstance(target, ast.Name):
            spoil(scope.find(target.id))
        elif isinstance(target, ast.Tuple | ast.List):
            for one in target.elts:
                self._touch(one, scope)

    def _augassign(self, node: ast.AugAssign, scope: Scope) -> None:
        self.folder.fold(node.value, scope)
        self._touch(node.target, scope)
        scope.forget(stored([node.target]))

    def _delete(self, node: ast.Delete, scope: Scope) -> None:
        for target in node.targets:
            self._touch(target, scope)
            scope.forget(stored([target]))

    def _if(self, node: ast.If, scope: Scope) -> None:
        self.folder.fold(node.test, scope)
        one, other = scope.fork(), scope.fork()
        self.block(node.body, one)
        self.block(node.orelse, other)
        scope.join([one, other])

    def _match(self, node: ast.Match, scope: Scope) -> None:
        self.folder.fold(node.subject, scope)
        ways = [scope.fork()]
        for case in node.cases:
            way = scope.fork()
            way.forget(stored([case.pattern]))
            self.folder.fold(case.guard, way)
            self.block(case.body, way)
            ways.append(way)
        scope.join(ways)

    def _loop(self, body: Sequence[ast.stmt], orelse: Sequence[ast.stmt], scope: Scope) -> None:
        """What a round changes, the next one meets."""
        for name in changed(body):
            spoil(scope.find(name))
        scope.forget(stored(body))
        self.block(body, scope)
        scope.forget(stored(body))
        self.block(orelse, scope)

    def _for(self, node: ast.For | ast.AsyncFor, scope: Scope) -> None:
        self.folder.fold(node.iter, scope)
        scope.forget(stored([node.target]))
        self._loop(node.body, node.orelse, scope)

    _asyncfor = _for

    def _while(self, node: ast.While, scope: Scope) -> None:
        for name in changed(node.body):
            spoil(scope.find(name))
        scope.forget(stored(node.body))
        self.folder.fold(node.test, scope)
        self._loop(node.body, node.orelse, scope)

    def _with(self, node: ast.With | ast.AsyncWith, scope: Scope) -> None:
        failing = False
        for item in node.items:
            found = self.folder.fold(item.context_expr, scope)
            if isinstance(item.optional_vars, ast.Name):
                scope.bind(item.optional_vars.id, found if isinstance(found, Reference) else None)
            elif item.optional_vars is not None:
                scope.forget(stored([item.optional_vars]))
            failing = failing or _is_failing(item.context_expr)
        self.expected += failing
        self.block(node.body, scope)
        self.expected -= failing

    _asyncwith = _with

    def _try(self, node: ast.Try, scope: Scope) -> None:
        caught = scope.fork()
        caught.forget(stored(node.body))
        self.block(node.body, scope)
        ways = []
        for handler in node.handlers:
            way = caught.fork()
            way.forget(stored([handler]))
            self.block(handler.body, way)
            ways.append(way)
        self.block(node.orelse, scope)
        scope.join([scope.fork(), *ways])
        self.block(node.finalbody, scope)

    _trystar = _try


def _is_failing(node: ast.expr) -> bool:
    name = node.func if isinstance(node, ast.Call) else node
    return getattr(name, "attr", getattr(name, "id", "")) in FAILING
