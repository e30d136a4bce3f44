"""The looks of one desk: a sealed journal of their own, written before anything is shown.

It needs nothing of the cache to write: a damaged cache loses no look, and a look never waits for a save.
Frames that the register has stay for a while, so that a register that was put back hears them again; which it
has is a note beside them that may be lost: the register knows a look by its id.
"""

from __future__ import annotations

import threading
from datetime import UTC
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from werkdesk.domain.inzage import Inzage
from werkdesk.errors import Refused, Unavailable
from werkdesk.messages.chain import START
from werkdesk.messages.inzage import LOOKS_AT_ONCE, Blik, BlikAnswer, BlikRequest, chained
from werkdesk.messages.sealed import Frame, scan
from werkdesk.storage import losse_inzage
from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.engine import Cache
from werkdesk.storage.journal.journal import Journal
from werkdesk.storage.journal.reading import JournalRecord
from werkdesk.storage.keyslots.desk_keys import DeskKeys
from werkdesk.storage.settings import read_line, read_setting, write_setting
from werkdesk.storage.writer import Writer
from werkdesk.usecases.inzage import BlikStand
from werkdesk.usecases.ports import Clock, DeskIdentity, NewId, Wie

FILE_NAME = "inzage"
SETTING = "inzage"
_KEEP = 1_000
"""Looks that stay after the register has them; some weeks of one desk."""


class LookLine(msgspec.Struct, frozen=True):
    """What the last call told. ``n``: last look that the register has; ``kop``: head of the office's log.

    ``epoch``: of the register that said so; another one may be a copy that was put back.
    """

    n: int = 0
    kop_nummer: int = 0
    kop_hash: str = ""
    epoch: str = ""


class _Kept(msgspec.Struct, frozen=True):
    """A look as it stands in the file, with the chain hash before it."""

    prev: str
    blik: Blik


class LookBook:
    """Fulfils ``usecases.inzage.InzageBoek`` and ``BlikStore``. Every method from any thread.

    The file is opened at the first use. Closing it is the door's business.
    """

    def __init__(self, folder: Path, keys: DeskKeys, writer: Writer, clock: Clock, new_id: NewId) -> None:
        self._folder, self._keys, self._writer = folder, keys, writer
        self._clock, self._new_id = clock, new_id
        self._guard = threading.Lock()
        self._journal: Journal | None = None
        self._kept: list[_Kept] = []
        self._is_parted = False  # the register's end of our chain is not in our file
        self._is_over = False

    def keep(self, wie: Wie, inzage: Inzage) -> None:
        """Write a look. Raises ``Unavailable('inzage.niet_vastgelegd')``; then nothing may be shown."""
        with self._guard:
            self._write(look_of(self._new_id, self._clock, self._writer.clock_ms, wie, inzage))

    def next_looks(self) -> BlikRequest | None:
        """The oldest looks that the register does not have. Raises ``Unavailable``."""
        received = self._received()
        with self._guard:
            self._adopt()
            identity = self._identity()
            waiting = self._after(received)
            if identity is None or not waiting:
                return None
            run = _run_of(waiting[:LOOKS_AT_ONCE])
            return BlikRequest(
                desk_id=identity.desk_id, instance_id=identity.instance_id, prev_hash=run[0].prev,
                lost=self._is_parted or run[0].prev != self._end_of(received, run[0].prev),
                blikken=tuple(one.blik for one in run),
            )  # fmt: skip

    def looks_received(self, sent: BlikRequest, answer: BlikAnswer) -> None:
        """How far the register is. Raises ``Refused('register.antwoord')`` when it never takes them."""
        last = sent.blikken[-1]
        is_taken = (answer.n, answer.hash) == (last.n, last.hash)
        with self._guard:
            is_ours = any((one.blik.n, one.blik.hash) == (answer.n, answer.hash) for one in self._kept)
            if sent.lost and not is_taken and not is_ours:
                raise Refused("register.antwoord")
            self._is_parted = not (is_taken or is_ours)
            received = 0 if self._is_parted else answer.n
        line = LookLine(
            n=received, kop_nummer=answer.kop_nummer, kop_hash=answer.kop_hash, epoch=answer.epoch
        )
        with self._writer.note() as connection:
            write_setting(connection, SETTING, line)
        with self._guard:
            self._shorten(received)

    def stand(self) -> BlikStand:
        """What waits, and the head of the log."""
        return look_stand(self._folder, self._writer.cache)

    def close(self) -> None:
        """Close the file; everything in it is durable already."""
        with self._guard:
            self._is_over = True
            self._shut()

    def _write(self, blik: Blik) -> None:
        try:
            journal = self._open()
            prev = self._kept[-1].blik.hash if self._kept else START
            one = _Kept(prev, chained(msgspec.structs.replace(blik, n=journal.last_sequence + 1), prev))
            journal.append(one.blik.n, msgspec.json.encode(one))
        except Unavailable as error:
            self._shut()  # the next look begins with what the disk really holds
            raise Unavailable("inzage.niet_vastgelegd", oorzaak=error.code) from None
        self._kept.append(one)

    def _adopt(self) -> None:
        """Looks of a process beside this one become ours."""
        for path, blik in losse_inzage.read_loose(self._folder, self._keys):
            self._write(blik)
            losse_inzage.drop(path)

    def _after(self, received: int) -> list[_Kept]:
        """What the register does not have; all of it when it may have another history than our file."""
        self._open()
        if self._is_parted or (self._kept and received > self._kept[-1].blik.n):
            return list(self._kept)
        return [one for one in self._kept if one.blik.n > received]

    def _end_of(self, received: int, unknown: str) -> str:
        """The chain hash of the last look that the register has; ``unknown`` when it left our file."""
        if received == 0:
            return START
        return next((one.blik.hash for one in self._kept if one.blik.n == received), unknown)

    def _open(self) -> Journal:
        if self._is_over:
            raise Unavailable("cache.op_slot")
        if self._journal is None:
            self._journal = Journal(
                self._folder / FILE_NAME, self._keys, register_key=_public_key(self._identity())
            )
            records, _ = self._journal.read_all()
            self._kept = [one for one in map(_read, records) if one is not None]
        return self._journal

    def _shut(self) -> None:
        journal, self._journal = self._journal, None
        if journal is not None:
            journal.close()

    def _shorten(self, received: int) -> None:
        if self._is_over or len(self._kept) < 2 * _KEEP:
            return
        last_to_go = min(received, self._kept[-_KEEP].blik.n - 1)
        self._open().cut(last_to_go)
        self._kept = [one for one in self._kept if one.blik.n > last_to_go]

    def _identity(self) -> DeskIdentity | None:
        with self._writer.cache.read() as connection:
            return read_setting(connection, "identity", DeskIdentity)

    def _received(self) -> int:
        """The last look that the register has; 0 when it may be another register than the one that said so:
        it knows by their ids what it has.
        """
        with self._writer.cache.read() as connection:
            epoch = read_line(connection).epoch
        line = self._line()
        return line.n if epoch in ("", line.epoch) else 0

    def _line(self) -> LookLine:
        return _line_of(self._writer.cache)


def look_stand(folder: Path, cache: Cache) -> BlikStand:
    """How it stands, without a key and without touching the file: also beside the process that owns it.

    Raises ``Unavailable``.
    """
    line = _line_of(cache)
    with disk_errors():
        path = folder / FILE_NAME
        data = path.read_bytes() if path.exists() else b""
    numbers = [found.sequence for found in scan(data) if isinstance(found, Frame)]
    loose = losse_inzage.count_loose(folder)
    return BlikStand(
        wacht=sum(number > line.n for number in numbers) + loose,
        kop_nummer=line.kop_nummer,
        kop_hash=line.kop_hash,
    )


def _line_of(cache: Cache) -> LookLine:
    with cache.read() as connection:
        return read_setting(connection, SETTING, LookLine) or LookLine()


def look_of(new_id: NewId, clock: Clock, clock_ms: int, wie: Wie, inzage: Inzage) -> Blik:
    """A look as it travels, without its number."""
    return Blik(
        id=new_id(), n=0, at=clock().astimezone(UTC), actor=wie.medewerker, balie=wie.balie,
        klant=inzage.klant, wat=inzage.getoond.value, reden=inzage.reden.code,
        toelichting=inzage.reden.toelichting, bezoek=inzage.bezoek, stuk=inzage.stuk, clock_ms=clock_ms,
    )  # fmt: skip


def _run_of(waiting: list[_Kept]) -> list[_Kept]:
    """The looks up to the first that does not follow the one before: something between was damaged."""
    run = waiting[:1]
    for one in waiting[1:]:
        if one.prev != run[-1].blik.hash or one.blik.n != run[-1].blik.n + 1:
            break
        run.append(one)
    return run


def _read(record: JournalRecord) -> _Kept | None:
    try:
        return msgspec.json.decode(record.payload, type=_Kept)
    except msgspec.MsgspecError:
        return None


def _public_key(identity: DeskIdentity | None) -> X25519PublicKey | None:
    if identity is None or not identity.register_key:
        return None
    return X25519PublicKey.from_public_bytes(bytes.fromhex(identity.register_key))
