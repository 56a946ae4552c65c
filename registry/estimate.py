"""`estimate` says what a request may come to, before it is sent: at the least, to be expected, at the most, in USD.

What is not known is an error (NoPrice), or said: an estimate's `unseen` and `open` have what a request refers to and
does not hold.
"""

from __future__ import annotations

from registry.catalogue import bundled
from registry.days import day_of
from registry.diagnostics import UnknownModel, shown
from registry.subject import CLIENT_ONLY, PLAIN_SURFACE, nested_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from registry.catalogue import Catalogue
    from registry.days import Day
    from registry.quote import Estimate, Place


def estimate(
    body: Mapping[str, Any],
    *,
    endpoint: str | None = None,
    surface: str = PLAIN_SURFACE,
    on: Day | None = None,
    tier: str | None = None,
    region: str | None = None,
    catalogue: Catalogue | None = None,
) -> Estimate:
    """What a request may come to, before it is sent.

    `endpoint` is a path or a mode, the model's own first one when omitted; `surface` whose spelling the body is in:
    that of `openai`, `litellm` or `langchain`, for the request that those send. `tier` is the service tier (that of the
    body when omitted) or `batch`; `on` the day (today when omitted). Words are counted exactly where the extra `tokens`
    is installed, else roughly. The body stays as it is.

    Raises NoPrice where a price is not known, or how much there will be to pay for; UnknownModel; and ValueError for
    an `on` that is no day and a `surface` that there is none of.
    """
    place, sent = placed(body, endpoint, surface, on, tier, region, catalogue)
    return place.estimate(place.request(sent))


def placed(
    body: Mapping[str, Any],
    endpoint: str | None = None,
    surface: str = PLAIN_SURFACE,
    on: Day | None = None,
    tier: str | None = None,
    region: str | None = None,
    catalogue: Catalogue | None = None,
) -> tuple[Place, Mapping[str, Any]]:
    """Where a request goes, and its body as it gets there. Raises as `estimate` does."""
    catalogue, day = catalogue or bundled(), day_of(on)
    if surface != PLAIN_SURFACE or (isinstance(body, dict) and not CLIENT_ONLY.isdisjoint(body)):
        from registry.surfaces import wire  # most estimates are asked for as the API would get them

        sent = wire(body if isinstance(body, dict) else {}, surface, endpoint=endpoint, catalogue=catalogue, on=day)
        body, endpoint = sent.body, sent.endpoint
    name = body.get("model") if isinstance(body, dict) else None
    if name is None and endpoint is not None:
        name = nested_name(body, endpoint, catalogue)
    if not isinstance(name, str):
        raise UnknownModel(shown(name))
    asked = body.get("service_tier")
    tier = asked if tier is None and isinstance(asked, str) else tier
    key = ("estimate", name, endpoint, day, tier, region)
    place: Place | None = catalogue.cache.get(key)
    if place is None:
        from registry.quote import Place  # a verdict needs none of this

        place = Place(catalogue, name, endpoint, day, tier, region)
        catalogue.keep(key, place)
    return place, body
