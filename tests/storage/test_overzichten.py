"""What screens read: the hall, the dossier, the work lists."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.fixtures.cache import NOW, WIE, new_cache
from tests.patience import PATIENCE
from tests.storage.acts import answered, enrolled, facts, letter, reported, save, ticket
from tests.storage.small_register import SmallRegister, pull_once, push_once
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.bezoek import BezoekReden, BezoekStatus, Uitkomst
from werkdesk.domain.intake import Antwoord
from werkdesk.domain.melding import MeldingStatus
from werkdesk.domain.papier import BriefStatus
from werkdesk.messages.codec import encode
from werkdesk.messages.wire import Balie
from werkdesk.storage.cache import CacheHandles
from werkdesk.storage.columns import AMSTERDAM
from werkdesk.storage.uuid7 import new_id
from werkdesk.usecases.lijsten import TermijnVraag, Wanneer
from werkdesk.usecases.overzichten import Overzichten

TODAY = NOW.date()


def later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def test_the_queue_has_priority_first_and_then_who_waits_longest(cache: CacheHandles) -> None:
    save(cache, ticket(1, moment=later(0)))
    save(cache, ticket(2, moment=later(1)))
    save(cache, ticket(3, moment=later(2), priority="rolstoel"))
    save(cache, ticket(4, moment=later(3), place="aalsmeer"))
    save(cache, ticket(5, moment=later(-24 * 60)))
    hal = cache.overzichten.hal("amstelveen", TODAY)
    assert [row.nummer for row in hal.wachtend] == ["A303", "A301", "A302"]
    assert all(row.onverzonden for row in hal.wachtend)
    assert hal.bezoeken == 3
    assert [row.nummer for row in cache.overzichten.hal("aalsmeer", TODAY).wachtend] == ["A304"]


def test_the_hall_follows_calls_parking_and_finishing(cache: CacheHandles) -> None:
    visits = [ticket(number, moment=later(number)) for number in range(1, 8)]
    save(cache, *visits)
    for number, visit in enumerate(visits[:6]):
        save(cache, g.BezoekOpgeroepen(id=visit.id, balie=number % 2 + 1, moment=later(10 + number)))
    save(cache, g.BezoekGeparkeerd(id=visits[0].id, notitie="haalt bankpas", moment=later(20)))
    save(cache, g.BezoekNietVerschenen(id=visits[1].id, moment=later(20)))
    save(cache, g.BezoekAfgerond(id=visits[2].id, uitkomst=Uitkomst.INFORMATIE, moment=later(20)))
    hal = cache.overzichten.hal("amstelveen", TODAY)
    assert [row.nummer for row in hal.wachtend] == ["A307"]
    assert [(row.nummer, row.status, row.notitie) for row in hal.straks_terug] == [
        ("A301", BezoekStatus.GEPARKEERD, "haalt bankpas"),
        ("A302", BezoekStatus.NIET_VERSCHENEN, None),
    ]
    assert [(one.nummer, one.balie) for one in hal.oproepen] == [
        ("A306", 2),
        ("A305", 1),
        ("A304", 2),
        ("A303", 1),
    ]
    assert [(row.balie, row.nummer, row.bezoek) for row in hal.balies] == [
        (1, "A305", visits[4].id),
        (2, "A306", visits[5].id),
    ]


def test_a_number_that_is_called_again_comes_on_top_of_the_hall_also_at_another_desk(
    cache: CacheHandles, tmp_path: Path
) -> None:
    register = SmallRegister()
    first, second = ticket(1, moment=later(1)), ticket(2, moment=later(2))
    save(cache, first, second)
    for number, visit in enumerate((first, second, first)):
        save(cache, g.BezoekOpgeroepen(id=visit.id, balie=3, moment=later(10 + number)))
    assert [one.nummer for one in cache.overzichten.hal("amstelveen", TODAY).oproepen] == ["A301", "A302"]
    push_once(cache, register)
    other = new_cache(tmp_path / "ander", number=2, balie=4)
    pull_once(other, register)
    (latest, _) = other.overzichten.hal("amstelveen", TODAY).oproepen
    assert (latest.nummer, latest.moment) == ("A301", later(12))
    other.close()


def test_a_visitor_of_another_desk_and_an_idle_desk_are_seen_too(cache: CacheHandles) -> None:
    register = SmallRegister()
    for number, place in ((1, "amstelveen"), (2, "amstelveen"), (9, "aalsmeer")):
        desk = Balie(id=UUID(int=number), balie=number, location=place)
        register.tell("balie", desk.id, 1, "put", encode(desk))
    pull_once(cache, register)
    visit = ticket(1, desk=2)
    save(cache, visit, g.BezoekOpgeroepen(id=visit.id, balie=2, moment=later(1)))
    hal = cache.overzichten.hal("amstelveen", TODAY)
    assert [(row.balie, row.nummer) for row in hal.balies] == [(1, None), (2, "A201")]


def test_the_hall_counts_what_was_done_today_at_its_own_desks(cache: CacheHandles) -> None:
    register = SmallRegister()
    elsewhere = Balie(id=UUID(int=9), balie=9, location="aalsmeer")
    register.tell("balie", elsewhere.id, 1, "put", encode(elsewhere))
    pull_once(cache, register)
    person = enrolled(facts())
    here, there = reported(person.id, 1), reported(person.id, 1, desk=9)
    save(cache, person, here, there, reported(person.id, 2, moment=later(-48 * 60)))
    save(cache, letter(person.id, "a" * 64, melding=here.id), letter(person.id, "b" * 64, melding=there.id))
    hal = cache.overzichten.hal("amstelveen", TODAY)
    assert (hal.meldingen, hal.brieven) == (1, 1)


def test_the_queue_shows_who_somebody_is_when_that_is_known(cache: CacheHandles) -> None:
    person = enrolled(replace(facts("Berg", "Jan Pieter", prefix="van der"), tolk=True))
    visit = ticket(1)
    save(cache, person, visit)
    assert cache.overzichten.hal("amstelveen", TODAY).wachtend[0].klant is None
    save(cache, g.BezoekKlantGekozen(id=visit.id, klant=person.id))
    row = cache.overzichten.hal("amstelveen", TODAY).wachtend[0]
    assert (row.klant, row.klant_id, row.tolk) == ("Berg, J.P. van der", person.id, True)


def test_what_cannot_wait_stands_in_the_queue_and_the_work_list(cache: CacheHandles) -> None:
    person = enrolled(facts("Berg", "Jan Pieter"))
    melding, visit = reported(person.id, 1), ticket(1, klant=person.id)
    save(cache, person, melding, visit)

    def shown() -> set[str | None]:
        rows = cache.overzichten.werklijst(TermijnVraag(vandaag=TODAY, wanneer=Wanneer.ALLES), 10)
        return {cache.overzichten.hal("amstelveen", TODAY).wachtend[0].spoed, *(row.spoed for row in rows)}

    assert shown() == {None}
    hungry, fed = Antwoord(keuzes=("geen_eten",)), Antwoord(keuzes=("geen",))
    save(cache, g.IntakeBeantwoord(id=melding.id, vraag="spoed", was=None, wordt=hungry))
    assert shown() == {"geen_eten"}
    save(cache, g.IntakeBeantwoord(id=melding.id, vraag="spoed", was=hungry, wordt=fed))
    assert shown() == {None}


def test_midnight_is_the_counters_own(cache: CacheHandles) -> None:
    half_past_midnight = datetime(2026, 11, 4, 0, 30, tzinfo=AMSTERDAM)
    save(cache, ticket(1, moment=half_past_midnight))
    assert cache.overzichten.hal("amstelveen", date(2026, 11, 4)).bezoeken == 1
    assert cache.overzichten.hal("amstelveen", date(2026, 11, 3)).bezoeken == 0


def test_a_dossier_holds_everything_newest_first(cache: CacheHandles) -> None:
    person = enrolled(facts("Verzonnen", "Tess"))
    old, new = reported(person.id, 1, moment=later(-60)), reported(person.id, 2)
    visit = ticket(1, klant=person.id, moment=later(-70))
    save(cache, person, visit, old, new, answered(new.id))
    paper = letter(person.id, "c" * 64, melding=new.id)
    save(cache, paper)
    dossier = cache.overzichten.dossier(person.id)
    assert dossier is not None
    assert [m.id for m in dossier.meldingen] == [new.id, old.id]
    intake = dossier.intake_of(new.id)
    assert intake is not None
    assert intake.antwoorden["wonen"].keuzes == ("alleen",)
    assert [b.id for b in dossier.brieven] == [paper.id]
    assert {row.code for row in dossier.eerder} == {"melding", "bezoek", "brief"}
    assert [row.moment for row in dossier.eerder] == sorted((r.moment for r in dossier.eerder), reverse=True)
    assert cache.overzichten.dossier(new_id()) is None


def test_a_dossier_is_unsent_as_long_as_one_act_is(cache: CacheHandles) -> None:
    register = SmallRegister()
    person = enrolled(facts())
    melding = reported(person.id)
    save(cache, person, melding)
    push_once(cache, register)
    dossier = cache.overzichten.dossier(person.id)
    assert dossier is not None
    assert not dossier.onverzonden
    save(cache, answered(melding.id))
    dossier = cache.overzichten.dossier(person.id)
    assert dossier is not None
    assert dossier.onverzonden


def test_meldingen_are_listed_newest_first_with_their_first_running_date(cache: CacheHandles) -> None:
    register = SmallRegister()
    person = enrolled(facts("Verzonnen", "Tess"))
    sent = reported(person.id, 1, ref="mail-1", moment=later(-600))
    save(cache, person, sent)
    push_once(cache, register)
    waiting = reported(person.id, 2)
    save(cache, waiting)
    rows = cache.overzichten.meldingen()
    assert [row.id for row in rows] == [waiting.id, sent.id]
    assert rows[0].klant == "Verzonnen, T."
    assert rows[0].eerste_termijn == TODAY + timedelta(days=28)
    assert rows[0].ontbreekt == ("bsn",)
    assert [row.id for row in cache.overzichten.meldingen(onverzonden=True)] == [waiting.id]
    assert len(cache.overzichten.meldingen(limit=1)) == 1
    found = cache.overzichten.melding_bij_kenmerk(str(sent.kenmerk))
    assert found is not None
    assert found.id == sent.id
    by_ref = cache.overzichten.melding_bij_ref("mail-1")
    assert by_ref is not None
    assert by_ref.id == sent.id
    assert cache.overzichten.melding_bij_ref("mail-2") is None


def test_running_dates_of_open_cases_stand_in_the_order_of_urgency(cache: CacheHandles) -> None:
    person = enrolled(facts())
    soon = reported(person.id, 1, moment=later(-24 * 60 * 10))
    late = reported(person.id, 2)
    save(cache, person, late, soon)
    rows = cache.overzichten.termijnen()
    assert [(row.kenmerk, row.termijn.code) for row in rows] == [
        (str(soon.kenmerk), "D01"),
        (str(late.kenmerk), "D01"),
    ]
    until = TODAY + timedelta(days=20)
    assert [row.melding for row in cache.overzichten.termijnen(until)] == [soon.id]
    closed = g.TermijnenHerrekend(
        id=soon.id, termijnen=soon.termijnen, status=MeldingStatus.GESLOTEN, reden="ingetrokken"
    )
    save(cache, closed)
    assert [row.melding for row in cache.overzichten.termijnen()] == [late.id]


def test_letters_that_wait_for_a_printer_have_a_list(cache: CacheHandles) -> None:
    person = enrolled(facts("Verzonnen", "Tess"))
    done, waiting = letter(person.id, "a" * 64), letter(person.id, "b" * 64)
    save(cache, person, done, waiting)
    save(
        cache,
        g.BriefAangeboden(
            id=done.id, printer="balie-3", opdracht="17", exemplaren=1, moment=NOW,
            medewerker=WIE.medewerker, balie=3,
        ),
        g.BriefUitgesteld(id=waiting.id, reden="printer.weg", moment=NOW),
    )  # fmt: skip
    assert {row.id: row.afdrukken for row in cache.overzichten.brieven()} == {done.id: 1, waiting.id: 0}
    later_list = cache.overzichten.brieven(later=True)
    assert [(row.id, row.status, row.reden_later) for row in later_list] == [
        (waiting.id, BriefStatus.LATER, "printer.weg")
    ]
    brief = cache.overzichten.brief(done.id)
    assert brief is not None
    assert brief.afdrukken[0].printer == "balie-3"


def test_the_outbox_says_what_for_whom_and_since_when(cache: CacheHandles) -> None:
    person = enrolled(facts("Verzonnen", "Tess"))
    melding = reported(person.id)
    visit = ticket(1, klant=person.id)
    save(cache, person, melding, answered(melding.id), visit)
    rows = cache.overzichten.outbox()
    assert [(row.soort, row.klant) for row in rows] == [
        ("KlantIngeschreven", "Verzonnen, T."),
        ("MeldingGedaan", "Verzonnen, T."),
        ("IntakeBeantwoord", "Verzonnen, T."),
        ("BezoekBinnengekomen", "Verzonnen, T."),
    ]
    assert [row.kenmerk for row in rows] == [None, str(melding.kenmerk), str(melding.kenmerk), "A301"]
    assert {(row.sinds, row.medewerker) for row in rows} == {(NOW, WIE.medewerker)}
    assert len(cache.overzichten.outbox(limit=2)) == 2


def test_a_reader_sees_the_last_committed_state_while_a_unit_of_work_is_open(cache: CacheHandles) -> None:
    save(cache, ticket(1))
    seen: list[int] = []
    with cache.work(WIE) as unit:
        unit.record(ticket(2))
        reader = threading.Thread(
            target=lambda: seen.append(cache.overzichten.hal("amstelveen", TODAY).bezoeken)
        )
        reader.start()
        reader.join(PATIENCE)
        assert seen == [1]
        unit.commit()
    assert cache.overzichten.hal("amstelveen", TODAY).bezoeken == 2


@pytest.mark.parametrize("reden", list(BezoekReden))
def test_every_reason_of_a_visit_comes_back_as_it_was(cache: CacheHandles, reden: BezoekReden) -> None:
    act = replace(ticket(1), reden=reden)
    save(cache, act)
    reads: Overzichten = cache.overzichten
    assert reads.hal("amstelveen", TODAY).wachtend[0].reden is reden
