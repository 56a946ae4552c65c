"""The tools that come with an API: how requests name them, how answers show them, what their calls are sold by."""

from __future__ import annotations

from registry.domain import holds, parse
from registry.subject import inside

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.domain import Values


class Tool:
    """A tool that comes with the API, be it run there or by the caller."""

    __slots__ = ("again", "item", "kinds", "meter", "reported", "unless", "untold", "when")

    def __init__(self, written: Mapping[str, Any]) -> None:
        self.kinds: tuple[str, ...] = tuple(written["kinds"])
        """What requests call it: its kind, and kinds of one day."""
        self.again = bool(written.get("again"))
        """Whether the model reads what it brings, and may then call it again."""
        self.item: str | None = written.get("item")
        """What a call of it is among the output of an answer."""
        self.meter: str | None = written.get("meter")
        """What a call of it is sold by."""
        self.reported: str | None = written.get("reported")
        """Where an answer says itself how many calls there are to pay for."""
        self.untold: str | None = written.get("untold")
        """What it costs that no answer says how much there is of, in words."""
        self.when = _condition(written.get("when"))
        self.unless = _condition(written.get("unless"))

    def is_charged(self, item: Mapping[str, Any]) -> bool:
        """Whether there is to pay for an item of an answer; what an item does not say counts against whoever pays."""

        def lookup(name: str, *, defaults: bool = True) -> tuple[object, ...] | None:  # noqa: ARG001 - there are none
            found = inside(item, name.split("."))
            return None if found is None else (found,)

        return holds(self.when, lookup) is not False and not (self.unless and holds(self.unless, lookup))

    def __repr__(self) -> str:
        return f"<{self.kinds[0]}>"


def _condition(written: Mapping[str, Any] | None) -> dict[str, Values]:
    return {place: parse(values) for place, values in (written or {}).items()}


def tools_of(catalogue: Catalogue, provider: str) -> tuple[Tool, ...]:
    """The tools of a provider's API; none where nobody wrote them down."""
    key = ("tools", provider)
    tools: tuple[Tool, ...] | None = catalogue.cache.get(key)
    if tools is None:
        tools = tuple(map(Tool, catalogue.header["providers"].get(provider, {}).get("tools", ())))
        catalogue.keep(key, tools)
    return tools


def named(tools: Iterable[Tool], kind: str) -> Tool | None:
    """The tool that a request calls so; None where there is none of that name."""
    return next((tool for tool in tools if kind in tool.kinds), None)
