"""A call → what is wrong with it, whatever its hidden part may be.

A finding counts only if it is there however the hidden part is filled in, as long as that part itself is right: so an
argument that is no literal is neither guessed, nor taken for missing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from registry.check import check
from registry.lint.completions import PLAIN, completions
from registry.lint.finding import Finding
from registry.lint.mending import edits_of
from registry.lint.value import HIDDEN, hidden_in
from registry.names import close

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from registry.catalogue import Catalogue
    from registry.diagnostics import Diagnostic
    from registry.lint.call import Call
    from registry.lint.settings import Settings
    from registry.report import Report

ABOUT_ALL = ("missing-word", "absent-tool")
"""Rules that read the whole request: something hidden may be just what they miss."""

UNSURE = ("disputed-value",)
"""Rules that say that nobody is sure: in a file that works there is nothing to do about it."""

IGNORED = "ignored-parameter"
UNKNOWN = "unknown-parameter"
ABSENCE = "missing-parameter"
UNSENT = "unsent-argument"
GONE = "retired-model"
NAMES = "unknown-model"
ALIKE = 0.9
"""How like a known model's name another must be to be taken for a mistyped one."""

EXTRA = "extra_body"
DIGITS = re.compile(r"[0-9]+")

Mark = tuple[str, str]
"""A finding by its severity and place: what is refused for one reason or another is refused."""


def judged(call: Call, settings: Settings) -> Iterator[Finding]:
    """What is wrong with a call. Nothing, where it may go to somebody else than the provider that we know."""
    arguments = _arguments(call)
    if arguments is None or not _is_ours(call, arguments, settings.catalogue):
        return
    report = _report(arguments, call, settings)
    # `errors` and `warnings` word their findings when read, and most calls have none.
    if report.ok and not report.count("warning"):
        return
    told = [one for one in (*report.errors, *report.warnings) if _counts(one, call, arguments, settings.catalogue)]
    if told and (call.arguments.open or hidden_in(arguments)):
        sure = _sure(call, arguments, settings)
        told = [one for one in told if _mark(one) in sure]
    for one in told:
        yield _finding(one, call)


def _arguments(call: Call) -> dict[str, Any] | None:
    """The arguments as JSON with hidden values; None where they may be anything."""
    if not isinstance(call.arguments.data, dict):
        return None
    found = {key: value.plain() for key, value in call.arguments.data.items()}
    if found.get(EXTRA) is HIDDEN:
        return None  # it may overwrite any of them
    return {**call.given, **found}


def _is_ours(call: Call, arguments: Mapping[str, Any], catalogue: Catalogue) -> bool:
    """Whether a call surely goes to the provider whose models we know."""
    table = catalogue.surface(call.surface) or {}
    for key in table.get("elsewhere", ()):
        if arguments.get(key) is not None and not is_home(arguments[key], table):
            return False
    model = next((arguments[key] for key in ("model", *_aliases(table, call.mode)) if key in arguments), None)
    if model is HIDDEN or (model is None and call.arguments.open):
        return call.surface == PLAIN and call.mode is not None and not call.assumed
    if not isinstance(model, str):
        return True
    found = catalogue.find(model)
    if found is not None:
        return found.surface in (None, call.surface)
    return looks_mistyped(model, catalogue, call.surface)


def _aliases(table: Mapping[str, Any], mode: str | None) -> Iterator[str]:
    """Other names under which a library takes the model's."""
    for treatment in table.get("calls", {}).get(mode, {}).get("treats") or ():
        yield from (old for old, new in (treatment.get("moves") or {}).items() if new == "model")


def is_home(address: object, table: Mapping[str, Any]) -> bool:
    """Whether an address is surely the provider's own."""
    return isinstance(address, str) and any(address.startswith(f"https://{host}") for host in table.get("hosts", ()))


def looks_mistyped(name: str, catalogue: Catalogue, surface: str) -> bool:
    """Whether a name is a known one with letters wrong; other numbers may be a model newer than the catalogue."""
    rules = [rule for provider in catalogue.header["providers"].values() for rule in provider.get("names", ())]
    # Another provider's prefix is no mistake in letters.
    begins = [rule["prefix"] for rule in rules if rule.get("surface") == surface and name.startswith(rule["prefix"])]
    bare = name.removeprefix(max(begins, key=len, default=""))
    likely = close(bare, catalogue.ids(), most=1, cutoff=ALIKE)
    if not likely or "/" in bare or DIGITS.findall(bare) != DIGITS.findall(likely[0]):
        return False
    # A suffix of its own (`gpt-4o-latest`) is no mistake in letters either.
    return not bare.startswith(likely[0]) or bare[len(likely[0])].isalpha()


def _report(arguments: Mapping[str, Any], call: Call, settings: Settings) -> Report:
    return check(
        arguments,
        endpoint=call.mode,
        surface=call.surface,
        on=settings.on,
        trust=settings.trust,
        ignore=settings.ignore,
        unknown=settings.unknown,
        account=settings.account,
        catalogue=settings.catalogue,
    )


def _counts(one: Diagnostic, call: Call, arguments: Mapping[str, Any], catalogue: Catalogue) -> bool:
    """Whether a finding stands on what is known alone."""
    unsure = call.arguments.open or hidden_in(arguments)
    if one.name in UNSURE or (one.name == IGNORED and one.allowed is None):
        return False
    if one.name == UNKNOWN and (one.path.startswith(f"{EXTRA}.") or not call.sends):
        return any(
            len(fix.edits) > 1 for fix in one.fixes
        )  # what is like nothing known may be newer than what is known
    if one.name in ABOUT_ALL:
        return not unsure
    if one.name == ABSENCE:
        return _is_absent(one, call, unsure=unsure)
    if one.name == UNSENT and one.path.partition(".")[0] in _kept(call, catalogue):
        return False
    value = _at(one.path, call)
    return value is not HIDDEN and not (one.path == "model" and arguments.get("model") is HIDDEN)


def _kept(call: Call, catalogue: Catalogue) -> Mapping[str, object]:
    """Arguments that a library keeps under a name of the API's: who writes them may well mean the library."""
    table = catalogue.surface(call.surface) or {}
    kept: Mapping[str, object] = table.get("calls", {}).get(call.mode, {}).get("keeps") or {}
    return kept


def _is_absent(one: Diagnostic, call: Call, *, unsure: bool) -> bool:
    """Whether what is missing is surely missing; what a sentence says about needs may be met by something hidden."""
    around, _ = call.arguments.nearest(one.path)
    if around is call.arguments:
        return call.sends and not call.arguments.open and not unsure
    return isinstance(around.data, dict) and not around.open and call.arguments.at(one.path) is None


def _at(path: str, call: Call) -> object:
    found, exact = call.arguments.nearest(path)
    return found.data if exact else None


def _sure(call: Call, arguments: Mapping[str, Any], settings: Settings) -> set[Mark]:
    """The findings that are there however the hidden part is filled in with something right."""
    sure: set[Mark] | None = None
    for filled, put in completions(call, arguments, settings.catalogue):
        report = _report(filled, call, settings)
        errors = [one.path for one in report.errors]
        # What else a filled in object needs is not ours to say: only the value itself has to be right.
        if any(_begins(place, path) for path in errors for place in put):
            continue
        found = {_mark(one) for one in (*report.errors, *report.warnings)}
        sure = found if sure is None else sure & found
        if not sure:
            break
    return sure or set()


def _begins(path: str, key: str) -> bool:
    return path == key or path.startswith((f"{key}.", f"{key}["))


def _mark(one: Diagnostic) -> Mark:
    return one.severity, one.path


def _finding(one: Diagnostic, call: Call) -> Finding:
    value, exact = call.arguments.nearest(one.path)
    span = value.span if exact or value is not call.arguments else call.span
    fixes = one.fixes
    severity: Any = one.severity
    return Finding(
        call.file,
        span,
        (one.code, one.name, severity),
        one.message,
        path=one.path,
        fixes=[fix.title for fix in fixes],
        edits=edits_of(fixes[0], call) if fixes else (),
        moves=one.name == GONE,
        source=one.source,
        whole=call.span,
    )
