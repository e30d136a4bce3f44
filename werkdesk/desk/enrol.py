"""Makes a PC a desk, and brings colleagues to it. Both need the register: this is the only work that does."""

from __future__ import annotations

import secrets
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from werkdesk import __version__
from werkdesk.desk import heavy
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.door import CacheDoor
from werkdesk.desk.profile import DeskProfile, OpenFacts
from werkdesk.errors import Refused, Unavailable
from werkdesk.messages.wire import EnrolAnswer, EnrolRequest, SignInAnswer, SignInRequest
from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.keyslots import slots
from werkdesk.storage.keyslots.kdf import check_pin
from werkdesk.storage.keyslots.presence import FOLDER
from werkdesk.storage.local_disk import require_local_disk
from werkdesk.storage.signing_key import write_signing_key
from werkdesk.usecases.ports import DeskIdentity
from werkdesk.workstation.vault.contract import Vault

if TYPE_CHECKING:
    from pathlib import Path

    from werkdesk.storage.keyslots.desk_keys import DeskKeys


ROOM = 2 * 1024 * 1024
"""Free bytes that a new desk asks for: an empty cache, its log and its journal, with some to spare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDesk:
    """What an administrator hands out: where the register is, whom to believe, two one-time codes, and a PIN.

    ``ca_pem``: certificate of the register's authority, ``None`` for those of the system.
    """

    url: str
    code: str
    ca_pem: str | None
    user: str
    user_code: str
    pin: str


def enrol_desk(profile: DeskProfile, vault: Vault, new: NewDesk, clock: DeskClock) -> DeskIdentity:
    """Enrol: key pair, name and number from the register, first slot, empty cache. Nothing is left half.

    What can be refused here is refused before a one-time code is spent. Raises ``Refused``: ``balie.bestaat``
    (this profile is a desk already), ``pin.te_kort``, ``register.*`` (``register.code`` and
    ``register.code_medewerker`` for a wrong code), ``cache.netwerkschijf``; ``Unavailable``: ``register.*``,
    ``schijf.*``; ``Locked`` ``sleutelbos.*``.
    """
    if profile.is_enrolled:
        raise Refused("balie.bestaat")
    check_pin(new.pin, has_os_store=vault.is_os_store)
    require_local_disk(profile.folders.profile)
    _require_room(profile)
    _try_vault(vault)
    key = Ed25519PrivateKey.generate()
    instance = secrets.token_hex(16)
    made, member = _ask_register(new, key, instance)
    name = member.user
    identity = _identity(new, made, instance)
    with _whole_or_gone(profile):
        keys = slots.create_cache(profile.cache, vault, name, new.pin, desk=made.desk_id)
        try:
            write_signing_key(profile.cache, keys, key)
            handles = heavy.create_cache(profile.cache, keys, clock)
            try:
                handles.sync_store.keep_identity(identity, made.scopes)
                _keep_colleague(profile.cache, keys, member)
            finally:
                handles.close()
        finally:
            keys.wipe()
        profile.keep_facts(
            OpenFacts(balie=made.balie, locatie=made.location, kantoor_naam=made.office_name, gebruiker=name)
        )
    return identity


def enrol_colleague(door: CacheDoor, user: str, user_code: str, pin: str) -> str:
    """Give a colleague a slot at this desk, while somebody is signed in; give their sign-in name.

    Raises as :func:`enrol_desk`.
    """
    check_pin(pin, has_os_store=door.vault.is_os_store)
    handles, keys = door.handles, door.keys
    identity = handles.sync_store.identity()
    if identity is None:
        raise Refused("balie.niet_aangemeld")
    client = heavy.connect(identity.url, identity.ca_pem or None, identity.token)
    try:
        member = client.sign_in(SignInRequest(desk_id=identity.desk_id, user=user, code=user_code))
    finally:
        client.close()
    _keep_colleague(door.profile.cache, keys, member)
    _give_slot(door, keys, member.user, pin)
    return member.user


def _give_slot(door: CacheDoor, keys: DeskKeys, user: str, pin: str) -> None:
    slots.enrol_user(door.profile.cache, door.vault, keys, user, pin)


def _keep_colleague(folder: Path, keys: DeskKeys, member: SignInAnswer) -> None:
    heavy.keep_colleague(folder, keys, member.user, member.name, tuple(member.roles))


def _require_room(profile: DeskProfile) -> None:
    """A disk that is full must show itself before a code is spent. Raises ``Unavailable('schijf.vol')``."""
    with disk_errors():
        if shutil.disk_usage(profile.folders.profile).free < ROOM:
            raise Unavailable("schijf.vol")


@contextmanager
def _whole_or_gone(profile: DeskProfile) -> Iterator[None]:
    """Take a desk that was made half away again: slots alone would say that this PC is a desk."""
    stood_before = profile.cache.exists()
    try:
        yield
    except BaseException:
        shutil.rmtree(profile.cache / FOLDER, ignore_errors=True)
        if not stood_before:
            shutil.rmtree(profile.cache, ignore_errors=True)
        raise


def _try_vault(vault: Vault) -> None:
    """A key store that keeps nothing must show itself before a code is spent. Raises ``Locked``."""
    service = f"werkdesk/proef/{secrets.token_hex(8)}"
    vault.store(service, secrets.token_bytes(32))
    vault.forget(service)


def _ask_register(new: NewDesk, key: Ed25519PrivateKey, instance: str) -> tuple[EnrolAnswer, SignInAnswer]:
    client = heavy.connect(new.url, new.ca_pem)
    try:
        client.hello()
        made = client.enrol(
            EnrolRequest(
                code=new.code,
                public_key=key.public_key().public_bytes_raw().hex(),
                instance_id=instance,
                hostname=socket.gethostname()[:200],
                app_version=__version__,
            )
        )
    except Refused as error:
        raise (Refused(error.code, field="code") if error.code == "register.code" else error) from None
    finally:
        client.close()
    client = heavy.connect(new.url, new.ca_pem, made.token)
    try:
        return made, client.sign_in(_proof(made.desk_id, new))
    except Refused as error:
        if error.code == "register.code":  # the desk's own code is spent by now
            raise Refused("register.code_medewerker", field="user_code") from None
        raise
    finally:
        client.close()


def _proof(desk_id: UUID, new: NewDesk) -> SignInRequest:
    return SignInRequest(desk_id=desk_id, user=new.user.strip().lower(), code=new.user_code)


def _identity(new: NewDesk, made: EnrolAnswer, instance: str) -> DeskIdentity:
    return DeskIdentity(
        desk_id=made.desk_id,
        instance_id=instance,
        balie=made.balie,
        locatie=made.location,
        kantoor=made.office,
        kantoor_naam=made.office_name,
        gemeenten=tuple(made.gemeenten),
        url=new.url.strip().rstrip("/"),
        ca_pem=new.ca_pem or "",
        token=made.token,
        register_key=made.register_key,
        publisher_key=made.publisher_key,
    )
