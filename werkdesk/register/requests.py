"""What the headers of a call say."""

from __future__ import annotations

from starlette.requests import Request

from werkdesk.errors import Refused
from werkdesk.messages import problems
from werkdesk.messages.paths import AUTHORIZATION, PROTOCOL_HEADER
from werkdesk.messages.wire import PROTOCOL


def token_of(request: Request) -> str | None:
    """The desk's token, when there is one."""
    scheme, _, token = request.headers.get(AUTHORIZATION, "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else None


def accepts_of(request: Request) -> str:
    """Which compression the other side can undo."""
    return request.headers.get("accept-encoding", "")


def check_protocol(request: Request) -> None:
    """Raises ``Refused('upgrade')`` for a desk that speaks another protocol."""
    if request.headers.get(PROTOCOL_HEADER, str(PROTOCOL)) != str(PROTOCOL):
        raise Refused(problems.UPGRADE)
