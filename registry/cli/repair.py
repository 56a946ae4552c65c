"""`registry fix` without click: print requests with the least changes that make the API take them."""

from __future__ import annotations

import json
import os
import sys

from registry.cli.arguments import FILES, Option, UsageMistake
from registry.cli.bodies import Request
from registry.cli.judge import SHARED, asked, inputs, verdict
from registry.cli.parsing import Unreadable
from registry.cli.screen import Painter, complain, printable, tell
from registry.cli.verdicts import lines

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from registry.cli.bodies import Written
    from registry.fix import Change

OPTIONS = (
    *SHARED,
    Option("--in-place", kind="flag", help="Write the changes into the files instead of printing them."),
    Option("--quiet", kind="flag", help="Don't say what was changed."),
)


def fix(given: dict[str, Any]) -> int:
    """Run `registry fix`; its exit status. Raises UsageMistake before anything is read."""
    files = given[FILES]
    if given["in_place"] and (not files or "-" in files):
        raise UsageMistake("--in-place needs a FILE to write to.")
    repairer = Repairer(given)
    if not given["in_place"]:
        repairer.all(given, write)
        return repairer.status
    for name in files:
        _in_place(name, repairer, given)
    return repairer.status


def _in_place(name: str, repairer: Repairer, given: dict[str, Any]) -> None:
    """Repair a file through a second one beside it, so that it is whole at every moment; its links stay links."""
    target = os.path.realpath(name)
    if not os.path.isfile(target):  # noqa: PTH113 - pathlib is slow to import
        repairer.all({**given, FILES: (name,)}, bool)
        return
    beside = f"{target}.{os.getpid()}.new"
    rewritten, unreadable = repairer.rewritten, repairer.unreadable
    try:
        with open(beside, "wb") as file:  # noqa: PTH123 - as above
            repairer.all({**given, FILES: (name,)}, file.write)
        if repairer.unreadable > unreadable:
            complain(f"{name}: left as it is")
        elif repairer.rewritten > rewritten:
            os.chmod(beside, os.stat(target).st_mode)  # noqa: PTH101, PTH116 - as above
            os.replace(beside, target)  # noqa: PTH105 - as above
    finally:
        if os.path.exists(beside):  # noqa: PTH110 - as above
            os.unlink(beside)  # noqa: PTH108 - as above


def write(data: bytes) -> object:
    """Print JSON, which is UTF-8 whatever the terminal is."""
    if sys.stdout is None:
        return None
    return sys.stdout.buffer.write(data)


class Repairer:
    """Repairs values one by one, and remembers how it went."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.options = asked(given)
        self.strict: bool = given["strict"]
        self.quiet: bool = given["quiet"]
        self.paint = Painter(sys.stderr)
        self.rewritten = 0
        """Values that are no longer what was read."""
        self.unreadable = 0
        self.left = 0
        """Requests that are still refused."""

    @property
    def status(self) -> int:
        """The exit status."""
        return 2 if self.unreadable else 1 if self.left else 0

    def all(self, given: dict[str, Any], put: Callable[[bytes], object]) -> None:
        """Repair everything that was given, and put it out."""
        for written in inputs(given):
            if isinstance(written, Unreadable):
                self.unreadable += 1
                complain(str(written))
            else:
                put(self.value(written))

    def value(self, written: Written) -> bytes:
        """A repaired value, spelled as it was where nothing changed."""
        repaired = [self.request(request) for request in written.requests()]
        if not written.touched and all(body is None for body in repaired):
            return written.text.encode()
        values = [_put(old, body) for old, body in zip(_list(written.value), repaired, strict=True)]
        try:
            text = spelled(values if isinstance(written.value, list) else values[0], written.text)
        except ValueError:  # 1e999 is JSON, and infinity for Python
            self.left += 1
            complain(f"{written.name}: left as it is: it has a number too large to write")
            return written.text.encode()
        self.rewritten += 1
        return text

    def request(self, request: Request) -> dict[str, Any] | None:
        """A repaired body; None when nothing was changed."""
        from registry.fix import fix as repair  # only bodies that can be read need it

        options = self.options if request.endpoint is None else {**self.options, "endpoint": request.endpoint}
        body, changes = repair(request.body, **options) if isinstance(request.body, dict) else (request.body, [])
        for change in changes:
            self.say(request, change)
        request.body = body
        report = verdict(request, self.options)
        if not report.ok or (self.strict and report.warnings):
            self.left += 1
            tell("\n".join(lines(request, report, self.paint, strict=self.strict, quiet=False)))
        return body if changes else None

    def say(self, request: Request, change: Change) -> None:
        """Say one change aloud."""
        if not self.quiet:
            code = self.paint("fine", f"fixed[{change.diagnostic.code}]")
            tell(f"{printable(request.name)}: {code} {printable(change.title)}")


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
    return value if isinstance(value, list) else [value]


def _put(value: Any, body: dict[str, Any] | None) -> Any:  # noqa: ANN401 - JSON
    """A value with its body replaced: the value itself, or the line of a Batch file around it."""
    if body is None:
        return value
    return body if Request("", value).body is value else {**value, "body": body}


def spelled(value: Any, text: str) -> bytes:  # noqa: ANN401 - JSON
    """A value as JSON, laid out as a text is; on two spaces when there was no text."""
    first, newline, rest = text.strip("\r\n").partition("\n")
    indent = rest[: len(rest) - len(rest.lstrip(" \t"))] if newline else "" if text else "  "
    tight = (",", ":") if text and not indent and '": ' not in first else None
    end = text[len(text.rstrip()) :] if text else "\n"
    return _encoded(value, indent or None, tight) + end.encode()


def _encoded(value: Any, indent: str | None, separators: tuple[str, str] | None) -> bytes:  # noqa: ANN401 - JSON
    try:
        return json.dumps(value, indent=indent, separators=separators, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:  # a lone surrogate has no UTF-8: escape all that is not ASCII
        return json.dumps(value, indent=indent, separators=separators, allow_nan=False).encode()
    except RecursionError:  # what Python's C code reads is deeper than what its indenting can write
        return json.dumps(value, separators=separators, allow_nan=False).encode()
