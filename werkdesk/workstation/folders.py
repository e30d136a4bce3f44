"""Where files live on this PC.

The profile is the local data folder, never the roaming one: a cache must not travel to a file server
(sync.md T28). ``--profile DIR`` names another, so that several desks run on one machine.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from werkdesk.errors import Unavailable

_RESOURCES = "resources"


@dataclass(frozen=True, slots=True)
class Folders:
    """The places inside one profile. Only :attr:`profile` itself is made here."""

    profile: Path

    @property
    def desk(self) -> Path:
        """Everything of the desk that is encrypted: cache, journal, slots."""
        return self.profile / "balie"

    @property
    def logs(self) -> Path:
        """Log files; no personal data."""
        return self.profile / "logboek"

    @property
    def register(self) -> Path:
        """Embedded register of a demonstration or a small office."""
        return self.profile / "register"


def open_profile(chosen: Path | None = None) -> Folders:
    """Give the profile's folders; the profile is made when missing, closed to others (0700).

    ``chosen``: what ``--profile`` named, or ``None`` for the platform's local data folder.
    Raises :class:`Unavailable` ``profiel.onbereikbaar`` when it cannot be made, ``schijf.alleen_lezen`` when
    it cannot be written.
    """
    profile = chosen or Path(platformdirs.user_data_dir("werkdesk", appauthor=False, roaming=False))
    try:
        profile = profile.expanduser().absolute()
        profile.mkdir(mode=0o700, parents=True, exist_ok=True)
        reachable = profile.is_dir() and os.access(profile, os.X_OK)
    except (OSError, RuntimeError):
        reachable = False
    if not reachable:
        raise Unavailable("profiel.onbereikbaar")
    if not os.access(profile, os.W_OK):
        raise Unavailable("schijf.alleen_lezen")
    return Folders(profile)


def resources_folder(start: Path | None = None) -> Path:
    """Find icons, letter texts and help: beside the package, or under the interpreter's ``share/werkdesk``.

    ``start``: the package's own folder; for tests. Raises :class:`Unavailable` ``bestanden.ontbreken``.
    """
    package = start or Path(__file__).parents[1]
    for place in (package.parent / _RESOURCES, Path(sys.prefix) / "share" / "werkdesk" / _RESOURCES):
        if place.is_dir():
            return place
    raise Unavailable("bestanden.ontbreken")
