"""Rights at a real desk over a real register: roles that go and come, a desk that lies, names that stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import MagicMock
from uuid import UUID

import pytest

from tests.fixtures.cache import WIE
from tests.fixtures.desk import PIN, enrol
from tests.fixtures.register import TestRegister
from werkdesk.desk import visit
from werkdesk.desk.clock import DeskClock
from werkdesk.desk.session import Desk, DeskSession
from werkdesk.domain import voorschot_gebeurtenissen as v
from werkdesk.domain.afdoening import Keuze
from werkdesk.domain.melding import Melding, MeldingFeiten
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.rechten import GEWEIGERD
from werkdesk.domain.voorschot import Voorschotbesluit
from werkdesk.domain.waarden.naam import Naam
from werkdesk.errors import Locked, Refused
from werkdesk.register.database import in_transaction
from werkdesk.register.personnel import revoke_staff, set_roles
from werkdesk.storage import work
from werkdesk.ui.frame.opening import Opening
from werkdesk.ui.teksten.bezoek import ALLEEN_LEZEN
from werkdesk.ui.texts import explain_code
from werkdesk.usecases.meldingen import NewMelding

pytestmark = [pytest.mark.postgres, pytest.mark.usefixtures("cheap_pins")]
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
PERSON = KlantFeiten(naam=PersoonsNaam(geslachtsnaam=Naam("Verzonnen")))


class Seat:
    """One member of staff at a desk of their own."""

    def __init__(self, register: TestRegister, url: str, folder: Path, user: str, role: str) -> None:
        profile, vault = enrol(register, url, folder, user, role=role)
        self.user, self.desk = user, Desk(profile, vault, clock=DeskClock(), is_live=False)
        self.session: DeskSession = self.desk.sign_in(user, PIN)

    def sync(self) -> None:
        for _ in range(2):  # the second asks for what comes after, so the register knows that this was read
            assert self.desk.sync().fout is None

    def melding(self) -> Melding:
        actions = self.session.actions
        klant = actions.klanten.record(PERSON).klant
        return actions.meldingen.record(
            NewMelding(klant=klant, feiten=MeldingFeiten(gemeente="0362"))
        ).melding

    def record(self, act: v.VoorschotVoorgesteld | v.VoorschotBesloten) -> None:
        with self.desk.door.work(self.session.wie) as cache:
            cache.record(act)
            cache.commit()

    def read(self, rid: UUID) -> Melding:
        with self.desk.door.work(self.session.wie) as cache:
            found = cache.get(Melding, rid)
        assert found is not None
        return found


@pytest.fixture
def clerk(register: TestRegister, served: str, tmp_path: Path) -> Iterator[Seat]:
    made = Seat(register, served, tmp_path / "balie-1", "a.balie", "balie")
    yield made
    made.desk.close()


@pytest.fixture
def lead(register: TestRegister, served: str, tmp_path: Path) -> Iterator[Seat]:
    made = Seat(register, served, tmp_path / "balie-2", "b.leider", "teamleider")
    yield made
    made.desk.close()


def waiting(clerk: Seat, lead: Seat) -> UUID:
    """A case whose advance was proposed, as both desks know it."""
    rid = clerk.melding().id
    clerk.record(v.VoorschotVoorgesteld(id=rid, bedrag=90_000, medewerker=clerk.user, moment=NOW))
    clerk.sync()
    lead.sync()
    return rid


def granted(rid: UUID, by: str) -> v.VoorschotBesloten:
    return v.VoorschotBesloten(id=rid, besluit=Voorschotbesluit.VERLENEN, medewerker=by, moment=NOW)


def test_a_role_that_goes_while_a_desk_is_away_counts_until_it_hears_so_and_no_longer(
    register: TestRegister, clerk: Seat, lead: Seat
) -> None:
    first, second = waiting(clerk, lead), waiting(clerk, lead)
    lead.record(granted(first, lead.user))  # written while nobody could be reached
    in_transaction(register.engine, lambda c: set_roles(c, "kantoor", lead.user, ["balie"], ["teamleider"]))
    assert lead.desk.renew() is None
    lead.sync()
    clerk.sync()
    assert clerk.read(first).voorschot == lead.read(first).voorschot
    assert clerk.read(first).voorschot.besluit is Voorschotbesluit.VERLENEN  # type: ignore[union-attr]
    renewed = lead.desk.renew()
    assert renewed is not None
    assert renewed.wie.rollen == ("balie",)
    with pytest.raises(Refused, match=r"voorschot\.rol"):  # also from a screen that was made before
        lead.record(granted(second, lead.user))


def test_a_desk_that_lies_is_refused_and_shows_what_the_register_has(
    clerk: Seat, lead: Seat, monkeypatch: pytest.MonkeyPatch
) -> None:
    rid = waiting(clerk, lead)
    monkeypatch.setattr(work, "check_right", lambda *_: None)
    act = v.VoorschotVoorgesteld(id=rid, bedrag=95_000, medewerker=lead.user, moment=NOW)
    clerk.record(act)  # in the name of another, so that she may decide on it herself
    clerk.record(granted(rid, clerk.user))
    assert clerk.read(rid).voorschot.besluit is Voorschotbesluit.VERLENEN  # type: ignore[union-attr]
    clerk.sync()
    lead.sync()
    assert clerk.read(rid).voorschot == lead.read(rid).voorschot
    assert clerk.read(rid).voorschot.besluit is None  # type: ignore[union-attr]
    monkeypatch.undo()
    asked = clerk.session.actions.lees.vragen().geweigerd
    assert [one.code for one in asked] == ["recht.naam", "voorschot.rol"]
    assert all(one.code in GEWEIGERD and len(explain_code(one.code)) > 20 for one in asked)
    for one in asked:
        clerk.session.actions.vragen.put_away(one.id, "dat had niet gemogen")
    clerk.sync()
    found = clerk.session.actions.lees.vragen()
    assert found.geweigerd == ()
    assert {one.keuze for one in found.afgedaan} == {Keuze.WEGGELEGD}


def test_who_left_is_barred_and_stays_in_histories_by_name(
    register: TestRegister, clerk: Seat, lead: Seat
) -> None:
    waiting(clerk, lead)
    in_transaction(register.engine, lambda c: revoke_staff(c, "kantoor", clerk.user))
    lead.sync()
    clerk.sync()
    with pytest.raises(Locked, match=r"medewerker\.ingetrokken"):
        clerk.desk.renew()
    reads = lead.session.actions.lees
    assert clerk.user not in dict(reads.medewerkers())
    assert dict(reads.namen())[clerk.user] == f"Fictief {clerk.user}"
    (row,) = lead.session.actions.lijsten.board().rijen
    assert (row.eigenaar_naam, row.eigenaar_actief) == (f"Fictief {clerk.user}", False)


@pytest.mark.parametrize(("rollen", "told"), [(("controller",), [ALLEEN_LEZEN]), (("balie",), [])])
def test_who_may_only_read_a_dossier_hears_so_before_typing(
    rollen: tuple[str, ...], told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(visit, "VisitScreen", lambda *_, **__: None)
    monkeypatch.setattr(visit.VisitMaker, "_visit", lambda *_: None)
    session: Any = SimpleNamespace(actions=MagicMock(), wie=replace(WIE, rollen=rollen))
    said: list[str] = []
    host: Any = SimpleNamespace(notify=lambda notice: said.append(notice.text))
    make = visit.VisitMaker(MagicMock(), session, MagicMock(), str)
    make("dossier-1", Opening(), host)
    assert said == told
