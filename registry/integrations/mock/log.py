"""What the server was sent, as it was sent, and what became of it."""

from __future__ import annotations

import base64
import json
from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

HEADERS = ("content-type", "user-agent")
"""Headers that are kept; never who asked."""


class Recorded(NamedTuple):
    """One request and the status of its answer; `codes` are those of the findings that refused it."""

    method: str
    path: str
    headers: dict[str, str]
    content: bytes
    status: int
    codes: tuple[str, ...] = ()

    @property
    def body(self) -> Any:  # noqa: ANN401 - JSON
        """The body as JSON; None when it is none."""
        try:
            return json.loads(self.content)
        except (ValueError, RecursionError):
            return None

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready: what is no JSON comes as `base64`."""
        body = self.body
        raw = {"base64": base64.b64encode(self.content).decode()} if body is None and self.content else {}
        told = {"method": self.method, "path": self.path, "headers": self.headers, "status": self.status}
        return {**told, "codes": list(self.codes), "body": body, **raw}


class Log:
    """Requests in the order in which they came; also written to a file, one JSON line each, where one is named.

    Raises OSError for a file that can't be written.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.requests: list[Recorded] = []
        self._file = file
        if file is not None:
            file.touch()  # what can't be written is better known before anything is served

    def add(self, request: Recorded) -> None:
        """Remember a request."""
        self.requests.append(request)
        if self._file is not None:
            with self._file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(request.as_dict()) + "\n")
