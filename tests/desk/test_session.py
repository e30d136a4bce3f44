"""Enrolling, signing in, locking and changing of user: on a real register, with a real cache."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fixtures.desk import PIN, enrol
from tests.fixtures.register import TestRegister
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.enrol import NewDesk, enrol_colleague, enrol_desk
from werkdesk.desk.profile import DeskProfile, open_desk_profile
from werkdesk.desk.session import Desk
from werkdesk.domain.bezoek import BezoekReden
from werkdesk.domain.klant import Klant
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.waarden.naam import Naam
from werkdesk.errors import Locked, Refused, Unavailable
from werkdesk.register.database import in_transaction
from werkdesk.register.personnel import new_code, revoke_staff
from werkdesk.usecases.changes import Changes
from werkdesk.workstation.vault.key_file import KeyFile

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("cheap_pins")]
FEITEN = KlantFeiten(naam=PersoonsNaam(geslachtsnaam=Naam("Verzonnen")))


@pytest.fixture
def place(register: TestRegister, served: str, tmp_path: Path) -> tuple[DeskProfile, KeyFile]:
    return enrol(register, served, tmp_path / "balie-1")


@pytest.fixture
def desk(place: tuple[DeskProfile, KeyFile]) -> Desk:
    return Desk(*place, is_live=False)


def test_a_pc_becomes_a_desk(place: tuple[DeskProfile, KeyFile], desk: Desk) -> None:
    profile, _ = place
    assert profile.is_enrolled
    assert desk.where() == "Balie 1 · Hal"
    session = desk.sign_in("F.Balie ", PIN)
    assert (session.wie.medewerker, session.wie.naam, session.wie.balie) == ("f.balie", "Fictief f.balie", 1)
    assert session.wie.gemeenten == ("0362", "0358")
    desk.close()


def test_a_profile_is_one_desk_for_ever(
    place: tuple[DeskProfile, KeyFile], register: TestRegister, served: str
) -> None:
    profile, vault = place
    code = register.desk_code()
    new = NewDesk(url=served, code=code, ca_pem=None, user="x", user_code="x", pin=PIN)
    with pytest.raises(Refused, match=r"balie\.bestaat"):
        enrol_desk(profile, vault, new, DeskClock())


@pytest.mark.parametrize("wrong", ["pin", "code", "user_code"])
def test_a_failed_enrolment_leaves_no_desk_and_can_be_done_again(
    wrong: str, register: TestRegister, served: str, tmp_path: Path
) -> None:
    _, user_code = register.staff("f.balie", "Fictieve Balie")
    parts = {"code": register.desk_code(), "user_code": user_code, "pin": PIN}
    bad = {**parts, wrong: {"pin": "kort", "code": "AAAA-BBBB-CCCC", "user_code": "AAAA-BBBB-CCCC"}[wrong]}
    profile, vault = open_desk_profile(tmp_path / "balie"), KeyFile(tmp_path / "sleutel")
    with pytest.raises(Refused):
        enrol_desk(profile, vault, NewDesk(url=served, ca_pem=None, user="f.balie", **bad), DeskClock())
    assert not profile.is_enrolled
    good = {**parts, "code": register.desk_code()}
    enrol_desk(profile, vault, NewDesk(url=served, ca_pem=None, user="f.balie", **good), DeskClock())
    assert profile.is_enrolled


def test_a_short_pin_spends_no_code(register: TestRegister, served: str, tmp_path: Path) -> None:
    _, user_code = register.staff("f.balie", "Fictieve Balie")
    code = register.desk_code()
    profile, vault = open_desk_profile(tmp_path / "balie"), KeyFile(tmp_path / "sleutel")
    for pin in ("kort", PIN):
        new = NewDesk(url=served, code=code, ca_pem=None, user="f.balie", user_code=user_code, pin=pin)
        if pin == PIN:
            enrol_desk(profile, vault, new, DeskClock())
        else:
            with pytest.raises(Refused, match=r"pin\.te_kort"):
                enrol_desk(profile, vault, new, DeskClock())


def test_a_wrong_pin_opens_nothing(desk: Desk) -> None:
    with pytest.raises(Locked, match=r"pin\.onjuist"):
        desk.sign_in("f.balie", "een-andere-pin-1")
    assert not desk.door.is_open


def test_somebody_without_a_slot_stays_out(desk: Desk) -> None:
    with pytest.raises(Locked, match=r"slot\.ontbreekt"):
        desk.sign_in("niemand", PIN)


def test_before_enrolment_nobody_signs_in(tmp_path: Path) -> None:
    desk = Desk(open_desk_profile(tmp_path / "leeg"), KeyFile(tmp_path / "sleutel"), is_live=False)
    assert desk.where() == ""
    with pytest.raises(Unavailable, match=r"balie\.niet_aangemeld"):
        desk.sign_in("f.balie", PIN)


def test_a_locked_desk_does_and_shows_nothing_and_goes_on_after_unlocking(desk: Desk) -> None:
    session = desk.sign_in("f.balie", PIN)
    saved = session.actions.klanten.record(FEITEN)
    desk.lock()
    for action in (
        lambda: session.actions.klanten.record(FEITEN),
        lambda: session.actions.lees.zoek("Verzonnen"),
        lambda: session.actions.concepten.save("x", {}, "f.balie"),
        lambda: session.actions.inloop.ticket(BezoekReden.BIJSTAND),
    ):
        with pytest.raises(Locked, match=r"cache\.op_slot"):
            action()
    assert desk.sign_in("f.balie", PIN) is session
    assert session.actions.lees.zoek("Verzonnen")[0].id == saved.klant
    desk.close()


def test_locking_wipes_the_keys(desk: Desk) -> None:
    desk.sign_in("f.balie", PIN)
    keys = desk.door.keys
    desk.lock()
    assert keys.is_wiped
    with pytest.raises(Locked):
        keys.master()


def test_a_colleague_gets_a_slot_and_every_act_keeps_its_author(desk: Desk, register: TestRegister) -> None:
    _, code = register.staff("g.balie", "Gerda Fictief")
    first = desk.sign_in("f.balie", PIN)
    mine = first.actions.klanten.record(FEITEN).klant
    assert enrol_colleague(desk.door, "g.balie", code, "andere-pin-van-g") == "g.balie"
    second = desk.sign_in("g.balie", "andere-pin-van-g")
    assert second is not first
    assert second.wie.naam == "Gerda Fictief"
    hers = second.actions.klanten.record(FEITEN).klant
    assert second.actions.lees.dossier(mine) is not None
    authors = {row.medewerker for row in second.actions.lees.outbox()}
    assert authors == {"f.balie", "g.balie"}
    assert mine != hers
    with pytest.raises(Locked, match=r"pin\.onjuist"):
        desk.sign_in("g.balie", PIN)
    desk.close()


def test_a_colleague_with_a_wrong_code_gets_no_slot(desk: Desk, register: TestRegister) -> None:
    register.staff("g.balie", "Gerda Fictief")
    desk.sign_in("f.balie", PIN)
    with pytest.raises(Refused, match=r"register\.code"):
        enrol_colleague(desk.door, "g.balie", "AAAA-BBBB-CCCC", "andere-pin-van-g")
    desk.lock()
    with pytest.raises(Locked, match=r"slot\.ontbreekt"):
        desk.sign_in("g.balie", "andere-pin-van-g")


def test_an_account_that_was_closed_stays_out_once_the_desk_heard_of_it(
    desk: Desk, register: TestRegister
) -> None:
    desk.sign_in("f.balie", PIN)
    in_transaction(register.engine, lambda c: revoke_staff(c, "kantoor", "f.balie"))
    assert desk.sync().fout is None
    desk.lock()
    with pytest.raises(Locked, match=r"medewerker\.ingetrokken"):
        desk.sign_in("f.balie", PIN)
    assert not desk.door.is_open


def test_a_second_desk_sees_what_the_first_saved(
    desk: Desk, register: TestRegister, served: str, tmp_path: Path
) -> None:
    other = Desk(*enrol(register, served, tmp_path / "balie-2", "g.balie"), is_live=False)
    rid = desk.sign_in("f.balie", PIN).actions.klanten.record(FEITEN).klant
    assert desk.sync().fout is None
    session = other.sign_in("g.balie", PIN)
    assert session.wie.balie == 2
    assert other.sync().fout is None
    found = session.actions.lees.dossier(rid)
    assert found is not None
    assert isinstance(found.klant, Klant)
    desk.close()
    other.close()


def test_a_live_desk_sends_and_hears_by_itself_until_it_locks(
    place: tuple[DeskProfile, KeyFile], register: TestRegister, served: str, tmp_path: Path,
    eventually: Callable[[Callable[[], bool]], None],
) -> None:  # fmt: skip
    heard: list[Changes] = []
    live = Desk(*place, announce=heard.append)
    other = Desk(*enrol(register, served, tmp_path / "balie-2", "g.balie"))
    mine, theirs = live.sign_in("f.balie", PIN), other.sign_in("g.balie", PIN)
    rid = mine.actions.klanten.record(FEITEN).klant
    eventually(lambda: theirs.actions.lees.dossier(rid) is not None)
    eventually(lambda: mine.actions.lees.verbinding().wachten == 0)
    assert heard
    live.lock()
    before = len(heard)
    theirs.actions.klanten.record(FEITEN)
    eventually(lambda: theirs.actions.lees.verbinding().wachten == 0)
    assert len(heard) == before
    live.close()
    other.close()


def test_one_time_codes_can_be_made_again(desk: Desk, register: TestRegister) -> None:
    register.staff("g.balie", "Gerda Fictief")
    code = in_transaction(register.engine, lambda c: new_code(c, "kantoor", "g.balie"))
    desk.sign_in("f.balie", PIN)
    assert enrol_colleague(desk.door, "g.balie", code, "andere-pin-van-g") == "g.balie"
    desk.close()
