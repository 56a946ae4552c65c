"""`registry generate`: everything that is printed from the facts and committed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from registry.catalogue import FILE, Catalogue
from registry.cli.options import examples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from registry.generate.artefact import Artefact, Kind
    from registry.generate.material import Material, RulePage

EXAMPLES = examples(
    "registry generate --list",
    "registry generate pricing --print",
)
ABOVE = Path(__file__).parent.parent.parent
"""The folder that the package lies in: where rules are written is told from there."""

STALE = "Run `registry generate`, and commit what it writes."


def _names(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from registry.generate.artefacts import ARTEFACTS

    return [name for name in ARTEFACTS if name.startswith(incomplete)]


@click.command("generate", epilog=EXAMPLES)
@click.argument("names", nargs=-1, metavar="[NAME]...", shell_complete=_names)
@click.option("--check", "mode", flag_value="check", help="Write nothing; exit with 1 when something is stale.")
@click.option("--print", "mode", flag_value="print", help="Print instead of writing.")
@click.option("--list", "mode", flag_value="list", help="List the names, with the files that they stand for.")
@click.option(
    "--root", type=click.Path(path_type=Path, file_okay=False), default=Path(), help="The checkout; here by default."
)
@click.option(
    "--catalogue", metavar="FILE", default=FILE, help="The compiled catalogue; the one that ships by default."
)
def command(names: tuple[str, ...], mode: str | None, root: Path, catalogue: str) -> None:
    """Write the reference, rule pages and schemas.

    They are printed from the facts and committed: `registry generate` writes what changed, `--check` says whether
    anything would. NAMEs are those of --list; everything by default.

    What is printed depends on the catalogue alone, not on the day.
    """
    from registry.generate.artefacts import ARTEFACTS

    if unknown := [name for name in names if name not in ARTEFACTS]:
        raise click.UsageError(f"There is no {unknown[0]!r} to generate, but {', '.join(ARTEFACTS)}.")
    if mode not in ("print", "list") and not (root / "data" / "models.yaml").is_file():
        raise click.UsageError(f"There is no {root / 'data' / 'models.yaml'}: run this in a checkout, or say --root.")
    material = _material(catalogue)
    kinds = [ARTEFACTS[name] for name in names or ARTEFACTS]
    made = [(kind, list(kind.make(material))) for kind in kinds]
    artefacts = [artefact for _, some in made for artefact in some]
    if mode == "list":
        click.echo("\n".join(f"{kind.name}: {', '.join(one.path for one in some)}" for kind, some in made))
    elif mode == "print":
        click.echo("\n".join(artefact.render() for artefact in artefacts), nl=False)
    elif mode == "check":
        _check(root, artefacts, list(_leftovers(root, made)))
    else:
        _write(root, artefacts, list(_leftovers(root, made)))


def _material(catalogue: str) -> Material:
    from registry.generate.material import Material

    try:
        return Material(Catalogue.load(catalogue), list(rule_pages()))
    except (OSError, ValueError) as error:
        raise click.ClickException(f"{catalogue}: {error}") from None


def _leftovers(root: Path, made: Sequence[tuple[Kind, Sequence[Artefact]]]) -> Iterator[Path]:
    for kind, artefacts in made:
        yield from kind.leftovers(root, artefacts)


def _check(root: Path, artefacts: Sequence[Artefact], leftovers: Sequence[Path]) -> None:
    from registry.generate.artefact import difference

    stale = [line for one in artefacts for line in difference(root / one.path, one.render().encode())]
    stale += [f"{path} is left over: nothing makes it any more" for path in leftovers]
    if stale:
        click.echo("\n".join(stale))
        click.echo(STALE, err=True)
        raise click.exceptions.Exit(1)


def _write(root: Path, artefacts: Sequence[Artefact], leftovers: Sequence[Path]) -> None:
    from registry.cli.screen import count
    from registry.generate.artefact import write

    written = 0
    for artefact in artefacts:
        if write(root / artefact.path, artefact.render().encode()):
            written += 1
            click.echo(f"{artefact.path}: written", err=True)
    for path in leftovers:
        path.unlink()
        click.echo(f"{path}: removed, nothing makes it any more", err=True)
    click.echo(f"{count(len(artefacts), 'file')}, {written:,} written", err=True)


def rule_pages() -> Iterator[RulePage]:
    """Every rule with where it is written: a rule is a function of its own name in a file of its own name."""
    from registry.authoring.lint import RULES as ABOUT_FACTS
    from registry.lint.rules import RULES as ABOUT_CONFIGS
    from registry.rules import RULES as ABOUT_REQUESTS

    everything = (
        (ABOUT_REQUESTS, "registry/rules"),
        (ABOUT_CONFIGS, "registry/lint/rules"),
        (ABOUT_FACTS, "registry/authoring/lint"),
    )
    for rules, folder in everything:
        for rule in rules:
            yield _described(rule, folder)


def _described(rule: Any, folder: str) -> RulePage:  # noqa: ANN401 - of requests or of facts
    from registry.generate.material import RulePage

    function = rule.name.replace("-", "_")
    file = f"{folder}/{function}.py"
    lines = (ABOVE / file).read_text(encoding="utf-8").splitlines()
    line = next(at for at, text in enumerate(lines, 1) if text.startswith(f"def {function}("))
    return RulePage(rule.code, rule.name, rule.severity, rule.since, rule.fixable, rule.page, file, line)
