"""What lies in a profile folder, and who may open it.

``balie/``: cache, journal, key slots and what belongs to them, all encrypted. ``balie.json``: what must be
readable before anybody signs in, and no more than that. ``logboek/``: logs. ``werkdesk.lock``: one process.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

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


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFacts:
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
            return _facts_in(json.loads((self.folders.profile / FACTS_NAME).read_bytes()))
        except (OSError, ValueError):
            return None

    def keep_facts(self, facts: OpenFacts) -> None:
        """Replace them. Raises ``Unavailable`` ``schijf.*``."""
        with disk_errors():
            write_whole(
                self.folders.profile / FACTS_NAME, json.dumps(asdict(facts), ensure_ascii=False).encode()
            )

    def take(self) -> SingleInstance:
        """Become the one process of this profile. Raises ``Unavailable('werkdesk.al_geopend')``."""
        return take_profile(self.folders.profile)


def _facts_in(told: Any) -> OpenFacts | None:
    """Read without the module that reads messages: the first frame would wait for it."""
    kinds = {"balie": int} | dict.fromkeys(("locatie", "kantoor_naam", "gebruiker"), str)
    if not isinstance(told, dict) or not all(type(told.get(name)) is kind for name, kind in kinds.items()):
        return None
    return OpenFacts(**{field.name: told[field.name] for field in fields(OpenFacts)})


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
