"""What the operating system says about a disk, in the words of :mod:`werkdesk.errors`."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from werkdesk.errors import Unavailable

# RLIMIT_FSIZE gives EFBIG; a quota is as full as a disk.
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT}) if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_READ_ONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def disk_failure(error: OSError) -> Unavailable:
    """``schijf.vol``, ``schijf.alleen_lezen`` or ``schijf.fout``; ``nummer`` is the system's error number."""
    number = error.errno or 0
    if number in _FULL or getattr(error, "winerror", 0) == 112:  # ERROR_DISK_FULL
        return Unavailable("schijf.vol", nummer=number)
    if number in _READ_ONLY:
        return Unavailable("schijf.alleen_lezen", nummer=number)
    return Unavailable("schijf.fout", nummer=number)


@contextmanager
def disk_errors() -> Iterator[None]:
    """Translate each :class:`OSError` inside; the path stays behind, for it may hold an account's name."""
    try:
        yield
    except OSError as error:
        raise disk_failure(error) from None
