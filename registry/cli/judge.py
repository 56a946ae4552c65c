"""`registry check` without click: judge the requests of files, print what is wrong with each, and count."""

from __future__ import annotations

import sys

from registry.check import check as judge
from registry.cli import settings
from registry.cli.arguments import FILES, Option, UsageMistake
from registry.cli.bodies import Request, Written, read
from registry.cli.parsing import Unreadable
from registry.cli.screen import Painter, Progress, complain, write
from registry.cli.verdicts import Tally, line, lines
from registry.subject import SURFACES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from registry.batches import BatchFile
    from registry.cli.bodies import Found
    from registry.report import Report

REQUESTS = (
    Option(
        "-m", "--model", metavar="MODEL", help="The model, over that of a FILE; without FILE, a request of its own."
    ),
    Option("-p", "--parameter", kind="many", metavar="KEY=VALUE", help="A parameter of it: -p reasoning.effort=low."),
    settings.ENDPOINT,
    Option("--surface", choices=SURFACES, help="Whose spelling the requests are in."),
    settings.ON,
)
"""What says which requests there are, where they go and when."""

OPINIONS = (
    settings.TRUST,
    Option("--ignore", kind="many", metavar="CODE", help="A rule not to report; repeatable, or a list with commas."),
    Option("--unknown", choices=("error", "warn", "allow"), help="What an unknown model, parameter or value is."),
    Option("--account", kind="many", metavar="NAME=BOOL", help="What you have: verified_organization=true."),
)
"""How to judge them."""

SHARED = (
    *REQUESTS,
    *OPINIONS,
    Option("--max-cost", metavar="USD", help="The most that a request may come to: 0.50."),
    Option("--count-tokens", kind="flag", help="Say too what is longer than the model reads; takes longer."),
    settings.CATALOGUE,
    Option("--strict", kind="flag", help="Take warnings for errors."),
)
"""What says which requests to judge, and how: the same for `check` and `fix`."""

OPTIONS = (
    *SHARED,
    Option("--format", choices=("text", "json"), help="Text for people, or a line of JSON a request."),
    Option("--exit-zero", kind="flag", help="Exit with 0 even when something is wrong with a request."),
    Option("--quiet", kind="flag", help="Print errors alone."),
)


def asked(given: dict[str, Any]) -> dict[str, Any]:
    """The keyword arguments of `registry.check` that the options stand for."""
    catalogue = settings.catalogue_of(given["catalogue"])
    return {
        "endpoint": settings.mode(catalogue, given["endpoint"]),
        "surface": given["surface"] or SURFACES[0],
        "on": settings.day(given["on"]),
        "trust": settings.source(catalogue, given["trust"]),
        "ignore": settings.codes(given["ignore"]),
        "unknown": given["unknown"] or "error",
        "account": settings.account(given["account"]),
        "max_cost": settings.money(given["max_cost"]),
        "count_tokens": given["count_tokens"],
        "catalogue": catalogue,
    }


def inputs(given: dict[str, Any]) -> Iterator[Found]:
    """The values of all files, of standard input, or the request that `--model` and `-p` describe."""
    over = settings.parameters(given["parameter"])
    if given["model"] is not None:
        over["model"] = given["model"]
    if not given[FILES] and given["model"] is not None:
        return iter([_described(over)])
    if not given[FILES] and (sys.stdin is None or sys.stdin.isatty()):
        raise UsageMistake("Give a FILE, pipe a body, or name a --model.")
    found = (found for name in given[FILES] or ("-",) for found in read(name))
    return _overlaid(found, over) if over else found


def _described(body: dict[str, Any]) -> Written:
    """A request that the command line alone describes."""
    written = Written("request", "", body, alone=True)
    written.touched = True
    return written


def _overlaid(found: Iterator[Found], over: dict[str, Any]) -> Iterator[Found]:
    for written in found:
        if isinstance(written, Written):
            values = written.value if isinstance(written.value, list) else [written.value]
            put = [_put(value, over) for value in values]
            written.touched = put != values
            written.value = put if isinstance(written.value, list) else put[0]
        yield written


def _put(value: Any, over: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
    """What the command line gave, put into a body, or into that of a line of a Batch file."""
    body = Request("", value).body
    if not isinstance(body, dict):
        return value
    changed = settings.merged(body, over)
    return changed if body is value else {**value, "body": changed}


def verdict(request: Request, options: dict[str, Any]) -> Report:
    """The report about one request, at the endpoint that it says itself where it does."""
    return judge(request.body, **(options if request.endpoint is None else {**options, "endpoint": request.endpoint}))


def check(given: dict[str, Any]) -> int:
    """Run `registry check`; its exit status. Raises UsageMistake before anything is read."""
    options, found = asked(given), inputs(given)
    reporter, files = Reporter(given), Files(options)
    for written in found:
        if isinstance(written, Unreadable):
            reporter.unreadable(written)
            continue
        for request in written.requests():
            report = files.check(request, written.opened) if request.batch else verdict(request, options)
            reporter.tell(request, report, alone=written.alone)
    return reporter.end()


class Files:
    """Batch files as their lines come, each judged beside the lines before it."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = {name: value for name, value in options.items() if name != "endpoint"}
        self.opened: object = self
        self.file: BatchFile | None = None

    def check(self, request: Request, opened: object) -> Report:
        """The report about a line; lines of one opening go together."""
        if self.file is None or opened is not self.opened:
            from registry.batches import BatchFile  # other files need none of this

            self.opened, self.file = opened, BatchFile(**self.options)
        return self.file.check(request.line)


class Reporter:
    """Prints reports as they come, and sums up."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.strict: bool = given["strict"]
        self.quiet: bool = given["quiet"]
        self.json = given["format"] == "json"
        self.lenient: bool = given["exit_zero"]
        self.tally = Tally(strict=self.strict)
        self.paint = Painter(sys.stdout)
        self.progress = Progress()

    def tell(self, request: Request, report: Report, *, alone: bool) -> None:
        """Print what there is to say; a fine request among others is only counted."""
        bad = self.tally.add(report)
        if self.json:
            text = line(request, report, strict=self.strict)
        elif self.quiet and not (report.errors or (self.strict and bad)):
            text = ""
        elif bad or alone:
            text = "\n".join(lines(request, report, self.paint, strict=self.strict, quiet=self.quiet))
        else:
            text = ""
        if text:
            self.progress.clear()
            write(text + "\n")
        self.progress.step()

    def unreadable(self, found: Unreadable) -> None:
        """Say where something is no JSON."""
        self.tally.unreadable += 1
        self.progress.clear()
        complain(str(found))

    def end(self) -> int:
        """Print the tally; the exit status."""
        tally = self.tally
        self.progress.clear()
        if not (self.json or self.quiet):
            style = "error" if tally.errors else "warning" if tally.warnings else "fine"
            write(self.paint(style, str(tally)) + "\n")
        if tally.unreadable:
            return 2
        return 1 if tally.errors and not self.lenient else 0
