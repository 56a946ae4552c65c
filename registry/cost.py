"""`cost` says what a request came to, from the usage that its answer has: in USD, exactly, line by line.

A meter without a known price is an error, and never 0.
"""

from __future__ import annotations

from time import time

from registry.catalogue import bundled
from registry.days import SECONDS_KEPT, day_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeAlias

    from registry.bill import Cost
    from registry.catalogue import Catalogue
    from registry.days import Day

    Kept: TypeAlias = tuple[Any, float, float]

ALWAYS = float("inf")
NEVER: Kept = (None, 0, 0)


def cost(
    model: str,
    *,
    usage: object,
    on: Day | None = None,
    tier: str | None = None,
    region: str | None = None,
    catalogue: Catalogue | None = None,
) -> Cost:
    """What a request came to, from the usage of its answer, as a dict or as the SDK's object.

    `model` is the one that answered, `tier` the `service_tier` of the answer or `batch`, `on` the day of the request
    (today when omitted). A usage without the token counts of an API is read as quantities by meter: `{"input": 1000}`.

    Raises NoPrice where a price is not known, UnknownModel, and ValueError for a usage that contradicts itself.
    """
    catalogue = catalogue or bundled()
    if on is not None and type(on) is not str:
        on = day_of(on)  # datetimes of different zones may be equal and of different days
    charge, since, until = catalogue.cache.get((model, on, tier, region)) or NEVER
    if not since <= time() < until:
        charge = _charger(catalogue, model, on, tier, region)
    priced: Cost = charge(usage)
    return priced


def _charger(
    catalogue: Catalogue, model: str, on: Day | None, tier: str | None, region: str | None
) -> Callable[[object], Cost]:
    """What prices usages of a model; kept, and for as long as today is asked about, asked again every minute."""
    now = time()
    day = day_of(on)
    key = ("cost", (model, day, tier, region))
    charge: Callable[[object], Cost] | None = catalogue.cache.get(key)
    if charge is None:
        from registry.bill import Cost
        from registry.tariff import Tariff

        charge = Tariff(catalogue, catalogue.model(model, day), tier, region).charger(Cost)
        catalogue.keep(key, charge)
    since = now - now % SECONDS_KEPT
    catalogue.keep(
        (model, on, tier, region), (charge, since, since + SECONDS_KEPT) if on is None else (charge, 0, ALWAYS)
    )
    return charge
