"""A copy of the journal for the help desk: every act that waits, each sealed to the register."""

from __future__ import annotations

import os
from pathlib import Path

from werkdesk.desk.profile import DeskProfile
from werkdesk.errors import Refused, Unavailable
from werkdesk.storage.journal.journal import FILE_NAME


def copy_outbox(profile: DeskProfile, target: Path) -> int:
    """Write the copy to ``target``, which must not exist, and make it durable; returns its size in bytes.

    Reads nothing and needs no key. Raises ``Unavailable``: ``journaal.fout``, ``bestand.onschrijfbaar``;
    ``Refused('bestand.bestaat')``.
    """
    try:
        content = (profile.cache / FILE_NAME).read_bytes()
    except OSError:
        raise Unavailable("journaal.fout") from None
    try:
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except FileExistsError:
        raise Refused("bestand.bestaat", field="file") from None
    except OSError:
        raise Unavailable("bestand.onschrijfbaar", field="file") from None
    return len(content)
