"""HTTP in and out, nothing else: limits, bytes to messages, messages to bytes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import anyio
from anyio import CapacityLimiter
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Lifespan

from werkdesk.errors import Refused, WerkdeskError
from werkdesk.messages.paths import BLOB, ENROL, HEALTH, HELLO, SIGN_IN, SYNC
from werkdesk.messages.wire import (
    WAIT_SECONDS,
    EnrolRequest,
    SignInRequest,
    SyncAnswer,
    SyncRequest,
)
from werkdesk.register import bodies
from werkdesk.register.bodies import pack, read_bytes, read_message
from werkdesk.register.calls import Calls
from werkdesk.register.database import POOL
from werkdesk.register.hear_out import HearOut
from werkdesk.register.inzage.calls import LookCalls
from werkdesk.register.inzage.routes import LookRoutes
from werkdesk.register.refusals import answer_defect, answer_foreseen, answer_http
from werkdesk.register.requests import accepts_of, check_protocol, token_of
from werkdesk.register.rules.routes import RuleRoutes
from werkdesk.register.wrong_codes import WrongCodes

T = TypeVar("T")


class Desk:
    """The endpoints. Waiting costs no thread; talking to PostgreSQL takes one of a fixed number."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._limiter = CapacityLimiter(POOL)
        self._wrong = WrongCodes()

    def routes(self) -> list[Route]:
        """Every path there is."""
        return [
            Route(HELLO, self.hello, methods=["GET"]),
            Route(HEALTH, self.health, methods=["GET"]),
            Route(ENROL, self.enrol, methods=["POST"]),
            Route(SIGN_IN, self.sign_in, methods=["POST"]),
            Route(SYNC, self.sync, methods=["POST"]),
            Route(BLOB, self.put_blob, methods=["PUT"]),
            Route(BLOB, self.get_blob, methods=["GET", "HEAD"]),
            *LookRoutes(LookCalls(self._calls.engine, self._calls.epoch, self._calls.keys)).routes(),
            *RuleRoutes(self._calls.rules).routes(),
        ]

    async def hello(self, request: Request) -> Response:
        """``GET /v1/hello``."""
        return pack(self._calls.hello(), accepts_of(request))

    async def health(self, request: Request) -> Response:
        """``GET /v1/health``: 200 when PostgreSQL answers, 503 when not."""
        await self._in_thread(self._calls.healthy)
        return pack(self._calls.hello(), accepts_of(request))

    async def enrol(self, request: Request) -> Response:
        """``POST /v1/enrol``."""
        message = await read_message(request, EnrolRequest, bodies.SMALL)
        return await self._with_code(request, lambda: self._calls.enrol(message))

    async def sign_in(self, request: Request) -> Response:
        """``POST /v1/sign-in``."""
        message = await read_message(request, SignInRequest, bodies.SMALL)
        return await self._with_code(request, lambda: self._calls.sign_in(token_of(request), message))

    async def sync(self, request: Request) -> Response:
        """``POST /v1/sync``: push, then pull, then stand in line for news."""
        check_protocol(request)
        message = await read_message(request, SyncRequest, bodies.PUSH)
        token, accepts = token_of(request), accepts_of(request)
        answer = await self._in_thread(lambda: self._calls.sync(token, message))
        wait = 0.0 if message.pull is None or message.push is not None else message.pull.wait_s
        until = time.monotonic() + min(max(wait, 0.0), WAIT_SECONDS)
        while not answer.feeds and (left := until - time.monotonic()) > 0:
            if not await self._stand_in_line(request, message, answer, left):
                break
            answer = await self._in_thread(lambda: self._calls.pull(token, message))
        return await self._in_thread(lambda: pack(answer, accepts)) if answer.feeds else pack(answer, accepts)

    async def put_blob(self, request: Request) -> Response:
        """``PUT /v1/blobs/{sha256}``."""
        content = await read_bytes(request, bodies.PART)
        sha256, span = request.path_params["sha256"], request.headers.get("content-range")
        state = await self._in_thread(lambda: self._calls.put_blob(token_of(request), sha256, span, content))
        return pack(state, accepts_of(request))

    async def get_blob(self, request: Request) -> Response:
        """``GET`` and ``HEAD /v1/blobs/{sha256}``; HEAD tells how far an upload came."""
        sha256, token = request.path_params["sha256"], token_of(request)
        if request.method == "HEAD":
            state = await self._in_thread(lambda: self._calls.blob_state(token, sha256))
            headers = {
                "Werkdesk-Offset": str(state.stored),
                "Werkdesk-Size": str(state.size),
                "Werkdesk-Complete": str(int(state.complete)),
            }
            return Response(headers=headers)
        content = await self._in_thread(lambda: self._calls.read_blob(token, sha256))
        return Response(content, media_type="application/octet-stream", headers={"Cache-Control": "no-store"})

    async def _with_code(self, request: Request, call: Callable[[], T]) -> Response:
        caller = request.client.host if request.client else ""
        self._wrong.check(caller)
        try:
            return pack(await self._in_thread(call), accepts_of(request))  # type: ignore[arg-type]
        except Refused as refused:
            if refused.code == "code.ongeldig":
                self._wrong.note(caller)
            raise

    async def _stand_in_line(
        self, request: Request, message: SyncRequest, answer: SyncAnswer, seconds: float
    ) -> bool:
        """Wait for news, at most so long. False when the desk hung up or we are closing."""
        pull = message.pull
        seen = {one.scope: one.seq for one in pull.cursors if one.scope in answer.scopes} if pull else {}
        gone = False

        async def watch() -> None:
            nonlocal gone
            while (await request.receive())["type"] != "http.disconnect":
                pass
            gone = True
            group.cancel_scope.cancel()

        async with anyio.create_task_group() as group:
            group.start_soon(watch)
            await self._calls.bell.wait(seen, seconds)
            group.cancel_scope.cancel()
        return not gone and not self._calls.bell.closed

    async def _in_thread(self, work: Callable[[], T]) -> T:
        return await anyio.to_thread.run_sync(work, limiter=self._limiter)


def make_application(calls: Calls, lifespan: Lifespan[Starlette]) -> ASGIApp:
    """The application; ``lifespan`` opens and closes what it stands on."""
    return HearOut(
        Starlette(
            routes=Desk(calls).routes(),
            lifespan=lifespan,
            exception_handlers={
                WerkdeskError: answer_foreseen,
                HTTPException: answer_http,
                Exception: answer_defect,
            },
        )
    )
