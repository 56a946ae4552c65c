"""What was counted already, kept for as long as somebody asks about one request.

A verdict about tokens, the answer that would fit a budget and an estimate each read the same request; so does each
model that it is compared on.
"""

from __future__ import annotations

from contextvars import ContextVar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from typing import Any, TypeVar

    Counted = TypeVar("Counted")

_kept: ContextVar[dict[Hashable, Any] | None] = ContextVar("kept", default=None)


class Once:
    """While it is open (`with Once():`), what was counted is not counted again; then nothing of it is kept.

    Inside another one it adds nothing: the outer one keeps.
    """

    __slots__ = ("_token",)

    def __enter__(self) -> None:
        self._token = _kept.set({}) if _kept.get() is None else None

    def __exit__(self, *error: object) -> None:
        if self._token is not None:
            _kept.reset(self._token)


def once(key: Hashable, count: Callable[[], Counted]) -> Counted:
    """What `count` says, or said before under the same key."""
    kept = _kept.get()
    if kept is None:
        return count()
    if key not in kept:
        kept[key] = count()
    found: Counted = kept[key]
    return found
