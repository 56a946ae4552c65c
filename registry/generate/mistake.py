"""What is wrong with what was asked of a table, said so that it can be mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

FEW = 30
"""Words that a message may list."""


class Mistake(ValueError):  # noqa: N818 - reads as what it is
    """A table was asked for what it has not; `option` is the one to blame, None when it is the table's name."""

    def __init__(self, message: str, option: str | None = None) -> None:
        super().__init__(message)
        self.option = option


def unknown(noun: str, word: str, known: Iterable[str], option: str | None = None) -> Mistake:
    """The mistake of a word that is not known, with the word most like it."""
    from registry.names import close

    known = list(known)
    guesses = close(word, known)
    hint = f"There are {', '.join(known)}." if len(known) <= FEW else "`registry docs --list` tells more."
    return Mistake(f"no {noun} is called {word!r}. {f'Did you mean {guesses[0]}?' if guesses else hint}", option)
