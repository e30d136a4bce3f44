"""The opened cache key and what is derived from it, in memory that can be wiped."""

from __future__ import annotations

from uuid import UUID

from werkdesk.errors import Locked
from werkdesk.storage.keyslots.kdf import derived


class DeskKeys:
    """What a member of staff holds after the right PIN. Wipe it at lock and at the end.

    ``cache``: id of the cache. ``desk``: id of this desk. Wiping clears our own copy; Python, SQLCipher and
    OpenSSL may still hold others until the process ends (security.md 2.5).
    """

    def __init__(self, key: bytearray, *, cache: UUID, desk: UUID) -> None:
        self._key = key
        self.cache = cache
        self.desk = desk

    @property
    def is_wiped(self) -> bool:
        """Whether :meth:`wipe` was called."""
        return not self._key

    def cache_key(self) -> bytearray:
        """Raw key of the SQLCipher file; 32 bytes, the caller's to wipe. Raises :class:`Locked`."""
        return derived(self.master(), b"cache v1")

    def journal_key(self) -> bytearray:
        """Key that wraps the content keys of the journal; 32 bytes. Raises :class:`Locked`."""
        return derived(self.master(), b"journal v1")

    def search_key(self) -> bytearray:
        """Key of the hash by which a BSN is found; 32 bytes. Raises :class:`Locked`."""
        return derived(self.master(), b"search v1")

    def master(self) -> bytearray:
        """The key that the slots wrap; not a copy. Raises :class:`Locked` ``cache.op_slot`` once wiped."""
        if not self._key:
            raise Locked("cache.op_slot")
        return self._key

    def wipe(self) -> None:
        """Overwrite and drop the key."""
        for index in range(len(self._key)):
            self._key[index] = 0
        self._key.clear()

    def __repr__(self) -> str:
        return f"DeskKeys(cache={self.cache}, wiped={self.is_wiped})"
