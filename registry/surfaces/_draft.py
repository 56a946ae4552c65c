"""A request on its way from the arguments of a call to the wire: what it carries, what it lost, and whence."""

from __future__ import annotations

from registry.surfaces._table import Asking
from registry.surfaces._wire import Dropped, Note, Wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from typing import Any

    from registry.facts import Model
    from registry.surfaces._table import Table
    from registry.surfaces._wire import Kind, Path

EXTRA = "extra_body"
"""The argument whose keys go into the body as they are, over all others."""


class Draft:
    """A request in the making."""

    def __init__(self, table: Table, mode: str | None) -> None:
        self.table = table
        self.mode = mode
        """The endpoint that it goes to."""
        self.body: dict[str, Any] = {}
        self.roads: list[dict[Path, Path]] = [{}]
        """Beginnings of paths in the body → in the arguments, a table for each time the body was made anew."""
        self.dropped: list[Dropped] = []
        self.notes: list[Note] = []
        self.prefix = ""
        self.bare = True
        """Whether nothing but the model's name says whose it is."""
        self.host = ""
        """The server that the call itself names."""
        self.name = ""
        self.model: Model | None = None
        self.lenient = False
        """Whether what the library does not let through is left out instead of refused."""
        self.allowed: Collection[str] = ()
        """Parameters that pass for models that the library says have none of them."""

    def back(self, path: Path) -> Path:
        """A place of the body in the caller's spelling."""
        for roads in reversed(self.roads):
            for length in range(len(path), 0, -1):
                if path[:length] in roads:
                    path = (*roads[path[:length]], *path[length:])
                    break
        return path

    def drop(self, path: Path, value: object, why: str, kind: Kind) -> None:
        """Note that something of the arguments is not sent; `path` is that in the arguments."""
        self.dropped.append(Dropped(path, value, why, kind))

    def take(self, arguments: Mapping[str, Any], asked: Collection[str] = ()) -> None:
        """Sort arguments into those that are sent and those that are not; `asked`: those the caller wants dropped."""
        call, who = self.table.call(self.mode), self.table.surface
        sends, keeps = call.get("sends") or (), call.get("keeps") or {}
        nothing = call.get("null") == "dropped"
        for key, value in arguments.items():
            if value is None and nothing:
                continue
            if key in asked:
                self.drop((key,), value, "additional_drop_params names it", "asked")
            elif key in sends:
                self.body[key] = value
            elif key in keeps:
                self.drop((key,), value, str(keeps[key]), "kept")
            elif self.table.owns(key):
                self.drop((key,), value, f"it is meant for {who} itself", "own")
            elif key == EXTRA and isinstance(value, dict):
                continue
            elif call.get("others") == "dropped":
                self.drop((key,), value, f"this function of {who} sends no such argument", "unknown")
            else:
                self.body[key] = value

    def merge(self, extra: object) -> None:
        """Put the keys of `extra_body` into the body."""
        if isinstance(extra, dict):
            self.body |= extra
            self.roads[-1] |= {(key,): (EXTRA, key) for key in extra}

    def asking(self) -> Asking:
        """The body as conditions read it."""
        return Asking(self.table, self.body, self.name)

    def move(self, old: str, new: str) -> None:
        """Send an argument under another name; one given under that name already wins."""
        if old not in self.body:
            return
        value = self.body.pop(old)
        if self.body.get(new) is None:
            self.body[new] = value
            self.roads[-1][(new,)] = self.roads[-1].pop((old,), (old,))

    def refuse(self, path: Path, value: object) -> None:
        """Leave out what the library does not let through, or note that it would raise."""
        who, ours = self.table.surface, self.back(path)
        if self.lenient or self.table.line.get("otherwise") == "drops":
            self.remove(path)
            self.drop(ours, value, f"{who} leaves it out for this model", "unsupported")
        else:
            self.notes.append(Note("refused", f"{who} itself refuses it for this model, and sends nothing", ours))

    def remove(self, path: Path) -> None:
        """Take something out of the body, and the objects around it that hold nothing else; none is changed."""
        self.body = _without(self.body, path)

    def go(self, mode: str, body: dict[str, Any], roads: dict[Path, Path]) -> None:
        """Go on as a request to another endpoint, made anew."""
        self.notes.append(Note("bridged", f"{self.table.surface} sends it to {self.table.catalogue.path(mode)}"))
        self.mode, self.body = mode, body
        self.roads.append(roads)

    def wire(self, arguments: Mapping[str, Any], again: Callable[[Mapping[str, Any]], Wire]) -> Wire:
        """What has become of the call."""
        return Wire(
            self.body,
            self.mode,
            self.dropped,
            self.notes,
            roads=self.roads,
            prefix=self.prefix,
            arguments=arguments,
            again=again,
        )


def _without(value: Any, path: Path) -> Any:  # noqa: ANN401 - JSON
    copy = list(value) if isinstance(value, list) else dict(value)
    step: Any = path[0]
    if len(path) == 1:
        del copy[step]
        return copy
    inner = _without(copy[step], path[1:])
    if inner:
        copy[step] = inner
    else:
        del copy[step]
    return copy
