"""One slot: the wrapped cache key of one member of staff, and all that opening asks except the secrets."""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import os
from dataclasses import dataclass, fields
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from werkdesk.errors import Locked, Unavailable
from werkdesk.storage.keyslots.kdf import KEY_BYTES, KdfParams, secret_check, wrapping_key

VERSION = 1
LARGEST_SLOT = 4096


@dataclass(frozen=True, slots=True)
class SlotFacts:
    """What the slot says in the clear and what its seal covers.

    ``cache``, ``desk``: UUIDs as hex. ``user``: tag of :func:`user_tag`, no name. ``generation``: of the
    device secret. ``backend``: the store that keeps that secret.
    """

    cache: str
    desk: str
    user: str
    generation: int
    backend: str
    kdf: KdfParams

    @property
    def service(self) -> str:
        """Entry of the device secret in the key store."""
        return f"werkdesk/{self.cache}/{self.generation}"

    def as_json(self) -> dict[str, Any]:
        """Plain values, in a fixed order."""
        kdf = {one.name: getattr(self.kdf, one.name) for one in fields(self.kdf)}
        plain = {one.name: getattr(self, one.name) for one in fields(self) if one.name != "kdf"}
        return {"version": VERSION, **plain, "kdf": kdf}

    def sealed_bytes(self, salt: bytes, check: bytes) -> bytes:
        """The bytes that the seal covers."""
        return json.dumps([self.as_json(), salt.hex(), check.hex()], separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot as it stands in its file. ``check``: of the device secret. ``wrapped``: nonce and ciphertext."""

    facts: SlotFacts
    salt: bytes
    check: bytes
    nonce: bytes
    wrapped: bytes

    def as_bytes(self) -> bytes:
        """JSON for the file, some 400 bytes."""
        binary = {name: _text(getattr(self, name)) for name in _BINARY}
        return json.dumps({**self.facts.as_json(), **binary}, indent=1).encode()


_BINARY = {"salt": 16, "check": 8, "nonce": 12, "wrapped": KEY_BYTES + 16}


def wrap(key: bytes | bytearray, facts: SlotFacts, pin: str, secret: bytes) -> Slot:
    """Wrap the cache key for one user. Takes as long as ``facts.kdf`` asks."""
    salt, nonce, check = os.urandom(16), os.urandom(12), secret_check(secret)
    wrapping = wrapping_key(pin, secret, salt, facts.kdf)
    wrapped = AESGCM(wrapping).encrypt(nonce, bytes(key), facts.sealed_bytes(salt, check))
    return Slot(facts, salt, check, nonce, wrapped)


def check_secret(slot: Slot, secret: bytes) -> None:
    """Raise :class:`Locked` ``sleutelbos.ander_geheim`` when the store holds another device secret."""
    if not hmac.compare_digest(slot.check, secret_check(secret)):
        raise Locked("sleutelbos.ander_geheim")


def unwrap(slot: Slot, pin: str, secret: bytes) -> bytearray:
    """Give the cache key. Raises :class:`Locked` ``pin.onjuist``, also when the slot's facts were altered."""
    wrapping = wrapping_key(pin, secret, slot.salt, slot.facts.kdf)
    sealed = slot.facts.sealed_bytes(slot.salt, slot.check)
    try:
        return bytearray(AESGCM(wrapping).decrypt(slot.nonce, slot.wrapped, sealed))
    except InvalidTag:
        raise Locked("pin.onjuist") from None


def parse_slot(data: bytes) -> Slot:
    """Read a slot file strictly. Raises :class:`Unavailable` ``slot.beschadigd``."""
    try:
        plain = json.loads(data) if len(data) <= LARGEST_SLOT else None
        if not isinstance(plain, dict) or plain.pop("version") != VERSION:
            raise Unavailable("slot.beschadigd")
        binary = {name: _bytes(plain.pop(name), size) for name, size in _BINARY.items()}
        kdf = KdfParams(**{name: _whole(value) for name, value in plain.pop("kdf").items()})
        texts = {name: _code(plain.pop(name)) for name in ("cache", "desk", "user", "backend")}
        facts = SlotFacts(generation=_whole(plain.pop("generation")), kdf=kdf, **texts)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error):
        raise Unavailable("slot.beschadigd") from None
    if plain or not kdf.is_sane():
        raise Unavailable("slot.beschadigd")
    return Slot(facts, **binary)


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


def _bytes(value: object, size: int) -> bytes:
    data = base64.b64decode(value, validate=True) if isinstance(value, str) else b""
    if len(data) != size:
        raise ValueError("size")
    return data


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("whole number")
    return value


def _code(value: object) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= 64:
        raise TypeError("text")
    return value
