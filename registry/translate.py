"""`translate` says a request in another endpoint's spelling, and lists what that one has no word for."""

from __future__ import annotations

from registry.diagnostics import plain, spell_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

ENDPOINTS = ("chat", "responses")
"""Those that say the same things in two ways."""


class LeftOver:
    """Something of a body that the other endpoint has no word for: its place, and what stood there."""

    __slots__ = ("path", "value")

    def __init__(self, path: tuple[object, ...], value: object) -> None:
        self.path = spell_path(step if isinstance(step, int) else str(step) for step in path)
        """As messages spell it: `messages[0].name`."""
        self.value = value

    def as_dict(self) -> dict[str, object]:
        """JSON-ready; the value is cut to a readable length."""
        return {"path": self.path, "value": plain(self.value)}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LeftOver) and (self.path, self.value) == (other.path, other.value)

    def __hash__(self) -> int:
        return hash(self.path)

    def __repr__(self) -> str:
        return f"<left over: {self.path}>"


def translate(
    body: Mapping[str, Any], *, source: str = "chat", target: str = "responses"
) -> tuple[dict[str, Any], list[LeftOver]]:
    """A body in another endpoint's spelling, and what that one has no word for, in the order of the body.

    `source` and `target` are chat or responses. The body stays as it is, and whether the model takes the result is for
    `check` to say. Functions that say nothing about strictness are made to say that they are not: chat completions
    mean that, responses would mean the contrary.

    Raises ValueError for endpoints that say different things.
    """
    if source not in ENDPOINTS or target not in ENDPOINTS:
        raise ValueError(f"source={source!r}, target={target!r}: chat and responses are what can be translated")
    if source == target:
        return dict(body), []
    made = _made(body, target)
    return made.body, [LeftOver(path, value) for path, value in made.left.items()]


def _made(body: Mapping[str, Any], target: str) -> Any:  # noqa: ANN401 - of the module that is imported
    if target == "responses":
        from registry.surfaces.to_responses import to_responses

        return to_responses(body)
    from registry.surfaces.to_chat import to_chat

    return to_chat(body)
