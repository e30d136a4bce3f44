"""The journal gives back each act as it was written, or says that it cannot; never another."""

from __future__ import annotations

import errno
import os
import random
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.searching import examples
from werkdesk.errors import Unavailable
from werkdesk.messages.sealed import Frame, open_sealed, scan
from werkdesk.storage.journal.journal import Journal
from werkdesk.storage.journal.reading import DamageReport, read_records
from werkdesk.storage.journal.room import write_at
from werkdesk.storage.keyslots.desk_keys import DeskKeys

SOUND = DamageReport()
PROCESSES = Path(__file__).parent / "processes"
KEY = bytearray(range(32))
DESK = UUID("01900000-0000-7000-8000-000000000001")


def _payload(number: int) -> bytes:
    return f"act {number} ".encode() * (number % 7 + 1)


@pytest.fixture
def journal(folder: Path, keys: DeskKeys):
    opened = Journal(folder / "journaal", keys)
    yield opened
    opened.close()


def _numbers(journal: Journal) -> list[int]:
    records, _ = journal.read_all()
    assert all(record.payload == _payload(record.sequence) for record in records)
    return [record.sequence for record in records]


def _frames(path: Path) -> bytes:
    """A journal without the room at its end."""
    return b"".join(one.raw for one in scan(path.read_bytes()) if isinstance(one, Frame))


def _fill(journal: Journal, *numbers: int) -> None:
    for number in numbers:
        journal.append(number, _payload(number))


def test_what_was_appended_comes_back(journal: Journal) -> None:
    _fill(journal, 1, 2, 3)
    assert _numbers(journal) == [1, 2, 3]
    assert journal.read_all()[1] == SOUND


def test_a_journal_goes_on_after_a_new_start(folder: Path, keys: DeskKeys, journal: Journal) -> None:
    _fill(journal, 1, 2)
    journal.close()
    again = Journal(folder / "journaal", keys)
    assert again.last_sequence == 2
    _fill(again, 3)
    records, damage = again.read_all()
    again.close()
    assert [record.sequence for record in records] == [1, 2, 3]
    assert damage == SOUND


def test_numbers_only_go_up(journal: Journal) -> None:
    _fill(journal, 5)
    with pytest.raises(ValueError, match="go up"):
        journal.append(5, b"again")
    assert _numbers(journal) == [5]


def test_a_torn_record_is_cut_off_at_the_next_start(folder: Path, keys: DeskKeys, journal: Journal) -> None:
    _fill(journal, 1)
    whole = len(_frames(folder / "journaal"))
    _fill(journal, 4)
    journal.close()
    # The power goes while the last byte is written.
    torn = len(_frames(folder / "journaal")) - 1
    os.truncate(folder / "journaal", torn)
    again = Journal(folder / "journaal", keys)
    assert again.found_at_opening == DamageReport(lost_bytes=torn - whole)
    assert (again.last_sequence, _numbers(again)) == (1, [1])
    assert (folder / "journaal").stat().st_size == whole
    again.close()


def test_a_record_torn_in_its_room_is_cut_off_with_the_room(
    folder: Path, keys: DeskKeys, journal: Journal
) -> None:
    _fill(journal, 1)
    whole = len(_frames(folder / "journaal"))
    _fill(journal, 4)
    journal.close()
    # The power goes: the end of the record reached the disk, its beginning did not.
    with (folder / "journaal").open("r+b") as file:
        file.seek(whole)
        file.write(bytes(20))
    again = Journal(folder / "journaal", keys)
    assert again.found_at_opening.lost_bytes > 0
    assert (folder / "journaal").stat().st_size == whole
    _fill(again, 2)
    assert _numbers(again) == [1, 2]
    assert again.read_all()[1] == SOUND
    again.close()


def test_a_record_is_written_in_room_that_is_there_already(
    folder: Path, keys: DeskKeys, journal: Journal
) -> None:
    _fill(journal, 1)
    size = (folder / "journaal").stat().st_size
    _fill(journal, 2, 3)
    journal.close()
    assert (folder / "journaal").stat().st_size == size > 2 * len(_frames(folder / "journaal"))
    again = Journal(folder / "journaal", keys)
    assert again.found_at_opening == SOUND
    _fill(again, 4)
    assert ((folder / "journaal").stat().st_size, _numbers(again)) == (size, [1, 2, 3, 4])
    again.cut(3)
    _fill(again, 5)
    assert _numbers(again) == [4, 5]
    again.close()


def test_a_journal_that_fills_its_room_gets_more(folder: Path, journal: Journal) -> None:
    for number in range(1, 40):
        journal.append(number, bytes(9_000))
    records, damage = journal.read_all()
    assert ([one.sequence for one in records], damage) == (list(range(1, 40)), SOUND)
    assert (folder / "journaal").stat().st_size > len(_frames(folder / "journaal")) > 40 * 9_000 - 9_000


def test_without_space_for_room_the_record_is_written_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write

    def small(descriptor: int, data: bytes) -> int:
        """A disk with room for a few bytes more: half of it, and then nothing."""
        if os.fstat(descriptor).st_size + len(data) > 100:
            if os.fstat(descriptor).st_size == 100:
                raise OSError(errno.ENOSPC, "no space left on device")
            return write(descriptor, data[: 100 - os.fstat(descriptor).st_size])
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", small)
    with (tmp_path / "bestand").open("w+b") as file:
        file.write(b"eerste")
        file.flush()
        assert write_at(file.fileno(), 6, b"tweede", 6) == 12
    assert (tmp_path / "bestand").read_bytes() == b"eerstetweede"


def test_a_withdrawn_record_is_gone_and_its_number_is_free(journal: Journal) -> None:
    _fill(journal, 1)
    journal.append(2, b"not saved")
    journal.withdraw(2)
    _fill(journal, 2)
    assert _numbers(journal) == [1, 2]
    assert journal.read_all()[1] == SOUND
    with pytest.raises(ValueError, match="just appended"):
        journal.withdraw(1)
    journal.withdraw(2)
    with pytest.raises(ValueError, match="just appended"):
        journal.withdraw(1)


def test_cut_drops_what_the_register_has_and_keeps_the_count(journal: Journal) -> None:
    _fill(journal, 1, 2, 3, 4)
    assert journal.cut(2) == SOUND
    assert _numbers(journal) == [3, 4]
    _fill(journal, 5)
    journal.cut(99)
    assert (_numbers(journal), journal.last_sequence) == ([5], 5)
    assert journal.read_all()[1] == SOUND


def test_nothing_readable_stands_on_the_disk(folder: Path, journal: Journal) -> None:
    journal.append(1, b"de heer Voorbeeld meldt zich")
    assert b"Voorbeeld" not in (folder / "journaal").read_bytes()
    assert (folder / "journaal").stat().st_mode & 0o077 == 0
    assert "Voorbeeld" not in repr(journal.read_all())


def test_another_key_reads_nothing_and_says_so(folder: Path, journal: Journal, keys: DeskKeys) -> None:
    _fill(journal, 1, 2)
    other = DeskKeys(bytearray(32), cache=keys.cache, desk=keys.desk)
    records, damage = journal.read_all(other)
    assert (records, damage.unreadable) == ((), (1, 2))


def test_frames_of_another_desk_are_never_taken_for_ours(folder: Path, journal: Journal, keys) -> None:
    _fill(journal, 1)
    other = DeskKeys(bytearray(KEY), cache=keys.cache, desk=UUID(int=9))
    records, damage = journal.read_all(other)
    assert (records, damage.foreign) == ((), 1)


def test_a_record_taken_out_of_the_middle_is_noticed(folder: Path, keys: DeskKeys, journal: Journal) -> None:
    _fill(journal, 1, 2, 3)
    first, _, third = (one.raw for one in scan((folder / "journaal").read_bytes()) if isinstance(one, Frame))
    records, damage = read_records(first + third, keys.desk, bytes(keys.journal_key()))
    assert [record.sequence for record in records] == [1, 3]
    assert damage.broken_links == (3,)


def test_two_histories_in_one_file_are_noticed(folder: Path, tmp_path: Path, keys: DeskKeys) -> None:
    parts = []
    for name in ("een", "twee"):
        made = Journal(tmp_path / name, keys)
        _fill(made, 1, 2)
        made.close()
        parts.append([one.raw for one in scan((tmp_path / name).read_bytes()) if isinstance(one, Frame)])
    _, damage = read_records(parts[0][0] + parts[1][1], keys.desk, bytes(keys.journal_key()))
    assert damage.broken_links == (2,)


def test_the_register_reads_what_this_desk_cannot_any_more(folder: Path, keys: DeskKeys) -> None:
    private = X25519PrivateKey.generate()
    journal = Journal(folder / "journaal", keys, register_key=private.public_key())
    _fill(journal, 1, 2)
    journal.close()
    keys.wipe()
    frames = [one for one in scan((folder / "journaal").read_bytes()) if isinstance(one, Frame)]
    assert [open_sealed(frame, private) for frame in frames] == [_payload(1), _payload(2)]


def _image(folder: Path, keys: DeskKeys, steps: list[int]) -> bytes:
    """Bytes of a journal whose numbers rise by the given steps."""
    path = folder / "beeld"
    path.unlink(missing_ok=True)
    journal, number = Journal(path, keys), 0
    for size in steps:
        number += size
        _fill(journal, number)
    journal.close()
    return _frames(path)


def _starts(data: bytes) -> list[tuple[int, int, int]]:
    """(number, begin, end) of each frame in a sound image."""
    found, offset = [], 0
    for frame in scan(data):
        assert isinstance(frame, Frame)
        found.append((frame.sequence, offset, offset + len(frame.raw)))
        offset += len(frame.raw)
    return found


damage_kinds = st.tuples(
    st.sampled_from(["flip", "cut", "zero", "swap", "insert"]),
    st.floats(0, 1, exclude_max=True),
    st.integers(1, 600),
)


@settings(
    max_examples=examples(150), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    steps=st.lists(st.integers(1, 3), min_size=1, max_size=6),
    kinds=st.lists(damage_kinds, min_size=1, max_size=3),
)
def test_after_damage_every_untouched_record_comes_back_and_no_other(tmp_path: Path, steps, kinds) -> None:
    keys = DeskKeys(bytearray(KEY), cache=UUID(int=7), desk=DESK)
    sound = _image(tmp_path, keys, steps)
    data, touched = bytearray(sound), []
    for kind, where, size in kinds:
        at = int(where * len(sound))
        end = min(len(sound), at + size)
        if kind == "flip":
            data[at] ^= 1 << (size % 8)
            touched.append((at, at + 1))
        elif kind == "zero":
            data[at:end] = bytes(end - at)
            touched.append((at, end))
        elif kind == "swap":
            data[at:end] = data[at:end][::-1]
            touched.append((at, end))
        elif kind == "insert" and len(kinds) == 1:
            data[at:at] = b"\x89WDJ\r\n\x1a\n" * (size % 5 + 1)
            touched.append((at, at))
        elif kind == "cut" and len(kinds) == 1:
            del data[at:]
            touched.append((at, len(sound)))
    records, _ = read_records(bytes(data), DESK, bytes(keys.journal_key()))
    got = {record.sequence: record.payload for record in records}
    whole = {
        number
        for number, begin, end in _starts(sound)
        if not any(begin < to and since < end for since, to in touched if since != to)
        and not any(since == to and begin < since < end for since, to in touched)
    }
    assert whole <= set(got)
    assert all(payload == _payload(number) for number, payload in got.items())


@settings(
    max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(where=st.floats(0, 1, exclude_max=True))
def test_after_a_torn_end_the_journal_takes_new_acts(tmp_path: Path, where: float) -> None:
    keys = DeskKeys(bytearray(KEY), cache=UUID(int=7), desk=DESK)
    data = _image(tmp_path, keys, [1, 1, 1])
    torn = tmp_path / "gescheurd"
    torn.write_bytes(data[: int(where * len(data))])
    journal = Journal(torn, keys)
    before = journal.last_sequence
    assert before in (0, 1, 2)
    _fill(journal, before + 1)
    records, damage = journal.read_all()
    journal.close()
    assert [record.sequence for record in records] == list(range(1, before + 2))
    assert damage == SOUND


def test_random_bytes_are_no_journal_and_no_crash() -> None:
    for size in (0, 1, 7, 8, 100, 5000):
        data = random.Random(size).randbytes(size)
        records, damage = read_records(data, DESK, bytes(32))
        assert (records, damage.lost_bytes) == ((), size)


def test_a_full_disk_leaves_the_journal_as_it_was(folder: Path) -> None:
    """A file-size limit in a process of its own: writing beyond it fails half-way, as on a full disk."""
    done = subprocess.run(
        [sys.executable, str(PROCESSES / "journal_until_full.py"), str(folder / "journaal")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.split() == ["schijf.vol", "1", "True"]


def test_a_failed_sync_stops_the_journal_until_it_is_opened_again(
    folder: Path, keys: DeskKeys, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fill(journal, 1)

    def fail(_: int) -> None:
        raise OSError(5, "input/output error")

    with monkeypatch.context() as broken:
        broken.setattr(os, "fdatasync", fail)
        with pytest.raises(Unavailable, match=r"journaal\.fout"):
            journal.append(2, b"never said to be saved")
    with pytest.raises(Unavailable, match=r"journaal\.fout"):
        journal.append(2, b"nor this")
    journal.close()
    again = Journal(folder / "journaal", keys)
    assert again.last_sequence in (1, 2)
    again.close()


def test_every_act_that_was_said_to_be_saved_survives_kill_9(folder: Path) -> None:
    """A process appends and says so; it is killed in the middle, three times in a row."""
    path = folder / "journaal"
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, str(PROCESSES / "journal_writer.py"), str(path)],
            stdout=subprocess.PIPE,
            text=True,
        ) as writer:
            assert writer.stdout is not None
            said = [int(writer.stdout.readline()) for _ in range(40)]
            writer.kill()
            said += [int(line) for line in writer.stdout if line.endswith("\n")]
        keys = DeskKeys(bytearray(32), cache=UUID(int=1), desk=UUID(int=2))
        journal = Journal(path, keys)
        records, damage = journal.read_all()
        journal.close()
        assert set(said) <= {record.sequence for record in records}
        assert damage == SOUND
