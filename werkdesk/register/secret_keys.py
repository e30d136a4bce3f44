"""The register's own keys: made once, kept in one file of the profile, never in the database.

``register_key`` is an X25519 pair for HPKE (RFC 9180): desks seal rescue copies to its public part.
``bsn_key`` turns a BSN into a hash that is worthless without it, so that who reads the database cannot count
through all numbers. The database holds the public part and a fingerprint: a wrong file is noticed at start.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from werkdesk.errors import Refused
from werkdesk.register.profile import Profile, write_secret

_SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    register_key: str
    bsn_key: str
    versie: int = 1


@dataclass(frozen=True, slots=True, repr=False)
class SecretKeys:
    """Both keys, 32 bytes each."""

    register_key: bytes
    bsn_key: bytes

    @property
    def public_key(self) -> str:
        """The public part that desks seal to, hex."""
        return X25519PrivateKey.from_private_bytes(self.register_key).public_key().public_bytes_raw().hex()

    @property
    def fingerprint(self) -> str:
        """Tells one key file from another without telling a key."""
        return hashlib.sha256(b"werkdesk-sleutels" + self.register_key + self.bsn_key).hexdigest()

    def bsn_hash(self, bsn: str) -> bytes:
        """HMAC-SHA256 of a BSN."""
        return hmac.new(self.bsn_key, bsn.encode(), hashlib.sha256).digest()

    def unseal(self, sealed: bytes, info: bytes) -> bytes:
        """Open what a desk sealed. Raises ``Refused('verzegeling.ongeldig')``."""
        try:
            key = X25519PrivateKey.from_private_bytes(self.register_key)
            return _SUITE.decrypt(sealed, key, info=info)
        except Exception:  # noqa: BLE001 - whatever the library raises for bytes from outside
            raise Refused("verzegeling.ongeldig") from None


def seal(public_key: str, content: bytes, info: bytes) -> bytes:
    """Seal for the register whose public key this is (hex)."""
    return _SUITE.encrypt(content, X25519PublicKey.from_public_bytes(bytes.fromhex(public_key)), info=info)


def make_keys(profile: Profile) -> SecretKeys:
    """New keys, on disk before anybody uses them."""
    keys = SecretKeys(X25519PrivateKey.generate().private_bytes_raw(), secrets.token_bytes(32))
    write_secret(profile.secrets, msgspec.json.encode(_File(keys.register_key.hex(), keys.bsn_key.hex())))
    return keys


def read_keys(profile: Profile) -> SecretKeys:
    """The keys of this profile. Raises ``Refused('register.sleutels_ontbreken')`` or ``(..._onleesbaar)``."""
    try:
        content = profile.secrets.read_bytes()
    except FileNotFoundError:
        raise Refused("register.sleutels_ontbreken") from None
    try:
        file = msgspec.json.decode(content, type=_File)
        keys = SecretKeys(bytes.fromhex(file.register_key), bytes.fromhex(file.bsn_key))
    except (msgspec.MsgspecError, ValueError):
        raise Refused("register.sleutels_onleesbaar") from None
    if len(keys.register_key) != 32 or len(keys.bsn_key) != 32:
        raise Refused("register.sleutels_onleesbaar")
    return keys
