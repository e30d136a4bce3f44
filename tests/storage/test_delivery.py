"""Push and pull: own writes stay on the screen, nothing is lost, nothing is applied twice."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import Connection, func, select

from tests.fixtures.cache import NOW, WIE, again, identity
from tests.storage.acts import answered, enrolled, facts, phone_changed, reported, save, ticket
from tests.storage.small_register import SCOPE, SmallRegister, answer, pull_once, push_once
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bezoek import Bezoek
from werkdesk.domain.klant import Klant
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.messages.codec import encode
from werkdesk.messages.wire import Balie, ConflictRecord, Medewerker, Outcome, PushResult
from werkdesk.storage.cache import CacheHandles
from werkdesk.storage.engine import Cache
from werkdesk.storage.tables.metadata import metadata
from werkdesk.storage.uuid7 import new_id
from werkdesk.usecases.changes import Topic


@pytest.fixture
def register() -> SmallRegister:
    return SmallRegister()


def phone_of(cache: CacheHandles, rid: UUID) -> str | None:
    with cache.work(WIE) as unit:
        klant = unit.get(Klant, rid)
    return None if klant is None else str(klant.feiten.telefoon)


def count_of(cache: CacheHandles, table: str) -> int:
    with cache.writer.transaction() as connection:
        return connection.execute(select(func.count()).select_from(metadata.tables[table])).scalar_one()


def test_a_saved_act_is_on_its_way_then_received_then_part_of_the_base(
    cache: CacheHandles, register: SmallRegister
) -> None:
    person = enrolled(facts())
    save(cache, person)
    assert [row.stand for row in cache.overzichten.outbox()] == ["wacht"]
    request = cache.sync_store.request(wait_s=0, push=True, pull=True)
    assert request.push is not None
    assert [row.stand for row in cache.overzichten.outbox()] == ["onderweg"]
    cache.sync_store.file_outcomes(request.push, register.take(request.push))
    assert cache.overzichten.outbox() == ()
    assert cache.overzichten.verbinding().wachten == 0
    dossier = cache.overzichten.dossier(person.id)
    assert dossier is not None
    assert not dossier.onverzonden
    assert count_of(cache, "outbox") == 1
    pull_once(cache, register)
    assert count_of(cache, "outbox") == 0
    assert count_of(cache, "overlay") == 0
    assert cache.overzichten.dossier(person.id) == dossier


def test_an_acknowledged_act_stays_on_top_until_the_feed_has_passed_it(
    cache: CacheHandles, register: SmallRegister
) -> None:
    person = enrolled(facts(phone="0201234567"))
    save(cache, person)
    push_once(cache, register)
    pull_once(cache, register)
    save(cache, phone_changed(person.id, "0201234567", "0612345678"))
    push_once(cache, register)
    # An older page of the feed still comes by: the screen must not go back in time.
    assert phone_of(cache, person.id) == "+31612345678"
    pull_once(cache, register)
    assert phone_of(cache, person.id) == "+31612345678"
    assert count_of(cache, "overlay") == 0


def test_an_act_whose_answer_was_lost_counts_once_when_the_feed_brings_it(
    cache: CacheHandles, register: SmallRegister
) -> None:
    visit = ticket()
    save(cache, visit, g.BezoekOpgeroepen(id=visit.id, balie=3, moment=NOW))
    push_once(cache, register, lose_answer=True)
    assert [row.stand for row in cache.overzichten.outbox()] == ["wacht", "wacht"]
    pull_once(cache, register)
    bezoek = cache.overzichten.bezoek(visit.id)
    assert bezoek is not None
    assert bezoek.oproepen == 1
    push_once(cache, register)
    again_seen = cache.overzichten.bezoek(visit.id)
    assert again_seen == bezoek
    assert count_of(cache, "outbox") == 0
    assert len(register.changes) == 2


def test_a_change_of_a_colleague_and_one_of_ours_on_other_fields_are_both_seen(
    cache: CacheHandles, register: SmallRegister
) -> None:
    person = enrolled(facts(phone="0201234567"))
    save(cache, person)
    push_once(cache, register)
    pull_once(cache, register)
    save(cache, phone_changed(person.id, "0201234567", "0612345678"))
    _, theirs = register.records["klant", person.id]
    assert isinstance(theirs, Klant)
    register.put(replace(theirs, feiten=replace(theirs.feiten, taal="fa")))
    pull_once(cache, register)
    with cache.work(WIE) as unit:
        klant = unit.get(Klant, person.id)
    assert klant is not None
    assert (klant.feiten.taal, str(klant.feiten.telefoon)) == ("fa", "+31612345678")


def test_a_conflict_keeps_both_values_and_asks_for_a_person(
    cache: CacheHandles, register: SmallRegister
) -> None:
    person = enrolled(facts(phone="0201234567"))
    save(cache, person)
    push_once(cache, register)
    pull_once(cache, register)
    save(cache, phone_changed(person.id, "0201234567", "0612345678"))
    _, theirs = register.records["klant", person.id]
    assert isinstance(theirs, Klant)
    register.put(replace(theirs, feiten=replace(theirs.feiten, telefoon=Telefoon("0297123456"))))
    changes = push_once(cache, register)
    assert Topic.AANDACHT in changes.topics
    assert cache.overzichten.verbinding().aandacht == 1
    pull_once(cache, register)
    assert phone_of(cache, person.id) == "+31297123456"
    with cache.writer.transaction() as connection:
        (body,) = connection.exec_driver_sql("SELECT body FROM botsing").one()
    kept = msgspec.json.decode(body, type=ConflictRecord)
    assert (bytes(kept.desk), bytes(kept.register)) == (b'"+31612345678"', b'"+31297123456"')
    # The register's own record of the same disagreement takes its place, and closes it.
    told = msgspec.structs.replace(kept, id=new_id(), open=False)
    register.tell("botsing", told.id, 1, "put", encode(told))
    pull_once(cache, register)
    assert cache.overzichten.verbinding().aandacht == 0
    assert count_of(cache, "botsing") == 1


def test_refused_work_stays_readable_and_asks_for_a_person(
    cache: CacheHandles, register: SmallRegister
) -> None:
    person = enrolled(facts("Geweigerd"))
    save(cache, person)
    save(cache, ticket())
    request = cache.sync_store.request(wait_s=0, push=True, pull=False)
    assert request.push is not None
    register.refuse = {request.push.mutations[0].id}
    cache.sync_store.file_outcomes(request.push, register.take(request.push))
    rows = cache.overzichten.outbox()
    assert [(row.soort, row.stand, row.fout) for row in rows] == [
        ("KlantIngeschreven", "aandacht", "bericht.rechten")
    ]
    assert cache.overzichten.verbinding().aandacht == 1
    assert cache.overzichten.dossier(person.id) is not None
    assert cache.sync_store.next_push(500, 1 << 20) is None


def test_an_act_the_register_holds_back_counts_as_waiting_and_is_not_sent_again(
    cache: CacheHandles, register: SmallRegister
) -> None:
    person = enrolled(facts())
    save(cache, person)
    request = cache.sync_store.request(wait_s=0, push=True, pull=False)
    assert request.push is not None
    act = request.push.mutations[0]
    held = PushResult(
        outcomes=[Outcome(id=act.id, outcome="held", reason="bericht.wacht")], last_mseq=1, last_hash=act.hash
    )
    cache.sync_store.file_outcomes(request.push, held)
    assert cache.overzichten.verbinding().wachten == 1
    assert [row.stand for row in cache.overzichten.outbox()] == ["ontvangen"]
    assert cache.sync_store.next_push(500, 1 << 20) is None
    # Later the register judges it, and its change comes by with the unit it came from.
    register.take(request.push)
    pull_once(cache, register)
    assert cache.overzichten.verbinding().wachten == 0
    assert count_of(cache, "outbox") == 0
    assert cache.overzichten.dossier(person.id) is not None


def test_a_duplicate_gives_way_to_what_was_there_first(cache: CacheHandles) -> None:
    person = enrolled(facts())
    save(cache, person)
    request = cache.sync_store.request(wait_s=0, push=True, pull=False)
    assert request.push is not None
    act = request.push.mutations[0]
    twin = Outcome(id=act.id, outcome="duplicate", canonical=new_id())
    cache.sync_store.file_outcomes(request.push, PushResult(outcomes=[twin], last_mseq=1, last_hash=act.hash))
    assert cache.overzichten.dossier(person.id) is None
    assert count_of(cache, "sent_archive") == 1


def test_a_push_holds_whole_units_while_they_fit(cache: CacheHandles) -> None:
    person = enrolled(facts())
    save(cache, person, ticket(1), ticket(2))
    save(cache, ticket(3), ticket(4))
    sizes = {}
    for most in (1, 2, 3, 4, 5):
        push = cache.sync_store.next_push(most, 1 << 20)
        assert push is not None
        sizes[most] = len(push.mutations)
    # A unit that is larger than a push has to be split; one that is not, never is.
    assert sizes == {1: 1, 2: 2, 3: 3, 4: 3, 5: 5}
    small = cache.sync_store.next_push(500, 1)
    assert small is not None
    assert len(small.mutations) == 1


def test_a_push_goes_on_where_the_receipts_end(cache: CacheHandles, register: SmallRegister) -> None:
    save(cache, ticket(1))
    save(cache, ticket(2))
    first = cache.sync_store.next_push(1, 1 << 20)
    assert first is not None
    cache.sync_store.file_outcomes(first, register.take(first))
    second = cache.sync_store.next_push(500, 1 << 20)
    assert second is not None
    assert [act.mseq for act in second.mutations] == [2]
    assert second.prev_hash == first.mutations[-1].hash


def test_without_an_answer_acts_wait_again_and_the_line_is_down_since_the_first_time(
    cache: CacheHandles,
) -> None:
    save(cache, ticket())
    cache.sync_store.request(wait_s=0, push=True, pull=True)
    cache.sync_store.note_failure("register.stil")
    cache.sync_store.note_failure("register.weg")
    row, line = cache.overzichten.outbox()[0], cache.overzichten.verbinding()
    assert (row.stand, row.pogingen, row.fout) == ("wacht", 1, "register.stil")
    assert (line.weg_sinds, line.fout, line.laatste) == (NOW, "register.weg", None)
    cache.sync_store.note_answer(answer())
    line = cache.overzichten.verbinding()
    assert (line.weg_sinds, line.fout, line.laatste) == (None, None, NOW)


def test_the_journal_is_cut_when_everything_was_received(
    cache: CacheHandles, register: SmallRegister, cache_folder: Path
) -> None:
    for number in range(1, 6):
        save(cache, ticket(number))
    assert cache.overzichten.verbinding().journaal == 5
    push_once(cache, register)
    assert cache.overzichten.verbinding().journaal == 1
    save(cache, ticket(6))
    cache.close()
    reopened = again(cache_folder)
    assert (reopened.reconciled.from_journal, reopened.reconciled.to_journal) == (0, 0)
    assert [row.kenmerk for row in reopened.overzichten.outbox()] == ["A306"]
    reopened.close()


def test_a_feed_is_taken_in_pages_and_one_that_was_applied_is_passed_over(
    cache: CacheHandles, register: SmallRegister
) -> None:
    for number in range(7):
        register.put(Klant(id=UUID(int=number + 1), feiten=facts(f"Bedacht{number}"), sinds=NOW))
    pull_once(cache, register, rows=3)
    pull_once(cache, register, rows=3)
    assert not cache.sync_store.apply_feeds([register.feed(0, 3)])
    pull_once(cache, register, rows=3)
    assert cache.sync_store.cursors()[0].seq == 7
    assert cache.sync_store.cursors()[0].tag == f"{7:016x}"
    assert count_of(cache, "base") == 7
    assert len(cache.overzichten.zoek("bedacht")) == 7


def test_a_feed_with_a_hole_or_from_beyond_our_cursor_is_refused(
    cache: CacheHandles, register: SmallRegister
) -> None:
    for number in range(4):
        register.put(Klant(id=UUID(int=number + 1), feiten=facts(), sinds=NOW))
    with pytest.raises(Refused) as beyond:
        cache.sync_store.apply_feeds([register.feed(2)])
    assert beyond.value.code == "feed.gat"
    page = register.feed(0)
    with pytest.raises(Refused):
        cache.sync_store.apply_feeds(
            [msgspec.structs.replace(page, changes=[*page.changes[:1], *page.changes[2:]])]
        )
    assert cache.sync_store.cursors()[0].seq == 0
    assert count_of(cache, "base") == 0


def test_the_register_never_moves_a_record_back(cache: CacheHandles, register: SmallRegister) -> None:
    old = Klant(id=UUID(int=1), feiten=facts("Oud"), sinds=NOW)
    new = replace(old, feiten=facts("Nieuw"))
    register.tell("klant", old.id, 5, "put", encode(new))
    register.tell("klant", old.id, 4, "put", encode(old))
    cache.sync_store.apply_feeds([register.feed(0, 1)])
    cache.sync_store.apply_feeds([register.feed(1, 1)])
    assert [hit.naam for hit in cache.overzichten.zoek("nieuw")] == ["Nieuw"]
    assert cache.overzichten.zoek("oud") == ()


def test_what_this_program_cannot_read_is_parked_and_read_after_an_update(
    cache: CacheHandles, register: SmallRegister, cache_folder: Path
) -> None:
    body = encode(Klant(id=UUID(int=1), feiten=facts("Later"), sinds=NOW))
    register.tell(
        "klant", UUID(int=1), 1, "put", body.replace(b'"feiten":{', b'"feiten":{"geslacht":"nieuwe_code",')
    )
    register.tell("hondenpenning", UUID(int=2), 1, "put", b"{}")
    register.put(Klant(id=UUID(int=3), feiten=facts("Nu"), sinds=NOW))
    pull_once(cache, register)
    assert cache.sync_store.cursors()[0].seq == 3
    assert [hit.naam for hit in cache.overzichten.zoek("nu")] == ["Nu"]
    with cache.writer.transaction() as connection:
        codes = connection.exec_driver_sql("SELECT soort, code FROM parked ORDER BY seq").all()
        assert [tuple(row) for row in codes] == [
            ("klant", "bericht.vorm"),
            ("hondenpenning", "bericht.soort"),
        ]
        # An update of the program makes the first one readable.
        connection.exec_driver_sql("UPDATE parked SET body = ? WHERE soort = 'klant'", (body,))
    cache.close()
    updated = again(cache_folder)
    assert [hit.naam for hit in updated.overzichten.zoek("later")] == ["Later"]
    assert count_of(updated, "parked") == 1
    updated.close()


def test_a_record_that_leaves_is_hidden_at_once_and_erased_when_nothing_of_ours_waits(
    cache: CacheHandles, register: SmallRegister
) -> None:
    klant = Klant(id=UUID(int=1), feiten=facts("Verhuisd"), sinds=NOW)
    register.put(klant)
    pull_once(cache, register)
    save(cache, phone_changed(klant.id, None, "0612345678"))
    register.tell("klant", klant.id, 2, "leave", None)
    pull_once(cache, register)
    assert cache.overzichten.zoek("verhuisd") == ()
    assert count_of(cache, "base") == 1
    push_once(cache, register)
    assert count_of(cache, "base") == 0
    assert count_of(cache, "overlay") == 0
    register.tell("klant", klant.id, 3, "enter", encode(klant))
    cursor = cache.sync_store.cursors()[0]
    cache.sync_store.apply_feeds([register.feed(cursor.seq)])
    assert [hit.naam for hit in cache.overzichten.zoek("verhuisd")] == ["Verhuisd"]


def test_the_same_person_twice_stays_two_until_somebody_decides(
    cache: CacheHandles, register: SmallRegister
) -> None:
    first = Klant(id=UUID(int=1), feiten=facts("Dubbel"), sinds=NOW)
    second = replace(first, id=UUID(int=2))
    register.put(first)
    register.tell("klant", second.id, 1, "alias", encode(second))
    register.changes[-1] = msgspec.structs.replace(register.changes[-1], c=first.id)
    pull_once(cache, register)
    assert {hit.id for hit in cache.overzichten.zoek("dubbel")} == {first.id, second.id}
    with cache.writer.transaction() as connection:
        row = connection.exec_driver_sql("SELECT id FROM base WHERE canonical = ?", (first.id.bytes,)).one()
    assert UUID(bytes=row.id) == second.id


def test_a_scope_that_is_taken_away_leaves_the_cache(cache: CacheHandles, register: SmallRegister) -> None:
    register.put(Klant(id=UUID(int=1), feiten=facts("Elders"), sinds=NOW))
    pull_once(cache, register)
    assert cache.overzichten.zoek("elders")
    cache.sync_store.note_answer(answer(scopes=["aalsmeer"]))
    assert cache.overzichten.zoek("elders") == ()
    assert count_of(cache, "base") == 0
    assert [c.scope for c in cache.sync_store.cursors()] == ["aalsmeer"]


def test_colleagues_and_desks_come_by_in_the_feed(cache: CacheHandles, register: SmallRegister) -> None:
    tess = Medewerker(id=UUID(int=1), user="t.verzonnen", name="Tess Verzonnen", roles=["balie"])
    gone = Medewerker(id=UUID(int=2), user="w.weg", name="Wim Weg", roles=[], active=False)
    register.tell("medewerker", tess.id, 1, "put", encode(tess))
    register.tell("medewerker", gone.id, 1, "put", encode(gone))
    register.tell(
        "balie", UUID(int=3), 1, "put", encode(Balie(id=UUID(int=3), balie=1, location="amstelveen"))
    )
    changes = pull_once(cache, register)
    assert changes.topics == Topic.PERSONEEL
    assert cache.overzichten.medewerkers() == (("t.verzonnen", "Tess Verzonnen"),)
    assert [row.balie for row in cache.overzichten.hal("amstelveen", NOW.date()).balies] == [1]


def test_the_answer_brings_epoch_key_and_clock(cache: CacheHandles, cache_folder: Path) -> None:
    key = "aa" * 32
    cache.sync_store.note_answer(answer(epoch="e7", register_key=key))
    known = cache.sync_store.identity()
    assert known is not None
    assert known.register_key == key
    assert cache.sync_store.request(wait_s=0, push=False, pull=True).epoch == "e7"
    save(cache, ticket())
    push = cache.sync_store.next_push(1, 1 << 20)
    assert push is not None
    assert push.mutations[0].clock_ms == 0
    cache.close()
    reopened = again(cache_folder)
    assert reopened.sync_store.identity() == replace(identity(), register_key=key)
    reopened.close()


def test_a_desk_that_is_not_enrolled_cannot_call(cache: CacheHandles) -> None:
    with cache.writer.transaction() as connection:
        connection.exec_driver_sql("DELETE FROM setting WHERE name = 'identity'")
    with pytest.raises(Refused) as refused:
        cache.sync_store.request(wait_s=0, push=True, pull=True)
    assert refused.value.code == "balie.niet_aangemeld"


def test_a_desk_that_only_listens_marks_nothing_as_sent(cache: CacheHandles) -> None:
    save(cache, ticket())
    request = cache.sync_store.request(wait_s=25, push=False, pull=True)
    assert request.push is None
    assert request.pull is not None
    assert [c.scope for c in request.pull.cursors] == [SCOPE]
    assert (request.last_mseq, request.pending.outbox) == (1, 1)
    assert [row.stand for row in cache.overzichten.outbox()] == ["wacht"]


def test_what_is_sent_is_archived_with_its_outcome(cache: CacheHandles, register: SmallRegister) -> None:
    person = enrolled(facts())
    melding = reported(person.id)
    save(cache, person, melding, answered(melding.id))
    push_once(cache, register)
    with cache.writer.transaction() as connection:
        rows = connection.exec_driver_sql("SELECT mseq, outcome FROM sent_archive ORDER BY mseq").all()
    outcomes = [msgspec.json.decode(row.outcome, type=Outcome).outcome for row in rows]
    assert outcomes == ["applied"] * 3


def test_the_unread_type_of_a_visit_survives_a_pull_in_pieces(
    cache: CacheHandles, register: SmallRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page that is split between two transactions ends where one transaction would."""
    monkeypatch.setattr("werkdesk.storage.feeds.PIECE", 2)
    monkeypatch.setattr(type(cache.writer), "is_wanted", property(lambda _: True))
    for number in range(1, 8):
        register.put(Bezoek(id=UUID(int=number), nummer=f"A30{number}", reden=ticket().reden, binnen=NOW,
                            locatie="amstelveen"))  # fmt: skip
    pull_once(cache, register)
    assert cache.sync_store.cursors()[0].seq == 7
    assert len(cache.overzichten.hal("amstelveen", NOW.date()).wachtend) == 7


def _version(seen: Any) -> int:
    return int(seen.execute("PRAGMA data_version").fetchone()[0])


def test_a_call_that_only_asks_for_news_writes_nothing(cache: CacheHandles) -> None:
    seen = cache.writer.cache.connect_aside()
    try:
        save(cache, enrolled(facts()))
        before = _version(seen)
        cache.sync_store.request(wait_s=25, push=False, pull=True)
        assert _version(seen) == before
        cache.sync_store.request(wait_s=0, push=True, pull=True)
        assert _version(seen) != before
    finally:
        seen.close()


def test_a_call_waits_for_the_disk_once_at_most(
    cache: CacheHandles, register: SmallRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.sync_store.note_answer(answer())  # what this register is called was news
    save(cache, enrolled(facts()))
    durable: list[str] = []
    real = type(cache.writer.cache).write

    def counted(self: Cache) -> AbstractContextManager[Connection]:
        durable.append("write")
        return real(self)

    monkeypatch.setattr(Cache, "write", counted)
    request = cache.sync_store.request(wait_s=0, push=True, pull=False)
    assert request.push is not None
    cache.sync_store.file_outcomes(request.push, register.take(request.push))
    cache.sync_store.note_answer(answer())
    assert durable == ["write"]
