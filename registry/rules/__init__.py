"""The rules about requests, one file each; `RULES` is all of them, by code.

The API's order and the finding of problems are elsewhere (`registry.shape`, `registry.check`); here are the words.
"""

from __future__ import annotations

from registry.domain import Values
from registry.facts import Refusal
from registry.rules._refusal import refusal, status
from registry.rules._rule import Case, Rule
from registry.rules.absent_tool import absent_tool
from registry.rules.account_dependent import account_dependent
from registry.rules.bad_schema import bad_schema
from registry.rules.batch_line import batch_line
from registry.rules.deprecated_model import deprecated_model
from registry.rules.disputed_value import disputed_value
from registry.rules.ignored_parameter import ignored_parameter
from registry.rules.malformed_value import malformed_value
from registry.rules.missing_parameter import missing_parameter
from registry.rules.missing_word import missing_word
from registry.rules.moved_parameter import moved_parameter
from registry.rules.over_budget import over_budget
from registry.rules.over_context import over_context
from registry.rules.over_limit import over_limit
from registry.rules.retired_model import retired_model
from registry.rules.unclear_way import unclear_way
from registry.rules.unconfirmed_refusal import unconfirmed_refusal
from registry.rules.unknown_fact import unknown_fact
from registry.rules.unknown_model import unknown_model
from registry.rules.unknown_parameter import unknown_parameter
from registry.rules.unmet_condition import unmet_condition
from registry.rules.unpaired_call import unpaired_call
from registry.rules.unsent_argument import unsent_argument
from registry.rules.unsupported_endpoint import unsupported_endpoint
from registry.rules.unsupported_parameter import unsupported_parameter
from registry.rules.value_not_accepted import advised, value_not_accepted
from registry.rules.wrong_size import wrong_size
from registry.rules.wrong_type import wrong_type

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from registry.diagnostics import Fix, Problem, Step

RULES: tuple[Rule, ...] = (
    unknown_model,
    unknown_parameter,
    unsupported_endpoint,
    unsupported_parameter,
    ignored_parameter,
    unmet_condition,
    value_not_accepted,
    over_limit,
    retired_model,
    deprecated_model,
    missing_parameter,
    wrong_type,
    moved_parameter,
    disputed_value,
    account_dependent,
    wrong_size,
    malformed_value,
    unknown_fact,
    bad_schema,
    missing_word,
    absent_tool,
    unsent_argument,
    over_budget,
    over_context,
    batch_line,
    unconfirmed_refusal,
    unpaired_call,
    unclear_way,
)

BY_KIND: dict[str, Rule] = {kind: rule for rule in RULES for kind in rule.kinds}
"""Which rule words which kind of problem."""


def tell(
    what: str,
    case: Case,
    problem: Problem,
    rule: Rule,
    works: Callable[[dict[str, Any], tuple[Step, ...] | None], bool],
) -> object:
    """One field of a diagnostic: message, allowed, fixes (those that work), source, api or status."""
    if what == "message":
        return rule.message(case, problem)
    if what == "fixes":
        return tuple(fix for fix in _proposed(rule, case, problem) if _works(fix, case, works))
    if what == "allowed":
        values = advised(case, problem)
        return values.written() if isinstance(values, Values) else None
    if what in ("api", "status"):
        return refusal(case, problem, rule) if what == "api" else status(case, problem)
    name = _source(case, problem)
    return case.catalogue.source(name) if name else None


def _proposed(rule: Rule, case: Case, problem: Problem) -> list[Fix]:
    try:
        return list(rule.fixes(case, problem))
    except (LookupError, TypeError, ValueError):  # a place that JSON has no name for, a key that is no string
        return []


def _works(fix: Fix, case: Case, works: Callable[[dict[str, Any], tuple[Step, ...] | None], bool]) -> bool:
    try:
        return works(fix.apply(case.body), fix.moved)
    except (LookupError, TypeError, ValueError):  # a place that JSON has no name for, a key that is no string
        return False


def _source(case: Case, problem: Problem) -> str | None:
    """The id of the source on whose word a problem stands."""
    detail = problem.detail
    if isinstance(detail, Refusal) and detail.claim is not None:
        return detail.claim.source
    if case.model is not None and problem.kind in SECTIONS:
        return case.model.source_of(SECTIONS[problem.kind])
    source = problem.node.get("source") or case.shape.get("source")
    return str(source) if source and problem.kind != "unknown_model" else None


SECTIONS = {
    "retired_model": "lifecycle",
    "deprecated_model": "lifecycle",
    "unsupported_endpoint": "modes",
    "over_budget": "prices",
    "over_context": "limits",
}
"""Which section of a model's facts a problem stands on."""

__all__ = ["BY_KIND", "RULES", "Case", "Rule", "tell"]
