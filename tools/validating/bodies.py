"""Bodies made up from a shape and a model's facts: some right, some with a mistake, some with many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from registry.domain import Choices, Range, Word, parse, parse_accepts
from registry.generate.schemas.saying import names_model
from registry.shape.kinds import kinds
from registry.subject import Setting, subject_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from registry.catalogue import Catalogue
    from registry.domain import Values
    from registry.shape.plan import Node, Plan

STRANGE: list[Any] = [
    None,
    True,
    False,
    0,
    1,
    -1,
    1.5,
    10**7,
    "",
    "x",
    "none",
    "auto",
    [],
    {},
    [None],
    ["x"],
    {"type": "x"},
]
"""What stands where something else belongs."""
TEXTS = [
    "x",
    "say json",
    "auto",
    "get_weather",
    "a b",
    "A-1_b",
    "msg_1",
    "rs_1",
    "fc_1",
    "ctc_1",
    "ws_1",
    "en",
    "1024x1024",
    "é\u00a0ü",
    "https://a.b/c.png",
]
FILE = {"__file__": "a.png", "content_type": "image/png", "bytes": 100}
WILDNESS = (0.0, 0.0, 0.01, 0.04, 0.15)
"""How often a value is a strange one, by body."""
DEPTH = 7


class Bodies:
    """Bodies for an endpoint on a day."""

    def __init__(self, catalogue: Catalogue, mode: str, on: str, random: Random) -> None:
        self.catalogue = catalogue
        self.mode = mode
        self.on = on
        self.random = random
        self.wild = 0.0
        self.plan = self._plan(None)
        nobody = subject_of(catalogue, None, self._setting())
        self.at = nobody.at if names_model(nobody) else ()
        ids = catalogue.ids()
        self.ids = ids
        self.here = [id_ for id_ in ids if subject_of(catalogue, id_, self._setting()).stands] if self.at else []

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Bodies without end."""
        while True:
            yield self.one()

    def one(self, name: str | None = None) -> dict[str, Any]:
        """A body: one that names a model so, or any."""
        self.wild = self.random.choice(WILDNESS)
        chosen = name or self._name()
        self.plan = self._plan(chosen)
        node = self.plan.node(self.plan.shape["body"])
        body = self._fields(node, 0, implied=True)
        return self._naming(body, chosen, surely=name is not None)

    def _naming(self, body: dict[str, Any], name: str | None, *, surely: bool) -> dict[str, Any]:
        inside: Any = body
        for key in self.at[:-1]:
            if surely and not isinstance(inside.get(key), dict):
                inside[key] = {}
            inside = inside.get(key) if isinstance(inside, dict) else None
        if isinstance(inside, dict) and self.at:
            inside.pop(self.at[-1], None)
            if name is not None:
                inside[self.at[-1]] = name
        return body

    def _setting(self) -> Setting:
        return Setting(self.mode, self.on, None, "openai")

    def _plan(self, name: str | None) -> Plan:
        plan = subject_of(self.catalogue, name, self._setting()).plan
        assert plan is not None
        return plan

    def _name(self) -> str | None:
        if not self.at:
            return None
        known = self.random.choice(self.here or self.ids)
        ways: list[tuple[int, Callable[[], str | None]]] = [
            (80, lambda: known),
            (5, lambda: self.random.choice(self.ids)),
            (6, lambda: f"ft:{known}:org::id"),
            (2, lambda: f"ft:{known}"),
            (2, lambda: f"{known}-unheard-of"),
            (1, lambda: f"openai/{known}"),
            (4, lambda: None),
        ]
        return self.random.choices([way for _, way in ways], [weight for weight, _ in ways])[0]()

    def _chance(self, of: float) -> bool:
        return self.random.random() < of

    def _fields(self, node: Node, depth: int, *, implied: bool = False) -> dict[str, Any]:
        fields = node.get("fields") or {}
        share = self.random.choice((0.0, 0.1, 0.3)) if depth else self.random.choice((0.03, 0.1, 0.2))
        made = {}
        for key, spec in fields.items():
            inner = self.plan.node(spec)
            due = inner.get("required")
            wanted = 1 - self.wild if due is True else 0.8 if due else 0.003 if "instead" in inner else share
            if self._chance(wanted):
                made[key] = self.value(spec, key if implied else None, depth + 1)
        if "values" in node:
            for key in self.random.sample(["a", "b", "x y"], self.random.randrange(3)):
                made[key] = self.value(node["values"], None, depth + 1)
        if self._chance(self.wild / 4):
            made["surely_unknown"] = 1
        items = list(made.items())
        self.random.shuffle(items)
        return dict(items)

    def value(self, spec: str | Node, name: str | None, depth: int) -> Any:  # noqa: ANN401 - JSON
        """A value for a node; `name` is the parameter it is by its place."""
        node = self.plan.node(spec)
        if self._chance(self.wild):
            return self.random.choice(STRANGE)
        if node.get("null") == "accepted" and self._chance(0.06):
            return None
        if "one_of" in node:
            return self.value(self.random.choice(node["one_of"]), node.get("param", name), depth)
        if "by" in node:
            return self._variant(node, depth)
        chosen = self._told(node, node.get("param", name))
        return chosen[0] if chosen else self._typed(node, depth)

    def _variant(self, node: Node, depth: int) -> Any:  # noqa: ANN401 - JSON
        tags = list(node["variants"])
        fact = self.plan.parameter(node.get("param", ""))
        fine = [tag for tag in tags if fact is None or fact.accepts is None or fact.accepts.values.accepts(tag)]
        tag = self.random.choice(fine if fine and self._chance(0.8) else tags)
        inner = self.value(node["variants"][tag], None, depth)
        if not isinstance(inner, dict):
            return inner
        if tag == node.get("otherwise") and self._chance(0.4):
            inner.pop(node["by"], None)
            return inner
        if self._chance(self.wild):
            tag = self.random.choice([None, 1, "unheard_of", *tags])
        return {**inner, node["by"]: tag}

    def _told(self, node: Node, name: str | None) -> list[Any]:
        """A value that the facts or the shape speak of; none: neither does, in a way that names one."""
        fact = self.plan.parameter(name) if name else None
        sets: list[Values] = []
        if fact is not None and fact.accepts is not None and self._chance(0.8):
            sets = [branch.values for branch in fact.accepts.branches()]
        elif "accepts" in node or "else" in node:
            sets = [branch.values for branch in parse_accepts(dict(node)).branches()]
        sets = [values for values in sets if not isinstance(values, Word)]
        return [self._of(self.random.choice(sets), node)] if sets else []

    def _of(self, values: Values, node: Node) -> Any:  # noqa: ANN401 - JSON
        if isinstance(values, Choices):
            return self.random.choice(values.values) if values.values else "x"
        assert isinstance(values, Range)
        bounds = [bound for bound in (values.low, values.high) if isinstance(bound, int | float)] or [1]
        low, high = bounds[0], bounds[-1]
        inside = self.random.uniform(low, high)
        whole = "integer" in kinds(node, self.plan)
        beyond = [low - 1, high + 1, low - 0.01] if self._chance(self.wild) else []
        return self.random.choice([low, high, float(low), round(inside) if whole else inside, *beyond])

    def _typed(self, node: Node, depth: int) -> Any:  # noqa: ANN401 - JSON
        kind = self.random.choice(kinds(node, self.plan))
        if kind == "object":
            return self._fields(node, depth) if depth < DEPTH else {}
        if kind == "array":
            return self._array(node, depth)
        if kind == "string":
            return self._text(node)
        plain: dict[str, list[Any]] = {
            "integer": [0, 1, 16, 1000, 3.0],
            "number": [0, 1, 0.5, -1.5],
            "boolean": [True, False],
            "file": [FILE, FILE, "raw", {**FILE, "bytes": 10**9}],
            "any": STRANGE,
        }
        return self.random.choice(plain[kind])

    def _array(self, node: Node, depth: int) -> list[Any]:
        least, most = self._size(node)
        length = self.random.choice((least, least + 1, least + 2))
        if self._chance(self.wild):
            length = self.random.choice((max(least - 1, 0), min(most, 200), min(most, 200) + 1))
        if "items" not in node:
            return [1] * length
        one = self.value(node["items"], None, depth + 1)
        return [one] * length if length > 3 else [self.value(node["items"], None, depth + 1) for _ in range(length)]  # noqa: PLR2004

    def _text(self, node: Node) -> str:
        least, most = self._size(node)
        if "size" in node and self._chance(0.1 + self.wild):
            length = self.random.choice((least, min(most, 10**4), min(most, 10**4) + 1, max(least - 1, 0)))
            return "a" * length
        return self.random.choice(TEXTS)

    def _size(self, node: Node) -> tuple[int, int]:
        size = parse(node["size"]) if "size" in node else None
        low, high = (size.low, size.high) if isinstance(size, Range) else (None, None)
        return int(low) if isinstance(low, int | float) else 0, int(high) if isinstance(high, int | float) else 3
