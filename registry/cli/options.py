"""Options and arguments that commands share, as click has them; and what a shell may complete."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import click

from registry.catalogue import bundled
from registry.cli import settings
from registry.cli.arguments import FILES, Option, UsageMistake
from registry.diagnostics import UnknownModel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from registry.catalogue import Catalogue
    from registry.cli.knowledge import View

    Complete = Callable[[click.Context, click.Parameter, str], list[str]]

F = TypeVar("F", bound="Callable[..., Any]")


def from_table(
    name: str, run: Callable[[dict[str, Any]], int], options: Sequence[Option], text: str, epilog: str
) -> click.Command:
    """A command whose options are data, and whose function takes them by name and returns the exit status."""

    def callback(**given: Any) -> None:  # noqa: ANN401 - by option
        with usage():
            raise click.exceptions.Exit(run(given))

    files = click.Argument([FILES], nargs=-1, metavar="[FILE]...")
    return click.Command(name, callback=callback, params=[files, *map(parameter, options)], help=text, epilog=epilog)


def examples(*lines: str) -> str:
    """The end of a command's help: command lines that work."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in lines)])


def parameter(option: Option) -> click.Option:
    """An option of the table, as click has it."""
    return click.Option([*option.flags, option.name], **_attributes(option))


def shared(*options: Option) -> Callable[[F], F]:
    """Declare (as a decorator) options of the table on a command."""

    def declare(function: F) -> F:
        for option in reversed(options):
            function = click.option(*option.flags, option.name, **_attributes(option))(function)
        return function

    return declare


def _attributes(option: Option) -> dict[str, Any]:
    if option.kind == "flag":
        return {"help": option.help, "is_flag": True}
    return {
        "help": option.help,
        "type": click.Choice(option.choices) if option.choices else None,
        "metavar": option.metavar,
        "multiple": option.kind == "many",
        "shell_complete": COMPLETE.get(option.name),
    }


@contextmanager
def usage() -> Iterator[None]:
    """Let click show mistakes of usage, and exit as it does for its own."""
    try:
        yield
    except UsageMistake as mistake:
        raise click.UsageError(str(mistake), click.get_current_context()) from None


def find(name: str, given: Mapping[str, Any]) -> tuple[View, str | None]:
    """What is known about the model that an argument names, and the endpoint that the options ask about."""
    from registry.cli.knowledge import View

    with usage():
        catalogue = settings.catalogue_of(given["catalogue"])
        mode = settings.mode(catalogue, given["endpoint"])
        day, trust = settings.day(given["on"]), settings.source(catalogue, given["trust"])
    with known():
        return View(catalogue, catalogue.model(name, day, trust)), mode


@contextmanager
def known() -> Iterator[None]:
    """Say that there is no model of a name, which ones are like it, and exit with 1."""
    try:
        yield
    except UnknownModel as error:
        others = f" Others like it: {', '.join(error.close[1:])}." if error.close[1:] else ""
        raise click.ClickException(f"{error}{others}") from None


def _words(read: Callable[[Catalogue], Iterable[str]]) -> Complete:
    """A function that a shell's completion calls: the words of the catalogue that begin as what was typed."""

    def complete(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
        try:
            return [word for word in read(bundled()) if word.startswith(incomplete)]
        except (OSError, ValueError):  # who has no catalogue gets no completion, and no noise
            return []

    return complete


models = _words(lambda catalogue: catalogue.ids())
sources = _words(lambda catalogue: catalogue.header["sources"])
endpoints = _words(lambda catalogue: [*catalogue.header["modes"], *catalogue.header["modes"].values()])

COMPLETE = {"model": models, "trust": sources, "endpoint": endpoints}
"""What a shell may complete, by the name of an option or argument."""

MODEL = click.argument("name", metavar="MODEL", shell_complete=models)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
