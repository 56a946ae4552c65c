"""What is known of names: references to modules, functions and clients, and values."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias

    from registry.lint.value import Value

    Known: TypeAlias = "Reference | Value | None"
    """What something stands for; None: something, but nobody knows what."""


class Reference:
    """What a name stands for, by a dotted name: `openai.OpenAI`; an object of a client is `openai` too."""

    __slots__ = ("assumed", "client", "dotted")

    def __init__(self, dotted: str, *, client: bool = False, assumed: bool = False) -> None:
        self.dotted = dotted
        self.assumed = assumed
        """Whether it is a client by its annotation alone."""
        self.client = client
        """Whether it is, or is reached through, an object and not the module."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reference) and (self.dotted, self.client) == (other.dotted, other.client)

    def __hash__(self) -> int:
        return hash(self.dotted)

    def attribute(self, name: str) -> Reference:
        """What an attribute of it stands for."""
        return Reference(f"{self.dotted}.{name}", client=self.client, assumed=self.assumed)


class Scope:
    """The names of a module, a class or a function, and the scope around it."""

    __slots__ = ("attributes", "known", "moving", "outer")

    def __init__(
        self,
        known: Mapping[str, Known] | None = None,
        outer: Scope | None = None,
        attributes: Mapping[str, Reference | None] | None = None,
    ) -> None:
        self.known: dict[str, Known] = dict(known or {})
        self.outer = outer
        self.attributes: dict[str, Reference | None] = dict(attributes or (outer.attributes if outer else {}))
        """What `self.name` stands for in the methods of a class."""
        self.moving: set[str] = set()
        """Names that stood for more than one thing."""

    def bind(self, name: str, found: Known) -> None:
        """A name stands for something from now on."""
        if name in self.known and not (isinstance(found, Reference) and self.known[name] == found):
            self.moving.add(name)
        self.known[name] = found

    def find(self, name: str) -> Known:
        """What a name stands for; None when that is not known."""
        if name in self.known:
            return self.known[name]
        return self.outer.find(name) if self.outer else None

    def fork(self) -> Scope:
        """A copy for one of several ways to go on."""
        made = Scope(self.known, self.outer, self.attributes)
        made.moving = self.moving
        return made

    def join(self, others: Iterable[Scope]) -> None:
        """Keep what all ways agree on."""
        others = list(others)
        for name in {name for other in others for name in other.known}:
            found = [other.known.get(name, MISSING) for other in others]
            same = all(one is found[0] or (isinstance(one, Reference) and one == found[0]) for one in found)
            self.known[name] = found[0] if same and found[0] is not MISSING else None  # type: ignore[assignment]

    def forget(self, names: Iterable[str]) -> None:
        """Something happened to these names that nobody followed."""
        for name in names:
            self.bind(name, None)


MISSING = object()

CHANGING = frozenset(
    {"append", "extend", "insert", "update", "pop", "clear", "remove", "setdefault", "sort", "reverse", "popitem"}
)
"""Methods that change a list or a dict."""


def stored(nodes: Iterable[ast.AST]) -> list[str]:
    """Names that statements bind, one for each time; what functions and classes bind inside them is theirs."""
    found: list[str] = []
    todo = list(nodes)
    while todo:
        node = todo.pop()
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.append(node.name)
            continue
        if isinstance(node, ast.Lambda):
            continue
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
            found.append(node.id)
        elif isinstance(node, ast.alias):
            found.append((node.asname or node.name).partition(".")[0])
        elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
            found.append(node.name)
        todo.extend(ast.iter_child_nodes(node))
    return found


def declared_global(tree: ast.AST) -> set[str]:
    """Names that some function says are another scope's."""
    return {name for node in ast.walk(tree) if isinstance(node, ast.Global | ast.Nonlocal) for name in node.names}


def changed(nodes: Iterable[ast.AST]) -> set[str]:
    """Names whose lists or dicts statements change in place, as far as it is written with the name itself."""
    found = set()
    for top in nodes:
        for node in ast.walk(top):
            inner: ast.AST | None = None
            if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
                inner = node.value
            elif isinstance(node, ast.AugAssign):
                inner = node.target
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGING:
                inner = node.func.value
            while isinstance(inner, ast.Subscript | ast.Attribute):
                inner = inner.value
            if isinstance(inner, ast.Name):
                found.add(inner.id)
    return found
