"""What one endpoint's body may look like for one model: compiled once, then walked with every body.

A plan holds what the node compilers need: the shape's types, the model's facts, the readers of parameters.
"""

from __future__ import annotations

from registry.domain import NEVER, Choices, holds, parse
from registry.shape.paths import REPEATED, reader

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any, TypeAlias

    from registry.diagnostics import Problem
    from registry.domain import Accepts, Lookup, Values
    from registry.facts import Model, Parameter

    Node: TypeAlias = Mapping[str, Any]
    Check: TypeAlias = Callable[[Any, Any], "list[Problem] | None"]
    """A compiled node: (value, whole body) → what is wrong with the value; None when nothing is."""
    Beside: TypeAlias = tuple[str, Choices, bool | None]
    """A field of the body, choices of which it is one, and whether that holds where it is left out."""


NOT_GIVEN = Choices(())
"""The choices of what has to be left out."""


class Plan:
    """One endpoint's shape, seen by one model (None: by no model's facts)."""

    def __init__(self, shape: Mapping[str, Any], model: Model | None) -> None:
        self.shape = shape
        self.mode: str = shape["shape"]
        self.model = model
        self.form: bool = shape.get("encoding") == "form"
        self.limits: Mapping[str, int] = model.limits if model else {}
        self._by_model = frozenset(shape.get("by_model", ()))
        self._parameters: dict[str, Parameter | None] = {}
        self._standing: dict[str, list[str]] | None = None
        self._readers: dict[str, Callable[[object, bool], tuple[object, ...] | None]] = {}

    def node(self, spec: str | Node) -> Node:
        """A node as written, or the type that it names."""
        while isinstance(spec, str):
            spec = self.shape["types"][spec]
        return spec

    def parameter(self, name: str) -> Parameter | None:
        """What the model's facts say about a parameter here; None: nothing."""
        if name not in self._parameters:
            self._parameters[name] = self.model.parameter(name, self.mode) if self.model else None
        return self._parameters[name]

    @property
    def standing(self) -> Mapping[str, Sequence[str]]:
        """The parameters that stand at each place of the body."""
        if self._standing is None:
            standing: dict[str, list[str]] = {}
            for name, places in self.shape["places"].items():
                for place in dict.fromkeys(places):
                    standing.setdefault(place, []).append(name)
            self._standing = standing
        return self._standing

    def differs(self, name: str) -> bool:
        """Whether models differ in this parameter, so that a model without a fact about it leaves it unknown."""
        return self.model is not None and name in self._by_model

    def needs(self) -> list[tuple[Parameter, str, Node]]:
        """Parameters that the model needs here, with the key of the body that each sits in and that key's node."""
        fields = self.node(self.shape["body"])["fields"]
        found = []
        for name in self.model.parameters if self.model else ():
            fact = self.parameter(name)
            if fact is not None and fact.needs is not None and name in self.shape["places"]:
                key = self.shape["places"][name][0].split(".")[0].removesuffix(REPEATED)
                found.append((fact, key, self.node(fields[key])))
        return found

    def condition(self, when: Mapping[str, object]) -> Callable[[object], bool]:
        """A condition as written → whether it surely holds for a body."""
        test = self.test({name: parse(written) for name, written in when.items()})
        return lambda body: test(body) is True

    def settler(self, accepts: Accepts) -> Callable[[object], Accepts | None]:
        """`accepts.settle`, compiled: a body → the branch in force, None when a condition can't be decided."""
        if not accepts.when:
            return lambda _: accepts
        test = self.test(accepts.when)
        rest = self.settler(accepts.otherwise) if accepts.otherwise else None

        def settle(body: object) -> Accepts | None:
            held = test(body)
            if held:
                return accepts
            return rest(body) if held is False and rest is not None else None

        return settle

    def test(self, when: Mapping[str, Values]) -> Callable[[object], bool | None]:
        """Whether a condition holds for a body, None when that is unknown: `holds`, compiled where it is plain."""
        plain = self.beside(when)
        if plain is None:
            return lambda body: holds(when, self.lookup(body))
        key, values, omitted = plain
        accepts = values.accepts
        flag = values.values[0] if len(values.values) == 1 and isinstance(values.values[0], bool) else None

        def test(body: Any) -> bool | None:  # noqa: ANN401 - JSON
            value = body.get(key)
            return omitted if value is None else accepts(value)

        def marked(body: Any) -> bool | None:  # noqa: ANN401 - JSON
            value = body.get(key)
            return omitted if value is None else value is flag

        return test if flag is None else marked

    def beside(self, when: Mapping[str, Values]) -> Beside | None:
        """A plain condition, as most are: one parameter, in a field of the body, among choices or left out; else None.

        The field, the choices, and whether it holds where the field is left out (None: unknown).
        """
        name, values = next(iter(when.items()))
        places = self.shape["places"].get(name, ())
        tagged = name in self.shape.get("given", {})
        if len(when) > 1 or tagged or len(places) != 1 or not places[0].isidentifier():
            return None
        if values is NEVER:
            return places[0], NOT_GIVEN, True
        if not isinstance(values, Choices):
            return None
        default = self._default(name)
        omitted = None if default is None else any(values.accepts(value) for value in default)
        return places[0], values, omitted

    def lookup(self, body: object) -> Lookup:
        """How conditions read the effective request: what was given, over the defaults."""

        def look(name: str, *, defaults: bool = True) -> tuple[object, ...] | None:
            read = self._readers.get(name) or self._reader(name)
            return read(body, defaults)

        return look

    def _reader(self, name: str) -> Callable[[object, bool], tuple[object, ...] | None]:
        places, tags = self.shape["places"].get(name), self.shape.get("given", {}).get(name)
        default = self._default(name)
        given = reader(places or (), tags) if places or tags else None

        def read(body: object, defaults: bool) -> tuple[object, ...] | None:  # noqa: FBT001 - called on the hot path
            if given is None:
                return default if defaults else None
            return given(body) or (default if defaults else ())

        self._readers[name] = read
        return read

    def _default(self, name: str) -> tuple[object, ...] | None:
        """The values that stand for a parameter that was left out: none where it can't be used, None if unknown."""
        fact = self.parameter(name)
        if fact is not None and fact.default is not None:
            return (fact.default,)
        if fact is not None and fact.accepts is not None and fact.accepts.values is NEVER and not fact.accepts.when:
            return ()
        default = self.shape.get("defaults", {}).get(name)
        if default is not None:
            return (default,)
        places = [*self.shape["places"].get(name, ()), *self.shape.get("given", {}).get(name, ())]
        return () if places and all(REPEATED in place for place in places) else None
