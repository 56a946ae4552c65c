"""What is left to check about a value once its type is known: the form that every node is compiled to.

A body is mostly fine, and mostly of the six types that a JSON decoder makes. So a node is a table from these types to
what is left to check; for most there is nothing left, and a fine value costs two look-ups and no call.
"""

from __future__ import annotations

from registry.shape.quick import LONGEST

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    from registry.shape.plan import Beside, Check, Node
    from registry.shape.quick import Quick
    from registry.shape.variants import Variants

    Left: TypeAlias = Check | None
    """What is left to check; None: nothing."""
    Pair: TypeAlias = tuple[str, "Table"]
    """A field and its table."""
    Required: TypeAlias = tuple[str, Node, Callable[[object], bool] | None]
    """A key, its node, and when it is due (None: always)."""


DECODED = (str, int, float, bool, dict, list, type(None))
"""The types that a JSON decoder makes."""

NOTHING_QUICK: Mapping[type, Quick] = {}
NOTHING_GIVEN: Mapping[type, tuple[Beside, Quick]] = {}


class Table(dict[type, "Left"]):
    """A compiled node: `table[type(value)]` is what is left to check about a value, None when it is fine already.

    Keys are exact types. All others (a wrong type, a subclass, a tuple) come to `rest`, the whole judgement.
    """

    __slots__ = ("counted", "fields", "given", "quick", "rest", "tagged")

    def __init__(
        self,
        rest: Left,
        left: Mapping[type, Left],
        fields: Fields | None = None,
        tagged: Variants | None = None,
        counted: Items | None = None,
        quick: Mapping[type, Quick] = NOTHING_QUICK,
        given: Mapping[type, tuple[Beside, Quick]] = NOTHING_GIVEN,
    ) -> None:
        super().__init__(dict.fromkeys(DECODED, rest))
        self.update(left)
        self.rest = rest
        self.fields = fields
        """Of an object, where its fields are all that is left to check."""
        self.tagged = tagged
        """Of objects that a tag tells apart, where their variants are all that is left to check."""
        self.counted = counted
        """Of arrays, where how many they are and what they are is all that is left to check."""
        self.quick = quick
        """By type, the test that is all that is left to check, where it is one."""
        self.given = given
        """By type, the test that is all that is left to check while another field is as it should be."""

    def __missing__(self, kind: type) -> Left:
        return self.rest


def nothing(value: object, body: object) -> None:
    """The check that finds nothing."""
    del value, body


FINE = Table(None, {})
"""The table of a node that takes every value."""


class Fields(dict[str, Table]):
    """The tables of an object's fields, each compiled when a body first carries it; of any other key, `strange`."""

    __slots__ = ("compile", "required", "specs", "strange")

    def __init__(
        self,
        specs: Mapping[str, str | Node],
        compile_: Callable[[str, str | Node], Table],
        strange: Table,
        required: list[Required],
    ) -> None:
        super().__init__()
        self.specs = specs
        self.compile = compile_
        self.strange = strange
        self.required = required

    def __missing__(self, key: str) -> Table:
        if key not in self.specs:
            return self.strange  # and not kept: such keys are without number
        self[key] = made = self.compile(key, self.specs[key])
        return made

    def alone(self, tag: str) -> Pair | None:
        """The field that is all an object needs beside its tag, where nothing else has a say; None without one."""
        due = [key for key, _, _ in self.required if key != tag]
        if len(due) > 1 or any(when is not None for _, _, when in self.required) or self[tag][str] is not None:
            return None
        return next(((key, self[key]) for key in (*due, *self.specs)[:1] if key != tag), None)


class Items:
    """The table of an array's items, compiled when a body first carries one."""

    __slots__ = ("apart", "compile", "least", "most", "pairs", "table")

    def __init__(self, compile_: Callable[[], Table], least: int = 0, most: int = LONGEST) -> None:
        self.compile = compile_
        self.least = least
        self.most = most
        """How many they may be."""
        self.apart: frozenset[str] = frozenset()
        """Tags of items that are looked at by themselves, however little they have."""
        self.table: Table | None = None
        self.pairs: tuple[str, dict[str, str], dict[str, Pair]] = "", {}, {}
        """The key of the items' tag; by tag, the field that may stand alone beside it: as any text, with its table."""

    def compiled(self) -> Table:
        """The table."""
        self.table = table = self.compile()
        if table.tagged is not None:
            table.tagged.apart = self.apart
            self.pairs = table.tagged.by, table.tagged.texts, table.tagged.alone
        return table
