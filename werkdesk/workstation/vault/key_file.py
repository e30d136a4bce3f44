"""Secrets in a file, for a machine without a key store. Used only when it is named (``--key-file FILE``).

The file is JSON, service name to base64. Whoever can read it has the device secret: it must belong to this
user and be closed to others (mode 0600), and the PIN must be longer (12 characters).
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import stat
import sys
from pathlib import Path

from werkdesk.errors import Locked
from werkdesk.workstation.file_lock import FileLock

MAX_BYTES = 1024 * 1024


class KeyFile:
    """A vault in one file."""

    backend_name = "key-file"
    is_os_store = False

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, service: str) -> bytes:
        """Give the secret of ``service``.

        Raises :class:`Locked`: ``sleutelbestand.ontbreekt``, ``sleutelbos.leeg`` (no entry),
        ``sleutelbestand.te_open`` (others may read it, or it is not ours), ``sleutelbestand.onleesbaar``.
        """
        text = self._entries(must_exist=True).get(service)
        if text is None:
            raise Locked("sleutelbos.leeg")
        try:
            return base64.b64decode(text, validate=True)
        except binascii.Error:
            raise Locked("sleutelbestand.onleesbaar") from None

    def store(self, service: str, secret: bytes) -> None:
        """Keep ``secret``; durable when this returns. Raises :class:`Locked`."""
        self._change(service, base64.b64encode(secret).decode("ascii"))
        if self.read(service) != secret:
            raise Locked("sleutelbos.bewaart_niet")

    def forget(self, service: str) -> None:
        """Remove the entry, if any. Raises :class:`Locked`."""
        self._change(service, None)

    def _change(self, service: str, text: str | None) -> None:
        """Rewrite the file under a lock, because several desks of one demonstration may share it."""
        try:
            with FileLock(self._path.with_name(self._path.name + ".lock")):
                entries = self._entries()
                if text is None:
                    entries.pop(service, None)
                else:
                    entries[service] = text
                _replace(self._path, json.dumps(entries, indent=1, sort_keys=True).encode("ascii"))
        except OSError as error:
            raise Locked("sleutelbestand.onschrijfbaar", nummer=error.errno or 0) from None

    def _entries(self, *, must_exist: bool = False) -> dict[str, str]:
        try:
            _check_closed(self._path)
            data = self._path.read_bytes()
            entries = json.loads(data) if len(data) <= MAX_BYTES else None
        except FileNotFoundError:
            if must_exist:
                raise Locked("sleutelbestand.ontbreekt") from None
            return {}
        except (OSError, ValueError, RecursionError):
            raise Locked("sleutelbestand.onleesbaar") from None
        if not isinstance(entries, dict) or not all(isinstance(text, str) for text in entries.values()):
            raise Locked("sleutelbestand.onleesbaar")
        return entries


def _check_closed(path: Path) -> None:
    """Refuse a file that others can read or have put there. Windows guards by the folder's rights instead."""
    if sys.platform == "win32":
        return
    state = path.stat()
    if not stat.S_ISREG(state.st_mode):
        raise Locked("sleutelbestand.onleesbaar")
    if state.st_uid != os.geteuid() or stat.S_IMODE(state.st_mode) & 0o077:
        raise Locked("sleutelbestand.te_open")


def _replace(path: Path, data: bytes) -> None:
    """New file, fsync, rename, fsync of the folder: after a power cut the old or the new one is there."""
    new = path.with_name(f"{path.name}.{os.getpid()}.new")
    new.unlink(missing_ok=True)
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    if sys.platform != "win32":
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
