"""From a melding to an application, and to its end; who may, when, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from tests.fakes import WIE, FakeClock, FakeDesk, FakeIds
from werkdesk.domain import gebeurtenissen as g
from werkdesk.domain.melding import Afloop, Kanaal, Melding, MeldingFeiten, MeldingStatus, Uitzondering
from werkdesk.domain.persoon import KlantFeiten, PersoonsNaam
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.toepassen.toepassen import apply
from werkdesk.domain.voorschot import Voorschotzaak
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.iban import Iban
from werkdesk.domain.waarden.naam import Naam
from werkdesk.errors import Refused
from werkdesk.usecases import aanvragen, klanten, meldingen, sluiten
from werkdesk.usecases.aanvragen import Aanvraag
from werkdesk.usecases.meldingen import MeldingSaved, NewMelding
from werkdesk.usecases.rekenaar import compute_terms
from werkdesk.usecases.sluiten import Einde, possible_ends

TABLES = Path(__file__).parents[2] / "resources" / "regels"
REGELS = load_tables({file.name: file.read_bytes() for file in TABLES.glob("*.toml")})
OUD, JONG, HALF = GeboorteDatum("19800101"), GeboorteDatum("20040312"), GeboorteDatum("19990000")
BALIE, MANAGER, BAAS = ("balie",), ("klantmanager",), ("teamleider",)
IBAN = Iban("NL91ABNA0417164300")
rekenaar = partial(compute_terms, regels=REGELS)


class Zaak:
    """One melding of 3 November 2026 by a fictitious person, and what is done with it."""

    def __init__(self) -> None:
        self.desk, self.clock = FakeDesk(), FakeClock()
        self._ids = FakeIds()
        self._rid = UUID(int=0)

    def by(self, rollen: tuple[str, ...]) -> dict[str, Any]:
        return {"wie": replace(WIE, rollen=rollen), "work": self.desk.work, "clock": self.clock}

    def begin(self, born: GeboorteDatum | None, **facts: Any) -> Zaak:
        person = KlantFeiten(naam=PersoonsNaam(geslachtsnaam=Naam("Verzonnen")), geboortedatum=born)
        klant = klanten.record_klant(person, **self.by(BALIE), new_id=self._ids).klant
        feiten = MeldingFeiten(
            **{"gemeente": "0362", "uitzondering": Uitzondering.GEEN, "heeft_partner": False, **facts}
        )
        command = NewMelding(klant=klant, feiten=feiten)
        saved = meldingen.record_melding(command, **self.by(BALIE), new_id=self._ids, rekenaar=rekenaar)
        self._rid = saved.melding.id
        return self

    @property
    def melding(self) -> Melding:
        return self.desk.get(Melding, self._rid)

    def on(self, day: int, month: int = 11) -> Zaak:
        self.clock.now = datetime(2026, month, day, 10, 9, tzinfo=ZoneInfo("Europe/Amsterdam"))
        return self

    def applies(self, day: date | None, rollen: tuple[str, ...] = BALIE, **facts: Any) -> MeldingSaved:
        aanvraag = Aanvraag(**{"aanvraagdatum": day, "aanvraag_ondertekend": True, **facts})
        return aanvragen.record_application(
            self._rid, aanvraag, **self.by(rollen), rekenaar=rekenaar, geldend=lambda: REGELS
        )

    def closes(self, afloop: Afloop, rollen: tuple[str, ...] = BALIE, **facts: Any) -> MeldingSaved:
        return sluiten.close_melding(self._rid, Einde(afloop=afloop, **facts), **self.by(rollen))

    def reopens(self, rollen: tuple[str, ...] = BALIE, reden: str = "vergissing") -> MeldingSaved:
        return sluiten.reopen_melding(self._rid, reden, **self.by(rollen))


@pytest.fixture
def begin() -> Callable[..., Zaak]:
    return lambda born, **facts: Zaak().begin(born, **facts)


def refused(code: str, field: str | None = None) -> Any:
    where = rf"{code.replace('.', '[.]')}" + (rf" \({field}\)" if field else "")
    return pytest.raises(Refused, match=where)


def test_an_application_starts_the_dates_that_waited_for_it(begin: Callable[..., Zaak]) -> None:
    zaak = begin(OUD)
    after = zaak.applies(date(2026, 11, 3), normsoort="alleenstaand_21", inkomen=0, iban=IBAN).melding
    assert after.status is MeldingStatus.AANVRAAG_ONTVANGEN
    found = {one.code: one.uiterste_datum for one in after.termijnen}
    assert (found["D04"], found["D06"]) == (date(2026, 12, 1), date(2026, 12, 29))
    assert (after.feiten.normsoort, after.feiten.inkomen, after.feiten.iban) == ("alleenstaand_21", 0, IBAN)


def test_only_the_facts_that_were_typed_are_set(begin: Callable[..., Zaak]) -> None:
    zaak = begin(OUD)
    zaak.applies(date(2026, 11, 3), aanvraagkanaal=Kanaal.BALIE)
    zaak.applies(None, inkomen=12_345, velden=("inkomen",))
    assert zaak.melding.feiten.aanvraagkanaal is Kanaal.BALIE
    assert (zaak.melding.feiten.aanvraagdatum, zaak.melding.feiten.inkomen) == (date(2026, 11, 3), 12_345)


@pytest.mark.parametrize(
    ("facts", "code", "field"),
    [
        ({"day": date(2026, 11, 4)}, "aanvraag.toekomst", "aanvraagdatum"),
        ({"day": date(2026, 11, 2)}, "aanvraag.voor_melding", "aanvraagdatum"),
        ({"aanvraag_ontvangen_op": date(2026, 11, 2)}, "aanvraag.ontvangst", "aanvraag_ontvangen_op"),
        ({"aanvraag_ontvangen_op": date(2026, 11, 4)}, "aanvraag.toekomst", "aanvraag_ontvangen_op"),
        ({"aanvraag_ondertekend": False}, "aanvraag.handtekening", "aanvraag_ondertekend"),
        ({"aanvraag_ondertekend": None}, "aanvraag.handtekening", "aanvraag_ondertekend"),
        ({"normsoort": "samenwonend"}, "keuze.onbekend", "normsoort"),
        ({"aanvraag_vervroegd": True}, "aanvraag.vervroegen", "aanvraag_vervroegd"),
    ],
)
def test_an_application_that_cannot_be_is_refused_at_its_field(
    begin: Callable[..., Zaak], facts: dict[str, Any], code: str, field: str
) -> None:
    zaak = begin(OUD)
    day = facts.pop("day", date(2026, 11, 3))
    with refused(code, field):
        zaak.applies(day, **facts)
    assert zaak.melding.status is MeldingStatus.AANVRAAG_MOGELIJK


def test_under_27_nobody_applies_before_the_first_day_unless_the_college_takes_it_up_early(
    begin: Callable[..., Zaak],
) -> None:
    zaak = begin(JONG)
    assert zaak.melding.status is MeldingStatus.ZOEKTERMIJN
    with pytest.raises(Refused) as error:
        zaak.on(30).applies(date(2026, 11, 30))
    assert (error.value.code, error.value.details) == ("aanvraag.zoektermijn", {"vanaf": "01-12-2026"})
    early = zaak.applies(date(2026, 11, 30), MANAGER, aanvraag_vervroegd=True)
    assert early.melding.status is MeldingStatus.AANVRAAG_ONTVANGEN
    assert begin(JONG).on(1, 12).applies(date(2026, 12, 1)).melding.feiten.aanvraagdatum == date(2026, 12, 1)


@pytest.mark.parametrize("born", [HALF, None])
def test_an_age_that_nobody_knows_waits_the_longest_time_and_no_longer(
    begin: Callable[..., Zaak], born: GeboorteDatum | None
) -> None:
    with refused("aanvraag.zoektermijn"):
        begin(born).on(30).applies(date(2026, 11, 30))
    assert begin(born).on(1, 12).applies(date(2026, 12, 1)).melding.feiten.aanvraagdatum is not None


def test_the_day_of_an_application_stays_once_an_advance_is_proposed(begin: Callable[..., Zaak]) -> None:
    zaak = begin(OUD)
    zaak.applies(date(2026, 11, 3))
    proposed = Voorschotzaak(bedrag=1, voorgesteld_door="c.ollega", voorgesteld_op=zaak.clock())
    zaak.desk.stands["melding", zaak.melding.id] = replace(zaak.melding, voorschot=proposed)
    with refused("aanvraag.voorschot", "aanvraagdatum"):
        zaak.applies(None)


@pytest.mark.parametrize(
    ("afloop", "rollen", "facts", "code"),
    [
        (Afloop.INGETROKKEN, BALIE, {}, "sluiten.vrije_keuze"),
        (Afloop.WERK, MANAGER, {"schriftelijk": True}, "sluiten.vrije_keuze"),
        (Afloop.WERK, MANAGER, {"vrije_keuze": True}, "sluiten.schriftelijk"),
        (Afloop.WERK, BALIE, {"vrije_keuze": True, "schriftelijk": True}, "stap.rol"),
        (Afloop.VERWEZEN, BALIE, {}, "sluiten.reden"),
        (Afloop.VERGISSING, BALIE, {"reden": "  "}, "sluiten.reden"),
        (Afloop.TOEGEKEND, BAAS, {}, "stap.onbekend"),
        (Afloop.VERWEZEN, BALIE, {"reden": "a" * 301}, "tekst.te_lang"),
    ],
)
def test_an_end_whose_guard_does_not_hold_is_refused(
    begin: Callable[..., Zaak], afloop: Afloop, rollen: tuple[str, ...], facts: dict[str, Any], code: str
) -> None:
    zaak = begin(OUD)
    with refused(code):
        zaak.closes(afloop, rollen, **facts)
    assert zaak.melding.is_open


def test_an_application_is_withdrawn_in_writing_only(begin: Callable[..., Zaak]) -> None:
    zaak = begin(OUD)
    zaak.applies(date(2026, 11, 3))
    with refused("sluiten.schriftelijk"):
        zaak.closes(Afloop.INGETROKKEN, vrije_keuze=True)
    closed = zaak.closes(Afloop.INGETROKKEN, schriftelijk=True).melding
    assert closed.status is MeldingStatus.GESLOTEN
    assert closed.sluiting is not None
    assert (closed.sluiting.vanuit, closed.sluiting.schriftelijk) == (MeldingStatus.AANVRAAG_ONTVANGEN, True)


@pytest.mark.parametrize(
    ("afloop", "rollen", "facts"),
    [
        (Afloop.INGETROKKEN, BALIE, {"vrije_keuze": True}),
        (Afloop.OPLEIDING, BALIE, {"vrije_keuze": True}),
        (Afloop.WERK, MANAGER, {"vrije_keuze": True, "schriftelijk": True}),
        (Afloop.VERWEZEN, BALIE, {"reden": "SVB"}),
        (Afloop.VERGISSING, BALIE, {"reden": "staat er twee keer"}),
    ],
)
def test_an_end_can_be_taken_back_the_same_day_and_all_dates_stay(
    begin: Callable[..., Zaak], afloop: Afloop, rollen: tuple[str, ...], facts: dict[str, Any]
) -> None:
    zaak = begin(OUD)
    before = zaak.melding
    closed = zaak.closes(afloop, rollen, **facts).melding
    assert (closed.status, closed.sluiting.afloop) == (MeldingStatus.GESLOTEN, afloop)  # type: ignore[union-attr]
    assert zaak.reopens().melding == before


def test_after_the_day_itself_only_who_may_judge_opens_it_again(begin: Callable[..., Zaak]) -> None:
    zaak = begin(OUD)
    zaak.closes(Afloop.INGETROKKEN, vrije_keuze=True)
    zaak.on(4)
    with refused("heropenen.rol"):
        zaak.reopens(BALIE)
    with refused("reden.ontbreekt", "reden"):
        zaak.reopens(MANAGER, " ")
    assert zaak.reopens(MANAGER).melding.is_open
    with refused("melding.open"):
        zaak.reopens(MANAGER)


def test_a_decision_ends_a_case_for_good(begin: Callable[..., Zaak]) -> None:
    zaak = begin(OUD)
    zaak.applies(date(2026, 11, 3))
    with refused("stap.rol"):
        zaak.closes(Afloop.TOEGEKEND, MANAGER)
    with refused("sluiten.reden"):
        zaak.closes(Afloop.AFGEWEZEN, BAAS)
    zaak.closes(Afloop.TOEGEKEND, BAAS)
    with refused("heropenen.besluit"):
        zaak.reopens(BAAS)


def test_the_ends_that_are_offered_are_those_that_can_be_taken(begin: Callable[..., Zaak]) -> None:
    zaak = begin(OUD)
    desk = (Afloop.INGETROKKEN, Afloop.OPLEIDING, Afloop.VERWEZEN, Afloop.VERGISSING)
    assert possible_ends(zaak.melding, BALIE) == desk
    assert possible_ends(zaak.melding, MANAGER) == (desk[0], Afloop.WERK, *desk[1:])
    assert possible_ends(zaak.melding, ("controller",)) == ()
    zaak.applies(date(2026, 11, 3))
    assert possible_ends(zaak.melding, BALIE) == (Afloop.INGETROKKEN, Afloop.OPLEIDING)
    assert set(possible_ends(zaak.melding, BAAS)) >= {Afloop.TOEGEKEND, Afloop.AFGEWEZEN}
    zaak.closes(Afloop.INGETROKKEN, schriftelijk=True)
    assert possible_ends(zaak.melding, BAAS) == ()


def test_nothing_is_changed_in_a_closed_melding(begin: Callable[..., Zaak]) -> None:
    zaak = begin(OUD)
    zaak.closes(Afloop.INGETROKKEN, vrije_keuze=True)
    with refused("melding.gesloten"):
        zaak.applies(date(2026, 11, 3))
    with refused("melding.gesloten"):
        zaak.closes(Afloop.VERGISSING, reden="dubbel")


def test_dates_that_another_desk_computed_do_not_open_a_closed_melding(begin: Callable[..., Zaak]) -> None:
    zaak = begin(OUD)
    late = g.TermijnenHerrekend(
        id=zaak.melding.id, termijnen=(), status=MeldingStatus.AANVRAAG_MOGELIJK, reden="elders"
    )
    zaak.closes(Afloop.INGETROKKEN, vrije_keuze=True)
    after = apply(zaak.melding, late).stand
    assert isinstance(after, Melding)
    assert (after.status, after.termijnen) == (MeldingStatus.GESLOTEN, ())
