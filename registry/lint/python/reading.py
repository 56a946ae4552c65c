"""A module's statements in their order, with what is surely known of its names; functions after the module."""

from __future__ import annotations

import ast
import warnings
from typing import TYPE_CHECKING

from registry.lint.call import Call
from registry.lint.python.folding import Folder
from registry.lint.python.places import Places
from registry.lint.python.scope import Reference, Scope, changed, declared_global, stored
from registry.lint.python.statements import Statements
from registry.lint.value import Value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from registry.lint.python.functions import Functions
    from registry.lint.python.scope import Known
    from registry.lint.text import Text

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


class Reader(Statements):
    """Reads one module."""

    def __init__(self, text: Text, functions: Functions, names: Mapping[str, Reference]) -> None:
        source = text.content.replace("\r\n", " \n").replace("\r", "\n").replace("\f", " ")
        self.tree = parsed(source)
        self.text = text
        super().__init__(functions)
        self.places = Places(text, source)
        self.folder = Folder(functions, self.places, self.hear)
        self.scope = Scope(names)
        self.found: list[Call] = []
        self.later: list[tuple[Function, Scope]] = []
        self.changed: set[str] = set()
        self.declared: set[str] = set()

    def references(self) -> dict[str, set[Reference | None]]:
        """What the names of the module were imported as, and which of them stand for clients: for its page."""
        if not self._imports_any():
            return {name: {None} for name in stored(self.tree.body)}
        clients = {name: found for name, found in self.clients.items() if name not in self.imports}
        return {**self.imports, **clients}

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
                kind = (
                    self.folder.fold(arg.annotation, scope)
                    if isinstance(arg.annotation, ast.Name | ast.Attribute)
                    else None
                )
                known = isinstance(kind, Reference) and kind.dotted in self.functions.clients
                found[arg.arg] = None
                if isinstance(kind, Reference) and known and not function.name.startswith(TESTS):
                    found[arg.arg] = Reference(kind.dotted.partition(".")[0], client=True, assumed=True)
        return found

    def hear(self, node: ast.Call, function: Reference, given: Value) -> None:
        """Note a call of a function that sends a request."""
        found = self.functions.find(function.dotted)
        if found is None or self.expected or (self.folder.caller.patched and function.client):
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
            for target, assigned in _set_on_self(method):
                known = quiet.fold(assigned, scope)
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
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        for target in targets:
            if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == "self":
                yield target.attr, node.value  # type: ignore[attr-defined]
