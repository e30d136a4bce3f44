"""The unit of work: all or nothing, journal first, numbers once."""

from __future__ import annotations

import hashlib
import threading
from pathlib import Path
from uuid import UUID

import pytest

from tests.fixtures.cache import NOW, WIE, again, new_cache
from tests.patience import PATIENCE, wait_for
from tests.storage.acts import answered, enrolled, facts, letter, phone_changed, reported, save, ticket
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bezoek import Bezoek, BezoekStatus
from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Melding
from werkdesk.errors import Refused, Unavailable
from werkdesk.messages.chain import START, chain_hash
from werkdesk.messages.codec import content_hash
from werkdesk.storage.cache import CacheHandles
from werkdesk.storage.uuid7 import new_id
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.overzichten import Overzichten
from werkdesk.usecases.ports import Blobs, Cache, Concepten, SyncStore, Work


def test_what_is_recorded_is_there_at_once_and_after_a_restart(
    cache: CacheHandles, cache_folder: Path
) -> None:
    person = enrolled(facts("Verzonnen", "Tess"))
    changes = save(cache, person, reported(person.id))
    assert changes.topics == Topic.KLANT | Topic.MELDING | Topic.OUTBOX
    assert person.id in changes.ids
    cache.close()
    with_again = again(cache_folder)
    dossier = with_again.overzichten.dossier(person.id)
    with_again.close()
    assert dossier is not None
    assert dossier.klant.feiten == person.feiten
    assert [str(m.kenmerk) for m in dossier.meldingen] == [
        "M-3-0001-" + str(dossier.meldingen[0].kenmerk)[-1]
    ]
    assert dossier.onverzonden


def test_within_a_unit_of_work_its_own_acts_are_seen(cache: CacheHandles) -> None:
    act = ticket()
    with cache.work(WIE) as unit:
        unit.record(act)
        unit.record(g.BezoekOpgeroepen(id=act.id, balie=3, moment=NOW))
        bezoek = unit.get(Bezoek, act.id)
        assert bezoek is not None
        assert bezoek.status is BezoekStatus.AAN_BALIE
        assert unit.get(Klant, act.id) is None
        unit.commit()


def test_a_unit_of_work_left_without_commit_keeps_nothing(cache: CacheHandles) -> None:
    person = enrolled(facts())
    with cache.work(WIE) as unit:
        unit.record(person)
    assert cache.overzichten.dossier(person.id) is None
    assert cache.overzichten.outbox() == ()
    assert cache.overzichten.verbinding().journaal == 0


def test_a_refused_act_takes_the_whole_unit_with_it(cache: CacheHandles) -> None:
    person = enrolled(facts())
    with pytest.raises(Refused) as refused:
        save(cache, person, g.BezoekKlantGekozen(id=new_id(), klant=person.id))
    assert refused.value.code == "bezoek.onbekend"
    assert cache.overzichten.dossier(person.id) is None


def test_a_unit_of_work_is_over_after_its_block(cache: CacheHandles) -> None:
    with cache.work(WIE) as unit:
        pass
    with pytest.raises(RuntimeError):
        unit.get(Klant, new_id())


def test_acts_are_numbered_and_chained_without_a_gap(cache: CacheHandles) -> None:
    person = enrolled(facts())
    save(cache, person, ticket(klant=person.id))
    save(cache, reported(person.id))
    push = cache.sync_store.next_push(500, 1 << 20)
    assert push is not None
    assert push.prev_hash == START
    link = START
    for number, act in enumerate(push.mutations, 1):
        link = chain_hash(link, number, content_hash(act.body))
        assert (act.mseq, act.hash) == (number, link)
    units = [(act.unit, act.unit_n) for act in push.mutations]
    assert units[0][0] == units[1][0] != units[2][0]
    assert [place for _, place in units] == [1, 2, 1]
    assert {act.actor for act in push.mutations} == {WIE.medewerker}


def test_an_act_names_the_act_that_made_what_it_speaks_of(cache: CacheHandles) -> None:
    person = enrolled(facts())
    save(cache, person)
    melding = reported(person.id)
    save(cache, melding, answered(melding.id))
    push = cache.sync_store.next_push(500, 1 << 20)
    assert push is not None
    made, told, answer = push.mutations
    assert made.depends_on == ()
    assert told.depends_on == (made.id,)
    assert answer.depends_on == (told.id,)


def test_several_acts_on_one_record_add_up(cache: CacheHandles) -> None:
    person = enrolled(facts(phone="0201234567"))
    save(cache, person)
    save(cache, phone_changed(person.id, "0201234567", "0612345678"))
    melding = reported(person.id)
    save(cache, melding, answered(melding.id, "alleen"))
    with cache.work(WIE) as unit:
        klant, intake = unit.get(Klant, person.id), unit.get(Intake, melding.id)
    assert klant is not None
    assert str(klant.feiten.telefoon) == "+31612345678"
    assert intake is not None
    assert intake.antwoorden["wonen"].keuzes == ("alleen",)


def test_a_number_is_not_given_out_again_after_a_rollback(cache: CacheHandles) -> None:
    given = []
    for attempt in range(6):
        with cache.work(WIE) as unit:
            given.append(unit.next_teller("kenmerk.M"))
            if attempt % 2:
                unit.record(ticket(attempt))
                unit.commit()
    assert given == [1, 2, 3, 4, 5, 6]


def test_a_number_is_not_given_out_again_after_an_end_without_closing(cache_folder: Path) -> None:
    first = new_cache(cache_folder)
    with first.work(WIE) as unit:
        number = unit.next_teller("kenmerk.M")
        unit.record(ticket())
        unit.commit()
    with first.work(WIE) as unit:
        lost = unit.next_teller("kenmerk.M")
    # The process ends here: nothing is closed, the next one finds the files as they are.
    first.writer.journal.close()
    first.writer.cache.close()
    second = again(cache_folder)
    with second.work(WIE) as unit:
        fresh = unit.next_teller("kenmerk.M")
    second.close()
    assert number < lost < fresh


def test_counters_go_on_without_a_gap_after_a_clean_end(cache_folder: Path) -> None:
    first = new_cache(cache_folder)
    with first.work(WIE) as unit:
        assert unit.next_teller("kenmerk.M") == 1
        unit.record(ticket())
        unit.commit()
    first.close()
    second = again(cache_folder)
    with second.work(WIE) as unit:
        assert unit.next_teller("kenmerk.M") == 2
        assert unit.next_teller("kenmerk.O") == 1
    second.close()


def test_counters_of_days_long_gone_are_forgotten(cache: CacheHandles) -> None:
    for day in range(1, 21):
        with cache.work(WIE) as unit:
            unit.next_teller(f"nummer.2026-11-{day:02d}")
    with cache.writer.transaction() as connection:
        names = [row.name for row in connection.exec_driver_sql("SELECT name FROM counter ORDER BY name")]
    assert names[-1] == "nummer.2026-11-20"
    assert len(names) <= 9


def test_a_paper_and_the_act_that_names_it_are_kept_together(cache: CacheHandles) -> None:
    content = b"%PDF-1.7 fictief"
    sha256 = hashlib.sha256(content).hexdigest()
    person = enrolled(facts())
    with cache.work(WIE) as unit:
        unit.record(person, letter(person.id, sha256))
        unit.keep_blob(sha256, content)
        unit.commit()
    assert cache.blobs.read_blob(sha256) == content
    assert cache.blobs.read_blob("0" * 64) is None
    assert cache.sync_store.blobs_to_send(5) == [sha256]
    cache.sync_store.blob_sent(sha256)
    assert cache.sync_store.blobs_to_send(5) == []
    assert cache.blobs.read_blob(sha256) == content


def test_bytes_under_a_wrong_hash_are_refused(cache: CacheHandles) -> None:
    with cache.work(WIE) as unit:
        unit.keep_blob("0" * 64, b"anders")
        with pytest.raises(ValueError, match="hash"):
            unit.commit()
    assert cache.blobs.read_blob("0" * 64) is None


def test_a_draft_goes_in_the_transaction_of_the_act_that_replaces_it(cache: CacheHandles) -> None:
    cache.concepten.save("melding:1", {"naam": "Verzonnen"}, WIE.medewerker)
    cache.concepten.save("melding:1", {"naam": "Verzonnen-Bedacht"}, WIE.medewerker)
    assert cache.concepten.read("melding:1") == {"naam": "Verzonnen-Bedacht"}
    with cache.work(WIE) as unit:
        unit.drop_concept("melding:1")
    assert cache.concepten.read("melding:1") is not None
    with cache.work(WIE) as unit:
        unit.drop_concept("melding:1")
        assert Topic.CONCEPT in unit.commit().topics
    assert cache.concepten.read("melding:1") is None


def test_when_the_database_does_not_take_the_acts_the_journal_gives_them_back(
    cache: CacheHandles, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(cache, ticket(1))
    person = enrolled(facts())
    with cache.work(WIE) as unit:
        unit.record(person)
        with monkeypatch.context() as broken:
            broken.setattr(type(unit), "_commit", _fail)
            with pytest.raises(Unavailable):
                unit.commit()
    assert cache.overzichten.dossier(person.id) is None
    assert cache.overzichten.verbinding().journaal == 1
    save(cache, ticket(2))
    assert cache.overzichten.verbinding().journaal == 2


def _fail(_: object) -> None:
    raise Unavailable("schijf.vol")


def test_when_the_journal_fails_nothing_is_saved_and_the_next_act_mends_it(
    cache: CacheHandles, monkeypatch: pytest.MonkeyPatch, cache_folder: Path
) -> None:
    save(cache, ticket(1))
    with monkeypatch.context() as broken:
        broken.setattr("werkdesk.storage.journal.journal._sync", _no_sync)
        with pytest.raises(Unavailable, match=r"journaal\.fout"):
            save(cache, ticket(2))
    assert cache.overzichten.verbinding().wachten == 1
    save(cache, ticket(3))
    assert cache.overzichten.verbinding().wachten == 2
    cache.close()
    reopened = again(cache_folder)
    assert reopened.reconciled.from_journal == 0
    assert [row.kenmerk for row in reopened.overzichten.outbox()] == ["A301", "A303"]
    reopened.close()


def _no_sync(_: int) -> None:
    raise OSError(5, "Input/output error")


def test_the_handles_keep_the_promises_of_the_use_cases(cache: CacheHandles) -> None:
    work: Work = cache.work
    reads: tuple[Overzichten, Concepten, Blobs, SyncStore] = (
        cache.overzichten,
        cache.concepten,
        cache.blobs,
        cache.sync_store,
    )
    assert all(reads)
    with work(WIE) as unit:
        one: Cache = unit
        assert one.get(Melding, UUID(int=1)) is None
        assert not one.commit()


def test_a_turn_goes_to_who_asked_first_also_when_long_work_asks_again(cache: CacheHandles) -> None:
    with cache.writer.turn():
        waiting = threading.Thread(target=save, args=(cache, ticket(1)))
        waiting.start()
        wait_for(lambda: cache.writer.is_wanted)
    with cache.writer.turn():
        assert cache.overzichten.hal("amstelveen", NOW.date()).bezoeken == 1
    waiting.join(PATIENCE)


def test_who_waits_too_long_for_a_turn_is_told(cache: CacheHandles, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("werkdesk.storage.writer._PATIENCE_SECONDS", 0.01)
    with cache.writer.turn(), pytest.raises(Unavailable) as busy:
        save(cache, ticket(1))
    assert busy.value.code == "cache.bezet"
    save(cache, ticket(1))
    assert not cache.writer.is_wanted
