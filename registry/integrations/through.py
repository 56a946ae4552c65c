"""An HTTP client that judges requests, and has all else done by the one that a caller configured."""

from __future__ import annotations

from functools import cache, partial

from registry.integrations.exchange import deliver, deliver_async, library

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from registry.integrations.exchange import Refuse
    from registry.integrations.policy import Guard


def through(inner: Any, guard: Guard, refuse: Refuse) -> Any:  # noqa: ANN401 - a client of httpx or httpx2
    """A client of the same library that sends what is not refused through another; closing it closes that one."""
    clients = library(inner)
    is_async = isinstance(inner, clients.AsyncClient)
    return _class_of(clients.AsyncClient if is_async else clients.Client, is_async)(inner, guard, refuse)


@cache
def _class_of(base: type, is_async: bool) -> Any:  # noqa: ANN401, FBT001 - a class of either library
    return type(f"Guarded{base.__name__}", (_Async if is_async else _Sync, base), {})


class _Through:
    def __init__(self, inner: Any, guard: Guard, refuse: Refuse) -> None:  # noqa: ANN401 - of either library
        unused = library(inner).MockTransport(_nothing)  # any other would set up a pool and its certificates
        mixed_in: Any = super()
        mixed_in.__init__(transport=unused)
        self._inner = inner
        self._guard = guard
        self._refuse = refuse

    @property
    def timeout(self) -> Any:  # noqa: ANN401 - of either library
        return self._inner.timeout

    @property
    def is_closed(self) -> bool:
        return bool(self._inner.is_closed)

    def build_request(self, *given: Any, **options: Any) -> Any:  # noqa: ANN401 - passed on
        return self._inner.build_request(*given, **options)


class _Sync(_Through):
    def send(self, request: Any, **options: Any) -> Any:  # noqa: ANN401 - passed on
        return deliver(self._guard, request, self._refuse, partial(self._inner.send, **options))

    def close(self) -> None:
        self._inner.close()


class _Async(_Through):
    async def send(self, request: Any, **options: Any) -> Any:  # noqa: ANN401 - passed on
        return await deliver_async(self._guard, request, self._refuse, partial(self._inner.send, **options))

    async def aclose(self) -> None:
        await self._inner.aclose()


def _nothing(request: Any) -> Any:  # noqa: ANN401 - of either library
    raise AssertionError(f"{request} was sent past the client that sends")
