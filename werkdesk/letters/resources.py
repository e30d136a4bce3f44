"""Read letter texts and house styles from the resources folder: the only file access of the letters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from werkdesk.errors import Unavailable

_FOLDERS = (("brieven", "*.txt"), ("brieven/bouwstenen", "*.txt"), ("huisstijl", "*.toml"))


def load_resources(directory: Path) -> Mapping[str, bytes]:
    """All letter resources below ``directory``, keyed ``brieven/L01.txt`` and so on. Not for the UI thread.

    Raises ``Unavailable('brief.sjablonen_weg')`` when the folder cannot be read or holds no letters.
    """
    try:
        found = {
            path.relative_to(directory).as_posix(): path.read_bytes()
            for folder, pattern in _FOLDERS
            for path in sorted((directory / folder).glob(pattern))
        }
    except OSError:
        raise Unavailable("brief.sjablonen_weg") from None
    if not found:
        raise Unavailable("brief.sjablonen_weg")
    return MappingProxyType(found)
