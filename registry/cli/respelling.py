"""`registry translate` without click: print bodies in another endpoint's spelling, and say what was left out."""

from __future__ import annotations

from registry.catalogue import bundled
from registry.cli.arguments import FILES, Option
from registry.cli.bodies import read
from registry.cli.parsing import Unreadable
from registry.cli.repair import spelled, write
from registry.cli.screen import complain, printable, tell
from registry.translate import ENDPOINTS
from registry.translate import translate as respell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from registry.cli.bodies import Request, Written

OPTIONS = (
    Option("--from", choices=ENDPOINTS, help="The endpoint whose spelling a FILE is in; chat by default."),
    Option("--to", choices=ENDPOINTS, help="The endpoint whose spelling is wanted; responses by default."),
    Option("--quiet", kind="flag", help="Don't say what was left out."),
)


def translate(given: dict[str, Any]) -> int:
    """Run `registry translate`; its exit status."""
    source = given["from"] or ("responses" if given["to"] == "chat" else "chat")
    target = given["to"] or ("chat" if source == "responses" else "responses")
    translator = Translator(source, target, quiet=given["quiet"])
    for name in given[FILES] or ("-",):
        for found in read(name):
            if isinstance(found, Unreadable):
                translator.unreadable(found)
            else:
                write(translator.value(found))
    return translator.status


class Translator:
    """Translates values one by one, and remembers how it went."""

    def __init__(self, source: str, target: str, *, quiet: bool) -> None:
        self.source = source
        self.target = target
        self.quiet = quiet
        self.status = 0
        """The exit status."""

    def unreadable(self, found: Unreadable) -> None:
        """Say where something is no JSON."""
        self.status = 2
        complain(str(found))

    def value(self, written: Written) -> bytes:
        """A value in the other spelling, laid out as it was."""
        made = [self.request(request) for request in written.requests()]
        values = written.value if isinstance(written.value, list) else [written.value]
        put = [self._around(old, body) for old, body in zip(values, made, strict=True)]
        return spelled(put if isinstance(written.value, list) else put[0], written.text)

    def request(self, request: Request) -> Any:  # noqa: ANN401 - JSON
        """A body in the other spelling; what is no body stays as it is."""
        if not isinstance(request.body, dict):
            self._say(request, "no object, left as it is")
            return request.body
        body, left = respell(request.body, source=self.source, target=self.target)
        for one in left:
            self._say(request, f"{printable(one.path)} has no counterpart at {self._path}")
        return body

    @property
    def _path(self) -> str:
        return bundled().path(self.target)

    def _say(self, request: Request, what: str) -> None:
        self.status = self.status or 1
        if not self.quiet:
            tell(f"{printable(request.name)}: {what}")

    def _around(self, value: Any, body: Any) -> Any:  # noqa: ANN401 - JSON
        """What stands around a body: the line of a Batch file, which goes to the other endpoint."""
        batch = isinstance(value, dict) and "body" in value and ("url" in value or "custom_id" in value)
        return {**value, "url": self._path, "body": body} if batch else body
