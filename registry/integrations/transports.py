"""Transports that judge a request before another one sends it, in the classes of httpx and httpx2 alike."""

from __future__ import annotations

from registry.integrations.exchange import deliver, deliver_async, refusal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Self

    from registry.integrations.policy import Guard


class Judging:
    """What a sync transport does: `inner` sends what is not refused."""

    def __init__(self, inner: Any, guard: Guard) -> None:  # noqa: ANN401 - a transport of either library
        self.guard = guard
        self._inner = inner

    def handle_request(self, request: Any) -> Any:  # noqa: ANN401 - of either library
        """Send a request, fixed where the policy says so; or answer it as the API would."""
        return deliver(self.guard, request, refusal, self._inner.handle_request)

    def close(self) -> None:
        """Close the other transport."""
        self._inner.close()

    def __enter__(self) -> Self:
        self._inner.__enter__()
        return self

    def __exit__(self, *raised: object) -> None:
        self._inner.__exit__(*raised)


class AsyncJudging:
    """What an async transport does: `inner` sends what is not refused."""

    def __init__(self, inner: Any, guard: Guard) -> None:  # noqa: ANN401 - a transport of either library
        self.guard = guard
        self._inner = inner

    async def handle_async_request(self, request: Any) -> Any:  # noqa: ANN401 - of either library
        """Send a request, fixed where the policy says so; or answer it as the API would."""
        return await deliver_async(self.guard, request, refusal, self._inner.handle_async_request)

    async def aclose(self) -> None:
        """Close the other transport."""
        await self._inner.aclose()

    async def __aenter__(self) -> Self:
        await self._inner.__aenter__()
        return self

    async def __aexit__(self, *raised: object) -> None:
        await self._inner.__aexit__(*raised)
