"""The register's own keys: made once, kept in one file of the profile, never in the database.

``register_key`` is an X25519 pair for HPKE (RFC 9180): desks seal rescue copies to its public part.
``bsn_key`` turns a BSN into a hash that is worthless without it, so that who reads the database cannot count
through all numbers. The database holds the public part and a fingerprint: a wrong file is noticed at start.
``publisher_key`` is an Ed25519 pair that signs rule sets; desks keep its public part from their enrolment.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from dataclasses import dataclass, replace

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from werkdesk.errors import Refused
from werkdesk.register.profile import Profile, write_secret


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    register_key: str
    bsn_key: str
    publisher_key: str = ""  # absent in files of version 1
    versie: int = 2


@dataclass(frozen=True, slots=True, repr=False)
class SecretKeys:
    """All keys, 32 bytes each. ``publisher_key`` is empty in a key file of before there were rule sets."""

    register_key: bytes
    bsn_key: bytes
    publisher_key: bytes = b""

    @property
    def private_key(self) -> X25519PrivateKey:
        """Opens what desks sealed (:mod:`werkdesk.messages.sealed`)."""
        return X25519PrivateKey.from_private_bytes(self.register_key)

    @property
    def public_key(self) -> str:
        """The public part that desks seal to, hex."""
        return self.private_key.public_key().public_bytes_raw().hex()

    @property
    def publisher(self) -> Ed25519PrivateKey:
        """Signs rule sets. Raises ``Refused('register.sleutels_oud')`` when the file has no such key yet."""
        if not self.publisher_key:
            raise Refused("register.sleutels_oud")
        return Ed25519PrivateKey.from_private_bytes(self.publisher_key)

    @property
    def publisher_public(self) -> str:
        """What desks check rule sets with, hex; empty as long as there is no such key."""
        return self.publisher.public_key().public_bytes_raw().hex() if self.publisher_key else ""

    @property
    def fingerprint(self) -> str:
        """Tells one key file from another without telling a key; the same with or without a publisher key."""
        return hashlib.sha256(b"werkdesk-sleutels" + self.register_key + self.bsn_key).hexdigest()

    def bsn_hash(self, bsn: str) -> bytes:
        """HMAC-SHA256 of a BSN."""
        return hmac.new(self.bsn_key, bsn.encode(), hashlib.sha256).digest()

    def log_seal(self, scope: str, number: int, head: bytes) -> bytes:
        """HMAC-SHA256 of the head of an office's access log: who has the database alone cannot make it."""
        key = hashlib.sha256(b"werkdesk-inzage" + self.register_key).digest()
        return hmac.new(key, f"{scope}:{number}:{head.hex()}".encode(), hashlib.sha256).digest()


def make_keys(profile: Profile) -> SecretKeys:
    """New keys, on disk before anybody uses them."""
    keys = SecretKeys(
        X25519PrivateKey.generate().private_bytes_raw(), secrets.token_bytes(32), _new_publisher()
    )
    _write(profile, keys)
    return keys


def complete_keys(profile: Profile) -> SecretKeys:
    """The keys of this profile, with what a newer program needs added and on disk. Raises as the next."""
    keys = read_keys(profile)
    if keys.publisher_key:
        return keys
    keys = replace(keys, publisher_key=_new_publisher())
    _write(profile, keys)
    return keys


def read_keys(profile: Profile) -> SecretKeys:
    """The keys of this profile. Raises ``Refused('register.sleutels_ontbreken')`` or ``(..._onleesbaar)``."""
    try:
        content = profile.secrets.read_bytes()
    except FileNotFoundError:
        raise Refused("register.sleutels_ontbreken") from None
    try:
        file = msgspec.json.decode(content, type=_File)
        keys = SecretKeys(*map(bytes.fromhex, (file.register_key, file.bsn_key, file.publisher_key)))
    except (msgspec.MsgspecError, ValueError):
        raise Refused("register.sleutels_onleesbaar") from None
    if {len(keys.register_key), len(keys.bsn_key)} != {32} or len(keys.publisher_key) not in (0, 32):
        raise Refused("register.sleutels_onleesbaar")
    return keys


def _write(profile: Profile, keys: SecretKeys) -> None:
    file = _File(keys.register_key.hex(), keys.bsn_key.hex(), keys.publisher_key.hex())
    write_secret(profile.secrets, msgspec.json.encode(file))


def _new_publisher() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes_raw()
