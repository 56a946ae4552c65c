"""The group of all commands; a command's module is imported when the command is used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import click

from registry.cli.options import examples

if TYPE_CHECKING:
    from typing import Any

COMMANDS = {
    "check": "check",
    "fix": "fix",
    "translate": "translate",
    "lint": "lint",
    "migrate": "migrate",
    "show": "show",
    "list": "listing",  # `list` would hide the builtin from this package
    "resolve": "resolve",
    "why": "why",
    "explain": "explain",
    "cost": "cost",
    "estimate": "estimate",
    "prices": "prices",
    "diff": "diff",
    "docs": "docs",
    "stubs": "stubs",
    "schema": "schema",
    "generate": "generate",
    "env": "env",
    "mock": "mock",
    "build": "build",
    "lint-data": "lint_data",
    "completion": "completion",
}
"""Every command and its module in this package, in the order of the help."""


class LazyGroup(click.Group):
    """Finds commands in modules of this package."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """A command by its name; None when there is none."""
        del ctx
        module = COMMANDS.get(cmd_name)
        found: Any = import_module(f"registry.cli.{module}").command if module else None
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that arguments name; what is none of ours is told with the name most like it."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from registry.names import close

            guesses = close(name, COMMANDS)
            hint = f" Did you mean {guesses[0]}?" if guesses else ""
            raise click.UsageError(f"No such command {name!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)


def _version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if not wanted or context.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        found = version("model-capability-registry")
    except PackageNotFoundError:
        found = "of a checkout that is not installed"
    click.echo(f"registry {found}")
    context.exit()


EXAMPLES = examples(
    "registry check -m gpt-5-pro -p input=hi -p reasoning.effort=low",
    "registry show gpt-5-pro",
    "registry list --effort none --max-price input=1",
)


@click.group(cls=LazyGroup, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Print the version and exit."
)
def group() -> None:
    """What the API of a model would refuse, and on whose word: offline, before anything is sent."""
