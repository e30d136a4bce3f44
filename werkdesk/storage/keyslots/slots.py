"""Making, opening and changing the slots of one cache.

Slots stand in ``<folder>/sleutels/<user tag>.json``. The first slot is what makes a cache exist: until it
stands, a device secret in the key store belongs to nothing and harms nothing.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID, uuid4

from werkdesk.errors import Locked, Refused, Unavailable
from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.durable_file import sync_folder, write_whole
from werkdesk.storage.keyslots.attempts import Attempts
from werkdesk.storage.keyslots.desk_keys import DeskKeys
from werkdesk.storage.keyslots.kdf import KEY_BYTES, KdfParams, check_pin, user_tag
from werkdesk.storage.keyslots.presence import FOLDER, has_slots
from werkdesk.storage.keyslots.slot import Slot, SlotFacts, check_secret, parse_slot, unwrap, wrap

STANDARD = KdfParams()


class Vault(Protocol):
    """What the slots need of the key store; ``werkdesk.workstation.vault`` has two of them."""

    @property
    def backend_name(self) -> str: ...
    @property
    def is_os_store(self) -> bool: ...
    def read(self, service: str) -> bytes: ...
    def store(self, service: str, secret: bytes) -> None: ...
    def forget(self, service: str) -> None: ...


def create_cache(
    folder: Path, vault: Vault, user: str, pin: str, *, desk: UUID, kdf: KdfParams = STANDARD
) -> DeskKeys:
    """Make a new cache key and device secret, with a slot for the first user.

    ``folder``: of the desk; made when missing. ``user``: any stable id of the member of staff; it does not
    reach the disk. Raises :class:`Refused` ``cache.bestaat`` (slots stand here already) or ``pin.te_kort``,
    :class:`Locked` ``sleutelbos.*``, :class:`Unavailable` ``schijf.*``.
    """
    check_pin(pin, has_os_store=vault.is_os_store)
    if has_slots(folder):
        raise Refused("cache.bestaat")
    cache = uuid4()
    keys = DeskKeys(bytearray(os.urandom(KEY_BYTES)), cache=cache, desk=desk)
    secret = os.urandom(KEY_BYTES)
    facts = SlotFacts(cache.hex, desk.hex, user_tag(user, secret), 1, vault.backend_name, kdf)
    vault.store(facts.service, secret)
    _write(folder, wrap(keys.master(), facts, pin, secret))
    return keys


def enrol_user(
    folder: Path, vault: Vault, keys: DeskKeys, user: str, pin: str, *, kdf: KdfParams = STANDARD
) -> None:
    """Give ``user`` a slot, or a new one with a new PIN; wrong tries are forgiven.

    Whoever calls this has decided that ``user`` may; the keys come from a colleague who signed in, or from
    the same user. Raises as :func:`create_cache`, and :class:`Unavailable` ``slot.beschadigd``.
    """
    check_pin(pin, has_os_store=vault.is_os_store)
    newest = max(
        (slot.facts for slot in _slots(folder) if slot.facts.cache == keys.cache.hex),
        key=lambda facts: facts.generation,
        default=None,
    )
    if newest is None:
        raise Unavailable("slot.beschadigd")
    secret = _secret(vault, newest)
    facts = SlotFacts(
        newest.cache, newest.desk, user_tag(user, secret), newest.generation, vault.backend_name, kdf
    )
    _write(folder, wrap(keys.master(), facts, pin, secret))
    _attempts(folder, facts.user).forgive()


def open_slot(folder: Path, vault: Vault, user: str, pin: str, *, now: datetime) -> DeskKeys:
    """Open the cache key with the PIN of ``user``. ``now`` carries a zone; it paces wrong tries.

    Raises :class:`Locked`: ``pin.onjuist`` with ``over`` (tries left), ``pin.wachten`` with ``seconden``,
    ``pin.geblokkeerd``, ``slot.ontbreekt`` (user has none here), ``cache.ontbreekt`` (no slots at all),
    ``sleutelbos.anders`` (slot was made with another store), ``sleutelbos.ander_geheim``, other
    ``sleutelbos.*``; :class:`Unavailable` ``slot.beschadigd``, ``schijf.*``.
    """
    slot, secret = _find(folder, vault, user)
    attempts = _attempts(folder, slot.facts.user)
    attempts.begin(now)
    try:
        key = unwrap(slot, pin, secret)
    except Locked as error:
        raise Locked(error.code, field="pin", over=attempts.left()) from None
    attempts.forgive()
    return DeskKeys(key, cache=UUID(slot.facts.cache), desk=UUID(slot.facts.desk))


def remove_user(folder: Path, vault: Vault, user: str) -> None:
    """Take the slot of ``user`` away; fine when there is none. Raises as :func:`open_slot`."""
    with disk_errors():
        for facts in _secrets_in_use(_slots(folder)):
            tag = user_tag(user, _secret(vault, facts))
            _path(folder, tag).unlink(missing_ok=True)
            _attempts(folder, tag).forgive()
        sync_folder(folder / FOLDER)


def _find(folder: Path, vault: Vault, user: str) -> tuple[Slot, bytes]:
    """Give the slot of ``user`` and its device secret."""
    if not has_slots(folder):
        raise Locked("cache.ontbreekt")
    for facts in _secrets_in_use(_slots(folder)):
        secret = _secret(vault, facts)
        path = _path(folder, user_tag(user, secret))
        if path.exists():
            slot = _read(path)
            check_secret(slot, secret)
            return slot, secret
        check_secret(next(one for one in _slots(folder) if one.facts == facts), secret)
    raise Locked("slot.ontbreekt")


def _secret(vault: Vault, facts: SlotFacts) -> bytes:
    if facts.backend != vault.backend_name:
        raise Locked("sleutelbos.anders", was=facts.backend, nu=vault.backend_name)
    return vault.read(facts.service)


def _secrets_in_use(slots: list[Slot]) -> list[SlotFacts]:
    """One example per device secret, newest first; more than one only halfway through a rotation."""
    found = {slot.facts.service: slot.facts for slot in slots}
    return sorted(found.values(), key=lambda facts: -facts.generation)


def _slots(folder: Path) -> list[Slot]:
    """All slots that can be read. Raises ``slot.beschadigd`` when there are files but none is whole."""
    slots: list[Slot] = []
    damaged = 0
    for path in sorted((folder / FOLDER).glob("*.json")):
        try:
            slots.append(_read(path))
        except Unavailable as error:
            if error.code != "slot.beschadigd":
                raise
            damaged += 1
    if damaged and not slots:
        raise Unavailable("slot.beschadigd")
    return slots


def _read(path: Path) -> Slot:
    with disk_errors():
        data = path.read_bytes()
    slot = parse_slot(data)
    if slot.facts.user != path.stem:
        raise Unavailable("slot.beschadigd")
    return slot


def _write(folder: Path, slot: Slot) -> None:
    with disk_errors():
        place = folder / FOLDER
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync_folder(folder)
        write_whole(_path(folder, slot.facts.user), slot.as_bytes())


def _path(folder: Path, tag: str) -> Path:
    return folder / FOLDER / f"{tag}.json"


def _attempts(folder: Path, tag: str) -> Attempts:
    return Attempts(folder / FOLDER / f"{tag}.pogingen")
