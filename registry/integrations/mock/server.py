"""The server as a process or a thread of its own; on loopback, unless told otherwise."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import TYPE_CHECKING, Any

import uvicorn

from registry.integrations.mock.app import application
from registry.integrations.mock.log import Log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from registry.integrations.mock.log import Recorded

LOOPBACK = "127.0.0.1"
BACKLOG = 128
PATIENCE = 10.0
"""Seconds that a thread gets to come up, or to end."""


class Mock:
    """A server that runs: where it is, and what it was sent."""

    def __init__(self, port: int, log: Log) -> None:
        self.host = LOOPBACK
        self.port = port
        self.url = f"http://{LOOPBACK}:{port}/v1"
        """What a client takes for its `base_url`."""
        self._log = log

    @property
    def requests(self) -> list[Recorded]:
        """What it was sent since it was last cleared."""
        return list(self._log.requests)

    def clear(self) -> None:
        """Forget what it was sent."""
        self._log.requests.clear()

    def __repr__(self) -> str:
        return f"<mock at {self.url}: {len(self._log.requests)} requests>"


@contextlib.contextmanager
def running(**options: Any) -> Iterator[Mock]:  # noqa: ANN401 - those of check
    """A server in a thread of its own, on a free port, until the block ends; `options` as those of `registry.check`."""
    log = Log()
    server = uvicorn.Server(_configured(log, options))
    with _listening(LOOPBACK, 0) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            yield Mock(listener.getsockname()[1], log)  # its queue takes connections before the thread is up
        finally:
            server.should_exit = True
            thread.join(PATIENCE)


def serve(host: str, port: int, record: Path | None = None, **options: Any) -> Iterator[str]:  # noqa: ANN401 - those of check
    """Yield the address once it listens, then serve until interrupted. Raises OSError."""
    log = Log(record)
    with _listening(host, port) as listener:
        shown = f"[{host}]" if ":" in host else host
        yield f"http://{shown}:{listener.getsockname()[1]}/v1"
        uvicorn.Server(_configured(log, options)).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """A socket that takes connections. Raises OSError."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=BACKLOG)


def _configured(log: Log, options: dict[str, Any]) -> uvicorn.Config:
    return uvicorn.Config(
        application(log, **options),
        log_level="warning",
        lifespan="off",
        ws="none",
        log_config=None,
        timeout_graceful_shutdown=1,
    )
