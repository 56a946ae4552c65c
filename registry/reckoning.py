"""What only a count of tokens can tell: whether a request is longer than its model reads, or may come to too much."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from registry.diagnostics import NoPrice, Problem, UnknownModel
from registry.domain import holds, parse
from registry.estimate import placed
from registry.hosted import tools_of
from registry.quantities import quantities
from registry.quantities.asking import Request
from registry.tokens.once import Once

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    from registry.grading import Options
    from registry.quote import Estimate, Place
    from registry.subject import Subject
    from registry.tokens.span import Span

CAPS = ("max_output_tokens", "max_completion_tokens", "max_tokens")
LIMITS = ("input", "context")
"""Limits of a model that a prompt must not exceed, the narrower first."""

ROOT: dict[str, Any] = {}


class Overrun:
    """By how much a request is above a budget; `cap` names what limits its answer, `fits` the number that would do."""

    __slots__ = ("budget", "cap", "estimate", "fits")

    def __init__(self, estimate: Estimate, budget: Decimal, cap: str, fits: int) -> None:
        self.estimate = estimate
        self.budget = budget
        self.cap = cap
        self.fits = fits


class Overflow:
    """By how much a request is longer than its model reads."""

    __slots__ = ("limit", "name", "tokens")

    def __init__(self, tokens: Span, name: str, limit: int) -> None:
        self.tokens = tokens
        self.name = name
        """Of the limit: input or context."""
        self.limit = limit


def reckoned(body: Any, subject: Subject, options: Options) -> list[Problem]:  # noqa: ANN401 - whatever a caller sends
    """The problems that a body (as read) has by its tokens. Raises ValueError for a budget that is no money."""
    with Once():
        found: list[Problem] = []
        request = None
        if options.max_cost is not None:
            budget = _money(options.max_cost)
            try:
                place, sent = placed(body, subject.path, on=subject.setting.day, catalogue=subject.catalogue)
                request = place.request(sent)
                found += _over_budget(place, request, budget, subject.shape)
            except NoPrice as error:
                found.append(Problem("unpriced", None, ROOT, str(error)))
            except UnknownModel:
                pass  # said already
        if options.count_tokens and isinstance(body, dict):
            found += _over_context(body, subject, request)
        return found


def _over_budget(place: Place, request: Request, budget: Decimal, shape: Mapping[str, Any]) -> Iterator[Problem]:
    """The problem of a request that may come to too much. Raises NoPrice."""
    found = place.estimate(request)
    if found.most > budget:
        body, cap = request.body, _cap(request.body, shape)
        fits = _fitting(lambda tokens: place.estimate(request.capped(cap, tokens)).most, budget) if cap else 0
        yield Problem(
            "over_budget", body.get(cap), ROOT, Overrun(found, budget, cap, fits), [cap] if cap in body else []
        )


def _over_context(body: Mapping[str, Any], subject: Subject, priced: Request | None) -> Iterator[Problem]:
    """The problem of a prompt that is too long even at the least, where the endpoint refuses such.

    `priced` is the same request as its price was reckoned, if it was.
    """
    model, refusal = subject.model, subject.shape.get("refusals", {}).get("over_context")
    name = next((name for name in LIMITS if model and name in model.limits), None)
    mode = subject.catalogue.mode(subject.path) if subject.path else None
    if model is None or refusal is None or name is None or mode is None or _spared(body, subject, refusal):
        return
    request = Request(body, model, mode, subject.shape, tools=tools_of(subject.catalogue, model.provider))
    if priced is not None:
        request.share(priced)
    try:
        sent = quantities(request).sent
    except NoPrice as error:
        yield Problem("uncounted", None, ROOT, str(error))
        return
    if sent.least > model.limits[name]:
        place = refusal["param"]
        yield Problem("over_context", body.get(place), ROOT, Overflow(sent, name, model.limits[name]), [place])


def _spared(body: Mapping[str, Any], subject: Subject, refusal: Mapping[str, Any]) -> bool:
    """Whether the request asks for what keeps the endpoint from refusing it."""
    spares = refusal.get("unless")
    if not spares or subject.plan is None:
        return False
    return holds({name: parse(written) for name, written in spares.items()}, subject.plan.lookup(body)) is not False


def _money(most: Decimal | int | str) -> Decimal:
    if isinstance(most, bool | float):
        raise ValueError(f"max_cost={most!r}: money is no float")  # noqa: TRY004 - as for all other options
    try:
        budget = Decimal(most)
    except (InvalidOperation, TypeError, ValueError):
        budget = Decimal("NaN")
    if not budget.is_finite() or budget < 0:
        raise ValueError(f"max_cost={most!r}: a budget is a number of USD")
    return budget


def _cap(body: Mapping[str, Any], shape: Mapping[str, Any]) -> str:
    """The parameter that limits the answer: the one given, else the endpoint's own; empty where there is none."""
    fields = shape["body"].get("fields", {}) if "body" in shape else {}
    given = [name for name in CAPS if body.get(name) is not None]
    return next(iter([*given, *(name for name in CAPS if name in fields)]), "")


def _fitting(most: Callable[[int], Decimal], budget: Decimal) -> int:
    """The longest answer that fits a budget, in tokens; 0 when none does. `most`: what an answer may come to."""
    one, two = most(1), most(2)
    return int((budget - one) // (two - one)) + 1 if one <= budget and two > one else 0
