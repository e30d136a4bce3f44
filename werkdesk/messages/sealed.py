"""One act in a sealed frame: as it stands in a desk's journal and in an exported outbox.

Pure functions on bytes; the desk writes and reads, the register reads only. A frame is (big-endian)::

    magic 8 | version 1 | flags 1 | length 4 | desk 16 | sequence 8 | previous 32   the head
    wrap nonce 12 | wrapped content key 48                                          for the desk itself
    sealed content key 80, only when flag 1 is set                                  for the register
    body, AES-256-GCM                                                               the act
    CRC-32 of all before it 4

``length`` counts the whole frame. ``previous`` is the SHA-256 of the frame before it, 32 zero bytes at the
start, so that a missing or moved frame shows. A frame holds what was saved together, so that it counts
together or not at all; ``sequence`` is the number of its last act.

Every content key is random and used once; it is wrapped by the desk's journal key (AES-256-GCM) and sealed to
the register (HPKE base mode, RFC 9180: X25519, HKDF-SHA256, AES-256-GCM). The head is associated data of all
three, so a body cannot move to another number or desk. The CRC only finds damage fast and without keys; what
is true is decided by the GCM tags.
"""

from __future__ import annotations

import hashlib
import os
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from werkdesk.errors import Refused

MAGIC = b"\x89WDJ\r\n\x1a\n"
"""Begins with a byte that is no text and holds both line ends, so that a text tool shows itself (as PNG)."""
VERSION = 1
START = bytes(32)
LARGEST_PAYLOAD = 16 * 1024 * 1024

_HEAD = struct.Struct(">8sBBI16sQ32s")
_CRC = struct.Struct(">I")
_NONCE, _WRAPPED, _SEAL_BYTES, _TAG = 12, 48, 80, 16
_IS_SEALED = 1
_ONCE = bytes(_NONCE)  # nonce of the body: its key is never used for anything else
_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)
_SMALLEST = _HEAD.size + _NONCE + _WRAPPED + _TAG + _CRC.size
_LARGEST = _SMALLEST + _SEAL_BYTES + LARGEST_PAYLOAD


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame whose checksum is right. ``raw``: all its bytes. ``previous``: hash of the frame before it."""

    desk: UUID
    sequence: int
    previous: bytes
    raw: bytes

    @property
    def hash(self) -> bytes:
        """SHA-256 of the frame; 32 bytes."""
        return frame_hash(self.raw)

    @property
    def is_sealed(self) -> bool:
        """Whether the register can open it."""
        return bool(self.raw[9] & _IS_SEALED)


def frame_hash(raw: bytes) -> bytes:
    """SHA-256 of a whole frame: what the next frame calls ``previous``."""
    return hashlib.sha256(raw).digest()


def seal(
    payload: bytes,
    *,
    desk: UUID,
    sequence: int,
    previous: bytes,
    journal_key: bytes,
    register_key: X25519PublicKey | None,
) -> bytes:
    """Make one frame. ``journal_key``: 32 bytes. ``register_key``: ``None`` as long as it is not known.
    Raises :class:`Refused` ``zegel.te_groot`` above 16 MiB.
    """
    if len(payload) > LARGEST_PAYLOAD:
        raise Refused("zegel.te_groot", bytes=len(payload))
    length = _SMALLEST + len(payload) + (0 if register_key is None else _SEAL_BYTES)
    flags = 0 if register_key is None else _IS_SEALED
    head = _HEAD.pack(MAGIC, VERSION, flags, length, desk.bytes, sequence, previous)
    content_key = AESGCM.generate_key(256)
    nonce = os.urandom(_NONCE)
    parts = [head, nonce, AESGCM(journal_key).encrypt(nonce, content_key, b"wrap" + head)]
    if register_key is not None:
        parts.append(_SUITE.encrypt(content_key, register_key, info=b"seal" + head))
    parts.append(AESGCM(content_key).encrypt(_ONCE, payload, b"body" + head))
    frame = b"".join(parts)
    return frame + _CRC.pack(zlib.crc32(frame))


def read_frame(data: bytes, offset: int = 0) -> Frame | None:
    """Give the frame at ``offset``, or ``None`` when no intact one stands there."""
    if len(data) - offset < _SMALLEST:
        return None
    magic, version, flags, length, desk, sequence, previous = _HEAD.unpack_from(data, offset)
    least = _SMALLEST + (_SEAL_BYTES if flags & _IS_SEALED else 0)
    if magic != MAGIC or version != VERSION or flags & ~_IS_SEALED or not least <= length <= _LARGEST:
        return None
    raw = data[offset : offset + length]
    if len(raw) != length or zlib.crc32(raw[: -_CRC.size]) != _CRC.unpack_from(raw, length - _CRC.size)[0]:
        return None
    return Frame(UUID(bytes=desk), sequence, previous, raw)


def scan(data: bytes) -> Iterator[Frame | int]:
    """Walk through a file: each intact frame, and between them the number of bytes that were none.

    After damage it looks for the next magic; a damaged length is never trusted. Zeros behind a frame
    and up to the end are room for frames to come, and count as nothing.
    """
    offset = lost = 0
    end = len(data.rstrip(b"\0")) or len(data)
    while offset < end:
        frame = read_frame(data, offset)
        if frame is not None:
            if lost:
                yield lost
            yield frame
            offset, lost = offset + len(frame.raw), 0
            continue
        after = data.find(MAGIC, offset + 1)
        step = (after if after >= 0 else len(data)) - offset
        offset, lost = offset + step, lost + step
    if lost:
        yield lost


def open_own(frame: Frame, journal_key: bytes) -> bytes:
    """Read a frame of one's own desk. Raises :class:`Refused` ``zegel.onleesbaar`` with another key."""
    head, after = frame.raw[: _HEAD.size], frame.raw[_HEAD.size :]
    nonce, wrapped = after[:_NONCE], after[_NONCE : _NONCE + _WRAPPED]
    try:
        content_key = AESGCM(journal_key).decrypt(nonce, wrapped, b"wrap" + head)
        return _body(frame, content_key)
    except InvalidTag:
        raise Refused("zegel.onleesbaar") from None


def open_sealed(frame: Frame, private_key: X25519PrivateKey) -> bytes:
    """Read a frame as the register.

    Raises :class:`Refused`: ``zegel.ontbreekt`` when it was never sealed to a register, ``zegel.onleesbaar``
    when it was sealed to another one or was altered. The seal proves nothing about who made it.
    """
    if not frame.is_sealed:
        raise Refused("zegel.ontbreekt")
    start = _HEAD.size + _NONCE + _WRAPPED
    try:
        content_key = _SUITE.decrypt(
            frame.raw[start : start + _SEAL_BYTES], private_key, info=b"seal" + frame.raw[: _HEAD.size]
        )
        return _body(frame, content_key)
    except (InvalidTag, ValueError):
        raise Refused("zegel.onleesbaar") from None


def _body(frame: Frame, content_key: bytes) -> bytes:
    start = _HEAD.size + _NONCE + _WRAPPED + (_SEAL_BYTES if frame.is_sealed else 0)
    body = frame.raw[start : -_CRC.size]
    return AESGCM(content_key).decrypt(_ONCE, body, b"body" + frame.raw[: _HEAD.size])
