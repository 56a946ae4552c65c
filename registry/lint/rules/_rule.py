"""How a rule about configuration files is declared, and what it looks at."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, TypeAlias

from registry import rulebook
from registry.rulebook import rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from registry.lint.value import Literal, Value

__all__ = ["Config", "Flaw", "Rule", "rule"]


class Config:
    """A configuration file of LiteLLM's proxy, as written."""

    __slots__ = ("keys", "value")

    def __init__(self, value: Value, keys: Mapping[str, Sequence[str]]) -> None:
        self.value = value
        self.keys = keys
        """The keys that are known, by block; `modes` has the words of `mode`."""

    def entries(self) -> Iterator[Value]:
        """The entries of `model_list`."""
        listed = self.value.items().get("model_list")
        if listed is not None and isinstance(listed.data, list):
            yield from (entry for entry in listed.data if isinstance(entry.data, dict))

    def routes(self) -> set[str]:
        """The names that requests may ask for, patterns among them; empty where not all of them are in this file."""
        names: set[str] = set()
        for entry in self.entries():
            name = entry.items().get("model_name")
            if name is None or not isinstance(name.data, str):
                return set()
            names.add(name.data)
        general = self.value.items().get("general_settings")
        stored = general.items().get("store_model_in_db") if general is not None else None
        elsewhere = (
            "include" in self.value.items() or self.value.open or (stored is not None and stored.data is not False)
        )
        return set() if elsewhere else names | set(self.aliases())

    def aliases(self) -> Mapping[str, Value]:
        """Other names of routes, and what they stand for."""
        found: dict[str, Value] = {}
        for block in ("router_settings", "litellm_settings"):
            settings = self.value.items().get(block)
            aliases = settings.items().get("model_group_alias") if settings is not None else None
            found |= aliases.items() if aliases is not None else {}
        return found

    def leads(self, name: str, routes: set[str]) -> bool:
        """Whether a name is that of a route."""
        return name in routes or any("*" in route and fnmatchcase(name, route) for route in routes)


class Flaw:
    """Something wrong at a value or a key, and the word that should stand there instead (None: a person has to say)."""

    __slots__ = ("instead", "message", "place")

    def __init__(self, place: Value | Literal, message: str, instead: str | None = None) -> None:
        self.place = place
        self.message = message
        self.instead = instead


Rule: TypeAlias = rulebook.Rule[Config, Flaw]
