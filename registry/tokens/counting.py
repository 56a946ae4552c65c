"""Counting the tokens of texts: exactly, where the extra `tokens` is installed and knows the encoding; else roughly."""

from __future__ import annotations

from registry.tokens.once import once
from registry.tokens.rough import rough

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

ERROR, ERROR_BEYOND = 25, 45
"""Percent that a rough count is off, for 99 requests in 100: within ASCII, and beyond it."""

SLACK = 3
"""Tokens that a rough count of few words is off, whatever the percentage."""

THOUSAND = 1000


class Tally:
    """Tokens of texts together; `error` in percent, 0 where they were counted by their encoding."""

    __slots__ = ("error", "tokens")

    def __init__(self, tokens: int, error: int) -> None:
        self.tokens = tokens
        self.error = error


def tally(texts: Sequence[str], encoding: str | None) -> Tally:
    """Count texts: by an encoding where that can be done here, else roughly."""
    if not all(type(text) is str for text in texts):  # what hashes as it likes
        return _tallied(texts, encoding)
    return once((tuple(texts), encoding), lambda: _tallied(texts, encoding))


def _tallied(texts: Sequence[str], encoding: str | None) -> Tally:
    tokens = _counted(texts, encoding) if encoding else None
    if tokens is not None:
        return Tally(tokens, 0)
    within = beyond = 0
    for text in texts:
        ascii_part, rest = rough(text, encoding)
        within += ascii_part
        beyond += rest
    error = -(-(within * ERROR + beyond * ERROR_BEYOND) // (within + beyond)) if within + beyond else ERROR
    return Tally(-(-(within + beyond) // THOUSAND), error)


def _counted(texts: Sequence[str], encoding: str) -> int | None:
    """Exactly how many tokens; None without the counter, or where it does not know the encoding."""
    try:
        from toktok import batch_count
    except ImportError:
        return None
    counts: list[int]
    try:
        counts = batch_count(texts, encoding, threads=1)
    except KeyError:
        return None
    except UnicodeEncodeError:  # half a character: JSON can carry it, UTF-8 can't
        counts = batch_count([text.encode(errors="replace").decode() for text in texts], encoding, threads=1)
    return sum(counts)
