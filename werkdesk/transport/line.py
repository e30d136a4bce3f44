"""The socket under the HTTP client: cut from another thread, and a limit on waiting for the first answer.

A read that blocks is not woken by closing the socket elsewhere, only by shutting it down; and the client's
own time limit counts from one received byte to the next, so that a dribbling register could hold it for ever.
"""

from __future__ import annotations

import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any


def keepalive_options() -> list[tuple[int, int, int]]:
    """Socket options with which the system itself notices within three seconds that the line is dead.

    A probe after one second of silence, two more one second apart; and data that nobody acknowledges for
    three seconds ends the connection too. Without them a pulled cable shows only after the long poll's limit.
    """
    options = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]
    wanted = (("TCP_KEEPIDLE", 1), ("TCP_KEEPINTVL", 1), ("TCP_KEEPCNT", 2), ("TCP_USER_TIMEOUT", 3_000))
    for name, value in wanted:
        number = getattr(socket, name, None)
        if number is None and sys.platform == "darwin" and name == "TCP_KEEPIDLE":
            number = 0x10  # TCP_KEEPALIVE there
        if number is not None:
            options.append((socket.IPPROTO_TCP, number, value))
    return options


class Line:
    """The one connection of one client. :meth:`cut` may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._is_cut = False
        self.is_late = False
        self.is_fresh = False

    @property
    def is_cut(self) -> bool:
        """Whether somebody ended it for good."""
        return self._is_cut

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """The client's trace hook: remembers the socket of each new connection."""
        if event not in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            return
        with self._lock:
            self.is_fresh = True
            self._socket = info["return_value"].get_extra_info("socket")
            if self._is_cut:
                self._shut()

    def cut(self) -> None:
        """End it: whoever waits on it is woken with an error, now and at every later call."""
        with self._lock:
            self._is_cut = True
            self._shut()

    @contextmanager
    def at_most(self, seconds: float) -> Iterator[None]:
        """Shut the connection down when the block takes longer; :attr:`is_late` says so afterwards."""
        self.is_late = self.is_fresh = False
        timer = threading.Timer(seconds, self._expire)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _expire(self) -> None:
        with self._lock:
            self.is_late = True
            self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with suppress(OSError):
                # The plain method: that of a TLS socket would also take the session from the waiting thread.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
