"""Which models are meant: names, patterns and !exceptions, as tables and commands are given them."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from registry.generate.mistake import Mistake

if TYPE_CHECKING:
    from collections.abc import Sequence

    from registry.catalogue import Catalogue

WILD = frozenset("*?[")


def words(text: str) -> Sequence[str]:
    """`a, b c` → the words."""
    return text.replace(",", " ").split()


def chosen(catalogue: Catalogue, models: str) -> tuple[list[str], frozenset[str]]:
    """The models that words stand for, in the order of asking, and those of them that were named whole.

    Raises Mistake where nothing is called so.
    """
    every = catalogue.ids()
    found: dict[str, None] = {}
    named = set()
    for word in words(models):
        pattern = word.removeprefix("!")
        like = [id_ for id_ in every if fnmatchcase(id_, pattern)]
        if not like:
            raise _no_model(pattern, every)
        if word.startswith("!"):
            found = {id_: None for id_ in found if id_ not in like}
        else:
            found |= dict.fromkeys(like)
            named |= set() if WILD & set(word) else {word}
    return list(found), frozenset(named)


def _no_model(pattern: str, every: Sequence[str]) -> Mistake:
    if WILD & set(pattern):
        return Mistake(f"no model's name is like {pattern!r}", "models")
    from registry.names import close

    guesses = close(pattern, every)
    return Mistake(f"no model is called {pattern!r}.{f' Did you mean {guesses[0]}?' if guesses else ''}", "models")
