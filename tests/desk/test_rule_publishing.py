"""Two administrators at two desks publish a rule of one gemeente; new cases follow it, old ones do not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fixtures.desk import PIN, enrol
from tests.fixtures.register import TestRegister, serving
from tests.fixtures.rule_tables import search_case, write_cases
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.rule_desk import LARGEST_CASES, beheer_actions, read_case_file, rule_beheer
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.domain.melding import Melding, MeldingFeiten, Uitzondering
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam
from werkdesk.errors import Refused, Unavailable
from werkdesk.register.database import in_transaction
from werkdesk.register.personnel import revoke_staff
from werkdesk.usecases.changes import Topic
from werkdesk.usecases.meldingen import NewMelding
from werkdesk.usecases.regels.beheer import RegelBeheer
from werkdesk.usecases.regels.concept import RegelConcept, begin_bij

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("cheap_pins")]
NOW = datetime(2027, 2, 1, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
JONG = KlantFeiten(
    naam=PersoonsNaam(geslachtsnaam=Naam("Verzonnen")), geboortedatum=GeboorteDatum("20040312")
)


class OneDay(DeskClock):
    """It is 1 February 2027."""

    def __call__(self) -> datetime:
        return NOW


class Seat:
    """One member of staff at a desk of their own."""

    def __init__(self, desk: Desk, session: DeskSession) -> None:
        self.desk, self.session, self.actions = desk, session, session.actions

    @property
    def beheer(self) -> RegelBeheer:
        return rule_beheer(self.session)

    def melding(self, gemeente: str) -> Melding:
        klant = self.actions.klanten.record(JONG).klant
        feiten = MeldingFeiten(gemeente=gemeente, uitzondering=Uitzondering.GEEN, heeft_partner=False)
        return self.actions.meldingen.record(NewMelding(klant=klant, feiten=feiten)).melding

    def sync(self) -> Topic:
        step = self.desk.sync()
        assert step.fout is None
        return step.changes.topics


def seat(register: TestRegister, url: str, folder: Path, user: str, role: str) -> Seat:
    profile, vault = enrol(register, url, folder, user, role=role)
    desk = Desk(profile, vault, clock=OneDay(), is_live=False)
    return Seat(desk, desk.sign_in(user, PIN))


@pytest.fixture
def author(register: TestRegister, served: str, tmp_path: Path) -> Iterator[Seat]:
    made = seat(register, served, tmp_path / "balie-1", "a.beheer", "functioneel_beheerder balie")
    yield made
    made.desk.close()


@pytest.fixture
def second(register: TestRegister, served: str, tmp_path: Path) -> Iterator[Seat]:
    made = seat(register, served, tmp_path / "balie-2", "b.beheer", "functioneel_beheerder balie")
    yield made
    made.desk.close()


def d01(melding: Melding) -> Termijn:
    return next(one for one in melding.termijnen if one.code == "D01")


def shorter(at: Seat, tmp_path: Path) -> RegelConcept:
    """Three weeks in gemeente 0358 from 2027, tried on two cases of people who do not exist."""
    begin = at.beheer.begin()
    like = begin_bij(begin.nu.reeks("D01")[0])
    nieuw = replace(like, waarde="3", vanaf="2027-01-01", gemeente="0358", zekerheid="secundair")
    cases = write_cases(
        tmp_path / "gevallen.json", search_case("toen", "2026-12-01"), search_case("straks", "2027-02-01")
    )
    concept = at.beheer.neem_op(begin, RegelConcept(toelichting="verordening 2027"), nieuw)
    return replace(concept, gevallen=cases)


def test_two_people_publish_and_new_meldingen_follow_while_old_ones_keep_their_date(
    author: Seat, second: Seat, tmp_path: Path
) -> None:
    old = second.melding("0358")
    second.sync()
    begin, concept = author.beheer.begin(), shorter(author, tmp_path)
    proef = author.beheer.proef(begin, concept)
    assert [(one.id, one.gemeente) for one in proef.anders] == [("straks", "0358")]
    voorstel = author.beheer.leg_voor(begin, concept, proef).voorstel
    assert voorstel is not None
    with pytest.raises(Refused, match=r"regels\.zelfde_persoon"):
        author.beheer.stel_vast(voorstel)
    [waiting] = second.beheer.voorstellen()
    assert (waiting.wacht_op_mij, waiting.door, waiting.toelichting) == (True, "a.beheer", "verordening 2027")
    inzage = second.beheer.inzage(second.beheer.begin(), waiting)
    assert [one.regel.waarde for one in inzage.regels] == ["3 weken"]
    assert [one.id for one in inzage.anders] == ["straks"]
    assert second.beheer.stel_vast(waiting).vastgesteld_door == "b.beheer"
    for at in (author, second):
        assert Topic.REGELS in at.sync()
        stand = at.actions.regels.stand()
        assert (stand.nummer, stand.vastgesteld_door, stand.geweigerd) == (1, "b.beheer", ())
    fresh = d01(second.melding("0358"))
    assert fresh.uiterste_datum == date(2027, 2, 22)
    assert "3 weken na 1 februari 2027 is maandag 22 februari 2027." in fresh.uitleg
    assert d01(second.melding("0362")).uiterste_datum == date(2027, 3, 1)
    kept = second.actions.lees.melding_bij_kenmerk(old.kenmerk)
    assert kept is not None
    assert (d01(kept), d01(old).uiterste_datum) == (d01(old), date(2027, 3, 1))
    told = second.actions.regels.leg_uit(d01(kept))
    assert (told.huidig, {rule.regel: rule.waarde for rule in told.regels}["D01"]) == (False, "4 weken")
    [shown] = [one for one in second.actions.regels.lijst("D01") if one.gemeente == "0358"]
    assert (shown.waarde, shown.versie, shown.vastgesteld_door) == ("3 weken", "2027-01-01", "b.beheer")


def test_the_next_proposal_lies_over_what_was_published(author: Seat, second: Seat, tmp_path: Path) -> None:
    begin, concept = author.beheer.begin(), shorter(author, tmp_path)
    stale = author.beheer.begin()
    first = author.beheer.leg_voor(begin, concept, author.beheer.proef(begin, concept)).voorstel
    assert first is not None
    second.beheer.stel_vast(first)
    other = author.beheer.vernieuwd(concept)
    with pytest.raises(Refused, match=r"regels\.ingehaald"):
        author.beheer.leg_voor(stale, other, author.beheer.proef(stale, other))
    author.sync()
    now = author.beheer.begin()
    assert now.nummer == 1
    change = replace(concept.wijzigingen[0], waarde="2", vanaf="2027-06-01")
    again = author.beheer.neem_op(now, RegelConcept(), change)
    made = author.beheer.leg_voor(now, again, author.beheer.proef(now, again)).voorstel
    assert made is not None
    whole = second.beheer.inzage(second.beheer.begin(), made)
    kept = {(one.versie, one.waarde) for one in whole.straks.reeks("D01") if one.gemeente == "0358"}
    assert kept == {("2027-01-01", 3), ("2027-06-01", 2)}


def test_a_rejected_proposal_tells_its_author_why(author: Seat, second: Seat, tmp_path: Path) -> None:
    begin, concept = author.beheer.begin(), shorter(author, tmp_path)
    author.beheer.leg_voor(begin, concept, author.beheer.proef(begin, concept))
    [waiting] = second.beheer.voorstellen()
    second.beheer.wijs_af(waiting, "nog niet vastgesteld")
    [told] = author.beheer.voorstellen()
    assert (told.stand, told.ingetrokken_door, told.reden) == (
        "afgewezen", "b.beheer", "nog niet vastgesteld",
    )  # fmt: skip
    assert not Topic.REGELS & second.sync()


def test_who_was_closed_at_the_register_decides_nothing_any_more(
    register: TestRegister, author: Seat, tmp_path: Path
) -> None:
    begin, concept = author.beheer.begin(), shorter(author, tmp_path)
    proef = author.beheer.proef(begin, concept)
    in_transaction(register.engine, lambda c: revoke_staff(c, "kantoor", "a.beheer"))
    with pytest.raises(Refused, match=r"medewerker\.niet_hier"):
        author.beheer.leg_voor(begin, concept, proef)


def test_without_a_register_everything_but_proposing_goes_on(register: TestRegister, tmp_path: Path) -> None:
    with serving(register) as url:
        at = seat(register, url, tmp_path / "balie-1", "a.beheer", "functioneel_beheerder balie")
    begin, concept = at.beheer.begin(), shorter(at, tmp_path)
    proef = at.beheer.proef(begin, concept)
    assert len(proef.anders) == 1
    with pytest.raises(Unavailable, match=r"register\.onbereikbaar"):
        at.beheer.leg_voor(begin, concept, proef)
    at.desk.close()


@pytest.mark.parametrize(("role", "seen"), [("balie", False), ("controller", False), ("teamleider", True)])
def test_the_window_offers_it_to_who_may(
    register: TestRegister, served: str, tmp_path: Path, role: str, seen: bool
) -> None:
    at = seat(register, served, tmp_path / "balie-1", "f.iemand", role)
    offered = beheer_actions(at.desk, at.session)
    assert (offered is not None) is seen
    assert offered is None or not offered.mag_voorstellen
    at.desk.close()


def test_a_case_file_that_is_gone_or_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"bestand\.onleesbaar"):
        read_case_file(str(tmp_path / "weg.json"))
    for path in ("", "\x00", str(tmp_path)):
        with pytest.raises(Refused, match=r"bestand\.onleesbaar"):
            read_case_file(path)
    large = tmp_path / "groot.json"
    large.write_bytes(b" " * (LARGEST_CASES + 1))
    with pytest.raises(Refused, match=r"gevallen\.te_groot"):
        read_case_file(str(large))
