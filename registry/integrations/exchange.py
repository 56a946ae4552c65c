"""A guard where requests leave as HTTP, in the classes of httpx or of its successor httpx2 alike."""

from __future__ import annotations

import sys

from registry.catalogue import bundled
from registry.integrations.outcome import REPORT
from registry.integrations.wire import LARGEST, endpoint_of, listed, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Any, TypeAlias

    from registry.catalogue import Catalogue
    from registry.integrations.outcome import Verdict
    from registry.integrations.policy import Guard

    Request: TypeAlias = Any
    """A request of httpx or httpx2."""
    Response: TypeAlias = Any
    Refuse: TypeAlias = Callable[[Request, Verdict], Response]
    """What becomes of a refused request: an answer, or an exception that it raises."""

REFUSED = {"x-registry-guard": "refused", "x-should-retry": "false"}
"""Headers of a refusal: whence it comes, and that it would come again."""

OF_A_BODY = ("content-length", "transfer-encoding")


def deliver(guard: Guard, request: Request, refuse: Refuse, send: Callable[[Request], Response]) -> Response:
    """Send a request, as it is or fixed; or have it refused."""
    endpoint = _endpoint(guard, request)
    if endpoint is not None:
        request.read()
        request, refused = _judged(guard, request, endpoint)
        if refused is not None:
            return refuse(request, refused)
    return send(request)


async def deliver_async(
    guard: Guard, request: Request, refuse: Refuse, send: Callable[[Request], Awaitable[Response]]
) -> Response:
    """As `deliver`, for async clients."""
    endpoint = _endpoint(guard, request)
    if endpoint is not None:
        await request.aread()
        request, refused = _judged(guard, request, endpoint)
        if refused is not None:
            return refuse(request, refused)
    return await send(request)


def _endpoint(guard: Guard, request: Request) -> str | None:
    """The endpoint for which a request is to be judged once it is read; None for one that just passes."""
    if guard.policy == "off":
        return None
    catalogue: Catalogue = guard.options.get("catalogue") or bundled()
    headers = request.headers
    endpoint = (
        endpoint_of(request.method, request.url.path, catalogue)
        if listed(request.url.host, guard.hosts)
        and "content-encoding" not in headers
        and _length(headers.get("content-length", "0")) <= LARGEST
        else None
    )
    if endpoint is None:
        guard.skip()
    return endpoint


def _length(said: str) -> int:
    return int(said) if said.isdecimal() else LARGEST + 1


def _judged(guard: Guard, request: Request, endpoint: str) -> tuple[Request, Verdict | None]:
    """What to send for a request that is read: the same, or a fixed one; and the verdict that refuses it, if so."""
    body = read(request.content, request.headers.get("content-type", ""))
    if body is None:
        guard.skip()
        return request, None
    verdict = guard.judge(body.value, endpoint)
    if verdict is None or verdict.action == "send":
        return request, None
    if verdict.action == "refuse":
        return request, verdict
    return _again(request, body.write(verdict.body or {})), None


def refusal(request: Request, verdict: Verdict) -> Response:
    """The answer that the API would give, made here."""
    return library(request).Response(
        verdict.status,
        json=verdict.api,
        headers=REFUSED,
        request=request,
        extensions={REPORT: verdict.report},
    )


def library(thing: object) -> Any:  # noqa: ANN401 - a module
    """The library that an object's class comes from, or derives from: httpx or httpx2."""
    roots = (cls.__module__.partition(".")[0] for cls in type(thing).__mro__)
    return next(sys.modules[root] for root in roots if root in ("httpx", "httpx2"))


def _again(request: Request, content: bytes) -> Request:
    """A request like another, with another body."""
    headers = [(name, value) for name, value in request.headers.raw if name.lower().decode() not in OF_A_BODY]
    return type(request)(request.method, request.url, headers=headers, content=content, extensions=request.extensions)
