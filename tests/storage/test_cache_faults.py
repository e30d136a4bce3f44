"""Killed, torn, full, crossed: what was said to be saved is there, and there once."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from tests.fixtures.cache import WIE, again, desk_keys, identity, new_cache
from tests.storage.acts import enrolled, facts, reported, save, ticket
from tests.storage.small_register import SCOPE, SmallRegister, answer, pull_once, push_once
from werkdesk.errors import Locked, Refused, Unavailable
from werkdesk.storage.cache import CacheHandles, create_cache, open_cache
from werkdesk.storage.engine import FILE_NAME
from werkdesk.storage.journal.journal import FILE_NAME as JOURNAL_NAME

ROOT = Path(__file__).parents[2]
WRITER = "tests.storage.processes.desk_writer"
UNTIL_FULL = "tests.storage.processes.desk_until_full"


def start(module: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def run_until_killed(folder: Path, lines: int) -> list[str]:
    """Every number the process said it had saved, the ones it said while it was killed too."""
    process = start(WRITER, str(folder))
    assert process.stdout is not None
    assert process.stdout.readline() == "open\n"
    said = [process.stdout.readline().strip() for _ in range(lines)]
    process.kill()
    said += [line.strip() for line in process.stdout.read().splitlines() if line.count("-") == 3]
    process.wait()
    process.stdout.close()
    return said


def push_of(cache: CacheHandles) -> list[int]:
    push = cache.sync_store.next_push(100_000, 1 << 30)
    return [] if push is None else [act.mseq for act in push.mutations]


def flip(path: Path, offset: int, length: int = 64) -> None:
    data = bytearray(path.read_bytes())
    for at in range(offset, min(offset + length, len(data))):
        data[at] ^= 0xFF
    path.write_bytes(bytes(data))


def test_killed_at_any_moment_everything_that_was_said_to_be_saved_is_there(tmp_path: Path) -> None:
    folder, dice, said = tmp_path / "balie", Random(5), []
    for _ in range(4):
        said += run_until_killed(folder, dice.randrange(1, 30))
        cache = again(folder)
        kept = [row.kenmerk for row in cache.overzichten.meldingen(limit=100_000)]
        acts = push_of(cache)
        cache.close()
        assert set(said) <= set(kept)
        assert len(set(kept)) == len(kept)
        assert acts == list(range(1, len(acts) + 1))
        assert len(acts) == 2 * len(kept)


def test_what_only_the_journal_holds_is_added_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "balie"
    process = start(WRITER, str(folder), "3")
    said, _ = process.communicate()
    assert process.returncode == 9
    assert len(said.splitlines()) == 3
    cache = again(folder)
    assert (cache.reconciled.from_journal, cache.reconciled.to_journal) == (2, 0)
    assert len(cache.overzichten.meldingen()) == 3
    assert push_of(cache) == [1, 2, 3, 4, 5, 6]
    with cache.work(WIE) as unit:
        assert unit.next_teller("kenmerk.M") > 3
    cache.close()


def test_a_lost_log_of_the_database_is_made_good_by_the_journal(tmp_path: Path) -> None:
    folder = tmp_path / "balie"
    said = run_until_killed(folder, 12)
    for ending in ("-wal", "-shm"):
        (folder / (FILE_NAME + ending)).unlink()
    cache = again(folder)
    assert cache.reconciled.from_journal > 0
    assert set(said) <= {row.kenmerk for row in cache.overzichten.meldingen(limit=100_000)}
    cache.close()


def test_a_damaged_cache_is_set_aside_and_made_anew(cache: CacheHandles, cache_folder: Path) -> None:
    register = SmallRegister()
    received = enrolled(facts("Ontvangen"))
    with cache.work(WIE) as unit:
        first = unit.next_teller("kenmerk.M")
        unit.record(received, reported(received.id, first))
        unit.commit()
    push_once(cache, register)
    pull_once(cache, register)
    waiting = enrolled(facts("Wachtend"))
    with cache.work(WIE) as unit:
        second = unit.next_teller("kenmerk.M")
        unit.record(waiting, reported(waiting.id, second))
        unit.commit()
    chain = cache.sync_store.request(wait_s=0, push=False, pull=False)
    cache.close()
    flip(cache_folder / FILE_NAME, 5 * 4096)
    anew = again(cache_folder)
    assert anew.set_aside is not None
    assert anew.set_aside.exists()
    # Unsent work comes from the journal, who we are from the spare copy, the rest from the register.
    assert anew.overzichten.dossier(waiting.id) is not None
    assert anew.sync_store.identity() == identity()
    request = anew.sync_store.request(wait_s=0, push=False, pull=True)
    assert (request.last_mseq, request.last_hash) == (chain.last_mseq, chain.last_hash)
    with anew.work(WIE) as unit:
        assert unit.next_teller("kenmerk.M") > second
    anew.sync_store.note_answer(answer(scopes=[SCOPE]))
    push_once(anew, register)
    pull_once(anew, register)
    assert {row.klant for row in anew.overzichten.meldingen()} == {"Ontvangen", "Wachtend"}
    assert anew.overzichten.verbinding().wachten == 0
    assert len(register.records) == 4
    anew.close()


def test_a_damaged_journal_is_set_aside_and_written_anew_from_the_database(
    cache: CacheHandles, cache_folder: Path
) -> None:
    for number in range(1, 6):
        save(cache, ticket(number))
    cache.close()
    journal = cache_folder / JOURNAL_NAME
    flip(journal, len(journal.read_bytes().rstrip(b"\0")) // 2)  # behind it is room for what is to come
    mended = again(cache_folder)
    assert mended.reconciled.to_journal >= 1
    assert mended.overzichten.verbinding().journaal == 5
    assert (cache_folder / f"{JOURNAL_NAME}.opzij-1").exists()
    save(mended, ticket(6))
    mended.close()
    sound = again(cache_folder)
    assert (sound.reconciled.from_journal, sound.reconciled.to_journal) == (0, 0)
    assert push_of(sound) == [1, 2, 3, 4, 5, 6]
    sound.close()


def test_a_journal_that_is_gone_is_made_from_the_database(cache: CacheHandles, cache_folder: Path) -> None:
    for number in range(1, 4):
        save(cache, ticket(number))
    cache.close()
    (cache_folder / JOURNAL_NAME).unlink()
    mended = again(cache_folder)
    assert mended.reconciled.to_journal == 3
    mended.close()
    (cache_folder / FILE_NAME).write_bytes(os.urandom(20_000))
    from_journal = again(cache_folder)
    assert push_of(from_journal) == [1, 2, 3]
    from_journal.close()


def test_the_last_number_is_known_even_when_everything_was_received_and_the_cache_is_lost(
    cache: CacheHandles, cache_folder: Path
) -> None:
    register = SmallRegister()
    for number in range(1, 4):
        save(cache, ticket(number))
    push_once(cache, register)
    cache.close()
    (cache_folder / FILE_NAME).write_bytes(os.urandom(20_000))
    anew = again(cache_folder)
    save(anew, ticket(4))
    # The last act the register has is offered again under its old id, and the new one follows it.
    assert push_of(anew) == [3, 4]
    push_once(anew, register)
    assert len(register.receipts) == 4
    assert anew.overzichten.verbinding().wachten == 0
    anew.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files is a POSIX thing")
def test_without_room_nothing_is_said_to_be_saved_and_afterwards_work_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "balie"
    process = start(UNTIL_FULL, str(folder))
    said, _ = process.communicate()
    code, is_exact, went_on = said.split()
    assert code in ("schijf.vol", "schijf.fout")
    assert (is_exact, went_on) == ("True", "True")
    cache = again(folder)
    assert (cache.reconciled.from_journal, cache.reconciled.to_journal) == (0, 0)
    cache.close()


def test_a_database_that_is_full_refuses_and_keeps_the_journal_equal(cache: CacheHandles) -> None:
    save(cache, ticket(1))
    with cache.writer.cache.writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    saved, refusal = 1, None
    while refusal is None:
        try:
            save(cache, ticket(saved + 1))
            saved += 1
        except Unavailable as error:
            refusal = error.code
    assert refusal == "schijf.vol"
    line = cache.overzichten.verbinding()
    assert (line.wachten, line.journaal) == (saved, saved)


def test_two_writers_wait_for_each_other_and_their_acts_are_one_chain(cache: CacheHandles) -> None:
    register = SmallRegister()

    def work(start: int) -> None:
        for number in range(start, start + 25):
            save(cache, ticket(number))

    def synchronise(_: int) -> None:
        for _ in range(10):
            push_once(cache, register)
            pull_once(cache, register)

    with ThreadPoolExecutor(4) as pool:
        jobs = [pool.submit(work, start) for start in (1, 101, 201)]
        jobs.append(pool.submit(synchronise, 0))
        for job in jobs:
            job.result()
    push_once(cache, register)
    pull_once(cache, register)
    assert len(register.receipts) == 75
    assert {outcome.outcome for outcome in register.receipts.values()} == {"applied"}
    assert cache.overzichten.verbinding().wachten == 0


def test_another_process_that_writes_makes_us_say_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("werkdesk.storage.connect.BUSY_SECONDS", 0.05)
    cache = new_cache(tmp_path / "balie")
    other = again(tmp_path / "balie")
    with other.writer.transaction(), pytest.raises(Unavailable) as busy:
        save(cache, ticket(1))
    assert busy.value.code == "cache.bezet"
    save(cache, ticket(2))
    assert push_of(cache) == [1]
    other.writer.cache.close()
    cache.close()


def test_a_cache_is_made_once_and_opened_with_its_own_key_only(tmp_path: Path) -> None:
    folder = tmp_path / "balie"
    cache = new_cache(folder)
    save(cache, ticket(1))
    cache.close()
    with pytest.raises(Refused) as there:
        create_cache(folder, desk_keys(), clock=cache.work.clock)
    assert there.value.code == "cache.bestaat"
    with pytest.raises(Locked):
        open_cache(folder, desk_keys(2), clock=cache.work.clock)
    with pytest.raises(Unavailable) as missing:
        open_cache(tmp_path / "elders", desk_keys(), clock=cache.work.clock)
    assert missing.value.code == "cache.ontbreekt"
    assert len(again(folder).overzichten.outbox()) == 1


def test_nothing_of_a_person_stands_readable_on_the_disk(cache: CacheHandles, cache_folder: Path) -> None:
    person = enrolled(facts("Onleesbaarverzonnen", bsn="999990019", phone="0612345678"))
    save(cache, person, reported(person.id, ref="kenmerk-van-buiten"))
    cache.concepten.save("melding:1", {"naam": "Onleesbaarverzonnen"}, WIE.medewerker)
    cache.close()
    for path in cache_folder.iterdir():
        data = path.read_bytes().lower()
        for secret in (b"onleesbaarverzonnen", b"999990019", b"612345678", b"kenmerk-van-buiten"):
            assert secret not in data, path.name
