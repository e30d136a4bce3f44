"""A port for who must know it before it is listened on, or come back to it."""

from __future__ import annotations

import secrets
import socket

_FIRST, _PAST = 20_000, 32_000
"""Below what systems hand out by themselves: nobody's call takes it while its owner is away for a moment."""


def kept_port() -> int:
    """One that nobody listens on now."""
    while True:
        port = _FIRST + secrets.randbelow(_PAST - _FIRST)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
