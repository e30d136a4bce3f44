"""The work lists on a real cache: peak board, call-back list, advances, youth desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import FakePress, FakePrinter
from tests.fixtures.boek import FakeBoek
from tests.fixtures.cache import WIE, new_cache
from werkdesk.desk.actions import DeskActions, bind
from werkdesk.desk.session import neighbours
from werkdesk.domain.belpoging import BelUitkomst, Dagdeel
from werkdesk.domain.intake import Antwoord
from werkdesk.domain.klant import Document
from werkdesk.domain.melding import (
    Afloop,
    Melding,
    MeldingFeiten,
    MeldingStatus,
    Partner,
    Uitzondering,
)
from werkdesk.domain.persoon import Adres, KlantFeiten, PersoonsNaam
from werkdesk.domain.voorschot import Voorschotbesluit
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.iban import Iban
from werkdesk.domain.waarden.naam import Naam
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.domain.werkvoorraad import Stap
from werkdesk.errors import Refused
from werkdesk.storage.cache import CacheHandles
from werkdesk.usecases.klanten import SeenDocument
from werkdesk.usecases.lijsten import JongerenTelling, VoorschotTelling
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.usecases.sluiten import Einde

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
JONG, OUD = GeboorteDatum("20040312"), GeboorteDatum("19800101")
COLLEGA = replace(WIE, medewerker="c.ollega", naam="Collega Verzonnen", rollen=("klantmanager",))


class Counter:
    """One desk at which two people work, with a clock that a test moves."""

    def __init__(self, handles: CacheHandles) -> None:
        self.handles = handles
        self.now = datetime(2026, 11, 20, 9, 0, tzinfo=AMSTERDAM)  # a Friday
        behind = SimpleNamespace(
            work=handles.work, overzichten=handles.overzichten, concepten=handles.concepten,
            blobs=handles.blobs, regelplank=handles.rules, inzageboek=FakeBoek(),
        )  # fmt: skip
        near = neighbours(behind, lambda: self.now, FakePress(), FakePrinter())
        self.me: DeskActions = bind(WIE, near)
        self.colleague: DeskActions = bind(COLLEGA, near)
        self.lead: DeskActions = bind(replace(WIE, rollen=("balie", "teamleider")), near)

    def at(self, day: int, hour: int) -> Counter:
        self.now = datetime(2026, 11, day, hour, tzinfo=AMSTERDAM)
        return self

    def melding(self, born: GeboorteDatum | None = OUD, phone: bool = True, **facts: Any) -> Melding:
        person = KlantFeiten(
            naam=PersoonsNaam(geslachtsnaam=Naam("Verzonnen")), geboortedatum=born, adres=Adres(),
            telefoon=Telefoon("0612345678") if phone else None,
        )  # fmt: skip
        klant = self.me.klanten.record(person).klant
        feiten = MeldingFeiten(**{"gemeente": "0362", "uitzondering": Uitzondering.GEEN, **facts})
        return self.me.meldingen.record(NewMelding(klant=klant, feiten=feiten)).melding

    def change(self, melding: Melding, **facts: Any) -> Melding:
        wordt = replace(melding.feiten, **facts)
        return self.me.meldingen.change(melding.id, wordt, tuple(facts)).melding

    def hire(self, *users: str) -> None:
        with self.handles.writer.transaction() as connection:
            for number, user in enumerate(users):
                connection.exec_driver_sql(
                    "INSERT INTO staff (id, rev, user, name, active, body) VALUES (?, 1, ?, ?, 1, ?)",
                    (number.to_bytes(16, "big"), user, f"Fictief {user}", b"{}"),
                )


@pytest.fixture
def counter(tmp_path: Path) -> Iterator[Counter]:
    made: list[Counter] = []
    handles = new_cache(tmp_path / "balie", clock=lambda: made[0].now if made else datetime.now(AMSTERDAM))
    made.append(Counter(handles))
    yield made[0]
    handles.close()


def test_sixty_new_meldingen_stand_with_the_oldest_on_top_and_none_without_owner(counter: Counter) -> None:
    counter.hire("t.verzonnen")
    made = []
    for _ in range(60):
        counter.now += timedelta(minutes=1)
        made.append(counter.melding().kenmerk)
    board = counter.me.lijsten.board()
    assert [row.kenmerk for row in board.rijen] == made
    assert (board.vandaag, board.zonder_eigenaar) == (60, 0)
    assert {row.eigenaar_naam for row in board.rijen} == {"Fictief t.verzonnen"}
    assert board.per_stap == {Stap.AANVRAAG_MOGELIJK_MAKEN: 60}


def test_the_next_step_of_a_case_moves_with_what_is_done(counter: Counter) -> None:
    case = counter.melding()
    lists = counter.me.lijsten

    def step() -> tuple[Stap, date | None, bool]:
        [row] = lists.board().rijen
        return row.stap, row.stap_datum, row.te_laat

    assert step() == (Stap.AANVRAAG_MOGELIJK_MAKEN, date(2026, 11, 20), False)
    case = counter.change(case, aanvraag_mogelijk_op=counter.now, aanvraag_hoe="formulier")
    assert step() == (Stap.BELLEN, date(2026, 11, 24), False)
    counter.at(25, 9)
    assert step() == (Stap.BELLEN, date(2026, 11, 24), True)
    lists.note_call(case.id, BelUitkomst.GESPROKEN)
    assert step()[0] is Stap.GEGEVENS_AANVULLEN
    counter.me.meldingen.answer_intake(case.id, "spoed", Antwoord(keuzes=("geen_eten",)))
    assert step()[0] is Stap.SPOED
    counter.me.meldingen.answer_intake(case.id, "uitkomst", Antwoord(keuzes=("aanvragen",)))
    assert step()[0] is Stap.GEGEVENS_AANVULLEN


def test_a_case_is_given_to_a_colleague_who_works_here(counter: Counter) -> None:
    case = counter.melding()
    counter.hire("c.ollega")
    board = counter.me.lijsten.board()
    assert (board.zonder_eigenaar, board.rijen[0].eigenaar_actief) == (1, False)
    counter.me.lijsten.assign(case.id, "C.Ollega")
    [row] = counter.me.lijsten.board().rijen
    assert (row.eigenaar, row.eigenaar_naam, row.eigenaar_actief) == ("c.ollega", "Fictief c.ollega", True)
    with pytest.raises(Refused, match=r"medewerker\.onbekend"):
        counter.me.lijsten.assign(case.id, "weg")


def test_several_cases_go_to_a_colleague_at_once_and_back_to_who_had_them(counter: Counter) -> None:
    counter.hire("t.verzonnen", "c.ollega", "d.erde")
    first, second, third = (counter.melding() for _ in range(3))
    lists = counter.lead.lijsten
    lists.assign(second.id, "d.erde")
    done = lists.hand_over((first.id, second.id, third.id), "c.ollega")
    assert [row.melding for row in lists.work_of("c.ollega")] == [first.id, second.id, third.id]
    lists.assign(third.id, "d.erde")  # somebody else decided meanwhile
    lists.hand_back(done)
    owners = {row.melding: row.eigenaar for row in lists.board().rijen}
    assert owners == {first.id: "t.verzonnen", second.id: "d.erde", third.id: "d.erde"}
    assert not lists.hand_back(done)


def test_only_a_team_leader_gives_the_case_of_somebody_else(counter: Counter) -> None:
    counter.hire("t.verzonnen", "c.ollega", "d.erde")
    mine, theirs = counter.melding(), counter.melding()
    counter.me.lijsten.assign(theirs.id, "c.ollega")  # her own case: she may
    with pytest.raises(Refused, match=r"overdragen\.rol"):
        counter.me.lijsten.hand_over((mine.id, theirs.id), "d.erde")
    assert counter.me.lijsten.work_of("d.erde") == ()
    counter.lead.lijsten.hand_over((mine.id, theirs.id), "d.erde")
    assert len(counter.me.lijsten.work_of("d.erde")) == 2


def test_giving_is_all_or_nothing_and_says_what_is_wrong(counter: Counter) -> None:
    counter.hire("t.verzonnen", "c.ollega")
    case, closed = counter.melding(), counter.melding()
    counter.me.meldingen.close(closed.id, Einde(afloop=Afloop.VERGISSING, reden="dubbel"))
    lists = counter.me.lijsten
    with pytest.raises(Refused, match=r"melding\.gesloten"):
        lists.hand_over((case.id, closed.id), "c.ollega")
    assert lists.work_of("c.ollega") == ()
    assert not lists.hand_over((case.id,), "t.verzonnen").changes


def test_the_board_shows_who_is_gone_first_and_who_has_room(counter: Counter) -> None:
    counter.hire("c.ollega", "d.erde")
    old = counter.melding()
    counter.at(25, 9)
    late = counter.melding()
    counter.me.lijsten.assign(late.id, "c.ollega")
    gone, busy, idle = counter.me.lijsten.load()
    assert (gone.eigenaar, gone.actief, gone.zaken, gone.oudste) == ("t.verzonnen", False, 1, old.moment)
    assert (busy.eigenaar, busy.naam, busy.zaken) == ("c.ollega", "Fictief c.ollega", 1)
    assert (idle.eigenaar, idle.zaken, idle.oudste, idle.eerste) == ("d.erde", 0, None, None)


def test_dates_of_a_case_stand_with_who_carries_them(counter: Counter) -> None:
    counter.hire("t.verzonnen", "c.ollega")
    case = counter.change(counter.melding(), aanvraagdatum=date(2026, 11, 20))
    counter.me.lijsten.assign(case.id, "c.ollega")
    counter.now = datetime(2026, 12, 21, 9, 0, tzinfo=AMSTERDAM)  # the advance had to be paid by the 18th
    loads = {one.eigenaar: one for one in counter.me.lijsten.load()}
    assert (loads["c.ollega"].te_laat, loads["c.ollega"].eerste) == (1, date(2026, 12, 18))
    assert (loads["t.verzonnen"].te_laat, loads["t.verzonnen"].zaken) == (0, 0)


def test_the_call_back_list_shows_the_most_pressing_and_counts_everybody(counter: Counter) -> None:
    for day in (20, 19, 18, 17):
        counter.at(day, 9)
        for gemeente in ("0362", "0358"):
            counter.melding(gemeente=gemeente)
    counter.at(20, 16)
    lists = counter.me.lijsten
    whole = lists.calls()
    assert [row.norm_datum for row in whole.rijen] == sorted(row.norm_datum for row in whole.rijen)
    assert (whole.totaal, len(whole.rijen)) == (8, 8)
    assert whole.te_laat == sum(row.stand.te_laat for row in whole.rijen) == 2
    few = lists.calls(limit=3)
    assert few.rijen == whole.rijen[:3]
    assert (few.totaal, few.te_laat) == (8, 2)
    assert lists.call_counts() == replace(whole, rijen=())


def test_the_call_back_list_proposes_a_letter_after_the_third_miss(counter: Counter) -> None:
    case = counter.melding()
    calls = counter.me.lijsten
    [row] = calls.calls().rijen
    assert (row.norm_datum, row.stand.werkdagen_over, row.telefoon) == (
        date(2026, 11, 24),
        2,
        ("06-12 34 56 78",),
    )
    for day, hour in ((20, 10), (20, 14), (23, 10)):
        assert calls.calls().rijen[0].brief is None
        counter.at(day, hour)
        calls.note_call(case.id, BelUitkomst.GEEN_GEHOOR, "  belt later  ")
    [row] = calls.calls().rijen
    assert (row.brief, row.stand.gemist) == ("L02", 3)
    assert [one.dagdeel for one in row.pogingen] == [Dagdeel.OCHTEND, Dagdeel.MIDDAG, Dagdeel.OCHTEND]
    assert (row.pogingen[0].notitie, row.pogingen[0].medewerker) == ("belt later", "t.verzonnen")
    assert counter.me.lijsten.board().per_stap[Stap.AANVRAAG_MOGELIJK_MAKEN] == 1
    calls.note_call(case.id, BelUitkomst.GESPROKEN)
    assert calls.calls().rijen == ()


def test_who_must_be_called_first_stands_on_top_and_who_had_an_intake_not_at_all(counter: Counter) -> None:
    first = counter.melding()
    counter.at(23, 9)
    without = counter.melding(phone=False)
    done = counter.melding()
    counter.me.meldingen.answer_intake(done.id, "uitkomst", Antwoord(keuzes=("aanvragen",)))
    rows = counter.me.lijsten.calls().rijen
    assert [row.kenmerk for row in rows] == [first.kenmerk, without.kenmerk]
    assert (rows[1].telefoon, rows[1].brief) == ((), "L02")


def test_a_note_of_a_call_has_a_limit(counter: Counter) -> None:
    case = counter.melding()
    with pytest.raises(Refused, match=r"tekst\.te_lang"):
        counter.me.lijsten.note_call(case.id, BelUitkomst.VOICEMAIL, "a" * 301)


def test_an_application_sets_its_dates_and_its_advance_needs_two_people(counter: Counter) -> None:
    case = counter.melding()
    assert counter.me.lijsten.advances() == ()
    case = counter.change(
        case, aanvraagdatum=date(2026, 11, 20), normsoort="alleenstaand_21", inkomen=0,
        iban=Iban("NL91ABNA0417164300"),
    )  # fmt: skip
    assert case.status is MeldingStatus.AANVRAAG_ONTVANGEN
    [row] = counter.me.lijsten.advances()
    assert (row.meter.bekend, row.meter.ontbreekt) == (5, ("identiteit",))
    assert (row.uiterste, row.streef) == (date(2026, 12, 18), date(2026, 12, 18))
    with pytest.raises(Refused, match=r"voorschot\.niet_gereed"):
        counter.me.lijsten.propose_advance(case.id)
    seen = SeenDocument(document=Document.PASPOORT, laatste_vier="1234", geldig_tot=date(2030, 1, 1))
    counter.me.klanten.note_document(case.klant, seen)
    with pytest.raises(Refused, match=r"voorschot\.te_laag"):
        counter.me.lijsten.propose_advance(case.id, 100)
    saved = counter.me.lijsten.propose_advance(case.id).melding
    assert saved.voorschot is not None
    assert saved.voorschot.bedrag == 134_849
    with pytest.raises(Refused, match=r"voorschot\.rol"):
        counter.me.lijsten.decide_advance(case.id, Voorschotbesluit.VERLENEN)
    assert counter.me.lijsten.advance(case.id).stap == "beslissen"
    done = counter.colleague.lijsten.decide_advance(case.id, Voorschotbesluit.VERLENEN).melding
    assert done.voorschot is not None
    assert (done.voorschot.voorgesteld_door, done.voorschot.besloten_door) == ("t.verzonnen", "c.ollega")
    [row] = counter.me.lijsten.advances()
    assert (row.meter.stap, row.uiterste) == ("betalen", date(2026, 12, 18))


def granted(counter: Counter, besluit: Voorschotbesluit = Voorschotbesluit.VERLENEN) -> Melding:
    """A case of 20 November whose advance a colleague decided on."""
    case = counter.change(
        counter.melding(), aanvraagdatum=date(2026, 11, 20), normsoort="alleenstaand_21", inkomen=0,
        iban=Iban("NL91ABNA0417164300"),
    )  # fmt: skip
    seen = SeenDocument(document=Document.PASPOORT, laatste_vier="1234", geldig_tot=date(2030, 1, 1))
    counter.me.klanten.note_document(case.klant, seen)
    counter.me.lijsten.propose_advance(case.id)
    ground = "duidelijk_geen_recht" if besluit is Voorschotbesluit.WEIGEREN else None
    return counter.colleague.lijsten.decide_advance(case.id, besluit, ground).melding


def days(melding: Melding) -> dict[str, date | None]:
    return {one.code: one.uiterste_datum for one in melding.termijnen}


def test_a_paid_advance_is_not_late_any_more_and_the_next_one_is_dated(counter: Counter) -> None:
    case = granted(counter)
    counter.now = datetime(2026, 12, 21, 9, 0, tzinfo=AMSTERDAM)
    assert counter.me.lijsten.advance_counts() == VoorschotTelling(totaal=1, te_laat=1)
    with pytest.raises(Refused, match=r"voorschot\.rol_betalen"):
        counter.me.lijsten.pay_advance(case.id, date(2026, 12, 17))
    lists = counter.colleague.lijsten
    paid = lists.pay_advance(case.id, date(2026, 12, 17)).melding
    assert "D04" not in days(paid)
    assert days(paid)["D05"] == date(2027, 1, 15)
    assert days(paid)["D06"] == days(case)["D06"]
    [next_one] = [one for one in paid.termijnen if one.code == "D05"]
    assert any("Pw 52" in one.bron for one in next_one.regels)
    assert next_one.uitleg
    assert lists.advance_counts() == VoorschotTelling(totaal=1, te_laat=0)
    [row] = lists.advances()
    assert (row.uiterste, row.te_laat, row.meter.stap) == (date(2027, 1, 15), False, "betalen")
    assert {one.te_laat for one in lists.load()} == {0}
    other = counter.change(paid, inkomen=100)  # what has nothing to do with it does not bring the first back
    assert "D04" not in days(other)


def test_a_payment_is_taken_back_and_its_day_runs_again(counter: Counter) -> None:
    case, lists = granted(counter), counter.colleague.lijsten
    lists.pay_advance(case.id, date(2026, 11, 20))
    with pytest.raises(Refused, match=r"voorschot\.rol_betalen"):
        counter.me.lijsten.take_payment_back(case.id, 1)
    back = lists.take_payment_back(case.id, 1).melding
    assert days(back) == days(case)
    assert back.voorschot == case.voorschot
    with pytest.raises(Refused, match=r"voorschot\.geen_betaling"):
        lists.take_payment_back(case.id, 1)


def test_a_refused_advance_has_no_day_to_pay(counter: Counter) -> None:
    case = granted(counter, Voorschotbesluit.WEIGEREN)
    assert set(days(case)) >= {"D06", "D07"}
    assert not {"D04", "D05"} & set(days(case))
    assert counter.me.lijsten.advances() == ()
    assert counter.me.lijsten.advance_counts().totaal == 0
    with pytest.raises(Refused, match=r"voorschot\.niet_verleend"):
        counter.colleague.lijsten.pay_advance(case.id, date(2026, 11, 20))


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 11, 26), "voorschot.toekomst"),
        (date(2026, 11, 19), "voorschot.voor_aanvraag"),
        (date(2026, 11, 23), "voorschot.volgorde"),
    ],
)
def test_a_day_on_which_nothing_can_have_been_paid_is_refused(counter: Counter, day: date, code: str) -> None:
    case, lists = granted(counter), counter.colleague.lijsten
    counter.at(25, 9)
    lists.pay_advance(case.id, date(2026, 11, 23))
    with pytest.raises(Refused) as caught:
        lists.pay_advance(case.id, day)
    assert (caught.value.code, caught.value.field) == (code, "dag")


def test_the_figures_of_the_youth_desk_are_those_of_its_list(counter: Counter) -> None:
    partner = {"heeft_partner": True, "partner": Partner(geboortedatum=OUD)}
    for born, facts in (
        (JONG, {"heeft_partner": False}),
        (JONG, {"heeft_partner": False, "uitzondering": Uitzondering.PRO_VSO}),
        (JONG, {"uitzondering": None}),
        (JONG, partner),
        (None, {}),
        (OUD, {}),
    ):
        counter.melding(born, **facts)
    for day in (20, 30):
        counter.at(day, 9)
        rows = counter.me.lijsten.youths()
        firsts = [row.kaart.eerste_aanvraagdatum for row in rows]
        assert counter.me.lijsten.youth_counts() == JongerenTelling(
            totaal=len(rows),
            kan=sum(first is not None and first <= counter.now.date() for first in firsts),
            onzeker=firsts.count(None),
        )
    assert counter.me.lijsten.youth_counts().totaal == 4
    counter.now = datetime(2026, 12, 18, 9, tzinfo=AMSTERDAM)
    assert counter.me.lijsten.youth_counts().kan == 2


def test_dates_that_waited_for_the_application_go_back_when_it_was_a_mistake(counter: Counter) -> None:
    case = counter.melding()
    before = case.termijnen
    applied = counter.change(case, aanvraagdatum=date(2026, 11, 20))
    assert {one.code: one.uiterste_datum for one in applied.termijnen}["D06"] == date(2027, 1, 15)
    later = counter.change(applied, aanvraag_ontvangen_op=date(2026, 11, 23))
    assert {one.code: one.uiterste_datum for one in later.termijnen}["D06"] == date(2027, 1, 18)
    back = counter.change(later, aanvraagdatum=None, aanvraag_ontvangen_op=None)
    assert (back.termijnen, back.status) == (before, MeldingStatus.AANVRAAG_MOGELIJK)


def test_the_youth_desk_sees_who_may_apply_first(counter: Counter) -> None:
    counter.melding(OUD)
    unknown = counter.melding(None)
    counter.at(2, 9)
    early = counter.melding(JONG, heeft_partner=False)
    rows = counter.me.lijsten.youths()
    assert [row.kenmerk for row in rows] == [early.kenmerk, unknown.kenmerk]
    assert rows[0].kaart.eerste_aanvraagdatum == date(2026, 11, 30)
    assert rows[0].termijn is not None
    assert rows[0].termijn.uiterste_datum == date(2026, 11, 30)
    counter.me.lijsten.note_evidence(early.id, "werk_gezocht")
    card = counter.me.lijsten.youth(early.id)
    assert [piece.gezien for piece in card.kaart.bewijsblad] == [True, False, False]
    assert [(one.code, one.medewerker) for one in card.bewijzen] == [("werk_gezocht", "t.verzonnen")]
    with pytest.raises(Refused, match=r"bewijs\.onbekend"):
        counter.me.lijsten.note_evidence(early.id, "paspoort_kopie")


def test_what_the_lists_add_survives_a_restart(counter: Counter) -> None:
    case = counter.melding(JONG)
    counter.me.lijsten.note_call(case.id, BelUitkomst.VOICEMAIL)
    counter.me.lijsten.note_evidence(case.id, "werk_gezocht")
    before = counter.me.lees.zaak(case.id)
    counter.handles.rebuild()
    assert counter.me.lees.zaak(case.id) == before
    assert counter.me.lijsten.advance(case.id).feiten[0] == ("aanvraag", False)
