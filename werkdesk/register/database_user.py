"""PostgreSQL refuses to run as root. When we are root, it runs as a system user of its own.

Only the right to *pass through* the folders above the cluster and the programs is added for others, never the
right to list them. An ordinary account needs none of this.
"""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from werkdesk.errors import Unavailable

if sys.platform != "win32":
    import pwd

_NAME = "werkdesk-db"


@dataclass(frozen=True, slots=True)
class SystemUser:
    """Numbers of the account that the database server runs as."""

    uid: int
    gid: int


def database_user() -> SystemUser | None:
    """The account to run PostgreSQL as, or ``None`` for our own. Raises ``Unavailable``."""
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    entry = _find() or _create()
    return SystemUser(entry.pw_uid, entry.pw_gid)


if sys.platform != "win32":

    def _find() -> pwd.struct_passwd | None:
        try:
            return pwd.getpwnam(_NAME)
        except KeyError:
            return None

    def _create() -> pwd.struct_passwd:
        command = shutil.which("useradd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")
        if command is None:
            raise Unavailable("register.databank_gebruiker")
        subprocess.run(  # noqa: S603 - fixed words, no data
            [command, "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", _NAME],
            check=False,
            capture_output=True,
        )
        entry = _find()
        if entry is None:
            raise Unavailable("register.databank_gebruiker")
        return entry


def let_pass(path: Path) -> None:
    """Let others pass through every folder above ``path`` that root owns; they still cannot list it."""
    for folder in path.parents:
        status = folder.stat()
        if status.st_uid == 0 and not status.st_mode & stat.S_IXOTH:
            folder.chmod(stat.S_IMODE(status.st_mode) | stat.S_IXOTH)


def give_to(path: Path, user: SystemUser) -> None:
    """Make ``user`` the owner of one file or folder."""
    if sys.platform != "win32":
        os.chown(path, user.uid, user.gid)
