"""Looks into a cache that another process has open: the window works on while a verb asks something.

Nothing is written, migrated or repaired here, and the journal is not touched: its last frame may be half-way.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from werkdesk.domain.gebeurtenissen import Gebeurtenis
from werkdesk.errors import Unavailable
from werkdesk.messages.sealed import Frame, scan
from werkdesk.storage.blobs import SqlBlobs
from werkdesk.storage.engine import FILE_NAME, Cache
from werkdesk.storage.engine import open_cache as open_cache_file
from werkdesk.storage.journal.journal import FILE_NAME as JOURNAL_NAME
from werkdesk.storage.keyslots.desk_keys import DeskKeys
from werkdesk.storage.migrations.run import STEPS, current
from werkdesk.storage.overzichten.overzichten import SqlOverzichten
from werkdesk.storage.overzichten.zoeken import Zoeker
from werkdesk.storage.records import read_stand
from werkdesk.storage.rules.shelf import SqlRuleShelf
from werkdesk.storage.settings import read_setting
from werkdesk.usecases.changes import Changes
from werkdesk.usecases.ports import Clock, DeskIdentity, S, Wie

BUSY = "werkdesk.al_geopend"


class LookOnly:
    """A unit of work that only reads; fulfils ``usecases.ports.Cache``."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def get(self, kind: type[S], rid: object) -> S | None:
        """The record as the other process last saved it."""
        with self._cache.read() as connection:
            stand = read_stand(connection, kind.soort, rid)  # type: ignore[arg-type]
        return stand if isinstance(stand, kind) else None

    def record(self, *acts: Gebeurtenis) -> None:
        """Raise ``Unavailable('werkdesk.al_geopend')``."""
        raise Unavailable(BUSY)

    def next_teller(self, wat: str) -> int:
        """Raise ``Unavailable('werkdesk.al_geopend')``."""
        raise Unavailable(BUSY)

    def keep_blob(self, sha256: str, content: bytes) -> None:
        """Raise ``Unavailable('werkdesk.al_geopend')``."""
        raise Unavailable(BUSY)

    def drop_concept(self, sleutel: str) -> None:
        """Raise ``Unavailable('werkdesk.al_geopend')``."""
        raise Unavailable(BUSY)

    def commit(self) -> Changes:
        """Nothing was done."""
        return Changes()


@dataclass(frozen=True, slots=True, kw_only=True)
class LookHandles:
    """What can be read beside another process."""

    cache: Cache
    overzichten: SqlOverzichten
    blobs: SqlBlobs
    rules: SqlRuleShelf

    @contextmanager
    def work(self, wie: Wie) -> Iterator[LookOnly]:
        """Fulfils ``usecases.ports.Work`` for who only reads."""
        yield LookOnly(self.cache)

    def identity(self) -> DeskIdentity | None:
        """Who this desk is to the register."""
        with self.cache.read() as connection:
            return read_setting(connection, "identity", DeskIdentity)

    def close(self) -> None:
        """Close the connections."""
        self.cache.close()


def open_look(folder: Path, keys: DeskKeys, clock: Clock) -> LookHandles:
    """Look into the cache of ``folder``.

    Raises as ``storage.engine.open_cache``, and ``Unavailable('cache.ouder')`` when nobody signed in yet
    since the program was updated: only who opens the cache may migrate it.
    """
    cache = open_cache_file(folder / FILE_NAME, keys.cache_key(), check=False)
    try:
        with cache.read() as connection:
            if current(connection) != len(STEPS):
                raise Unavailable("cache.ouder")
    except BaseException:
        cache.close()
        raise
    zoeker = Zoeker(bytes(keys.search_key()))
    return LookHandles(
        cache=cache,
        overzichten=SqlOverzichten(cache, zoeker, clock, lambda: _frames(folder / JOURNAL_NAME)),
        blobs=SqlBlobs(cache),
        rules=SqlRuleShelf(cache),
    )


def _frames(journal: Path) -> int:
    try:
        return sum(isinstance(part, Frame) for part in scan(journal.read_bytes()))
    except OSError:
        return 0
