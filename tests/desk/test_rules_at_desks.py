"""A table changed at the register: new cases follow it, old ones keep their outcome and their explanation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest

from tests.fixtures.desk import PIN, enrol
from tests.fixtures.register import TestRegister
from tests.fixtures.rule_tables import program_tables, search_term
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.domain.melding import Melding, MeldingFeiten, MeldingStatus, Uitzondering
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam
from werkdesk.errors import Refused
from werkdesk.messages.rule_set import Document, Regelset, sign
from werkdesk.register.admin_records import put_record
from werkdesk.register.database import in_transaction
from werkdesk.register.ids import new_id
from werkdesk.register.personnel import add_staff, set_roles
from werkdesk.register.rules.decide import Decision, approve, withdraw
from werkdesk.register.rules.propose import NewTables, propose
from werkdesk.register.rules.sets import StoredSet, find_set
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.usecases.ports import Wie
from werkdesk.usecases.regels.herrekenen import NewDate

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("cheap_pins")]
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2027, 2, 1, 10, 0, tzinfo=AMSTERDAM)
JONG = KlantFeiten(
    naam=PersoonsNaam(geslachtsnaam=Naam("Verzonnen")), geboortedatum=GeboorteDatum("20040312")
)


class SetClock(DeskClock):
    """A clock that a test puts on a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


class At:
    """One desk with somebody signed in."""

    def __init__(self, desk: Desk, clock: SetClock, session: DeskSession) -> None:
        self.desk, self.clock, self.actions = desk, clock, session.actions

    def melding(
        self,
        gemeente: str,
        moment: datetime | None = None,
        uitzondering: Uitzondering = Uitzondering.GEEN,
    ) -> Melding:
        klant = self.actions.klanten.record(JONG).klant
        feiten = MeldingFeiten(gemeente=gemeente, uitzondering=uitzondering)
        return self.actions.meldingen.record(NewMelding(klant=klant, feiten=feiten, moment=moment)).melding

    def sync(self) -> Topic:
        step = self.desk.sync()
        assert step.fout is None
        return step.changes.topics

    def read(self, kenmerk: str) -> Melding:
        found = self.actions.lees.melding_bij_kenmerk(kenmerk)
        assert found is not None
        return found


@pytest.fixture
def office(register: TestRegister) -> TestRegister:
    """With two persons who may publish rules."""
    for user, role in (("a.beheer", "functioneel_beheerder"), ("b.lead", "teamleider")):
        _hire(register, user, role)
    return register


def _hire(register: TestRegister, user: str, role: str) -> None:
    in_transaction(register.engine, lambda c: add_staff(c, register.office, user, "Fictief", [role]))


@pytest.fixture
def one(office: TestRegister, served: str, tmp_path: Path) -> Iterator[At]:
    yield from _desk(office, served, tmp_path / "balie-1", "f.een")


@pytest.fixture
def two(office: TestRegister, served: str, tmp_path: Path) -> Iterator[At]:
    yield from _desk(office, served, tmp_path / "balie-2", "f.twee")


def _desk(office: TestRegister, url: str, folder: Path, user: str) -> Iterator[At]:
    profile, vault = enrol(office, url, folder, user)
    clock = SetClock()
    desk = Desk(profile, vault, clock=clock, is_live=False)
    yield At(desk, clock, desk.sign_in(user, PIN))
    desk.close()


def publish(register: TestRegister, text: str, now: datetime = NOW, **parts: object) -> StoredSet:
    """Propose by one, approve by another."""
    basis = program_tables()
    new = NewTables(files={"eigen.toml": text.encode()}, user="a.beheer", now=now, **parts)  # type: ignore[arg-type]
    stored = in_transaction(register.engine, lambda c: propose(c, register.office, new, basis)).stored
    assert stored is not None
    by = Decision(number=stored.number, user="b.lead", now=now)
    key = register.keys.publisher
    return in_transaction(register.engine, lambda c: approve(c, register.office, by, basis, key))


def d01(melding: Melding) -> Termijn:
    return term(melding, "D01")


def term(melding: Melding, code: str) -> Termijn:
    return next(one for one in melding.termijnen if one.code == code)


def test_a_changed_table_decides_new_cases_of_one_gemeente_and_leaves_old_ones_alone(
    register: TestRegister, one: At, two: At
) -> None:
    old = one.melding("0358")
    assert d01(old).uiterste_datum == date(2027, 3, 1)
    one.sync()
    publish(register, search_term(3, vanaf="2027-01-01", gemeente="0358"))
    for desk in (one, two):
        assert Topic.REGELS in desk.sync()
        assert (desk.actions.regels.stand().nummer, desk.actions.regels.stand().herkomst) == (1, "kantoor")
    assert d01(two.melding("0358")).uiterste_datum == date(2027, 2, 22)
    assert "3 weken na 1 februari 2027 is maandag 22 februari 2027." in d01(two.melding("0358")).uitleg
    assert d01(two.melding("0362")).uiterste_datum == date(2027, 3, 1)
    by_post = two.melding("0358", datetime(2026, 12, 31, 9, 0, tzinfo=AMSTERDAM))
    assert d01(by_post).uiterste_datum == date(2027, 1, 28)
    kept = two.read(old.kenmerk)
    assert kept.termijnen == old.termijnen
    told = two.actions.regels.leg_uit(d01(kept))
    assert (told.huidig, told.zinnen) == (False, d01(old).uitleg)
    assert {rule.regel: rule.waarde for rule in told.regels}["D01"] == "4 weken"
    fresh = two.actions.regels.leg_uit(d01(two.melding("0358")))
    shown = next(rule for rule in fresh.regels if rule.regel == "D01")
    assert (fresh.huidig, shown.waarde, shown.gemeente) == (True, "3 weken", "0358")
    assert "artikel=41" in (shown.vindplaats or "")


def test_an_old_case_is_computed_anew_only_when_a_fact_that_decides_changed(
    register: TestRegister, one: At, two: At
) -> None:
    old = one.melding("0358")
    one.sync()
    publish(register, search_term(3))
    two.sync()
    other = replace(old.feiten, toelichting="belt morgen")
    saved = two.actions.meldingen.change(old.id, other, ("toelichting",)).melding
    assert saved.termijnen == old.termijnen
    partner = replace(other, heeft_partner=True)
    saved = two.actions.meldingen.change(old.id, partner, ("heeft_partner",)).melding
    assert saved.termijnen != old.termijnen
    again = two.actions.meldingen.change(old.id, replace(partner, heeft_partner=False), ("heeft_partner",))
    assert d01(again.melding).uiterste_datum == date(2027, 2, 22)


def test_a_set_that_starts_later_waits_for_its_day(register: TestRegister, one: At) -> None:
    publish(register, search_term(3), from_day=date(2027, 2, 8))
    one.sync()
    assert (one.actions.regels.stand().nummer, one.actions.regels.stand().komend) == (None, (1,))
    assert d01(one.melding("0358")).uiterste_datum == date(2027, 3, 1)
    one.clock.now = datetime(2027, 2, 8, 0, 1, tzinfo=AMSTERDAM)
    assert one.actions.regels.stand().nummer == 1
    assert d01(one.melding("0358")).uiterste_datum == date(2027, 3, 1)  # 8 February and three weeks


def test_a_withdrawn_set_gives_way_to_the_one_before_it(register: TestRegister, one: At) -> None:
    publish(register, search_term(3))
    publish(register, search_term(2, versie="2027-01-02"))
    one.sync()
    assert d01(one.melding("0358")).uiterste_datum == date(2027, 2, 15)
    by = Decision(number=2, user="b.lead", now=NOW)
    in_transaction(register.engine, lambda c: withdraw(c, register.office, by, register.keys.publisher))
    one.sync()
    assert one.actions.regels.stand().nummer == 1
    assert d01(one.melding("0358")).uiterste_datum == date(2027, 2, 22)


def test_a_bad_set_is_refused_and_the_last_good_one_goes_on(register: TestRegister, one: At) -> None:
    good = publish(register, search_term(3))
    one.sync()
    stored = in_transaction(register.engine, lambda c: find_set(c, "kantoor", good.number))
    assert stored.document is not None
    forged = Regelset(id=new_id(), nummer=2, document=stored.document, handtekening="00" * 64)
    in_transaction(register.engine, lambda c: put_record(c, "kantoor", "regelset", forged))
    assert {Topic.REGELS, Topic.AANDACHT} <= set(one.sync())
    stand = one.actions.regels.stand()
    assert stand.nummer == 1
    [refused] = stand.geweigerd
    assert (refused.nummer, refused.code, refused.bestand) == (2, "regels.handtekening", "regelset 2")
    assert d01(one.melding("0358")).uiterste_datum == date(2027, 2, 22)


def test_a_later_state_with_a_wrong_signature_does_not_hide_the_good_one(
    register: TestRegister, one: At
) -> None:
    good = publish(register, search_term(3))
    one.sync()
    forged = Regelset(id=good.id, nummer=1, document="{}", handtekening="00" * 64)
    in_transaction(register.engine, lambda c: put_record(c, "kantoor", "regelset", forged))
    one.sync()
    stand = one.actions.regels.stand()
    assert (stand.nummer, [one.code for one in stand.geweigerd]) == (1, ["regels.handtekening"])


def test_a_signed_set_with_a_gap_is_refused_with_line_and_reason(register: TestRegister, one: At) -> None:
    """A desk of an older program may find in it what the register did not."""
    good = publish(register, search_term(3))
    assert good.document is not None
    signed = msgspec.json.decode(good.document, type=Regelset)
    document = msgspec.json.decode(signed.document, type=Document)
    tables = {"eigen.toml": search_term(3).replace("geldig_tot = 2026-12-31", "geldig_tot = 2026-12-30")}
    bad = msgspec.structs.replace(document, nummer=2, tabellen=tables)
    record = sign(new_id(), bad, register.keys.publisher)
    in_transaction(register.engine, lambda c: put_record(c, "kantoor", "regelset", record))
    one.sync()
    [refused] = one.actions.regels.stand().geweigerd
    assert (refused.code, refused.bestand, refused.regelnummer) == ("regels.gat", "eigen.toml", 17)
    assert "sluit niet aan" in refused.reden
    assert one.actions.regels.stand().nummer == 1


def test_rules_that_are_too_old_never_stop_a_melding(register: TestRegister, one: At, two: At) -> None:
    one.clock.now = datetime(2027, 7, 1, 9, 0, tzinfo=AMSTERDAM)
    stand = one.actions.regels.stand()
    assert (stand.te_oud, stand.houdbaar_tot) == (True, date(2027, 6, 19))
    saved = one.melding("0358")
    assert saved.status is MeldingStatus.GEMELD
    assert [(t.stand, t.uiterste_datum) for t in saved.termijnen] == [("nog niet berekend", None)]
    assert [row.kenmerk for row in one.actions.lees.zonder_datums()] == [saved.kenmerk]
    assert not one.actions.regels.compute_waiting()
    publish(register, search_term(3, versie="2027-07-01"), datetime(2027, 7, 1, 8, 0, tzinfo=UTC))
    one.sync()
    assert not one.actions.regels.stand().te_oud
    assert Topic.MELDING in one.actions.regels.compute_waiting().topics
    assert d01(one.read(saved.kenmerk)).uiterste_datum == date(2027, 7, 22)
    assert one.actions.lees.zonder_datums() == ()
    one.sync()
    two.sync()
    assert two.read(saved.kenmerk).termijnen == one.read(saved.kenmerk).termijnen


def lead_of(register: TestRegister, at: At) -> Wie:
    """Who sits there leads the team from now on; the desk heard so."""
    wie = at.actions.wie
    in_transaction(register.engine, lambda c: set_roles(c, "kantoor", wie.medewerker, add=["teamleider"]))
    at.sync()
    return replace(wie, rollen=("balie", "teamleider"))


def test_a_date_moved_by_decision_stays_moved_when_dates_are_computed_anew(
    register: TestRegister, one: At
) -> None:
    saved = one.melding("0362", uitzondering=Uitzondering.LKS_DOELGROEP)
    to = date(2027, 3, 8)
    new = NewDate(code="D03", nieuwe_datum=to, reden="storing bij het register", bron="Awb 4:15 lid 2")
    with pytest.raises(Refused, match=r"verschuiving\.rol"):
        one.actions.regels.shift_term(saved.id, new)
    lead = lead_of(register, one)
    moved = one.actions.regels.shift_term(saved.id, new, wie=lead).melding
    assert term(moved, "D03").uiterste_datum == to
    again = term(one.actions.regels.recompute(saved.id, "op verzoek").melding, "D03")
    assert again.uiterste_datum == to
    assert "Een eerder besluit geldt nog: de laatste dag blijft 8 maart 2027." in again.uitleg


def test_a_first_day_to_apply_is_not_moved_by_an_outage(register: TestRegister, one: At) -> None:
    saved = one.melding("0362")
    new = NewDate(code="D01", nieuwe_datum=date(2027, 3, 8), reden="storing", bron="Awb 4:15 lid 2")
    with pytest.raises(Refused, match=r"verschuiving\.eerste_dag"):
        one.actions.regels.shift_term(saved.id, new, wie=lead_of(register, one))
    assert one.read(saved.kenmerk).termijnen == saved.termijnen


def test_the_tables_are_searched_with_what_counts_here(register: TestRegister, one: At) -> None:
    publish(register, search_term(3))
    one.sync()
    found = {
        (rule.regel, rule.gemeente, rule.versie): rule for rule in one.actions.regels.lijst("zoektermijn")
    }
    assert found["D01", "0358", "2027-01-01"].waarde == "3 weken"
    assert found["D01", None, "2015-01-01"].waarde == "4 weken"
