"""Whether a schema and `registry.check` say the same of a body, wherever the schema claims to speak."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import registry
from registry.subject import nested_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from registry.catalogue import Catalogue
    from registry.diagnostics import Diagnostic
    from registry.report import Report

INDEX = re.compile(r"\[\d+\]")
OF_NAMES = "REQ001"
"""The code about names that are known not to be the API's: a schema may refuse those, or take them for unknown."""


def verdict(body: Mapping[str, Any], catalogue: Catalogue, **options: Any) -> Report:  # noqa: ANN401 - those of check
    """What `check` says of a body; a name that nobody knows is no error, since a schema lets it through."""
    name = body.get("model") or nested_name(body, options["endpoint"], catalogue)
    unheard = isinstance(name, str) and catalogue.find(name) is None
    return registry.check(body, unknown={"model": "allow"} if unheard else "error", catalogue=catalogue, **options)


def disagreement(report: Report, schema: Mapping[str, Any], *, valid: bool) -> str | None:
    """How the two disagree about a body; None when they do not."""
    if report.ok:
        return None if valid else "refused, though check accepts it"
    if any(error.code == OF_NAMES for error in report.errors):
        return None
    covered = [error for error in report.errors if not is_uncovered(error, schema["x-uncovered"])]
    if valid and covered:
        return f"let through, though it is covered: {covered[0].code} {covered[0].path}"
    if not valid and not covered:
        return f"refused, though all that is wrong is uncovered: {report.errors[0].code} {report.errors[0].path}"
    return None


def is_uncovered(error: Diagnostic, uncovered: Sequence[Mapping[str, Any]]) -> bool:
    """Whether a schema lists an error as one that it lets through: its code, at its place or around it."""
    path = INDEX.sub("[]", error.path)
    return any(
        error.code == entry["code"]
        and any(path == at or path.startswith((f"{at}.", f"{at}[")) for at in entry["at"])
        and not (entry.get("of") == "file" and isinstance(error.value, list))
        for entry in uncovered
    )
