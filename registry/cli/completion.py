"""`registry completion`: what makes a shell complete commands, options, models and sources."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from registry.cli import COMPLETION
from registry.cli.options import examples

SHELLS = ("bash", "zsh", "fish")


EXAMPLES = examples(
    "registry completion bash >> ~/.bashrc",
    "registry completion zsh >> ~/.zshrc",
    "registry completion fish > ~/.config/fish/completions/registry.fish",
)


@click.command("completion", epilog=EXAMPLES)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print what makes a SHELL complete words.

    Commands and options, and the names of models, endpoints and sources.
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise click.ClickException(f"This version of click knows no {shell}.")
    click.echo(kind(context.find_root().command, {}, "registry", COMPLETION).source())
