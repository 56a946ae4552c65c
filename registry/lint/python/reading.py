"""A module's statements in their order, with what is surely known of its names; functions after the module."""

from __future__ import annotations

import ast
import re
import warnings
from typing import TYPE_CHECKING

from registry.lint.call import Call
from registry.lint.python.folding import Folder, spoil
from registry.lint.python.places import Places
from registry.lint.python.scope import Reference, Scope, changed, declared_global, stored
from registry.lint.value import HIDDEN, Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from registry.lint.python.folding import Known
    from registry.lint.python.functions import Functions
    from registry.lint.text import Text

MAGIC = re.compile(r"^[ \t]*[%!?]", re.MULTILINE)
"""What notebooks have between Python."""

FAILING = ("raises", "assertRaises", "assertRaisesRegex", "warns")
"""Around calls that shall be refused."""

TESTS = "test"
"""How functions begin whose clients are made by somebody else: for a server of their own, most of the time."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


class Broken(ValueError):  # noqa: N818 - reads as what it is
    """Source that is no Python; `line` counts from 1."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def is_worth_reading(data: bytes, functions: Functions) -> bool:
    """Whether a file imports a library, as far as bytes can tell; the others need no parser."""
    return any(word in data for word in functions.words) and functions.importing.search(data) is not None


def parsed(source: str) -> ast.Module:
    """Source as a tree. Raises Broken."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what Python has to say about escapes is another linter's business
            return ast.parse(source)
    except SyntaxError as error:
        raise Broken(error.msg, error.lineno or 1) from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise Broken(str(error) or "nested too deeply", 1) from None


def read(text: Text, functions: Functions, names: Mapping[str, Reference] | None = None) -> list[Call]:
    """The calls of a module, in the order of the text. `names` are what other parts of its page import.

    Raises Broken.
    """
    return Reader(text, functions, names or {}).calls()


class Reader:
    """Reads one module."""

    def __init__(self, text: Text, functions: Functions, names: Mapping[str, Reference]) -> None:
        source = text.content.replace("\r\n", " \n").replace("\r", "\n").replace("\f", " ")
        self.tree = parsed(source)
        self.text = text
        self.functions = functions
        self.places = Places(text, source)
        self.folder = Folder(functions, self.places, self.hear)
        self.scope = Scope(names)
        self.found: list[Call] = []
        self.later: list[tuple[Function, Scope]] = []
        self.expected = 0
        """How many blocks around a statement expect it to fail."""
        self.changed: set[str] = set()
        self.declared: set[str] = set()
        self.told: dict[str, dict[str, object]] = {}
        """What is set on modules for all their calls, by module."""
        self._imports: dict[str, set[Reference | None]] = {}
        self._clients: dict[str, set[Reference | None]] = {}

    def references(self) -> dict[str, set[Reference | None]]:
        """What the module's names were imported as, and which of them stand for clients, for other parts of its page."""
        clients = {name: found for name, found in self._clients.items() if name not in self._imports}
        return {**self._imports, **{name: found for name, found in clients.items() if found != {None}}}

    def _mentions_addresses(self) -> bool:
        """Whether a variable of the environment that leads elsewhere is named anywhere."""
        mentioned = any(name in self.text.content for name in self.functions.variables)
        return mentioned and any(
            isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in self.functions.variables
            for node in ast.walk(self.tree)
        )

    def _imports_any(self) -> bool:
        """Whether there is a name by which a function could be called at all."""
        roots = self.functions.roots
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            else:
                continue
            if any(name.partition(".")[0] in roots for name in names):
                return True
        return any(reference is not None for reference in self.scope.known.values())

    def calls(self) -> list[Call]:
        """The calls that the module makes."""
        if not self._imports_any() or self._mentions_addresses():
            return []
        self.changed = changed([self.tree])
        self.declared = declared_global(self.tree)
        try:
            self.block(self.tree.body, self.scope)
            self._functions()
        except RecursionError:
            raise Broken("nested too deeply", 1) from None
        unique = {(call.span, call.mode): call for call in self.found}
        return sorted(unique.values(), key=lambda call: call.span)

    def _functions(self) -> None:
        settled = self._settled(self.tree.body, self.scope)
        at = 0
        while at < len(self.later):
            function, outer = self.later[at]
            at += 1
            around = settled if outer is self.scope else outer
            scope = Scope(self._parameters(function, around), around, outer.attributes)
            scope.known |= dict.fromkeys(name for name in stored(function.body) if name not in scope.known)
            before = len(self.later)
            self.block(function.body, scope)
            inner = self._settled(function.body, scope)
            self.later[before:] = [(one, inner if near is scope else near) for one, near in self.later[before:]]

    def _settled(self, body: Sequence[ast.stmt], scope: Scope) -> Scope:
        """A scope as functions inside it see it, whenever they run: what is bound once and never changed."""
        bound = stored(body)
        moving = self.declared | scope.moving
        known: dict[str, Known] = {}
        for name, value in scope.known.items():
            once = bound.count(name) == 1 and name not in self.changed
            known[name] = value if name not in moving and (once or isinstance(value, Reference)) else None
        return Scope(known, scope.outer, scope.attributes)

    def _parameters(self, function: Function, scope: Scope) -> dict[str, Known]:
        found: dict[str, Known] = {}
        for arg in ast.walk(function.args):
            if isinstance(arg, ast.arg):
                kind = self.folder.fold(arg.annotation, scope) if isinstance(arg.annotation, ast.Name | ast.Attribute) else None
                known = isinstance(kind, Reference) and kind.dotted in self.functions.clients
                found[arg.arg] = None
                if isinstance(kind, Reference) and known and not function.name.startswith(TESTS):
                    found[arg.arg] = Reference(kind.dotted.partition(".")[0], client=True, assumed=True)
        return found

    def hear(self, node: ast.Call, function: Reference, given: Value) -> None:
        """Note a call of a function that sends a request."""
        found = self.functions.find(function.dotted)
        if found is None or self.expected or (self.folder.patched and function.client):
            return
        told = self.told.get(found.surface, {})
        if not function.client and self.functions.redirects(found.surface, told):
            return
        # What may drop parameters is taken to drop them: then nothing is refused that may be left out.
        kept: dict[str, object] = {"drop_params": told["drop_params"] is not False} if "drop_params" in told else {}
        arguments = Value(dict(given.data), given.span) if isinstance(given.data, dict) else given
        arguments.keys, arguments.open = given.keys, given.open or found.surface == "langchain"
        self.found.append(
            Call(
                self.text.file,
                self.places.span(node),
                found.surface,
                found.mode,
                _copied(arguments),
                given=kept,
                assumed=function.assumed,
            )
        )

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
        self._imports.setdefault(name, set()).add(found)
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
            self._clients.setdefault(target.id, set()).add(found if isinstance(found, Reference) else None)
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

    def _functiondef(self, node: Function, scope: Scope) -> None:
        for one in (*node.decorator_list, *node.args.defaults, *(one for one in node.args.kw_defaults if one)):
            self.folder.fold(one, scope)
        scope.bind(node.name, None)
        self.later.append((node, scope))

    _asyncfunctiondef = _functiondef

    def _classdef(self, node: ast.ClassDef, scope: Scope) -> None:
        for one in (*node.decorator_list, *node.bases, *(word.value for word in node.keywords)):
            self.folder.fold(one, scope)
        inside = Scope(outer=scope)
        before = len(self.later)
        self.block(node.body, inside)
        attributes = self._attributes(node, inside)
        # Methods do not see the names of their class, but those around it.
        methods = self.later[before:]
        seen = Scope(outer=scope, attributes=attributes)
        self.later[before:] = [(one, seen if near is inside else near) for one, near in methods]
        scope.bind(node.name, None)

    def _attributes(self, node: ast.ClassDef, inside: Scope) -> dict[str, Reference | None]:
        """What `self.name` stands for: what every assignment in the class says."""
        quiet = Folder(self.functions, self.places, lambda *_: None)
        found: dict[str, Reference | None] = {}
        for name, value in inside.known.items():
            found[name] = value if isinstance(value, Reference) else None
        for method in node.body:
            if not isinstance(method, Function):
                continue
            scope = Scope(self._parameters(method, inside), inside.outer)
            scope.known |= dict.fromkeys(name for name in stored(method.body) if name not in scope.known)
            for target, value in _set_on_self(method):
                known = quiet.fold(value, scope)
                reference = known if isinstance(known, Reference) and known.client else None
                found[target] = reference if target not in found or found[target] == reference else None
        return found


def _copied(value: Value) -> Value:
    """A value as it is now, whatever happens to the lists and dicts in it later."""
    made = Value(value.data, value.span, value.literal)
    made.keys, made.open = dict(value.keys), value.open
    if isinstance(value.data, dict):
        made.data = {key: _copied(inner) for key, inner in value.data.items()}
    elif isinstance(value.data, list):
        made.data = [_copied(inner) for inner in value.data]
    return made


def _set_on_self(method: Function) -> Iterator[tuple[str, ast.expr | None]]:
    for node in ast.walk(method):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        for target in targets:
            if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == "self":
                yield target.attr, node.value  # type: ignore[attr-defined]


def _is_failing(node: ast.expr) -> bool:
    name = node.func if isinstance(node, ast.Call) else node
    return getattr(name, "attr", getattr(name, "id", "")) in FAILING
