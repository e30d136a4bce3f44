"""Bodies: zstd both ways, with a limit on what comes in, before and after unpacking."""

from __future__ import annotations

import io
import time
from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec
import zstandard

from werkdesk.errors import Unavailable
from werkdesk.messages.paths import JSON, ZSTD
from werkdesk.messages.wire import COMPRESS_ABOVE

SMALL_BODY = 64 * 1024
LARGEST_WINDOW = 8 << 20
SLOWEST_BYTES_PER_SECOND = 512
GRACE_SECONDS = 10.0

M = TypeVar("M", bound=msgspec.Struct)

_encoder = msgspec.json.Encoder()


def pack(message: msgspec.Struct) -> tuple[bytes, dict[str, str]]:
    """The message as bytes, and the headers that say how."""
    body = _encoder.encode(message)
    if len(body) <= COMPRESS_ABOVE:
        return body, {"Content-Type": JSON}
    return zstandard.ZstdCompressor(level=1).compress(body), {"Content-Type": JSON, "Content-Encoding": ZSTD}


def collect(pieces: Iterable[bytes], largest: int) -> bytes:
    """Read a body of at most ``largest`` bytes that keeps a decent pace.

    Raises ``Unavailable('register.antwoord')`` when there is more, ``('register.tijd')`` when it dribbles.
    """
    got: list[bytes] = []
    size = 0
    began = time.monotonic()
    for piece in pieces:
        got.append(piece)
        size += len(piece)
        if size > largest:
            raise Unavailable("register.antwoord", reden="te_groot")
        seconds = time.monotonic() - began
        if seconds > GRACE_SECONDS and size < seconds * SLOWEST_BYTES_PER_SECOND:
            raise Unavailable("register.tijd")
    return b"".join(got)


def unpack(body: bytes, headers: Mapping[str, str], kind: type[M], largest: int) -> M:
    """The message in ``body``. Raises ``Unavailable('register.antwoord')`` for anything that is not one."""
    try:
        return msgspec.json.decode(_plain(body, headers, largest), type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise Unavailable("register.antwoord", reden="vorm") from None


def is_json(headers: Mapping[str, str]) -> bool:
    """Whether the other side says that it sends JSON; a page of a proxy or a hotel says otherwise."""
    return headers.get("content-type", "").split(";")[0].strip().lower() == JSON


def _plain(body: bytes, headers: Mapping[str, str], largest: int) -> bytes:
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("", "identity"):
        return body
    if encoding != ZSTD:
        raise Unavailable("register.antwoord", reden="codering")
    try:
        unpacker = zstandard.ZstdDecompressor(max_window_size=LARGEST_WINDOW)
        with unpacker.stream_reader(io.BytesIO(body)) as reader:
            plain = reader.read(largest + 1)
    except zstandard.ZstdError:
        raise Unavailable("register.antwoord", reden="codering") from None
    if len(plain) > largest:
        raise Unavailable("register.antwoord", reden="te_groot")
    return plain
