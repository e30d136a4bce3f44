"""Bodies of calls: limits before anything is read into a value, and answers as small as they go."""

from __future__ import annotations

import io
from typing import TypeVar

import anyio
import msgspec
import zstandard
from starlette.requests import Request
from starlette.responses import Response

from werkdesk.errors import Refused
from werkdesk.messages import problems
from werkdesk.messages.paths import JSON, ZSTD
from werkdesk.messages.wire import COMPRESS_ABOVE, PUSH_BYTES

SMALL = 64 << 10
PUSH = 4 * PUSH_BYTES
PART = 4 << 20
_WINDOW = 8 << 20
_SECONDS = 30.0  # for a whole body: a slow sender may not hold a place for longer

M = TypeVar("M", bound=msgspec.Struct)


async def read_message(request: Request, kind: type[M], most: int) -> M:
    """The message in the body of a call, strictly.

    Raises ``Refused`` with ``unreadable``, ``too_large`` or ``too_slow``; never with anything that was sent.
    """
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != JSON:
        raise Refused(problems.UNREADABLE)
    body = unpack(await read_bytes(request, most), request.headers.get("content-encoding", ""), most)
    try:
        return msgspec.json.decode(body, type=kind, strict=True)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise Refused(problems.UNREADABLE) from None


async def read_bytes(request: Request, most: int) -> bytes:
    """The body as it came, at most ``most`` bytes and half a minute."""
    announced = request.headers.get("content-length", "0")
    if not announced.isascii() or not announced.isdigit() or int(announced[:12]) > most:
        raise Refused(problems.TOO_LARGE)
    got: list[bytes] = []
    size = 0
    try:
        with anyio.fail_after(_SECONDS):
            async for piece in request.stream():
                size += len(piece)
                if size > most:
                    raise Refused(problems.TOO_LARGE)
                got.append(piece)
    except TimeoutError:
        raise Refused(problems.TOO_SLOW) from None
    return b"".join(got)


def unpack(body: bytes, encoding: str, most: int) -> bytes:
    """The body without its compression; a bomb is cut off at ``most`` bytes."""
    if encoding.strip().lower() in ("", "identity"):
        return body
    if encoding.strip().lower() != ZSTD:
        raise Refused(problems.UNREADABLE)
    try:
        with zstandard.ZstdDecompressor(max_window_size=_WINDOW).stream_reader(io.BytesIO(body)) as reader:
            plain = reader.read(most + 1)
    except zstandard.ZstdError:
        raise Refused(problems.UNREADABLE) from None
    if len(plain) > most:
        raise Refused(problems.TOO_LARGE)
    return plain


_encoder = msgspec.json.Encoder()


def pack(message: msgspec.Struct, accepts: str, status: int = 200) -> Response:
    """The answer, compressed when that is worth it and the other side can undo it."""
    body = _encoder.encode(message)
    headers = {"Cache-Control": "no-store"}
    if len(body) > COMPRESS_ABOVE and ZSTD in accepts.lower():
        body = zstandard.ZstdCompressor(level=1).compress(body)
        headers["Content-Encoding"] = ZSTD
    return Response(body, status, headers=headers, media_type=JSON)
