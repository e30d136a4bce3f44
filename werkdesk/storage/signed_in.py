"""Who may work at this desk: as the register last told, or as it said when they first signed in here.

What it said stands in a file beside the cache (nonce 12, AES-256-GCM over JSON, under a key of its own), so
that staff can also sign in to a cache that was just made anew.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from werkdesk.messages.wire import Medewerker
from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.durable_file import write_whole
from werkdesk.storage.engine import Cache
from werkdesk.storage.keyslots.desk_keys import DeskKeys
from werkdesk.storage.keyslots.kdf import derived

FILE_NAME = "medewerkers"
_NONCE = 12
_PURPOSE = b"staff v1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """A member of staff. ``active``: ``False`` once the register closed the account."""

    user: str
    name: str
    roles: tuple[str, ...]
    active: bool = True


def find_colleague(cache: Cache, folder: Path, keys: DeskKeys, user: str) -> Colleague | None:
    """The member of staff; the feed's word goes before what was told at enrolment.

    Raises ``Unavailable`` when the disk fails.
    """
    row = cache.glance("SELECT body FROM staff WHERE user = ?", (user,))
    if row is None:
        return _spare(folder, keys).get(user)
    told = msgspec.json.decode(row[0], type=Medewerker)
    return Colleague(user=told.user, name=told.name, roles=tuple(told.roles), active=told.active)


def keep_colleague(folder: Path, keys: DeskKeys, colleague: Colleague) -> None:
    """Remember somebody whom the register vouched for. Raises ``Unavailable`` ``schijf.*``."""
    known = _spare(folder, keys)
    if known.get(colleague.user) == colleague:
        return
    known[colleague.user] = colleague
    nonce = os.urandom(_NONCE)
    sealed = _cipher(keys).encrypt(nonce, msgspec.json.encode(list(known.values())), _PURPOSE)
    with disk_errors():
        write_whole(folder / FILE_NAME, nonce + sealed)


def _spare(folder: Path, keys: DeskKeys) -> dict[str, Colleague]:
    try:
        data = (folder / FILE_NAME).read_bytes()
        plain = _cipher(keys).decrypt(data[:_NONCE], data[_NONCE:], _PURPOSE)
        return {one.user: one for one in msgspec.json.decode(plain, type=list[Colleague])}
    except (OSError, InvalidTag, ValueError):
        return {}


def _cipher(keys: DeskKeys) -> AESGCM:
    return AESGCM(bytes(derived(keys.master(), _PURPOSE)))
