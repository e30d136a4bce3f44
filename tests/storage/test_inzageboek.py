"""The book of looks at a desk: durable before anything is shown, sent once, never lost in silence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from tests.fixtures.cache import WIE, clock_at, desk_keys, new_cache
from werkdesk.domain.inzage import Getoond, Inzage, InzageReden
from werkdesk.errors import Refused, Unavailable
from werkdesk.messages.chain import START
from werkdesk.messages.inzage import BlikAnswer, BlikRequest, is_chain
from werkdesk.storage import inzageboek, losse_inzage
from werkdesk.storage.cache import CacheHandles
from werkdesk.storage.inzageboek import FILE_NAME, LookBook, look_of, look_stand
from werkdesk.storage.journal.journal import Journal
from werkdesk.storage.settings import Line, write_line
from werkdesk.storage.uuid7 import new_id

ROOT = Path(__file__).parents[2]


def look(number: int = 1, words: str = "") -> Inzage:
    return Inzage(
        klant=UUID(int=number), getoond=Getoond.DOSSIER, reden=InzageReden("telefoon", words), bezoek=None
    )


class Register:
    """The other side: takes what joins, as ``register.inzage.append`` does. ``n``: how far it is."""

    def __init__(self) -> None:
        self.n, self.hash, self.ids = 0, START, list[UUID]()
        self.broken = 0

    def take(self, sent: BlikRequest) -> BlikAnswer:
        assert is_chain(sent.blikken, sent.prev_hash)
        fresh = [one for one in sent.blikken if one.id not in self.ids]
        before = sent.prev_hash
        for one in sent.blikken:
            if fresh and one.id == fresh[0].id:
                break
            before = one.hash
        joins = bool(fresh) and (fresh[0].n, before) == (self.n + 1, self.hash)
        if fresh and (joins or sent.lost):
            self.broken += not joins
            self.ids += [one.id for one in fresh]
            self.n, self.hash = sent.blikken[-1].n, sent.blikken[-1].hash
        now = datetime(2026, 11, 22, tzinfo=UTC)
        return BlikAnswer(
            epoch="e", server_time=now, n=self.n, hash=self.hash, kop_nummer=len(self.ids), kop_hash="ab" * 32
        )


class Balie:
    """One cache with its book, which can be closed and opened again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.handles = folder, new_cache(folder)
        self.book = self.open()

    def open(self) -> LookBook:
        return LookBook(self.folder, desk_keys(), self.handles.writer, clock_at(), new_id)

    def restart(self) -> None:
        self.book.close()
        self.book = self.open()

    def see(self, *numbers: int) -> None:
        for number in numbers:
            self.book.keep(WIE, look(number))

    def sync(self, register: Register, *, epoch: str = "e") -> int:
        for done in range(20):
            request = self.book.next_looks()
            if request is None:
                return done
            answer = register.take(request)
            self.book.looks_received(request, msgspec.structs.replace(answer, epoch=epoch))
        raise AssertionError("it never ends")

    def told(self) -> list[int]:
        request = self.book.next_looks()
        return [] if request is None else [one.klant.int for one in request.blikken]


@pytest.fixture
def balie(tmp_path: Path) -> Iterator[Balie]:
    made = Balie(tmp_path)
    yield made
    made.book.close()
    made.handles.close()


def test_a_look_is_on_the_disk_when_keep_returns(balie: Balie) -> None:
    balie.see(7)
    beside = Journal(balie.folder / FILE_NAME, desk_keys())
    (record,) = beside.read_all()[0]
    beside.close()
    assert b"telefoon" in record.payload
    data = (balie.folder / FILE_NAME).read_bytes()
    assert b"telefoon" not in data  # sealed
    assert look_stand(balie.folder, balie.handles.writer.cache).wacht == 1


def test_looks_are_sent_in_order_once_and_go_on_after_a_start(balie: Balie) -> None:
    register = Register()
    balie.see(1, 2)
    balie.sync(register)
    balie.restart()
    balie.see(3)
    assert balie.told() == [3]
    balie.sync(register)
    assert (len(register.ids), register.n, register.broken) == (3, 3, 0)
    stand = balie.book.stand()
    assert (stand.wacht, stand.kop_nummer, stand.kop_hash) == (0, 3, "ab" * 32)


def test_a_note_of_what_was_sent_may_be_lost(balie: Balie) -> None:
    register = Register()
    balie.see(1, 2, 3)
    balie.sync(register)
    with balie.handles.writer.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM setting WHERE name = 'inzage'")
    balie.see(4)
    balie.sync(register)
    assert (len(register.ids), register.broken) == (4, 0)


def test_a_register_that_was_put_back_hears_what_it_lost(balie: Balie) -> None:
    register = Register()
    balie.see(1, 2)
    balie.sync(register)
    older = Register()
    older.n, older.hash, older.ids = register.n, register.hash, list(register.ids)
    balie.see(3, 4)
    balie.sync(register)
    assert balie.told() == []
    with balie.handles.writer.transaction() as connection:
        write_line(connection, Line(epoch="later"))  # a round of acts told so
    balie.sync(older, epoch="later")
    assert (len(older.ids), older.broken) == (4, 0)
    assert balie.told() == []
    balie.see(5)
    balie.sync(register, epoch="later")
    assert (len(register.ids), register.broken) == (5, 0)


def test_a_book_that_is_gone_begins_anew_and_the_register_says_so(balie: Balie) -> None:
    register = Register()
    balie.see(1, 2, 3)
    balie.sync(register)
    balie.book.close()
    (balie.folder / FILE_NAME).unlink()
    balie.book = balie.open()
    balie.see(4, 5)
    balie.sync(register)
    assert (len(register.ids), register.broken) == (5, 1)
    balie.see(6)
    balie.sync(register)
    assert (len(register.ids), register.broken) == (6, 1)


def test_damage_in_the_middle_costs_that_look_and_is_told(balie: Balie) -> None:
    register = Register()
    balie.see(1, 2, 3, 4)
    balie.book.close()
    path = balie.folder / FILE_NAME
    data = bytearray(path.read_bytes())
    second = data.index(data[:8], data.index(data[:8], 8))
    data[second + 200] ^= 1
    path.write_bytes(data)
    balie.book = balie.open()
    balie.sync(register)
    assert (len(register.ids), register.broken) == (3, 1)


def test_a_register_that_never_takes_them_is_not_asked_for_ever(balie: Balie) -> None:
    balie.see(1)
    request = balie.book.next_looks()
    assert request is not None
    strange = msgspec.structs.replace(Register().take(request), n=9, hash="cd" * 32)
    balie.book.looks_received(request, strange)
    again = balie.book.next_looks()
    assert again is not None
    assert again.lost
    with pytest.raises(Refused, match=r"register\.antwoord"):
        balie.book.looks_received(again, strange)


def test_old_looks_leave_when_the_register_has_them(balie: Balie, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inzageboek, "_KEEP", 3)
    register = Register()
    balie.see(*range(1, 10))
    balie.sync(register)
    beside = Journal(balie.folder / FILE_NAME, desk_keys())
    assert len(beside.read_all()[0]) == 3
    beside.close()
    balie.restart()
    balie.see(10)
    balie.sync(register)
    assert (len(register.ids), register.broken) == (10, 0)


def test_a_look_that_the_disk_does_not_take_is_refused_and_the_next_one_goes_on(
    balie: Balie, monkeypatch: pytest.MonkeyPatch
) -> None:
    balie.see(1)

    def full(*_: object) -> None:
        raise Unavailable("schijf.vol")

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "append", full)
        with pytest.raises(Unavailable, match=r"inzage\.niet_vastgelegd") as told:
            balie.see(2)
    assert told.value.details == {"oorzaak": "schijf.vol"}
    balie.see(3)
    assert balie.told() == [1, 3]


def test_nothing_is_written_after_the_door_is_shut(balie: Balie) -> None:
    balie.book.close()
    with pytest.raises(Unavailable, match=r"inzage\.niet_vastgelegd"):
        balie.see(1)


def test_a_look_beside_the_window_is_taken_over(balie: Balie) -> None:
    register = Register()
    balie.see(1)
    loose = look_of(new_id, clock_at(), 0, WIE, look(2))
    losse_inzage.write_loose(balie.folder, desk_keys(), loose)
    assert look_stand(balie.folder, balie.handles.writer.cache).wacht == 2
    balie.sync(register)
    assert (register.ids[-1], register.broken) == (loose.id, 0)
    assert list(balie.folder.glob("inzage-los-*")) == []


def test_every_look_that_was_shown_survives_kill_9(cache_folder: Path, cache: CacheHandles) -> None:
    cache.close()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.processes.look_writer", str(cache_folder)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    ) as writer:  # fmt: skip
        assert writer.stdout is not None
        shown = [writer.stdout.readline().strip() for _ in range(30)]
        writer.kill()
        shown += [line for line in writer.stdout.read().splitlines() if len(line) == 36]
    beside = Journal(cache_folder / FILE_NAME, desk_keys())
    payloads = [record.payload for record in beside.read_all()[0]]
    beside.close()
    kept = {msgspec.json.decode(one)["blik"]["klant"] for one in payloads}
    assert len(shown) >= 30
    assert set(shown) <= kept
    assert len(kept) <= len(shown) + 1  # at most one that nobody saw yet
