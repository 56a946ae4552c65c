"""Facts in the words of a table: which values, under which condition, numbers, and on whose word, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from registry.domain import ANYTHING, IGNORED, NEVER, Choices, Range, listed, spell
from registry.generate.markdown import code, link

if TYPE_CHECKING:
    from collections.abc import Mapping

    from registry.catalogue import Catalogue
    from registry.domain import Accepts, Values

UNKNOWN = "?"
"""Nobody is known to have said."""

NONE = "none"
"""Somebody said that there is none."""

ONLY = " only"
"""After a value that is the only one."""

PERHAPS = "perhaps"
"""Before values that a source leaves out, though nobody saw them refused."""

WORDS = {str(ANYTHING): "any", str(IGNORED): "any, ignored", str(NEVER): NONE}


def accepted(accepts: Accepts | None) -> str:
    """Which values, and when: `0` to `2` when …, else `1` only; `a`, `b`, perhaps `c` where nobody saw `c` refused."""
    if accepts is None:
        return UNKNOWN
    said = values(accepts.stated)
    for left_out in accepts.unconfirmed.values():
        said = f"{said.removesuffix(ONLY)}, {PERHAPS} {values(left_out).removesuffix(ONLY)}"
    if accepts.when:
        said += f" when {condition(accepts.when)}"
    return f"{said}, else {accepted(accepts.otherwise)}" if accepts.otherwise else said


def values(values: Values) -> str:
    """A set of values: `low`, `high`; `high` only; `0` to `2`; any; none."""
    if isinstance(values, Choices):
        only = ONLY if len(values.values) == 1 else ""
        return (", ".join(code(spell(value)) for value in values.values) or NONE) + only
    if isinstance(values, Range):
        return _range(values)
    return WORDS.get(str(values), str(values))


def _range(values: Range) -> str:
    limit = f" ({values.limit})" if values.limit else ""
    if values.high is None:
        return f"{code(values.low)} or more" if values.low is not None else f"any number{limit}"
    if values.low is None:
        return f"at most {code(values.high)}{limit}"
    return f"{code(values.low)} to {code(values.high)}{limit}"


def condition(when: Mapping[str, Values]) -> str:
    """A condition: `reasoning_effort` is `none` or `low`."""
    said = [f"{code(name)} is {_any_of(wanted)}" for name, wanted in when.items()]
    return listed(said, "and")


def _any_of(wanted: Values) -> str:
    if wanted == NEVER:
        return "left out"
    if isinstance(wanted, Choices) and wanted.values:
        return listed([code(spell(value)) for value in wanted.values])
    return "given" if wanted == ANYTHING else values(wanted)


def number(value: object) -> str:
    """A number with its thousands apart; anything else as it is."""
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def cited(catalogue: Catalogue, id_: str) -> str:
    """A source as a link, with its kind and date."""
    if id_ not in catalogue.header["sources"]:  # an overlay may cite what it does not declare
        return code(id_)
    source = catalogue.source(id_)
    return f"{link(code(id_), source.address)} ({source.told})"
