"""`[tool.registry]` of a pyproject.toml: what a project always asks of `registry lint` and `registry migrate`."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from registry.cli import settings
from registry.cli.arguments import UsageMistake
from registry.lint import RULES, Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

NAME = "pyproject.toml"
TEXTS = ("on", "trust", "unknown")
LISTS = ("ignore", "exclude", "account", "catalogue")
FLAGS = ("strict", "drop-params")
KEYS = (*TEXTS, *LISTS, *FLAGS)
UNKNOWN = ("error", "warn", "allow")


def table(start: Path) -> dict[str, Any]:
    """`[tool.registry]` of the nearest pyproject.toml, in a folder or above it; empty when there is none.

    Raises UsageMistake for what it may not say.
    """
    for folder in (start, *start.parents):
        file = folder / NAME
        if file.is_file():
            return _read(file)
    return {}


def _read(file: Path) -> dict[str, Any]:
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8")).get("tool", {}).get("registry", {})
    except (OSError, ValueError) as error:
        raise UsageMistake(f"{file}: {error}") from None
    for key, value in found.items():
        if key not in KEYS:
            raise UsageMistake(f"{file}: [tool.registry] has no key {key!r}, but {', '.join(sorted(KEYS))}.")
        if not _fits(key, value):
            word = "a text" if key in TEXTS else "true or false" if key in FLAGS else "a list of texts"
            raise UsageMistake(f"{file}: [tool.registry] {key} is {word}.")
    return dict(found)


def _fits(key: str, value: object) -> bool:
    if key in LISTS:
        return isinstance(value, list) and all(isinstance(one, str) for one in value)
    return isinstance(value, str if key in TEXTS else bool)


def asked(given: Mapping[str, Any], said: Mapping[str, Any]) -> Settings:
    """What the command line asks, over what the project says. Raises UsageMistake."""
    catalogue = settings.catalogue_of([*said.get("catalogue", ()), *given["catalogue"]])
    unknown: Any = given["unknown"] or said.get("unknown") or UNKNOWN[0]
    if unknown not in UNKNOWN:
        raise UsageMistake(f"[tool.registry] unknown = {unknown!r}: one of {', '.join(UNKNOWN)}.")
    return Settings(
        catalogue,
        settings.day(given["on"] or said.get("on")),
        trust=settings.source(catalogue, given["trust"] or said.get("trust")),
        ignore=codes([*said.get("ignore", ()), *given["ignore"]]),
        unknown=unknown,
        account=settings.account([*said.get("account", ()), *given["account"]]),
        exclude=[*said.get("exclude", ()), *given["exclude"]],
        given={"drop_params": True} if said.get("drop-params") else None,
        models=bool(given.get("models")),
    )


def codes(texts: Iterable[str]) -> tuple[str, ...]:
    """Codes or names of rules about requests or configurations, → their codes."""
    ours = {word: rule.code for rule in RULES for word in (rule.code, rule.name)}
    words = [word.strip() for text in texts for word in text.split(",") if word.strip()]
    return (
        *(ours[word] for word in words if word in ours),
        *settings.codes(word for word in words if word not in ours),
    )
