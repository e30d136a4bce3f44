"""The journal file: append and make durable, read, shorten."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from werkdesk.errors import Unavailable
from werkdesk.messages.sealed import START, frame_hash, seal
from werkdesk.storage.disk_failures import disk_errors, disk_failure
from werkdesk.storage.durable_file import rename, sync_folder
from werkdesk.storage.journal.reading import DamageReport, JournalRecord, read_records, survey
from werkdesk.storage.journal.room import is_room, write_at
from werkdesk.storage.journal.side_sync import SideSync
from werkdesk.storage.keyslots.desk_keys import DeskKeys

FILE_NAME = "journaal"


class Journal:
    """The journal of one desk; for one thread of one process at a time.

    Order of a save: :meth:`begin` a record, the database's statements while the disk takes it, :meth:`finish`
    (durable), then the database's commit, then "Opgeslagen". When a statement or the commit fails,
    :meth:`withdraw` the record; when the process dies in between, the next start finds the acts here and adds
    them to the database.
    """

    def __init__(self, path: Path, keys: DeskKeys, *, register_key: X25519PublicKey | None = None) -> None:
        """Open or make the file. ``register_key``: seals each act to the register, so that it is readable
        there when this desk cannot be opened any more.

        What stands after the last intact frame is cut off, and ``found_at_opening`` tells: the power went
        while it was written, before anybody was told that it was saved. Raises :class:`Unavailable`
        ``schijf.*``, ``journaal.fout``; :class:`werkdesk.errors.Locked` when the keys were wiped.
        """
        self._path = path
        self._keys = keys
        self.register_key = register_key
        self._is_broken = False
        self._to_disk = SideSync()
        self._last_sequence = 0
        self._last_hash = START
        self._undo: tuple[int, int, bytes] | None = None
        with disk_errors():
            is_new = not path.exists()
            self._file = _open(path)
            if is_new:
                sync_folder(path.parent)
            data = path.read_bytes()
        _, self.found_at_opening = read_records(data, keys.desk, bytes(keys.journal_key()))
        self._count(data)
        if not is_room(data, self._end):
            self._shorten(self._end)

    @property
    def last_sequence(self) -> int:
        """Highest number that stands here, readable or not; 0 when empty."""
        return self._last_sequence

    def append(self, sequence: int, payload: bytes) -> None:
        """Write what is saved together; it survives a power cut once this returns, whole or not at all.

        Raises as :meth:`begin` and :meth:`finish`.
        """
        self.begin(sequence, payload)
        self.finish()

    def begin(self, sequence: int, payload: bytes) -> None:
        """Write what is saved together and let the disk begin: it counts once :meth:`finish` returned.

        ``sequence``: ``mseq`` of the last act in it, above every number here. Raises :class:`Unavailable`:
        ``schijf.vol`` and other ``schijf.*`` (the file is as it was), ``journaal.fout`` (the disk no longer
        says what it holds: close and open again before the next act).
        """
        self._check_usable()
        if sequence <= self._last_sequence:
            raise ValueError("the journal's numbers only go up")
        frame = seal(
            payload,
            desk=self._keys.desk,
            sequence=sequence,
            previous=self._last_hash,
            journal_key=bytes(self._keys.journal_key()),
            register_key=self.register_key,
        )
        start = self._end
        self._write(frame)
        self._undo = (start, self._last_sequence, self._last_hash)
        self._last_sequence, self._last_hash = sequence, frame_hash(frame)

    def finish(self) -> None:
        """Wait until what was begun survives a power cut. Raises ``Unavailable('journaal.fout')``."""
        try:
            self._to_disk.wait()
        except OSError:
            # After a failed sync nobody knows what is on the disk, and a second sync would lie.
            self._is_broken = True
            raise Unavailable("journaal.fout") from None

    def withdraw(self, sequence: int) -> None:
        """Take back the record just begun or appended, because the database did not take it; once.

        Raises :class:`Unavailable` ``journaal.fout`` when that fails; the acts may then come back at the next
        start.
        """
        self._check_usable()
        if self._undo is None or sequence != self._last_sequence:
            raise ValueError("only the record just appended can be withdrawn")
        self.finish()
        start, last_sequence, last_hash = self._undo
        self._shorten(start)
        self._last_sequence, self._last_hash, self._undo = last_sequence, last_hash, None

    def read_all(self, keys: DeskKeys | None = None) -> tuple[tuple[JournalRecord, ...], DamageReport]:
        """Give every record that is provably as written, by number, and what is missing.

        ``keys``: other than those it was opened with. Raises :class:`Unavailable` ``schijf.*``.
        """
        reader = keys or self._keys
        with disk_errors():
            data = self._path.read_bytes()
        return read_records(data, reader.desk, bytes(reader.journal_key()))

    def cut(self, up_to: int) -> DamageReport:
        """Drop every record up to and including number ``up_to``, by a new file and a rename.

        The last record stays in any case: it tells a rebuilt cache how far this desk had counted, so that no
        number is given out twice. Only for what the register has, in a backup too. Frames of other desks and
        damaged stretches go as well; the report says what they were.

        Raises :class:`Unavailable` ``schijf.*``; then the old file stands.
        """
        self._check_usable()
        with disk_errors():
            data = self._path.read_bytes()
        _, damage = read_records(data, self._keys.desk, bytes(self._keys.journal_key()))
        least = min(up_to, self._last_sequence - 1)
        frames = survey(data, self._keys.desk).frames
        self._replace(b"".join(frame.raw for frame in frames if frame.sequence > least))
        return damage

    def close(self) -> None:
        """Close the file; everything in it is durable already."""
        self._to_disk.stop()
        if self._file >= 0:
            os.close(self._file)
        self._file, self._is_broken = -1, True

    def _check_usable(self) -> None:
        if self._is_broken:
            raise Unavailable("journaal.fout")

    def _count(self, data: bytes) -> None:
        found = survey(data, self._keys.desk)
        self._last_sequence = max((frame.sequence for frame in found.frames), default=0)
        self._last_hash = found.frames[-1].hash if found.frames else START
        self._end, self._size = found.sound_bytes, len(data)
        self._undo = None

    def _write(self, frame: bytes) -> None:
        try:
            self._size = write_at(self._file, self._end, frame, self._size)
        except OSError as error:
            self._shorten(self._end)
            raise disk_failure(error) from None
        self._end += len(frame)
        self._to_disk.start(self._file, _sync)

    def _shorten(self, size: int) -> None:
        try:
            os.ftruncate(self._file, size)
            _sync(self._file)
        except OSError:
            self._is_broken = True
            raise Unavailable("journaal.fout") from None
        self._end = self._size = size

    def _replace(self, content: bytes) -> None:
        new = self._path.with_name(self._path.name + ".new")
        with disk_errors():
            new.unlink(missing_ok=True)
            descriptor = _open(new)
            try:
                write_at(descriptor, 0, content, 0)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            self.close()  # Windows does not rename over an open file
            try:
                rename(new, self._path)
            finally:
                self._file, self._is_broken, self._to_disk = _open(self._path), False, SideSync()
                self._count(self._path.read_bytes())


def _open(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)


def _sync(descriptor: int) -> None:
    """Size and content to the disk; the rest of the metadata can wait."""
    if hasattr(os, "fdatasync"):
        os.fdatasync(descriptor)
    else:
        os.fsync(descriptor)
