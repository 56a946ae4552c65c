"""What a surface makes of a call: the body, where it goes, what stayed behind, and the way back to the arguments."""

from __future__ import annotations

from registry.diagnostics import Fix, pointer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import Any, Literal, TypeAlias

    from registry.diagnostics import Step

    Path: TypeAlias = "tuple[Step, ...]"
    Kind: TypeAlias = Literal["own", "kept", "asked", "unsupported", "unknown"]

EXPECTED = ("own", "asked")
"""Kinds of dropped arguments that surprise nobody."""


class Dropped:
    """An argument that never reaches the wire, and why.

    `kind` is own (it is meant for the library), asked (the caller asked for it to be dropped), kept (a parameter of
    the API by name, but the library keeps it), unsupported (the library leaves it out for this model) or unknown (the
    function sends no such argument).
    """

    __slots__ = ("kind", "path", "value", "why")

    def __init__(self, path: Path, value: object, why: str, kind: Kind) -> None:
        self.path = path
        """Where it stands in the arguments."""
        self.value = value
        self.why = why
        self.kind = kind

    @property
    def surprising(self) -> bool:
        """Whether a caller would expect it to be sent."""
        return self.kind not in EXPECTED

    def __repr__(self) -> str:
        return f"<dropped {'.'.join(map(str, self.path))}: {self.why}>"


class Note:
    """Something else to know about how a call is sent.

    `kind` is refused (the library raises an error of its own before anything is sent), bridged (it goes to another
    endpoint) or added (a value that the caller did not give).
    """

    __slots__ = ("kind", "message", "path")

    def __init__(self, kind: Literal["refused", "bridged", "added"], message: str, path: Path = ()) -> None:
        self.kind = kind
        self.message = message
        self.path = path

    def __repr__(self) -> str:
        return f"<{self.kind}: {self.message}>"


class Wire:
    """A call as it is sent: `body`, and `endpoint` (the mode, or None for the model's own first one)."""

    __slots__ = ("_again", "_arguments", "_prefix", "_roads", "body", "dropped", "endpoint", "notes")

    def __init__(
        self,
        body: dict[str, Any],
        endpoint: str | None,
        dropped: Iterable[Dropped],
        notes: Iterable[Note],
        *,
        roads: Sequence[Mapping[Path, Path]],
        prefix: str,
        arguments: Mapping[str, Any],
        again: Callable[[Mapping[str, Any]], Wire],
    ) -> None:
        self.body = body
        self.endpoint = endpoint
        self.dropped = tuple(dropped)
        self.notes = tuple(notes)
        self._roads = tuple(roads)
        self._prefix = prefix
        """What stood before the model's name, and is not sent."""
        self._arguments = arguments
        self._again = again

    def path(self, wire_path: Path) -> Path:
        """A place of the body in the caller's spelling: `("reasoning", "effort")` → `("reasoning_effort",)`."""
        path = tuple(wire_path)
        for roads in reversed(self._roads):
            path = _back(path, roads)
        return path

    def edits(self, edits: Iterable[Mapping[str, object]]) -> list[dict[str, object]] | None:
        """RFC 6902 operations on the body as operations on the arguments; None when those can't say it.

        They were tried: the changed arguments send the changed body.
        """
        edits = list(edits)
        spelled = [ours for edit in edits for ours in self._spelled(edit)]
        try:
            wanted = Fix("", edits).apply(self.body)
            given = self._again(Fix("", spelled).apply(self._arguments))
        except (LookupError, TypeError, ValueError):
            return None
        if [edit["path"] for edit in edits] == ["/model"]:
            # Another model may be sent in another way: judging that is the caller's business.
            return spelled if given.body.get("model") == wanted.get("model") else None
        return spelled if given.body == wanted and given.endpoint == self.endpoint else None

    def _spelled(self, edit: Mapping[str, object]) -> Iterator[dict[str, object]]:
        path, value = _steps(str(edit["path"]), self.body), edit.get("value")
        inner = [(*path, key) for key in value] if isinstance(value, dict) else []
        if inner and edit["op"] == "add" and any(self._leads(step) for step in inner):
            for step in inner:
                yield from self._spelled({**edit, "path": pointer(step), "value": value[step[-1]]})  # type: ignore[index]
            return
        if path == ("model",) and isinstance(value, str):
            value = self._prefix + value
        op = edit["op"]
        if op in ("add", "replace") and isinstance(path[-1], str):
            op = "replace" if _has(self._arguments, self.path(path)) else "add"
        spelled: dict[str, object] = {"op": op, "path": pointer(self.path(path))}
        yield {**spelled, "value": value} if "value" in edit else spelled

    def _leads(self, path: Path) -> bool:
        return any(path == known[: len(path)] for roads in self._roads for known in roads)

    def __repr__(self) -> str:
        return f"<wire to {self.endpoint}: {', '.join(self.body)}>"


def _back(path: Path, roads: Mapping[Path, Path]) -> Path:
    """A path with its longest known beginning replaced."""
    for length in range(len(path), 0, -1):
        begin = roads.get(path[:length])
        if begin is not None:
            return (*begin, *path[length:])
    return path


def _has(arguments: Any, path: Path) -> bool:  # noqa: ANN401 - a caller's values
    """Whether a mapping holds something at a path that ends in a key; the empty path leads to no argument at all."""
    for step in path[:-1]:
        try:
            arguments = arguments[step]
        except (LookupError, TypeError):
            return False
    return isinstance(arguments, dict) and bool(path) and path[-1] in arguments


def _steps(pointed: str, body: Any) -> Path:  # noqa: ANN401 - JSON
    """A JSON pointer as a path, with the places of lists as numbers."""
    path: Path = ()
    for text in pointed.split("/")[1:]:
        step: Step = text.replace("~1", "/").replace("~0", "~")
        if isinstance(body, list) and text.isdigit():
            step = int(text)
        path = (*path, step)
        try:
            body = body[step]
        except (LookupError, TypeError):
            body = None
    return path
