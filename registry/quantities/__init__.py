"""How much a request may use of what is sold, be it tokens, pictures, seconds or characters; by its endpoint."""

from __future__ import annotations

from registry.diagnostics import NoPrice
from registry.quantities.answering import READERS, answered
from registry.quantities.products import PRODUCTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from registry.quantities.asking import Quantities, Request

__all__ = ["quantities"]


def quantities(request: Request) -> Quantities:
    """What a request uses. Raises NoPrice where that can't be known before it is sent."""
    try:
        if request.mode in READERS:
            return answered(request)
        if request.mode in PRODUCTS:
            return PRODUCTS[request.mode](request)
    except RecursionError:
        raise NoPrice("the request is nested too deeply to be counted") from None
    raise NoPrice(f"what a request for {request.mode} comes to is not known before it is answered")
