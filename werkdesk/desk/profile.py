"""What lies in a profile folder, and who may open it.

``balie/``: cache, journal, key slots and what belongs to them, all encrypted. ``balie.json``: what must be
readable before anybody signs in, and no more than that. ``logboek/``: logs. ``werkdesk.lock``: one process.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from werkdesk.errors import Unavailable
from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.durable_file import write_whole
from werkdesk.storage.keyslots.presence import has_slots
from werkdesk.workstation.folders import Folders, open_profile
from werkdesk.workstation.single_instance import SingleInstance, take_profile
from werkdesk.workstation.vault.contract import Vault
from werkdesk.workstation.vault.key_file import KeyFile
from werkdesk.workstation.vault.system import SystemVault

FACTS_NAME = "balie.json"


class OpenFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known before sign-in: the line under the sign-in form, and who signed in last.

    ``gebruiker``: sign-in name for unattended verbs that do not name one.
    """

    balie: int
    locatie: str
    kantoor_naam: str
    gebruiker: str


@dataclass(frozen=True, slots=True)
class DeskProfile:
    """One desk on this machine."""

    folders: Folders

    @property
    def cache(self) -> Path:
        """Folder of everything that is encrypted."""
        return self.folders.desk

    @property
    def is_enrolled(self) -> bool:
        """Whether this profile is a desk of an office."""
        return has_slots(self.cache)

    def facts(self) -> OpenFacts | None:
        """What is known before sign-in; ``None`` when the file is absent or damaged: nothing needs it."""
        try:
            return msgspec.json.decode((self.folders.profile / FACTS_NAME).read_bytes(), type=OpenFacts)
        except (OSError, msgspec.MsgspecError):
            return None

    def keep_facts(self, facts: OpenFacts) -> None:
        """Replace them. Raises ``Unavailable`` ``schijf.*``."""
        with disk_errors():
            write_whole(self.folders.profile / FACTS_NAME, msgspec.json.encode(facts))

    def take(self) -> SingleInstance:
        """Become the one process of this profile. Raises ``Unavailable('werkdesk.al_geopend')``."""
        return take_profile(self.folders.profile)


def open_desk_profile(chosen: Path | None = None) -> DeskProfile:
    """The profile of ``--profile``, or of this account. Raises ``Unavailable('profiel.onbereikbaar')``."""
    return DeskProfile(open_profile(chosen))


def choose_vault(key_file: Path | None) -> Vault:
    """The key store of this machine, or the file that was named on purpose (``--key-file``)."""
    return SystemVault() if key_file is None else KeyFile(key_file)


def require_enrolled(profile: DeskProfile) -> None:
    """Raise ``Unavailable('balie.niet_aangemeld')`` for a profile that is no desk yet."""
    if not profile.is_enrolled:
        raise Unavailable("balie.niet_aangemeld")
