"""Files that are there, whole, after a power cut."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_PATIENCE_SECONDS = 5.0


def sync_folder(folder: Path) -> None:
    """Make names in ``folder`` durable. Windows does so by itself and cannot be asked."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def sync_file(path: Path) -> None:
    """Make the content of ``path`` durable."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def rename(source: Path, target: Path) -> None:
    """Put ``source`` in the place of ``target``, durably. The content must be durable already."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            source.replace(target)
        except PermissionError:
            # On Windows a virus scanner may hold either file for a moment; elsewhere waiting is of no use.
            if sys.platform == "win32" and time.monotonic() < deadline:
                time.sleep(0.1)
                continue
            raise
        else:
            sync_folder(target.parent)
            return


def write_whole(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data`` for this user only: new file, fsync, rename, fsync of the folder.

    Raises :class:`OSError`; then the old content stands.
    """
    new = path.with_name(path.name + ".new")
    new.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        rename(new, path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
