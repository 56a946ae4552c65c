"""What was given on the command line → what `registry.check` and its kin take. Mistakes are UsageMistake."""

from __future__ import annotations

import os

from registry.catalogue import ENVIRONMENT, FILE, Catalogue, bundled
from registry.cli.arguments import Option, UsageMistake

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}

YAML = (".yaml", ".yml")

CATALOGUE = Option(
    "--catalogue",
    kind="many",
    metavar="FILE",
    help="A catalogue to lay over the one that ships: compiled, YAML, or a LiteLLM configuration; repeatable.",
)
ENDPOINT = Option("--endpoint", metavar="PATH|MODE", help="The endpoint, such as /v1/responses or chat.")
ON = Option("--on", metavar="DATE", help="The day to judge by, 2026-12-31 or +90d; today by default.")
TRUST = Option("--trust", metavar="SOURCE", help="A source whose claims win over all others.")


def catalogue_of(paths: Sequence[str]) -> Catalogue:
    """The catalogue that ships, with overlays laid over it, the last on top."""
    try:
        catalogue = bundled()
    except (OSError, ValueError) as error:
        raise UsageMistake(_no_catalogue(error)) from None
    for path in paths:
        try:
            catalogue = _written(path, catalogue) if path.endswith(YAML) else Catalogue.load(path, over=catalogue)
            _ = catalogue.header
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            placed = reason if reason.startswith(path) else f"{path}: {reason}"
            raise UsageMistake(placed, CATALOGUE.flags[0]) from None
    return catalogue


def _written(path: str, under: Catalogue) -> Catalogue:
    """A catalogue that is compiled from facts, or from the `model_list` of a LiteLLM configuration, as it is read."""
    from registry.authoring.written import read_written  # compiled files need none of this

    return read_written(path, under)


def _no_catalogue(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError) and error.filename == FILE:
        return f"There is no compiled catalogue at {FILE}: run `registry build`."
    named = os.environ.get(ENVIRONMENT)
    return f"The catalogue can't be read{f', with {ENVIRONMENT}={named}' if named else ''}: {error}"


def day(text: str | None) -> str:
    """`2026-12-31`, `+90d` or nothing (today) → the day in ISO form."""
    from registry.days import day_of

    if text is None:
        return day_of(None)
    from datetime import date, timedelta

    try:
        if text[:1] in ("+", "-") and text.endswith("d"):
            return (date.fromisoformat(day_of(None)) + timedelta(days=int(text[:-1]))).isoformat()
        return date.fromisoformat(text).isoformat()
    except (ValueError, OverflowError):
        raise UsageMistake(f"{text!r} is no day: write 2026-12-31, or +90d for days from today.", "--on") from None


def source(catalogue: Catalogue, id_: str | None) -> str | None:
    """The id of a declared source, or None."""
    if id_ is not None:
        _one_of(id_, catalogue.header["sources"], "source", TRUST.flags[0], "`registry list --sources` lists them all.")
    return id_


def mode(catalogue: Catalogue, endpoint: str | None) -> str | None:
    """The mode that an endpoint's path or name stands for, or None."""
    if endpoint is None:
        return None
    modes = catalogue.header["modes"]
    found = catalogue.mode(endpoint)
    if found is None:
        known = [*modes, *modes.values()]
        _one_of(endpoint, known, "endpoint", ENDPOINT.flags[0], f"There are {', '.join(modes)}.")
    return found


def account(pairs: Iterable[str]) -> dict[str, bool]:
    """`["verified_organization=true"]` → what the caller's account has."""
    has = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        if not name or value.lower() not in BOOLEANS:
            raise UsageMistake(f"{pair!r}: write verified_organization=true or =false.", "--account")
        has[name] = BOOLEANS[value.lower()]
    return has


def money(text: str | None) -> str | None:
    """An amount in USD, as it was written: `0.50`, `$2`."""
    if text is None:
        return None
    from decimal import Decimal, InvalidOperation

    amount = text.removeprefix("$")
    try:
        fine = Decimal(amount).is_finite() and Decimal(amount) >= 0
    except InvalidOperation:
        fine = False
    if not fine:
        raise UsageMistake(f"{text!r} is no amount of USD: write 0.50.", "--max-cost")
    return amount


def codes(texts: Iterable[str]) -> tuple[str, ...]:
    """Codes or names of rules, one or several in each text, → their codes."""
    wanted = [word.strip() for text in texts for word in text.split(",") if word.strip()]
    if not wanted:
        return ()
    from registry.rules import RULES

    known = {rule.name: rule.code for rule in RULES} | {rule.code: rule.code for rule in RULES}
    names = [rule.name for rule in RULES]  # one code is as like a mistyped one as another
    for word in wanted:
        _one_of(word, known, "rule", "--ignore", "`registry explain` lists them all.", names)
    return tuple(known[word] for word in wanted)


def parameters(pairs: Iterable[str]) -> dict[str, Any]:
    """`["reasoning.effort=low", "n=2"]` → `{"reasoning": {"effort": "low"}, "n": 2}`."""
    body: dict[str, Any] = {}
    for pair in pairs:
        path, equals, text = pair.partition("=")
        steps = path.split(".")
        if not equals or not all(steps):
            raise UsageMistake(f"{pair!r}: write key=value, or outer.inner=value.", "-p")
        inside: Any = body
        for step in steps[:-1]:
            inside = inside.setdefault(step, {})
            if not isinstance(inside, dict):
                raise UsageMistake(f"{pair!r}: {step} has a value already that is no object.", "-p")
        inside[steps[-1]] = value(text)
    return body


def merged(outer: Mapping[str, Any], inner: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of a body with what the command line gave put into it, object by object."""
    body = dict(outer)
    for key, value in inner.items():
        old = body.get(key)
        body[key] = merged(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return body


def value(text: str) -> Any:  # noqa: ANN401 - JSON
    """A JSON value; a text that is none is a string."""
    from registry.cli.parsing import DECODER

    try:
        return DECODER.decode(text)
    except (ValueError, RecursionError):
        return text


def _one_of(
    word: str, known: Iterable[str], noun: str, option: str, hint: str, likely: Iterable[str] | None = None
) -> None:
    """Raise UsageMistake for a word that is not known, with the one most like it, or with a hint."""
    known = list(known)
    if word in known:
        return
    from registry.names import close

    guesses = close(word, known if likely is None else likely)
    more = f"Did you mean {guesses[0]}?" if guesses else hint
    raise UsageMistake(f"no {noun} is called {word!r}. {more}", option)
