"""Who this desk is, once more outside the database, so that a damaged cache needs no new enrolment.

One file beside the cache: nonce 12, AES-256-GCM over the JSON of the identity, under a key of its own derived
from the cache key.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from werkdesk.messages.codec import encode
from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.durable_file import write_whole
from werkdesk.storage.keyslots.desk_keys import DeskKeys
from werkdesk.storage.keyslots.kdf import derived
from werkdesk.usecases.ports import DeskIdentity

FILE_NAME = "identiteit"
_NONCE = 12
_PURPOSE = b"identity v1"


def write_spare(folder: Path, keys: DeskKeys, identity: DeskIdentity) -> None:
    """Put the spare copy there, whole. Raises ``Unavailable`` ``schijf.*``."""
    nonce = os.urandom(_NONCE)
    sealed = AESGCM(bytes(derived(keys.master(), _PURPOSE))).encrypt(nonce, encode(identity), _PURPOSE)
    with disk_errors():
        write_whole(folder / FILE_NAME, nonce + sealed)


def read_spare(folder: Path, keys: DeskKeys) -> DeskIdentity | None:
    """The spare copy, or ``None`` when there is none that our key opens."""
    try:
        data = (folder / FILE_NAME).read_bytes()
        plain = AESGCM(bytes(derived(keys.master(), _PURPOSE))).decrypt(
            data[:_NONCE], data[_NONCE:], _PURPOSE
        )
        return msgspec.json.decode(plain, type=DeskIdentity)
    except (OSError, InvalidTag, ValueError):
        return None
