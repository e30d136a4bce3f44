"""The door of the cache: open with a PIN, shut at lock, and open again for whoever comes next.

Screens keep the callables they were given while the desk is locked; these go through the door at each call,
so that they work again after unlocking and say ``cache.op_slot`` in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from werkdesk.desk import heavy
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.profile import DeskProfile
from werkdesk.errors import Locked
from werkdesk.storage.keyslots.slots import open_slot
from werkdesk.usecases.inzage import InzageBoek
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.ports import Blobs, Cache, Concepten, SyncStore, Wie
from werkdesk.usecases.regels.plank import RegelPlank
from werkdesk.workstation.vault.contract import Vault

if TYPE_CHECKING:
    from werkdesk.storage.cache import CacheHandles
    from werkdesk.storage.inzageboek import LookBook
    from werkdesk.storage.keyslots.desk_keys import DeskKeys


class CacheDoor:
    """Holds the opened cache and its keys. One thread at a time opens or shuts it; any thread may pass."""

    def __init__(self, profile: DeskProfile, vault: Vault, clock: DeskClock) -> None:
        self.profile, self.vault, self.clock = profile, vault, clock
        self._handles: CacheHandles | None = None
        self._keys: DeskKeys | None = None
        self._looks: LookBook | None = None
        self.saved: Callable[[], None] = lambda: None
        """Called after each unit of work; the pump's wake."""

    @property
    def is_open(self) -> bool:
        """Whether somebody is signed in."""
        return self._handles is not None

    @property
    def handles(self) -> CacheHandles:
        """The opened cache. Raises ``Locked('cache.op_slot')``."""
        if self._handles is None:
            raise Locked("cache.op_slot")
        return self._handles

    @property
    def looks(self) -> LookBook:
        """The book of looks. Raises ``Locked('cache.op_slot')``."""
        if self._looks is None:
            raise Locked("cache.op_slot")
        return self._looks

    @property
    def keys(self) -> DeskKeys:
        """The opened keys. Raises ``Locked('cache.op_slot')``."""
        if self._keys is None:
            raise Locked("cache.op_slot")
        return self._keys

    def open(self, user: str, pin: str, *, check: bool = True) -> None:
        """Open with the PIN of ``user``. Raises what ``open_slot`` and ``open_cache`` raise; then it is shut.

        ``check``: verify every page of the cache first.
        """
        self.shut()
        keys = open_slot(self.profile.cache, self.vault, user, pin, now=self.clock())
        try:
            self._handles = heavy.open_cache(self.profile.cache, keys, self.clock, check=check)
        except BaseException:
            keys.wipe()
            raise
        self._keys = keys
        self._looks = heavy.open_look_book(self.profile.cache, keys, self._handles, self.clock)

    def take(self, handles: CacheHandles, keys: DeskKeys) -> None:
        """Step through with a cache that was just made."""
        self.shut()
        self._handles, self._keys = handles, keys
        self._looks = heavy.open_look_book(self.profile.cache, keys, handles, self.clock)

    def shut(self) -> None:
        """Close the cache and wipe the keys. Twice is fine."""
        handles, self._handles = self._handles, None
        keys, self._keys = self._keys, None
        looks, self._looks = self._looks, None
        try:
            if looks is not None:
                looks.close()
        finally:
            _shut(handles, keys)

    @property
    def inzageboek(self) -> InzageBoek:
        """Fulfils ``InzageBoek``."""
        return cast("InzageBoek", _Through(lambda: self.looks))

    @contextmanager
    def work(self, wie: Wie) -> Iterator[Cache]:
        """Fulfils ``usecases.ports.Work``; tells :attr:`saved` when a unit of work is over.

        Raises ``Locked('medewerker.ingetrokken')`` from the moment that the desk heard so; drafts stay.
        """
        handles = self.handles
        known = heavy.find_colleague(handles.writer.cache, self.profile.cache, self.keys, wie.medewerker)
        if known is not None and not known.active:
            raise Locked("medewerker.ingetrokken")
        # The roles that the register told last, also when the screens were made before it did.
        now = wie if known is None else replace(wie, rollen=known.roles)
        with handles.work(now) as unit:
            yield unit
        self.saved()

    @property
    def overzichten(self) -> Overzichten:
        """Fulfils ``Overzichten``."""
        return cast("Overzichten", _Through(lambda: self.handles.overzichten))

    @property
    def concepten(self) -> Concepten:
        """Fulfils ``Concepten``."""
        return cast("Concepten", _Through(lambda: self.handles.concepten))

    @property
    def blobs(self) -> Blobs:
        """Fulfils ``Blobs``."""
        return cast("Blobs", _Through(lambda: self.handles.blobs))

    @property
    def regelplank(self) -> RegelPlank:
        """Fulfils ``RegelPlank``."""
        return cast("RegelPlank", _Through(lambda: self.handles.rules))

    @property
    def sync_store(self) -> SyncStore:
        """Fulfils ``SyncStore``."""
        return cast("SyncStore", _Through(lambda: self.handles.sync_store))


class _Through:
    """Looks behind the door anew at every use."""

    def __init__(self, behind: Callable[[], Any]) -> None:
        self._behind = behind

    def __getattr__(self, name: str) -> Any:
        def call(*args: Any, **named: Any) -> Any:
            return getattr(self._behind(), name)(*args, **named)

        return call


def _shut(handles: CacheHandles | None, keys: DeskKeys | None) -> None:
    try:
        if handles is not None:
            handles.close()
    finally:
        if keys is not None:
            keys.wipe()
