"""The key with which this desk proves itself to the register (Ed25519); sealed beside the cache.

One file: nonce 12, AES-256-GCM over the 32 raw bytes, under a key of its own derived from the cache key.
"""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.durable_file import write_whole
from werkdesk.storage.keyslots.desk_keys import DeskKeys
from werkdesk.storage.keyslots.kdf import derived

FILE_NAME = "handtekening"
_NONCE = 12
_PURPOSE = b"signing v1"


def write_signing_key(folder: Path, keys: DeskKeys, key: Ed25519PrivateKey) -> None:
    """Keep the key, whole. Raises ``Unavailable`` ``schijf.*``."""
    nonce = os.urandom(_NONCE)
    sealed = _cipher(keys).encrypt(nonce, key.private_bytes_raw(), _PURPOSE)
    with disk_errors():
        write_whole(folder / FILE_NAME, nonce + sealed)


def read_signing_key(folder: Path, keys: DeskKeys) -> Ed25519PrivateKey | None:
    """The key, or ``None`` when there is none that our cache key opens."""
    try:
        data = (folder / FILE_NAME).read_bytes()
        return Ed25519PrivateKey.from_private_bytes(
            _cipher(keys).decrypt(data[:_NONCE], data[_NONCE:], _PURPOSE)
        )
    except (OSError, InvalidTag, ValueError):
        return None


def _cipher(keys: DeskKeys) -> AESGCM:
    return AESGCM(bytes(derived(keys.master(), _PURPOSE)))
