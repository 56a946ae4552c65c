"""The rules about the catalogue, one file each; `RULES` is all of them, by code.

`lint` says everything that is wrong at once; `repair` makes the edits that need no person.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from registry.authoring.lint._draft import Draft
from registry.authoring.lint._edits import Edit, applied
from registry.authoring.lint._rule import Finding, Flaw, Rule
from registry.authoring.lint.accepts_more_than_shape import accepts_more_than_shape
from registry.authoring.lint.anchor_or_merge import anchor_or_merge
from registry.authoring.lint.dangling_name import dangling_name
from registry.authoring.lint.default_not_accepted import default_not_accepted
from registry.authoring.lint.dispute_agrees import dispute_agrees
from registry.authoring.lint.duplicate_key import duplicate_key
from registry.authoring.lint.duplicate_name import duplicate_name
from registry.authoring.lint.impossible_lifecycle import impossible_lifecycle
from registry.authoring.lint.malformed_yaml import malformed_yaml
from registry.authoring.lint.missing_source import missing_source
from registry.authoring.lint.out_of_order import out_of_order
from registry.authoring.lint.price_edited import price_edited
from registry.authoring.lint.price_leap import price_leap
from registry.authoring.lint.redundant_fact import redundant_fact
from registry.authoring.lint.stale_verification import stale_verification
from registry.authoring.lint.unknown_condition import unknown_condition
from registry.authoring.lint.unknown_key import unknown_key
from registry.authoring.lint.unknown_limit import unknown_limit
from registry.authoring.lint.unknown_meter import unknown_meter
from registry.authoring.lint.unknown_parameter_name import unknown_parameter_name
from registry.authoring.lint.unneeded_exception import unneeded_exception
from registry.authoring.lint.unused_source import unused_source
from registry.authoring.lint.wrong_value import wrong_value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from registry.authoring.document import Place

READING: tuple[Rule, ...] = (malformed_yaml, duplicate_key, anchor_or_merge, unknown_key, wrong_value)
"""What reading a file finds; where it finds something, the other rules would judge what nobody meant."""

RULES: tuple[Rule, ...] = (
    *READING,
    duplicate_name,
    redundant_fact,
    default_not_accepted,
    unknown_condition,
    dangling_name,
    missing_source,
    stale_verification,
    out_of_order,
    impossible_lifecycle,
    price_leap,
    price_edited,
    unknown_limit,
    unused_source,
    unneeded_exception,
    unknown_parameter_name,
    accepts_more_than_shape,
    dispute_agrees,
    unknown_meter,
)

PASSES = 100
"""Repairs that make way for others end long before."""


def lint(models: Path, shapes: Path | None, *, on: str, against: str | None = None) -> list[Finding]:
    """Everything that is wrong with files of facts, in the order of the text.

    `on` is the day (ISO) as of which facts are stale; `against` a git revision whose prices must still stand. Raises
    OSError when a file can't be read, ValueError when there is no such revision.
    """
    return _findings(Draft.read(models, shapes, on, against))


def repair(models: Path, shapes: Path | None, *, on: str, against: str | None = None) -> list[Finding]:
    """Make every edit that needs no person, until none is left; the findings that are gone with it.

    Comments and layout stay. What machines read afterwards means what it meant before. Raises as `lint` does.
    """
    repaired: list[Finding] = []
    for _ in range(PASSES):
        draft = Draft.read(models, shapes, on, against)
        fixable = [finding for finding in _findings(draft) if finding.fix]
        if not fixable:
            break
        repaired += _make(draft, fixable)
    return repaired


def _make(draft: Draft, fixable: list[Finding]) -> Iterator[Finding]:
    """Make the edits that do not stand in each other's way; what is gone with them."""
    for document in draft.documents:
        fixes = {finding: finding.fix or () for finding in fixable if finding.file == document.name}
        text, made = applied(document, [edit for fix in fixes.values() for edit in fix])
        if made:
            with Path(document.name).open("w", encoding="utf-8", newline="") as file:
                file.write(text)
        yield from (finding for finding, fix in fixes.items() if made.issuperset(fix))


def _findings(draft: Draft) -> list[Finding]:
    sound = not any(document.mistakes for document in draft.documents)
    last = (unneeded_exception,) if sound else ()
    rules = [rule for rule in RULES if rule not in last] if sound else READING
    found = []
    for rule in (*rules, *last):
        for flaw in rule.look(draft):
            exception = _exception(draft, flaw, rule.code)
            if exception:
                draft.silenced.add(exception)
            else:
                found.append(Finding(rule, flaw))
    return sorted(found, key=lambda finding: (finding.file, finding.line, finding.column, finding.code))


def _exception(draft: Draft, flaw: Flaw, code: str) -> Place | None:
    """The nearest `allow` around a place that has a rule's code."""
    for depth in range(len(flaw.place), 0, -1) if flaw.document is draft.facts else ():
        place = (*flaw.place[:depth], "allow", code)
        if place in draft.facts.keys:
            return place
    return None


__all__ = ["RULES", "Edit", "Finding", "Rule", "lint", "repair"]
