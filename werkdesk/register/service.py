"""The running service: a socket, TLS, uvicorn, and a clean end."""

from __future__ import annotations

import logging
import signal
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, Literal

import uvicorn

from werkdesk import __version__
from werkdesk.errors import Refused, Unavailable
from werkdesk.register.bell import Bell
from werkdesk.register.calls import Tables
from werkdesk.register.certificates import ServerFiles, own_certificate, server_context
from werkdesk.register.logbook import start_logbook
from werkdesk.register.profile import Profile, write_public
from werkdesk.register.secret_keys import read_keys
from werkdesk.register.wiring import open_register, wire

Tls = Literal["own", "none"] | ServerFiles
_KEEP_ALIVE = 75  # longer than the desk keeps a connection, so that the desk is the one who closes
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listen:
    """Where and how to listen. Port 0 takes any free port."""

    host: str
    port: int
    tls: Tls = "own"
    ready_file: Path | None = None


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, bell: Bell, url: str, ready_file: Path | None) -> None:
        super().__init__(config)
        self._bell, self._url, self._ready_file = bell, url, ready_file

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, and only then say so."""
        await super().startup(sockets)
        if self.started:
            _log.info("register answers", extra={"address": self._url, "version": __version__})
            if self._ready_file is not None:
                write_public(self._ready_file, f"{self._url}\n".encode())

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Wake the desks that stand in line first, else the end waits for them."""
        self._bell.close()
        super().handle_exit(sig, frame)


def serve(profile: Profile, listen: Listen, tables: Tables, database: str | None = None) -> None:
    """Run until SIGTERM or SIGINT; then answer what is under way, stop PostgreSQL, and return.

    ``tables``: gives the rule tables that came with the program.

    Raises as :func:`open_register` does, and ``Unavailable('register.adres_bezet')``.
    """
    start_logbook()
    with _signals(), open_register(profile, database) as register, _bind(listen) as door:
        context = _context(profile, listen)
        wired = wire(register.engine, read_keys(profile), tables)
        server = make_server(wired.application, wired.bell, listen, door, context)
        _on_signals(_nothing)
        try:
            server.run(sockets=[door])
        finally:
            if listen.ready_file is not None:
                listen.ready_file.unlink(missing_ok=True)
    _log.info("register stopped")


def make_server(
    application: object, bell: Bell, listen: Listen, door: socket.socket, context: ssl.SSLContext | None
) -> uvicorn.Server:
    """The server for one bound socket."""
    config = uvicorn.Config(
        application,  # type: ignore[arg-type]
        log_config=None,
        access_log=False,
        lifespan="on",
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=_KEEP_ALIVE,
        timeout_graceful_shutdown=10,
        ws="none",
    )
    config.load()
    config.ssl = context
    scheme = "https" if context is not None else "http"
    return _Server(config, bell, f"{scheme}://{_shown(listen.host, door)}", listen.ready_file)


def _context(profile: Profile, listen: Listen) -> ssl.SSLContext | None:
    match listen.tls:
        case "none":
            if listen.host not in ("localhost", "127.0.0.1", "::1"):
                raise Refused("register.zonder_tls", field="tls")
            return None
        case "own":
            return server_context(own_certificate(profile, listen.host))
        case files:
            return server_context(files)


def _bind(listen: Listen) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            listen.host, listen.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        door = socket.socket(family, kind, protocol)
    except OSError:
        raise Unavailable("register.adres") from None
    try:
        if hasattr(socket, "SO_REUSEADDR") and not hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind(address)
    except OSError:
        door.close()
        raise Unavailable("register.adres_bezet") from None
    return door


def _shown(host: str, door: socket.socket) -> str:
    port = door.getsockname()[1]
    name = "localhost" if host in ("", "0.0.0.0", "::") else host  # noqa: S104 - compared, not bound
    return f"[{name}]:{port}" if ":" in name else f"{name}:{port}"


@contextmanager
def _signals() -> Iterator[None]:
    """While we start and stop, a signal ends us through our own cleaning up."""
    previous = _on_signals(_leave)
    try:
        yield
    finally:
        for sign, handler in previous.items():
            with suppress(TypeError):
                signal.signal(sign, handler)


def _on_signals(handler: Callable[[int, FrameType | None], None]) -> dict[int, Any]:
    if threading.current_thread() is not threading.main_thread():
        return {}
    return {sign: signal.signal(sign, handler) for sign in (signal.SIGTERM, signal.SIGINT)}


def _leave(sign: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


def _nothing(sign: int, frame: FrameType | None) -> None:
    """uvicorn raises a caught signal once more when it is done; that must not end us before PostgreSQL."""
