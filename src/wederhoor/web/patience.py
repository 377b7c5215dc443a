"""How long the server waits for the rest of a request: a socket on which half of one was sent is closed.

uvicorn waits for ever for the end of headers and of a body, so that whoever can reach the port could use up all connections.
"""

from __future__ import annotations

import asyncio
from typing import Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

SECONDS: Final = 20.0
"""From the first byte of a request, or from the opening of a connection, to the end of the request."""
UNFINISHED: Final = frozenset({h11.IDLE, h11.SEND_BODY})
"""States of a sender who has more to send."""


class Patience(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, with an end to its patience."""

    seconds = SECONDS
    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Wait on for the rest of the request, from when it began."""
        super().data_received(data)
        if self.conn.their_state not in UNFINISHED:
            self._stop_waiting()
        elif self._late is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._late = self.loop.call_later(self.seconds, self.transport.abort)

    def _stop_waiting(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None
