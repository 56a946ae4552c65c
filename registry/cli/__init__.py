"""The command line: `registry check`, `fix`, `show`, `list` and the rest, one file a command.

Exit status: 0 fine, 1 findings, 2 wrong usage or an unreadable file, 3 a bug of ours, 130 interrupted, 141 when whoever
read the output went away. `check` and `fix` import no third party as long as nothing is wrong with their arguments.
"""

from __future__ import annotations

import os
import sys

from registry.cli.screen import complain, tell

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from registry.cli.arguments import Option

USAGE = 2
BUG = 3
INTERRUPTED = 130
CUT_OFF = 141
"""What a shell reports of a program that a closed pipe ended."""

COMPLETION = "_REGISTRY_COMPLETE"
"""The variable through which a shell asks for completions."""

DEBUG = "REGISTRY_DEBUG"
REPORT_TO = "the issues of model-capability-registry"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; what nobody foresaw is said in a line, with where to report it."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        _forgive(sys.stdout, sys.stderr)
        code = _without_click(words)
        if code is None:
            code = _with_click(words)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        return _cut_off()
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        complain(str(error))
        return USAGE
    except Exception as error:  # noqa: BLE001 - whatever it is, its user should read a sentence
        return _confess(error)
    return code


def _forgive(*streams: Any) -> None:  # noqa: ANN401 - text streams, or what tests put in their place
    """Let a terminal that can't spell a character show its number, instead of failing on it."""
    for stream in streams:
        if getattr(stream, "errors", None) == "strict" and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def _without_click(words: list[str]) -> int | None:
    """The status of a command whose arguments are plain; None where click should read and explain them."""
    from registry.cli.arguments import UsageMistake, parse

    found = None if os.environ.get(COMPLETION) else _plain(words[:1])
    given = found and parse(words[1:], found[1])
    if not found or given is None:
        return None
    try:
        return found[0](given)
    except UsageMistake:  # nothing was read or printed yet: click meets it again, and shows it with the usage
        return None


def _plain(name: list[str]) -> tuple[Callable[[dict[str, Any]], int], tuple[Option, ...]] | None:
    """A command's function and options, where it can do without click."""
    if name == ["check"]:
        from registry.cli import judge

        return judge.check, judge.OPTIONS
    if name == ["fix"]:
        from registry.cli import repair

        return repair.fix, repair.OPTIONS
    if name == ["cost"]:
        from registry.cli import pricing

        return pricing.run, pricing.OPTIONS
    if name == ["estimate"]:
        from registry.cli import estimating

        return estimating.run, estimating.OPTIONS
    return None


def _with_click(words: list[str]) -> int:
    import click

    from registry.cli.group import group

    if os.environ.get(COMPLETION):
        group.main(words, prog_name="registry", complete_var=COMPLETION)
    # Not `group.main`: it would turn a closed pipe into a status that means findings.
    try:
        with group.make_context("registry", words) as context:
            group.invoke(context)
    except click.exceptions.Exit as end:
        return int(end.exit_code)
    except click.ClickException as mistake:
        mistake.show()
        return int(mistake.exit_code)
    except click.Abort:
        return INTERRUPTED
    return 0


def _cut_off() -> int:
    """The reader of a pipe has gone: quietly stop, and leave Python nothing to flush at its end."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, sys.stdout.fileno())
    return CUT_OFF


def _confess(error: Exception) -> int:
    if os.environ.get(DEBUG):
        import traceback

        traceback.print_exception(error)
    said = f"{type(error).__name__}: {error}".splitlines()[0]
    complain(f"a bug of ours: {said}")
    tell(f"Please report it with what you ran to {REPORT_TO} ({DEBUG}=1 shows where it happened).")
    return BUG
