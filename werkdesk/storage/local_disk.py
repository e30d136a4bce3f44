"""The cache stands on a disk of this PC: SQLite's locks and WAL do not hold over a share (sync.md T28)."""

from __future__ import annotations

import ctypes
import re
import sys
from pathlib import Path

from werkdesk.errors import Refused

_NETWORK = frozenset(
    """
    acfs afpfs afs beegfs ceph cifs coda curlftpfs davfs davfs2 drvfs fuse.ceph fuse.curlftpfs fuse.davfs
    fuse.glusterfs fuse.gvfsd-fuse fuse.rclone fuse.s3fs fuse.sshfs gfs gfs2 glusterfs gpfs lustre ncp ncpfs
    nfs nfs4 ocfs2 orangefs smb2 smb3 smbfs sshfs webdav
    """.split()  # noqa: SIM905 - sixty quotes would hide the names
)
_SHARED_WITH_HOST = frozenset({"9p", "virtiofs", "vboxsf"})
"""Folders of the host inside a virtual machine. As a sandbox's root they are its only disk, one kernel's."""
_MOUNTS = Path("/proc/mounts")
_DRIVE_REMOTE = 4  # GetDriveTypeW, winbase.h


def require_local_disk(folder: Path) -> None:
    """Raise :class:`Refused` ``cache.netwerkschijf`` when ``folder`` is on a network share."""
    real = folder.resolve()
    if sys.platform == "win32":
        is_remote = _is_remote_on_windows(real)
    else:
        try:
            mounts = _MOUNTS.read_text("utf-8", "surrogateescape")
        except OSError:
            return  # no such list here; nothing to go by
        place, kind = mount_of(real, mounts)
        is_remote = kind in _NETWORK or (kind in _SHARED_WITH_HOST and place != "/")
    if is_remote:
        raise Refused("cache.netwerkschijf")


def mount_of(path: Path, mounts: str) -> tuple[str, str]:
    """Mount point and file system that hold ``path``, by a text such as ``/proc/mounts``; else two blanks."""
    best = ("", "")
    for line in mounts.splitlines():
        words = line.split(" ")
        if len(words) < 3:
            continue
        place = _unescaped(words[1])
        # A later mount on the same place hides the earlier one, so an equal length counts too.
        if len(place) >= len(best[0]) and path.is_relative_to(place):
            best = (place, words[2])
    return best


def _unescaped(text: str) -> str:
    """Blank, tab, newline and backslash stand in the list as octal numbers (proc(5))."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def _is_remote_on_windows(path: Path) -> bool:
    if sys.platform == "win32":
        is_unc = path.drive.startswith("\\\\")
        return is_unc or ctypes.windll.kernel32.GetDriveTypeW(path.drive + "\\") == _DRIVE_REMOTE
    return False
