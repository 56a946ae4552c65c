"""One node of a shape: who judges its values, and the quickest way to see that there is nothing to judge."""

from __future__ import annotations

from registry.diagnostics import Problem
from registry.domain import Range, parse
from registry.facts import Refusal
from registry.shape.containers import array_check, fields_of, map_check, object_check
from registry.shape.kinds import EXACT, PLAIN, fits, kinds, misfit
from registry.shape.quick import quick
from registry.shape.table import FINE, Items, Table
from registry.shape.values import fact_judge, given_judges, hard, in_turn, named_checks, shape_judge
from registry.shape.variants import Variants

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from registry.domain import Values
    from registry.shape.branches import Way
    from registry.shape.containers import Build
    from registry.shape.plan import Beside, Check, Node, Plan
    from registry.shape.quick import Guard, Quick
    from registry.shape.table import Fields, Left
    from registry.shape.values import Judge

CONTAINERS = (dict, list, tuple)


class Judgement:
    """A node being compiled: its types, what is inside, and who judges the value."""

    def __init__(self, node: Node, plan: Plan, build: Build, name: str | None, tag: str | None) -> None:
        self.node = node
        self.types = kinds(node, plan)
        self.quick: dict[type, Quick] = {}
        self.given: dict[type, tuple[Beside, Quick]] = {}
        self.fields: Fields | None = None
        self.tagged: Variants | None = None
        self.items: Items | None = None
        self.counted: Items | None = None
        """The same, where how many they are and what they are is all that is left to check."""
        self.inside = self._inside(plan, build, tag)
        # A fact speaks of whatever carries its parameter; a variant's tag is judged where it is read.
        own = shape_judge(node, plan)
        fact = fact_judge(name, node, plan) if name and name != "none" and "by" not in node else None
        facts = [*([fact] if fact else []), *given_judges(node, plan), *named_checks(node, plan)]
        # A parameter that the model never takes is refused before anybody looks at its bounds.
        first = [judge for judge in facts if judge.never]
        rest = [judge for judge in facts if not judge.never]
        self.judges: Sequence[Judge] = [*first, *([own] if own else []), *rest]
        self.words = [*first, *([own] if own and own.words else []), *rest]
        """The judges of objects and arrays: choices and ranges are about scalars."""
        self.exact = frozenset(kind for word in self.types for kind in EXACT.get(word, ()))
        self.plain = PLAIN if not {"file", "any"}.intersection(self.types) else frozenset[type]()
        """Types of which `exact` says the whole truth."""
        self.nullable = node.get("null") == "accepted"
        self.size = parse(node["size"]).bind(plan.limits) if "size" in node else None
        self.pattern = _pattern(node)
        self.measured = self.size is not None or self.pattern is not None

    def table(self) -> Table:
        """The node compiled."""
        if self.types == ("any",) and not self.judges and not self.inside and not self.measured:
            return FINE
        left = {kind: self._left(kind) for kind in self.exact}
        if self.nullable:
            left[type(None)] = None
        sole = left.get(dict) is self.inside.get(dict)
        return Table(
            self.judge,
            left,
            fields=self.fields if sole else None,
            tagged=self.tagged if sole else None,
            counted=self.counted,
            quick=self.quick,
            given=self.given,
        )

    def _inside(self, plan: Plan, build: Build, tag: str | None) -> dict[type, Check]:
        """The checks of what is inside, by the Python type of the container."""
        node = self.node
        inside: dict[type, Check] = {}
        if "by" in node:
            self.tagged = Variants(node, plan, build)
            inside[dict] = self.tagged.check()
        elif "values" in node and not node.get("fields"):
            inside[dict] = map_check(node["values"], plan, build)
        elif "fields" in node or node.get("unknown", "ignored") != "ignored":
            self.fields = fields_of(node, plan, build, tag)
            inside[dict] = object_check(node, self.fields)
        if "items" in node:
            self.items = Items(lambda: build(node["items"], plan))
            inside[list] = array_check(self.items)
        return inside

    def _left(self, kind: type) -> Left:
        """The quickest closure that checks a value of a type: what it passes is fine, all else is judged in full."""
        judges = self.words if kind in (dict, list) else self.judges
        sets = [values for judge in judges for values in judge.sets or ()]
        asks = [judge for judge in judges if judge.sets is None]
        inside = self.inside.get(kind)
        judge = self.judge if self.measured or kind in CONTAINERS or not judges else in_turn(judges)
        tests = quick(kind, sets, self.size, self.pattern)
        if tests is None:
            return judge
        if inside and kind is list and self.items is not None and all(ask.larger for ask in asks):
            self.counted = None if asks else self.items
            self.items.least, self.items.most = tests.shortest, tests.longest
            self.items.apart = frozenset(tag for ask in asks for tag in ask.tags)
            return array_check(self.items, judge, asks) if tests.sized or asks else inside
        if not asks and inside:
            return tests.within(inside, judge)
        if not asks:
            self.quick[kind] = tests
            return tests.left(judge)
        if len(asks) == 1 and asks[0].ways is not None and inside is None:
            return self._conditional(kind, asks[0].ways, sets, judge)
        return _asking(tests.guard(), asks, inside, judge)

    def _conditional(self, kind: type, ways: Sequence[Way], sets: Sequence[Values], judge: Check) -> Left:
        """The check of a scalar of which one judge alone asks the body for a condition."""
        tried = [quick(kind, [*sets, *fine], self.size, self.pattern) for _, fine, _ in ways]
        turns = [(way[0] or _yes, tests.guard() if tests else _no) for way, tests in zip(ways, tried, strict=True)]
        (first, passes), *others = turns
        beside = ways[0][2]
        if beside is not None and tried[0] is not None:
            self.given[kind] = beside, tried[0]

        def check(value: object, body: object) -> list[Problem] | None:
            held = first(body)
            if held:
                return None if passes(value) else judge(value, body)
            return otherwise(value, body) if held is False else judge(value, body)

        def otherwise(value: object, body: object) -> list[Problem] | None:
            for test, guard in others:
                held = test(body)
                if held and guard(value):
                    return None
                if held is not False:
                    break
            return judge(value, body)

        return check

    def judge(self, value: object, body: object) -> list[Problem] | None:
        """The whole judgement of a value: type, size, the shape's words, the model's facts, what is inside."""
        kind = type(value)
        if kind not in self.exact:
            if value is None and self.nullable:
                return None
            if kind in self.plain or not self._fits(value):
                return [misfit(value, self.node, self.types)]
        found = self._measured(value) if self.measured else []
        for judge in self.words if isinstance(value, CONTAINERS) else self.judges:
            if found and not judge.apart and hard(found):
                return found
            problems = judge(value, body)
            if problems:
                found += problems
        if not self.inside:
            return found or None
        if dict in self.inside and isinstance(value, dict):
            found += self.inside[dict](value if kind is dict else dict(value), body) or ()
        elif list in self.inside and isinstance(value, list | tuple):
            found += self.inside[list](value if kind is list else list(value), body) or ()
        return found or None

    def _fits(self, value: object) -> bool:
        return any(fits(value, kind) for kind in self.types)

    def _measured(self, value: object) -> list[Problem]:
        length = self._length(value) if self.size is not None else None
        if self.size is not None and length is not None and not self.size.accepts(length):
            low = self.size.low if isinstance(self.size, Range) else None
            kind = "too_short" if isinstance(low, int | float) and length < low else "too_long"
            return [Problem(kind, value, self.node, Refusal(self.size))]
        if self.pattern is not None and isinstance(value, str) and not self.pattern.fullmatch(value):
            return [Problem("mismatch", value, self.node, self.pattern.pattern)]
        return []

    def _length(self, value: object) -> int | None:
        """Characters, items or keys; of a file its bytes, where they are at hand."""
        if "file" in self.types:
            size = value.get("bytes") if isinstance(value, dict) else None
            return len(value) if isinstance(value, bytes) else size if type(size) is int else None
        return len(value) if isinstance(value, str | list | tuple | dict) else None


def _yes(body: object) -> bool:
    """The condition of what holds always."""
    del body
    return True


def _no(value: object) -> bool:
    """The guard that passes nothing."""
    del value
    return False


def _asking(passes: Guard, asks: Sequence[Judge], inside: Check | None, judge: Check) -> Check:
    """The check of a value about which the body has a say."""

    def check(value: object, body: object) -> list[Problem] | None:
        if not passes(value):
            return judge(value, body)
        for ask in asks:
            if ask(value, body):
                return judge(value, body)
        return inside(value, body) if inside else None

    return check


def _pattern(node: Node) -> re.Pattern[str] | None:
    if "matches" not in node:
        return None
    import re  # most bodies carry nothing that has to match

    return re.compile(node["matches"])
