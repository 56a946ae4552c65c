"""`compare` says what a request may come to on other models, of which the verdict says who would take it."""

from __future__ import annotations

from registry.catalogue import bundled
from registry.check import check
from registry.days import day_of
from registry.diagnostics import NoPrice
from registry.estimate import estimate
from registry.lookup import models as known
from registry.subject import NO_SHAPE, PLAIN_SURFACE, model_place
from registry.tokens.once import Once

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.quote import Estimate
    from registry.report import Report

ALIVE = ("active", "deprecated")
PLACES = ("endpoint", "surface", "on", "catalogue")
"""The options of `check` that an estimate takes too."""


class Offer:
    """A request on another model: the verdict, and what it may come to where that model would take it."""

    __slots__ = ("estimate", "model", "report", "unpriced")

    def __init__(self, model: str, report: Report, estimate: Estimate | None, unpriced: str) -> None:
        self.model = model
        """By the name that was asked about."""
        self.report = report
        self.estimate = estimate
        """None where the model would refuse the request, and where its price is not known."""
        self.unpriced = unpriced
        """Why no price is known of a request that it would take; empty where one is."""

    @property
    def ok(self) -> bool:
        """Whether the model would take the request, as far as we know."""
        return self.report.ok

    @property
    def rank(self) -> tuple[bool, bool, Decimal, Decimal, str]:
        """What offers are sorted by: the cheapest to be expected first, then those without a price, refusals last."""
        from decimal import Decimal

        found = self.estimate
        expected, most = (found.expected, found.most) if found else (Decimal(0), Decimal(0))
        return not self.ok, found is None, expected, most, self.model

    def as_dict(self) -> dict[str, Any]:
        """JSON-ready; decimal numbers are strings."""
        return {
            "model": self.model,
            "ok": self.ok,
            "estimate": self.estimate.as_dict() if self.estimate else None,
            "unpriced": self.unpriced,
            "report": self.report.as_dict(),
        }

    def __repr__(self) -> str:
        codes = ", ".join(error.code for error in self.report.errors)
        return f"<{self.model}: {self.estimate or self.unpriced or f'refused, {codes}'}>"


def compare(
    body: Mapping[str, Any],
    models: Iterable[str] | None = None,
    *,
    tier: str | None = None,
    region: str | None = None,
    **options: Any,  # noqa: ANN401 - those of check
) -> list[Offer]:
    """What a request may come to on other models, the cheapest to be expected first.

    Each of `models` is judged as `check` with the same options would judge the request with that name for its model;
    those that would refuse it stand last. When omitted: every model that is alive on the day and would take it, under
    its own name and no alias. The request stays at its endpoint. `count_tokens` is on unless it is given; `tier` and
    `region` are those of `estimate`.

    Raises UnknownModel for a name in `models` that stands for no model, and ValueError as `check` does.
    """
    catalogue = options.get("catalogue") or bundled()
    options = {"count_tokens": True, **options, "endpoint": endpoint_of(body, options)}
    if models is None:
        names = candidates(catalogue, day_of(options.get("on")))
    else:
        names = [catalogue.resolve(name).name for name in models]
    with Once():
        found = [offer(body, name, tier, region, options) for name in names]
    found = [one for one in found if one.ok or models is not None]
    return sorted(found, key=lambda one: one.rank)


def endpoint_of(body: Mapping[str, Any], options: Mapping[str, Any]) -> str | None:
    """The endpoint that a request goes to as it is: another model may have another one first."""
    given: str | None = options.get("endpoint")
    if given is not None or options.get("surface", PLAIN_SURFACE) != PLAIN_SURFACE:
        return given
    return check(body, **{**options, "max_cost": None, "count_tokens": False}).endpoint


def candidates(catalogue: Catalogue, day: str) -> list[str]:
    """The models that are alive on a day (ISO) and have an endpoint; what an alias stands for stands for it."""
    every = known(on=day, catalogue=catalogue)
    return [model.id for model in every if model.status in ALIVE and model.modes and model.snapshot is None]


def offer(
    body: Mapping[str, Any], model: str, tier: str | None, region: str | None, options: Mapping[str, Any]
) -> Offer:
    """A request on one other model; `options` are those of `check`, the endpoint among them."""
    asked = renamed(body, model, options["endpoint"], options.get("catalogue") or bundled())
    with Once():
        report = check(asked, **options)
        if not report.ok:
            return Offer(model, report, None, "")
        places = {name: options[name] for name in PLACES if name in options}
        try:
            return Offer(model, report, estimate(asked, tier=tier, region=region, **places), "")
        except NoPrice as error:
            return Offer(model, report, None, str(error))


def renamed(body: Mapping[str, Any], model: str, endpoint: str | None, catalogue: Catalogue) -> Mapping[str, Any]:
    """A copy of a request with another model's name where its endpoint has that; the body itself when it is none."""
    mode = catalogue.mode(endpoint) if endpoint is not None else None
    shape = catalogue.shape(mode) if mode is not None else None
    return _put(body, model_place(shape or NO_SHAPE), model) if isinstance(body, dict) else body


def _put(body: Mapping[str, Any], place: tuple[str, ...], model: str) -> dict[str, Any]:
    first, *rest = place
    inner = body.get(first)
    return {**body, first: _put(inner if isinstance(inner, dict) else {}, tuple(rest), model) if rest else model}
