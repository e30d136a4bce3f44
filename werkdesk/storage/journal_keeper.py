"""The journal as the unit of work sees it: one frame a unit, so that a torn write never leaves half of one.

A frame's number is the ``mseq`` of its last act; its payload is a :class:`JournalUnit`. The journal always
keeps its last frame, which is how a cache that must be rebuilt knows how far this desk had counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

from werkdesk.errors import Unavailable
from werkdesk.messages.wire import Mutation
from werkdesk.storage.disk_failures import disk_errors
from werkdesk.storage.durable_file import rename
from werkdesk.storage.journal.journal import Journal
from werkdesk.storage.keyslots.desk_keys import DeskKeys


class JournalUnit(msgspec.Struct, frozen=True, kw_only=True):
    """The acts of one unit of work, the chain hash before the first, and how far every counter had come."""

    prev_hash: str
    mutations: tuple[Mutation, ...]
    counters: dict[str, int] = {}
    chain_mseq: int = 0
    chain_hash: str = ""


@dataclass(frozen=True, slots=True)
class JournalFacts:
    """How a journal was found. ``was_torn``: something after the last whole frame was cut off at opening, a
    torn write or damage.
    """

    was_damaged: bool
    was_torn: bool
    was_empty: bool


class JournalKeeper:
    """One desk's journal. Call it under the writer's lock only."""

    def __init__(self, path: Path, keys: DeskKeys, register_key: str = "") -> None:
        """Open or make it. ``register_key``: HPKE public key, hex; empty when not known yet."""
        self._path, self._keys = path, keys
        self._seal_to = _public_key(register_key)
        self._journal = Journal(path, keys, register_key=self._seal_to)
        self.units: list[JournalUnit] = []
        self.is_damaged = False
        self.is_broken = False
        self._read()

    def facts(self) -> JournalFacts:
        """How it was found; to be asked before anything is written."""
        torn = bool(self._journal.found_at_opening.lost_bytes)
        return JournalFacts(self.is_damaged, torn, not self.units)

    @property
    def last_sequence(self) -> int:
        """Highest number that stands in the file."""
        return self._journal.last_sequence

    def seal_to(self, register_key: str) -> None:
        """From now on frames are sealed to this key (hex)."""
        self._seal_to = _public_key(register_key)
        self._journal.register_key = self._seal_to

    def append(self, unit: JournalUnit) -> None:
        """Make a unit durable. Raises :class:`Unavailable` ``schijf.*``, ``journaal.fout``."""
        with self.taking(unit):
            self.finish()

    @contextmanager
    def taking(self, unit: JournalUnit) -> Iterator[None]:
        """Write a unit and let the disk take it beside what happens inside.

        Inside one has to :meth:`finish` before anybody counts on it; what is raised there takes it back.

        Raises :class:`Unavailable` ``schijf.*``, ``journaal.fout``.
        """
        with self._breakage():
            self._journal.begin(unit.chain_mseq, msgspec.json.encode(unit))
        self.units.append(unit)
        try:
            yield
        except BaseException:
            self.units.pop()
            if not self.is_broken:
                with self._breakage():
                    self._journal.withdraw(unit.chain_mseq)
            raise

    def finish(self) -> None:
        """Wait until the unit is durable. Raises :class:`Unavailable` ``journaal.fout``."""
        with self._breakage():
            self._journal.finish()

    def cut(self) -> None:
        """Everything was received: keep the last frame only."""
        if len(self.units) > 1:
            with self._breakage():
                self._journal.cut(self._journal.last_sequence)
            self.units = self.units[-1:]

    def rewrite(self, units: Sequence[JournalUnit]) -> None:
        """Put exactly these units in the place of what stands there; what stood there is kept aside.

        For a journal that does not say what the database says, in any way.
        """
        self._journal.close()
        with disk_errors():
            number = 1
            while (aside := self._path.with_name(f"{self._path.name}.opzij-{number}")).exists():
                number += 1
            rename(self._path, aside)
        self._journal = Journal(self._path, self._keys, register_key=self._seal_to)
        self.units, self.is_damaged = [], False
        for unit in units:
            self.append(unit)

    def reopen(self) -> None:
        """Look again after the disk failed."""
        self._journal.close()
        self._journal = Journal(self._path, self._keys, register_key=self._seal_to)
        self.is_broken = False
        self._read()

    def close(self) -> None:
        """Close the file; everything in it is durable already."""
        self._journal.close()

    @contextmanager
    def _breakage(self) -> Iterator[None]:
        try:
            yield
        except Unavailable as error:
            self.is_broken = self.is_broken or error.code == "journaal.fout"
            raise

    def _read(self) -> None:
        records, damage = self._journal.read_all()
        self.units, self.is_damaged = [], bool(damage)
        for record in records:
            try:
                self.units.append(msgspec.json.decode(record.payload, type=JournalUnit))
            except msgspec.MsgspecError:
                self.is_damaged = True


def _public_key(text: str) -> X25519PublicKey | None:
    if not text:
        return None
    try:
        return X25519PublicKey.from_public_bytes(bytes.fromhex(text))
    except ValueError:
        raise Unavailable("register.sleutel") from None
