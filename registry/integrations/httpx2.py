"""A guard for any client on httpx2: a transport that answers like the API where the API would refuse.

    client = httpx2.Client(transport=GuardTransport())

Under `raise` the client gets the API's own answer, status and body, without anything being sent: whatever raises for
such an answer raises. `response.extensions["registry.report"]` has the report.
"""

from __future__ import annotations

import httpx2

from registry.integrations.policy import Guard
from registry.integrations.transports import AsyncJudging, Judging

__all__ = ["AsyncGuardTransport", "Guard", "GuardTransport"]


class GuardTransport(Judging, httpx2.BaseTransport):
    """Judges requests before another transport (a plain one when omitted) sends them."""

    def __init__(self, inner: httpx2.BaseTransport | None = None, guard: Guard | None = None) -> None:
        super().__init__(inner or httpx2.HTTPTransport(), guard or Guard())


class AsyncGuardTransport(AsyncJudging, httpx2.AsyncBaseTransport):
    """As `GuardTransport`, for an AsyncClient."""

    def __init__(self, inner: httpx2.AsyncBaseTransport | None = None, guard: Guard | None = None) -> None:
        super().__init__(inner or httpx2.AsyncHTTPTransport(), guard or Guard())
