"""A guard for any client on httpx: a transport that answers like the API where the API would refuse.

    client = httpx.Client(transport=GuardTransport())

Under `raise` the client gets the API's own answer, status and body, without anything being sent: whatever raises for
such an answer raises. `response.extensions["registry.report"]` has the report.
"""

from __future__ import annotations

import httpx

from registry.integrations.policy import Guard
from registry.integrations.transports import AsyncJudging, Judging

__all__ = ["AsyncGuardTransport", "Guard", "GuardTransport"]


class GuardTransport(Judging, httpx.BaseTransport):
    """Judges requests before another transport (a plain one when omitted) sends them."""

    def __init__(self, inner: httpx.BaseTransport | None = None, guard: Guard | None = None) -> None:
        super().__init__(inner or httpx.HTTPTransport(), guard or Guard())


class AsyncGuardTransport(AsyncJudging, httpx.AsyncBaseTransport):
    """As `GuardTransport`, for an AsyncClient."""

    def __init__(self, inner: httpx.AsyncBaseTransport | None = None, guard: Guard | None = None) -> None:
        super().__init__(inner or httpx.AsyncHTTPTransport(), guard or Guard())
