"""Steps of a case: who may take them, and what must be so first."""

from __future__ import annotations

from datetime import date

import pytest

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.regels.bewaring import bewaarsoorten, bewaren_tot_en_met
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.toestanden import OVERGANGEN, Rol, Toestand
from werkdesk.domain.regels.zaakverloop import ZaakFeiten, mogelijke_stappen, zet_stap
from werkdesk.errors import Refused

TODAY = date(2026, 11, 21)
T = Toestand


def _feiten(**facts: object) -> ZaakFeiten:
    return ZaakFeiten(vandaag=TODAY, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("van", "gebeurtenis", "rol", "facts", "naar"),
    [
        (None, "bezoek_geregistreerd", Rol.BALIE, {}, T.BEZOEK),
        (T.BEZOEK, "gemeld_aan_balie", Rol.BALIE, {}, T.GEMELD),
        (T.GEMELD, "zoektermijn_gestart", Rol.SYSTEEM, {"zoektermijn": Driewaardig.JA}, T.ZOEKTERMIJN),
        (T.GEMELD, "aanvraag_mogelijk", Rol.SYSTEEM, {"zoektermijn": Driewaardig.NEE}, T.AANVRAAG_MOGELIJK),
        (
            T.ZOEKTERMIJN,
            "zoektermijn_voorbij",
            Rol.SYSTEEM,
            {"eerste_aanvraagdatum": TODAY},
            T.AANVRAAG_MOGELIJK,
        ),
        (T.ZOEKTERMIJN, "zoektermijn_voorbij", Rol.JONGERENLOKET, {"vervroegd": True}, T.AANVRAAG_MOGELIJK),
        (T.AANVRAAG_MOGELIJK, "aanvraag_ontvangen", Rol.BALIE, {"ondertekend": True}, T.AANVRAAG_ONTVANGEN),
        (
            T.AANVULLEN,
            "niet_aangevuld",
            Rol.MANDAATHOUDER,
            {"hersteltermijn_tot": date(2026, 11, 20)},
            T.BUITEN_BEHANDELING,
        ),
        (T.AANVRAAG_ONTVANGEN, "toegekend", Rol.MANDAATHOUDER, {}, T.TOEGEKEND),
        (T.GEMELD, "melding_ingetrokken", Rol.BALIE, {"vrije_keuze": True}, T.INGETROKKEN),
        (T.ZOEKTERMIJN, "melding_verwezen", Rol.BALIE, {"reden": "SVB"}, T.AFGEHANDELD),
        (T.INGETROKKEN, "heropend", Rol.BALIE, {"gesloten_op": TODAY}, T.GEMELD),
        (T.DIRECT_AAN_WERK, "alsnog_heropend", Rol.KM_WERK, {"reden": "toch niet"}, T.GEMELD),
        (T.PLAN, "traject_gestart", Rol.KM_WERK, {"besluit": True, "handtekeningen": True}, T.TRAJECT),
        (None, "voorschot_gepland", Rol.SYSTEEM, {"zaak": T.AANVRAAG_ONTVANGEN}, T.VOORSCHOT_GEPLAND),
        (
            T.VOORSCHOT_VERLEEND,
            "voorschot_verleend",
            Rol.KM_INKOMEN,
            {"zaak": T.AANVULLEN},
            T.VOORSCHOT_VERLEEND,
        ),
        (T.VOORSCHOT_GEPLAND, "voorschot_geweigerd", Rol.KM_INKOMEN, {"reden": "a"}, T.VOORSCHOT_GEEN),
        (
            T.VOORSCHOT_VERLEEND,
            "voorschot_verrekend",
            Rol.KM_INKOMEN,
            {"zaak": T.TOEGEKEND},
            T.VOORSCHOT_VERREKEND,
        ),
    ],
)
def test_a_step_whose_guard_holds_leads_to_its_state(
    van: Toestand | None, gebeurtenis: str, rol: Rol, facts: dict[str, object], naar: Toestand
) -> None:
    step = zet_stap(van, gebeurtenis, rol, _feiten(**facts))
    assert step.naar is naar
    assert step in mogelijke_stappen(van, rol, _feiten(**facts))


@pytest.mark.parametrize(
    ("van", "gebeurtenis", "rol", "facts", "code"),
    [
        (T.BEZOEK, "toegekend", Rol.MANDAATHOUDER, {}, "stap.onbekend"),
        (T.AANVRAAG_ONTVANGEN, "melding_ingetrokken", Rol.BALIE, {"vrije_keuze": True}, "stap.onbekend"),
        (T.INGETROKKEN, "heropend", Rol.BALIE, {"gesloten_op": date(2026, 11, 20)}, "stap.eis"),
        (T.INGETROKKEN, "alsnog_heropend", Rol.BALIE, {"reden": "toch niet"}, "stap.rol"),
        (T.AFGEWEZEN, "alsnog_heropend", Rol.KM_WERK, {"reden": "toch niet"}, "stap.onbekend"),
        (T.AANVRAAG_ONTVANGEN, "toegekend", Rol.BALIE, {}, "stap.rol"),
        (T.AANVRAAG_ONTVANGEN, "afgewezen", Rol.MANDAATHOUDER, {}, "stap.eis"),
        (T.GEMELD, "aanvraag_mogelijk", Rol.SYSTEEM, {"zoektermijn": Driewaardig.ONBEKEND}, "stap.eis"),
        (
            T.ZOEKTERMIJN,
            "zoektermijn_voorbij",
            Rol.SYSTEEM,
            {"eerste_aanvraagdatum": date(2026, 11, 22)},
            "stap.eis",
        ),
        (T.AANVULLEN, "niet_aangevuld", Rol.MANDAATHOUDER, {"hersteltermijn_tot": TODAY}, "stap.eis"),
        (T.GEMELD, "werk_gevonden", Rol.KM_WERK, {"vrije_keuze": True}, "stap.eis"),
        (T.GEMELD, "werk_gevonden", Rol.KM_WERK, {"schriftelijk": True}, "stap.eis"),
        (T.AANVULLEN, "aanvraag_ingetrokken", Rol.BALIE, {"schriftelijk": True}, "stap.eis"),
        (T.AANVULLEN, "aanvraag_ingetrokken", Rol.BALIE, {"heeft_aanvraag": True}, "stap.eis"),
        (T.PLAN, "traject_gestart", Rol.KM_WERK, {"besluit": True}, "stap.eis"),
        (T.VOORSCHOT_GEPLAND, "voorschot_verleend", Rol.KM_INKOMEN, {"zaak": T.TOEGEKEND}, "stap.eis"),
        (T.VOORSCHOT_GEPLAND, "voorschot_verleend", Rol.KM_INKOMEN, {}, "stap.eis"),
        (T.VOORSCHOT_GEPLAND, "voorschot_verleend", Rol.BALIE, {"zaak": T.AANVULLEN}, "stap.rol"),
        (T.VOORSCHOT_GEPLAND, "voorschot_geweigerd", Rol.KM_INKOMEN, {}, "stap.eis"),
        (T.VOORSCHOT_VERLEEND, "voorschot_verrekend", Rol.KM_INKOMEN, {"zaak": T.AFGEWEZEN}, "stap.eis"),
        (T.TRAJECT, "traject_verlengd", Rol.KM_WERK, {"binnen_plafond": True, "besluit": True}, "stap.eis"),
        (
            T.TOEGEKEND,
            "werk_gevonden",
            Rol.KM_WERK,
            {"vrije_keuze": True, "schriftelijk": True},
            "stap.onbekend",
        ),
    ],
)
def test_a_step_that_may_not_be_taken_is_refused(
    van: Toestand, gebeurtenis: str, rol: Rol, facts: dict[str, object], code: str
) -> None:
    with pytest.raises(Refused) as refused:
        zet_stap(van, gebeurtenis, rol, _feiten(**facts))
    assert refused.value.code == code


UNKNOWN = {"zoektermijn": Driewaardig.ONBEKEND, "reden": "geboortejaar bevestigd met een brief"}


@pytest.mark.parametrize(
    ("event", "to"), [("zoektermijn_besloten", T.ZOEKTERMIJN), ("aanvraag_besloten", T.AANVRAAG_MOGELIJK)]
)
def test_what_is_not_known_is_decided_by_a_person_with_a_reason(event: str, to: Toestand) -> None:
    assert zet_stap(T.GEMELD, event, Rol.JONGERENLOKET, _feiten(**UNKNOWN)).naar is to
    for facts in (UNKNOWN | {"reden": None}, UNKNOWN | {"zoektermijn": Driewaardig.JA}):
        with pytest.raises(Refused, match=r"stap\.eis"):
            zet_stap(T.GEMELD, event, Rol.JONGERENLOKET, _feiten(**facts))
    with pytest.raises(Refused, match=r"stap\.rol"):
        zet_stap(T.GEMELD, event, Rol.SYSTEEM, _feiten(**UNKNOWN))


def test_the_desk_decides_nothing() -> None:
    besluiten = {T.TOEGEKEND, T.AFGEWEZEN, T.BUITEN_BEHANDELING}
    assert all(step.rollen == {Rol.MANDAATHOUDER} for step in OVERGANGEN if step.naar in besluiten)
    advances = {T.VOORSCHOT_VERLEEND, T.VOORSCHOT_GEEN, T.VOORSCHOT_VERREKEND}
    deciding = {Rol.KM_INKOMEN, Rol.MANDAATHOUDER}
    assert all(step.rollen <= deciding for step in OVERGANGEN if step.naar in advances)


def test_every_state_but_the_first_can_be_reached() -> None:
    reached = {step.naar for step in OVERGANGEN}
    assert reached == set(Toestand)
    assert all(step.bron for step in OVERGANGEN)


def test_from_one_state_an_event_means_one_step() -> None:
    seen = [(van, step.gebeurtenis) for step in OVERGANGEN for van in step.van]
    assert len(seen) == len(set(seen))


def test_an_abandoned_melding_is_kept_for_42_days_and_a_grant_for_ten_years(regels: RegelSet) -> None:
    assert bewaren_tot_en_met(regels, "melding_afgebroken", TODAY)[0] == date(2027, 1, 2)
    last, regel = bewaren_tot_en_met(regels, "bijstand_verleend", date(2024, 2, 29))
    assert (last, regel.bron.tekst) == (date(2034, 2, 28), "Selectielijst gemeenten 8.1")
    assert len(bewaarsoorten(regels)) == 19
    with pytest.raises(Refused, match=r"regel\.geen_versie \(einde\)"):
        bewaren_tot_en_met(regels, "onzin", TODAY)
