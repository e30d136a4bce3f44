"""What a journal still says, however damaged: each intact record, and an account of what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from uuid import UUID

from werkdesk.errors import Refused
from werkdesk.messages.sealed import Frame, open_own, scan


@dataclass(frozen=True, slots=True)
class JournalRecord:
    """One save as it was appended: its number and its bytes."""

    sequence: int
    payload: bytes = field(repr=False)  # personal data stay out of messages and logs


@dataclass(frozen=True, slots=True)
class DamageReport:
    """What reading met besides intact records; false for a sound journal.

    ``lost_bytes``: bytes outside any intact frame (a torn end after a power cut counts). ``unreadable``:
    numbers of whole frames that our key does not open. ``foreign``: frames of other desks. ``broken_links``:
    numbers of frames that do not name the hash of the frame before them: something between is gone, or the
    file was put together from two histories.
    """

    lost_bytes: int = 0
    unreadable: tuple[int, ...] = ()
    foreign: int = 0
    broken_links: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return self != DamageReport()


@dataclass(frozen=True, slots=True)
class Survey:
    """The intact frames of one desk in the order of the file, and the bytes and frames that are not.

    ``sound_bytes``: where the last intact frame ends.
    """

    frames: tuple[Frame, ...]
    lost_bytes: int
    foreign: int
    sound_bytes: int


def survey(data: bytes, desk: UUID) -> Survey:
    """Walk through the bytes of a journal. Needs no key."""
    frames: list[Frame] = []
    lost = foreign = offset = sound = 0
    for found in scan(data):
        if isinstance(found, int):
            lost += found
            offset += found
            continue
        offset += len(found.raw)
        if found.desk != desk:
            foreign += 1
        else:
            frames.append(found)
        sound = offset
    return Survey(tuple(frames), lost, foreign, sound)


def read_records(
    data: bytes, desk: UUID, journal_key: bytes
) -> tuple[tuple[JournalRecord, ...], DamageReport]:
    """Give the records that are provably as they were written, by number, and the damage.

    When a number stands twice, the later frame counts: the earlier one was withdrawn, and the power went
    before the file was shortened.
    """
    found = survey(data, desk)
    records: dict[int, JournalRecord] = {}
    unreadable: list[int] = []
    for frame in found.frames:
        try:
            payload = open_own(frame, journal_key)
        except Refused:
            unreadable.append(frame.sequence)
            continue
        records[frame.sequence] = JournalRecord(frame.sequence, payload)
    return tuple(records[number] for number in sorted(records)), DamageReport(
        lost_bytes=found.lost_bytes,
        unreadable=tuple(number for number in unreadable if number not in records),
        foreign=found.foreign,
        broken_links=_broken_links(found.frames),
    )


def _broken_links(frames: tuple[Frame, ...]) -> tuple[int, ...]:
    return tuple(after.sequence for before, after in pairwise(frames) if after.previous != before.hash)
