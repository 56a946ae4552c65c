"""Input items of /v1/responses as the messages of chat completions."""

from __future__ import annotations

from registry.surfaces.parts import ASSISTANT, to_chat_part

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.surfaces._wire import Path

CALLS = {"function_call": ("function", "arguments"), "custom_tool_call": ("custom", "input")}
"""Items in which the assistant asks something of a tool: the tool's type, and the key of what it asks."""

ANSWERS = ("function_call_output", "custom_tool_call_output")
UNSAID = frozenset({"type", "role", "content", "id", "status", "phase", "agent"})
"""Keys of messages that chat completions have, or that say nothing there."""


class Messages:
    """Input items as chat completions take them."""

    __slots__ = ("left", "made")

    def __init__(self) -> None:
        self.made: list[Any] = []
        self.left: dict[Path, object] = {}
        """What has no counterpart, by its place in the items."""

    def item(self, at: int, item: Any) -> None:  # noqa: ANN401 - JSON
        """Add an item."""
        kind = item.get("type", "message") if isinstance(item, dict) else None
        if isinstance(kind, str) and kind in CALLS:
            self._call(item, *CALLS[kind])
        elif kind in ANSWERS:
            content = self._content((at, "output"), item.get("output"))
            self.made.append({"role": "tool", "tool_call_id": item.get("call_id"), "content": content})
        elif kind == "message" and "role" in item:
            self.made.append({"role": item["role"], "content": self._content((at, "content"), item.get("content"))})
            self.left |= {(at, key): item[key] for key in item.keys() - UNSAID if item[key] is not None}
        else:
            self.left[at,] = item

    def _call(self, item: Mapping[str, Any], kind: str, asked: str) -> None:
        """Calls belong to the assistant's message before them; without one they are a message without text."""
        inner = {"name": item.get("name"), asked: item.get(asked)}
        call = {"id": item.get("call_id"), "type": kind, kind: inner}
        last = self.made[-1] if self.made else None
        if isinstance(last, dict) and last.get("role") == ASSISTANT:
            last.setdefault("tool_calls", []).append(call)
        else:
            self.made.append({"role": ASSISTANT, "content": None, "tool_calls": [call]})

    def _content(self, place: Path, content: Any) -> Any:  # noqa: ANN401 - JSON
        if not isinstance(content, list):
            return content
        parts = []
        for at, given in enumerate(content):
            part, lost = to_chat_part(given)
            self.left |= {(*place, at, *path): value for path, value in lost.items()}
            if part is not None:
                parts.append(part)
        return parts


def messages(given: Any, instructions: Any = None) -> Messages:  # noqa: ANN401 - JSON
    """`input` and `instructions` as messages."""
    found = Messages()
    if isinstance(instructions, str):
        found.made.append({"role": "system", "content": instructions})
    if isinstance(given, str):
        found.made.append({"role": "user", "content": given})
    for at, item in enumerate(given if isinstance(given, list) else ()):
        found.item(at, item)
    return found
