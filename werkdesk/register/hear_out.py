"""Hear a caller out before refusing: an answer beside unread bytes is often lost with a reset connection."""

from __future__ import annotations

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST = 8 << 20
"""Bytes of a refused body that are taken in and thrown away: more than a desk may send at once."""
_SECONDS = 10.0


class HearOut:
    """Around an application: what it left unread of a body is read before an answer of 400 and above.

    TCP may throw away an answer when its socket is closed with bytes still to be read (RFC 9112, 9.6): who
    was told that the message is too large would see a broken line, and try again.
    """

    def __init__(self, application: ASGIApp) -> None:
        self._application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] != "http":
            await self._application(scope, receive, send)
            return
        # who asks first whether to send its body, sends none after a refusal
        heard = any(name == b"expect" for name, _ in scope["headers"])

        async def listen() -> Message:
            nonlocal heard
            message = await receive()
            heard = message["type"] != "http.request" or not message.get("more_body", False)
            return message

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] >= 400:
                left = MOST
                with anyio.move_on_after(_SECONDS):
                    while not heard and left > 0:
                        left -= len((await listen()).get("body", b""))
            await send(message)

        await self._application(scope, listen, answer)
