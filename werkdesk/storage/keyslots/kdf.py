"""From a PIN and the device secret to the key that wraps the cache key.

Argon2id (RFC 9106) makes each guess cost time and memory; HKDF-SHA256 (RFC 5869) adds the device secret, so
that slot files alone, on a stolen disk, give nothing to guess at.
"""

from __future__ import annotations

import hmac
import unicodedata
from dataclasses import dataclass

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF, HKDFExpand

from werkdesk.errors import Refused

KEY_BYTES = 32
LEAST_PIN = 8
LEAST_PIN_WITHOUT_STORE = 12


@dataclass(frozen=True, slots=True)
class KdfParams:
    """Cost of one guess. ``memory_kib``: KiB. The default takes about a second on a slow office PC."""

    iterations: int = 3
    memory_kib: int = 64 * 1024
    lanes: int = 4

    def is_sane(self) -> bool:
        """Whether a slot may ask this of us; a forged slot must not eat the machine."""
        lanes = 1 <= self.lanes <= 16
        return lanes and 1 <= self.iterations <= 20 and 8 * self.lanes <= self.memory_kib <= 1024 * 1024


def check_pin(pin: str, *, has_os_store: bool) -> None:
    """Raise :class:`Refused` ``pin.te_kort`` with ``minimum`` when ``pin`` is too short for this machine."""
    least = LEAST_PIN if has_os_store else LEAST_PIN_WITHOUT_STORE
    if len(_normal(pin)) < least:
        raise Refused("pin.te_kort", field="pin", minimum=least)


def wrapping_key(pin: str, secret: bytes, salt: bytes, params: KdfParams) -> bytes:
    """Give the 32-byte key. ``secret``: device secret, 32 bytes. ``salt``: 16 bytes, one per slot."""
    stretched = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=params.iterations,
        lanes=params.lanes,
        memory_cost=params.memory_kib,
    ).derive(_normal(pin).encode())
    return HKDF(SHA256(), KEY_BYTES, salt, b"werkdesk slot v1").derive(stretched + secret)


def derived(key: bytes | bytearray, purpose: bytes) -> bytearray:
    """Give a 32-byte key for one purpose, from a key that is random already; the caller may wipe it."""
    return bytearray(HKDFExpand(SHA256(), KEY_BYTES, b"werkdesk " + purpose).derive(bytes(key)))


def user_tag(user: str, secret: bytes) -> str:
    """Name of a user's slot: without the device secret nobody can tell whose it is (32 hex)."""
    return hmac.digest(secret, b"werkdesk user " + _normal(user).casefold().strip().encode(), "sha256")[
        :16
    ].hex()


def secret_check(secret: bytes) -> bytes:
    """Eight bytes that tell another device secret from a wrong PIN, and nothing more."""
    return hmac.digest(secret, b"werkdesk secret check", "sha256")[:8]


def _normal(text: str) -> str:
    """The same text from every keyboard: a composed letter equals its parts."""
    return unicodedata.normalize("NFKC", text)
