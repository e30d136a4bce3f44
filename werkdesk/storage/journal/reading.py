"""What a journal still says, however damaged: each intact record, and an account of what is missing."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from uuid import UUID

from werkdesk.errors import Refused
from werkdesk.messages.sealed import Frame, open_own, scan


@dataclass(frozen=True, slots=True)
class JournalRecord:
    """One act as it was appended. ``is_first``, ``is_last``: its place in the unit it was saved with."""

    sequence: int
    payload: bytes = field(repr=False)  # personal data stay out of messages and logs
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class DamageReport:
    """What reading met besides intact records; all empty for a sound journal.

    ``lost_bytes``: bytes outside any intact frame (a torn end after a power cut counts). ``holes``: numbers
    between the first and the last intact record that no intact record carries, as (first, last).
    ``unreadable``: numbers of whole frames that our key does not open. ``foreign``: frames of other desks.
    ``unfinished``: numbers of intact records whose unit is not whole. ``broken_links``: numbers whose
    ``previous`` is not the hash of the frame before them although that one has the number before: the file
    was put together from two histories.
    """

    lost_bytes: int = 0
    holes: tuple[tuple[int, int], ...] = ()
    unreadable: tuple[int, ...] = ()
    foreign: int = 0
    unfinished: tuple[int, ...] = ()
    broken_links: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return self != DamageReport()


@dataclass(frozen=True, slots=True)
class Survey:
    """The intact frames of one desk in the order of the file, and the bytes and frames that are not.

    ``sound_bytes``: where the last whole unit ends; what comes after was never said to be saved, or is rot.
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
        if found.is_last:
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
        records[frame.sequence] = JournalRecord(frame.sequence, payload, frame.is_first, frame.is_last)
    return tuple(records[number] for number in sorted(records)), DamageReport(
        lost_bytes=found.lost_bytes,
        holes=_holes(sorted(records)),
        unreadable=tuple(number for number in unreadable if number not in records),
        foreign=found.foreign,
        unfinished=_unfinished([records[number] for number in sorted(records)]),
        broken_links=_broken_links(found.frames),
    )


def by_unit(frames: tuple[Frame, ...]) -> list[list[Frame]]:
    """Group frames by unit, in the order of the file; a unit with a lost beginning is a group too."""
    units: list[list[Frame]] = []
    for frame in frames:
        if frame.is_first or not units or units[-1][-1].is_last:
            units.append([])
        units[-1].append(frame)
    return units


def _holes(numbers: list[int]) -> tuple[tuple[int, int], ...]:
    pairs = pairwise(numbers)
    return tuple((before + 1, after - 1) for before, after in pairs if after > before + 1)


def _unfinished(records: list[JournalRecord]) -> tuple[int, ...]:
    """Numbers of the records that stand in no unbroken run from a first to a last."""
    missing: list[int] = []
    run: list[int] = []
    for record in records:
        follows = bool(run) and not record.is_first and record.sequence == run[-1] + 1
        if not follows:
            missing += run
            run = []
        if follows or record.is_first:
            run = [] if record.is_last else [*run, record.sequence]
        else:
            missing.append(record.sequence)
    return tuple(missing + run)


def _broken_links(frames: tuple[Frame, ...]) -> tuple[int, ...]:
    pairs = pairwise(frames)
    return tuple(
        after.sequence
        for before, after in pairs
        if after.sequence == before.sequence + 1 and after.previous != before.hash
    )
