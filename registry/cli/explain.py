"""`registry explain`: the page of a rule."""

from __future__ import annotations

import inspect
import json
import sys
from typing import TYPE_CHECKING, Any

import click

from registry.cli.options import JSON, examples
from registry.cli.screen import Painter, table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def _completed(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    return [word for rule in rules() for word in (rule.code, rule.name) if word.startswith(incomplete)]


EXAMPLES = examples(
    "registry explain",
    "registry explain REQ006",
    "registry explain unmet-condition --json",
)


@click.command("explain", epilog=EXAMPLES)
@click.argument("rule", required=False, metavar="[CODE|NAME]", shell_complete=_completed)
@JSON
def command(rule: str | None, *, as_json: bool) -> None:
    """Print the page of a rule, or list the rules.

    A page has what the rule says, why, an example, and what to do instead.

    REQ… rules judge requests, CFG… rules configurations of LiteLLM's proxy, CAT… rules files of facts.
    """
    if rule is None:
        _index(list(rules()), as_json=as_json)
        return
    found = next((one for one in rules() if rule.lower() in (one.code.lower(), one.name)), None)
    if found is None:
        raise click.ClickException(_unknown(rule, rules()))
    if as_json:
        click.echo(json.dumps(_as_dict(found), indent=2))
    else:
        click.echo("\n".join(_lines(found, Painter(sys.stdout))))


def rules() -> Iterator[Any]:
    """Every rule, about requests, configurations and files of facts: all have a code, a name, a severity and a page."""
    from registry.rules import RULES

    yield from sorted(RULES, key=lambda rule: rule.code)
    from registry.lint.rules import RULES as ABOUT_CONFIGS

    yield from sorted(ABOUT_CONFIGS, key=lambda rule: rule.code)
    from registry.authoring import lint  # brings pydantic: whoever stops before pays nothing for it

    yield from sorted(lint.RULES, key=lambda rule: rule.code)


def _unknown(word: str, known: Iterable[Any]) -> str:
    from registry.names import close

    guesses = close(word.lower(), [name for rule in known for name in (rule.code, rule.name)])
    hint = f"Did you mean {guesses[0]}?" if guesses else "`registry explain` lists them all."
    return f"No rule is called {word!r}. {hint}"


def _as_dict(rule: Any) -> dict[str, object]:  # noqa: ANN401 - of requests or of facts
    """A rule for machines: what it says in a line, the sections of its page by title, and the page whole."""
    page = inspect.cleandoc(rule.page)
    lead, *sections = page.split("\n## ")
    parts = [section.partition("\n") for section in sections]
    told = {title.strip(): inspect.cleandoc(f"\n{text}").strip() for title, _, text in parts}
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity,
        "since": rule.since,
        "fixable": rule.fixable,
        "says": " ".join(lead.split()),
        "sections": told,
        "page": page,
    }


def _index(known: Sequence[Any], *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps([_as_dict(rule) for rule in known], indent=2))
        return
    rows = [(rule.code, rule.name, rule.severity, inspect.cleandoc(rule.page).partition("\n")[0]) for rule in known]
    click.echo("\n".join(table(rows)))


def _lines(rule: Any, paint: Painter) -> list[str]:  # noqa: ANN401 - of requests or of facts
    page = inspect.cleandoc(rule.page).splitlines()
    head = f"{paint('strong', f'{rule.code} {rule.name}')} ({rule.severity}, since {rule.since})"
    return [head, "", *(paint("strong", line[3:]) if line.startswith("## ") else line for line in page)]
