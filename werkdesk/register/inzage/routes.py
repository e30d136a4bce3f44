"""HTTP in and out for the looks of a desk."""

from __future__ import annotations

import anyio
from anyio import CapacityLimiter
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from werkdesk.messages.inzage import LARGEST_LOOKS, BlikRequest
from werkdesk.messages.paths import LOOKS
from werkdesk.register.bodies import pack, read_message
from werkdesk.register.inzage.calls import LookCalls
from werkdesk.register.requests import accepts_of, check_protocol, token_of

MOST_AT_ONCE = 2
"""The log of an office is one chain: more at once would only wait for each other."""


class LookRoutes:
    """The one endpoint."""

    def __init__(self, calls: LookCalls) -> None:
        self._calls = calls
        self._limiter = CapacityLimiter(MOST_AT_ONCE)

    def routes(self) -> list[Route]:
        """Every path there is."""
        return [Route(LOOKS, self.take, methods=["POST"])]

    async def take(self, request: Request) -> Response:
        """``POST /v1/inzage``."""
        check_protocol(request)
        message = await read_message(request, BlikRequest, LARGEST_LOOKS)
        token = token_of(request)
        answer = await anyio.to_thread.run_sync(
            lambda: self._calls.take(token, message), limiter=self._limiter
        )
        return pack(answer, accepts_of(request))
