"""Where one register keeps its files: cluster, secrets, certificates. Nothing here is personal data."""

from __future__ import annotations

import os
import secrets
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from werkdesk.errors import Unavailable


@dataclass(frozen=True, slots=True)
class Profile:
    """The folder of one register. Building one creates the folder, for its owner only."""

    folder: Path

    def __post_init__(self) -> None:
        """Make the folder; an existing one keeps its rights."""
        if not self.folder.exists():
            self.folder.mkdir(parents=True, mode=0o700)

    @property
    def cluster(self) -> Path:
        """Data folder of the embedded PostgreSQL."""
        return self.folder / "postgres"

    @property
    def database_password(self) -> Path:
        """Password of the embedded PostgreSQL; one line."""
        return self.folder / "postgres.secret"

    @property
    def secrets(self) -> Path:
        """The register's own keys."""
        return self.folder / "sleutels.json"

    @property
    def tls(self) -> Path:
        """Own CA and server certificate with their keys."""
        return self.folder / "tls"

    @property
    def ca(self) -> Path:
        """The CA certificate that a desk is given at enrolment."""
        return self.folder / "ca.pem"


def open_profile(folder: Path | None) -> Profile:
    """The register inside a data folder, or inside the platform's one for this account.

    A desk may live in the same data folder; the register has its own part of it. Raises ``Unavailable``.
    """
    chosen = folder if folder is not None else user_data_path("werkdesk", appauthor=False)
    try:
        place = chosen.expanduser().resolve()
        place.mkdir(parents=True, mode=0o700, exist_ok=True)
        return Profile(place / "register")
    except (OSError, RuntimeError):
        raise Unavailable("profiel.onbereikbaar") from None


def write_secret(path: Path, content: bytes) -> None:
    """Write a file that only its owner may read, whole or not at all."""
    spare = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(spare, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        spare.replace(path)
        sync_folder(path.parent)
    except BaseException:
        with suppress(OSError):
            spare.unlink()
        raise


def write_public(path: Path, content: bytes) -> None:
    """Write a file that others may read, whole or not at all."""
    spare = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    spare.write_bytes(content)
    spare.replace(path)


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` survive a power cut (not possible, nor needed, on Windows)."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
