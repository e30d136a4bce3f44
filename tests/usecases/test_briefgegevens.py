"""What letters say of a case; the press itself is asked in ``tests/contract/test_letters.py``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from tests.fakes import AMSTERDAM, WIE
from werkdesk.domain.brief import BriefGegevens
from werkdesk.domain.intake import Antwoord, Intake
from werkdesk.domain.kenmerk import KenmerkSoort, make_kenmerk
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import Kanaal, Melding, MeldingFeiten, MeldingStatus, Uitzondering
from werkdesk.domain.papier import Betaling, Mijlpaal, OpleidingsVoorwaarden, Overeenkomst
from werkdesk.domain.persoon import Adres, AdresFunctie, Geslacht, KlantFeiten, Naamgebruik, PersoonsNaam
from werkdesk.domain.regels.lezen import load_tables
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.volledigheid import gaps
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum
from werkdesk.domain.waarden.naam import Naam, Voorvoegsel
from werkdesk.domain.waarden.postcode import Postcode
from werkdesk.domain.waarden.telefoon import Telefoon
from werkdesk.errors import Refused
from werkdesk.usecases.briefgegevens.feiten import Afspraak, BriefFeiten
from werkdesk.usecases.briefgegevens.opleiding import euro
from werkdesk.usecases.briefgegevens.vertellen import tell
from werkdesk.usecases.rekenaar import compute_terms, not_computed

TODAY = date(2026, 11, 3)
MOMENT = datetime(2026, 11, 3, 10, 9, tzinfo=AMSTERDAM)
NAAM = PersoonsNaam(
    geslachtsnaam=Naam("Verzonnen"), voorvoegsel=Voorvoegsel("van der"), voornamen=Naam("Elif Nur")
)
ADRES = Adres(
    straat="Verzonnenlaan",
    huisnummer=12,
    huisletter="b",
    postcode=Postcode("1181ab"),
    woonplaats="Amstelveen",
)
FEITEN = KlantFeiten(
    naam=NAAM, geslacht=Geslacht.VROUW, geboortedatum=GeboorteDatum("19850312"), adres=ADRES,
    telefoon=Telefoon("0612345678"), gemeente="0362",
)  # fmt: skip


@pytest.fixture(scope="module")
def regels() -> RegelSet:
    folder = Path(__file__).parents[2] / "resources" / "regels"
    return load_tables({path.name: path.read_bytes() for path in folder.glob("*.toml")})


def case(
    regels: RegelSet, feiten: KlantFeiten = FEITEN, melding: MeldingFeiten | None = None, code: str = "L01",
    **parts: object,
) -> BriefFeiten:  # fmt: skip
    klant = Klant(id=UUID(int=1), feiten=feiten, sinds=MOMENT)
    asked = melding or MeldingFeiten(kanaal=Kanaal.BALIE, gemeente="0362")
    status, termijnen = compute_terms(klant, asked, MOMENT, regels=regels)
    made = Melding(
        id=UUID(int=2), kenmerk=make_kenmerk(KenmerkSoort.MELDING, 3, 147), klant=klant.id, moment=MOMENT,
        feiten=asked, status=status, medewerker="t.verzonnen", balie=3, termijnen=termijnen,
        ontbreekt=gaps(klant, asked),
    )  # fmt: skip
    given: dict[str, object] = {"melding": made, **parts}
    return BriefFeiten(code=code, klant=klant, datum=TODAY, kenmerk=str(made.kenmerk), wie=WIE, **given)  # type: ignore[arg-type]


YOUNG = replace(FEITEN, geboortedatum=GeboorteDatum("20040312"))


def test_a_receipt_to_somebody_over_27_says_that_they_can_apply_now(regels: RegelSet) -> None:
    said = tell(case(regels), regels)
    assert "vanaf_27" in said.voorwaarden
    assert "onder_27" not in said.voorwaarden
    assert said.velden["melding.datum"] == "3 november 2026"
    assert said.velden["melding.kanaal"] == "aan de balie"
    assert said.rijen["termijnen"][0]["wanneer"] == "vanaf 3 november 2026"


def test_a_receipt_under_27_names_the_stored_first_day(regels: RegelSet) -> None:
    facts = case(regels, YOUNG, MeldingFeiten(uitzondering=Uitzondering.GEEN))
    assert facts.melding is not None
    assert facts.melding.status is MeldingStatus.ZOEKTERMIJN
    stored = next(t.uiterste_datum for t in facts.melding.termijnen if t.code == "D01")
    said = tell(facts, regels)
    assert "onder_27" in said.voorwaarden
    assert "uitzondering_zoektermijn" not in said.voorwaarden
    assert stored == date(2026, 12, 1)
    assert said.velden["zoektermijn.eerste_dag"] == "1 december 2026"


def test_a_receipt_under_27_names_the_day_also_when_no_exception_was_asked_for_yet(regels: RegelSet) -> None:
    facts = case(regels, YOUNG)
    assert facts.melding is not None
    assert facts.melding.status is MeldingStatus.GEMELD
    said = tell(facts, regels)
    assert "onder_27" in said.voorwaarden
    assert said.velden["zoektermijn.eerste_dag"] == "1 december 2026"


def test_an_exception_to_the_waiting_is_told(regels: RegelSet) -> None:
    said = tell(case(regels, YOUNG, MeldingFeiten(uitzondering=Uitzondering.PRO_VSO)), regels)
    assert {"onder_27", "uitzondering_zoektermijn"} <= said.voorwaarden


@pytest.mark.parametrize("born", [None, "00000000", "19990000"])
def test_without_a_certain_age_the_receipt_promises_nothing(born: str | None, regels: RegelSet) -> None:
    feiten = replace(FEITEN, geboortedatum=GeboorteDatum(born) if born else None)
    said = tell(case(regels, feiten), regels)
    assert "leeftijd_onbekend" in said.voorwaarden
    assert "zoektermijn.eerste_dag" not in said.velden


def test_what_is_missing_is_asked_but_not_what_is_our_own_work(regels: RegelSet) -> None:
    said = tell(case(regels, KlantFeiten(naam=NAAM)), regels)
    asked = [row["wat"] for row in said.rijen["ontbrekende_gegevens"]]
    assert "uw geboortedatum" in asked
    assert len(asked) == 6  # birth date, address, phone, BSN, identity, reason


def test_urgency_told_in_the_intake_reaches_the_receipt(regels: RegelSet) -> None:
    urgent = Intake(id=UUID(int=2), antwoorden={"spoed": Antwoord(keuzes=("geen_eten",))})
    calm = Intake(id=UUID(int=2), antwoorden={"spoed": Antwoord(keuzes=("geen",))})
    assert "spoed" in tell(case(regels, intake=urgent), regels).voorwaarden
    assert "spoed" not in tell(case(regels, intake=calm), regels).voorwaarden


def test_name_and_address_follow_the_rules_of_the_brp(regels: RegelSet) -> None:
    said = tell(case(regels), regels)
    assert said.aanhef == "Geachte mevrouw Van der Verzonnen"
    assert said.adresregels == ("E.N. van der Verzonnen", "Verzonnenlaan 12 b", "1181 AB  AMSTELVEEN")
    assert not said.uitreiken


@pytest.mark.parametrize(
    ("gemeente", "line"), [("0362", "1181 AB  AMSTELVEEN"), ("0363", "1181 AB"), (None, "1181 AB")]
)
def test_without_a_town_the_letter_names_the_gemeente(
    gemeente: str | None, line: str, regels: RegelSet
) -> None:
    here = replace(FEITEN, adres=replace(ADRES, woonplaats=None), gemeente=gemeente)
    assert tell(case(regels, here), regels).adresregels[-1] == line


def test_a_married_name_is_used_as_its_bearer_wants(regels: RegelSet) -> None:
    naam = replace(NAAM, naamgebruik=Naamgebruik.PARTNER_EIGEN, partner_geslachtsnaam=Naam("Bedacht"))
    said = tell(case(regels, replace(FEITEN, naam=naam)), regels)
    assert said.aanhef == "Geachte mevrouw Bedacht-van der Verzonnen"


def test_an_address_abroad_ends_with_its_country(regels: RegelSet) -> None:
    abroad = Adres(buitenland=("Rue Inventée 1", "1000 Bruxelles"), land="België")
    said = tell(case(regels, replace(FEITEN, adres=abroad)), regels)
    assert said.adresregels[1:] == ("Rue Inventée 1", "1000 Bruxelles", "BELGIË")


@pytest.mark.parametrize(
    "adres", [None, Adres(functie=AdresFunctie.GEEN), Adres(straat="Straat"), Adres(land="Zwitserland")]
)
def test_without_an_address_a_letter_is_handed_over(adres: Adres | None, regels: RegelSet) -> None:
    said = tell(case(regels, replace(FEITEN, adres=adres)), regels)
    assert said.adresregels == ()
    assert said.uitreiken


def test_without_a_name_the_letter_still_greets(regels: RegelSet) -> None:
    said = tell(case(regels, KlantFeiten(adres=ADRES)), regels)
    assert said.aanhef == "Geachte heer, mevrouw"
    assert said.uitreiken


@pytest.mark.parametrize(
    ("melding", "klant", "house"),
    [("0358", "0362", "0358"), (None, "0358", "0358"), ("0363", "0358", "0358"), ("0363", None, "0362")],
)
def test_a_letter_comes_from_the_gemeente_of_the_melding_when_it_is_one_of_ours(
    melding: str | None, klant: str | None, house: str, regels: RegelSet
) -> None:
    facts = case(regels, replace(FEITEN, gemeente=klant), MeldingFeiten(gemeente=melding))
    assert tell(facts, regels).gemeente == house


TALK = Afspraak(moment=datetime(2026, 11, 9, 10, 30, tzinfo=AMSTERDAM))


def test_an_invitation_says_when_where_and_with_whom(regels: RegelSet) -> None:
    said = tell(case(regels, code="L02", afspraak=TALK), regels)
    assert said.velden["afspraak.datum"] == "maandag 9 november 2026"
    assert said.velden["afspraak.tijd"] == "10.30 uur"
    assert said.velden["afspraak.verzetten_voor"] == "vrijdag 6 november 2026"  # not on a Sunday
    assert said.velden["afspraak.medewerker"] == "Tess Verzonnen"
    assert said.velden["afspraak.plaats"] == "Werkplein (fictief)"


def test_a_talk_by_telephone_needs_a_number(regels: RegelSet) -> None:
    call = replace(TALK, telefonisch=True)
    said = tell(case(regels, code="L02", afspraak=call), regels)
    assert said.velden["afspraak.telefoon"] == "06-12 34 56 78"
    assert "afspraak_telefonisch" in said.voorwaarden
    with pytest.raises(Refused, match=r"afspraak\.telefoon"):
        tell(case(regels, replace(FEITEN, telefoon=None), code="L02", afspraak=call), regels)


def test_an_invitation_without_a_day_or_for_yesterday_is_refused(regels: RegelSet) -> None:
    with pytest.raises(Refused, match=r"afspraak\.ontbreekt"):
        tell(case(regels, code="L02"), regels)
    past = replace(TALK, moment=MOMENT - timedelta(days=1))
    with pytest.raises(Refused, match=r"afspraak\.voorbij"):
        tell(case(regels, code="L02", afspraak=past), regels)


def test_an_interpreter_is_announced_in_the_language_that_is_known(regels: RegelSet) -> None:
    said = tell(case(regels, replace(FEITEN, tolk=True, taal="ti"), code="L02", afspraak=TALK), regels)
    assert "tolk" in said.voorwaarden
    assert said.velden["tolk.taal"] == "Tigrinya"


TERMS = OpleidingsVoorwaarden(
    opleiding="Verpleegkundige", opleider="Fictief College", vraag_arbeidsmarkt="veel vacatures.",
    begin=date(2027, 2, 1), einde=date(2029, 1, 31),
    mijlpalen=(
        Mijlpaal(jaar=1, doel="jaar 1", uiterlijk=date(2028, 1, 31), bewijs="lijst", lesgeld=125_000),
        Mijlpaal(jaar=2, doel="diploma", uiterlijk=date(2029, 1, 31), bewijs="diploma", lesgeld=125_000,
                 boeken=40_050),
    ),
)  # fmt: skip


def test_an_agreement_lists_years_milestones_and_costs(regels: RegelSet) -> None:
    made = Overeenkomst(
        id=UUID(int=3), nummer=make_kenmerk(KenmerkSoort.OVEREENKOMST, 3, 12), klant=UUID(int=1),
        gemeente="0358", voorwaarden=TERMS, opgesteld_op=MOMENT, medewerker="t.verzonnen",
    )  # fmt: skip
    said = tell(case(regels, code="OPL", overeenkomst=made), regels)
    assert said.gemeente == "0358"
    assert (said.adresregels, said.aanhef, said.uitreiken) == ((), "", False)
    assert [row["uiterlijk"] for row in said.rijen["mijlpalen"]] == ["31 januari 2028", "31 januari 2029"]
    assert [row["totaal"] for row in said.rijen["kosten"]] == ["€ 1.250,00", "€ 1.650,50"]
    assert said.velden["kosten.totaal"] == "€ 2.900,50"
    assert said.velden["klant.naam"] == "E.N. van der Verzonnen"
    assert set(said.velden["gemeente.vertegenwoordiger"]) == {"."}
    assert "met_werkgever" not in said.voorwaarden


@pytest.mark.parametrize("code", ["L01", "L02", "OPL"])
def test_a_letter_about_nothing_is_refused(code: str, regels: RegelSet) -> None:
    facts = replace(case(regels, code=code, afspraak=TALK), melding=None)
    with pytest.raises(Refused, match=r"onbekend"):
        tell(facts, regels)


def test_an_unknown_kind_of_letter_is_refused(regels: RegelSet) -> None:
    with pytest.raises(Refused, match=r"brief\.soort_onbekend"):
        tell(case(regels, code="L99"), regels)


@pytest.mark.parametrize(
    ("cents", "text"),
    [(0, "€ 0,00"), (5, "€ 0,05"), (123_456, "€ 1.234,56"), (-100, "€ -1,00"), (10**9, "€ 10.000.000,00")],
)
def test_money_is_written_the_dutch_way(cents: int, text: str) -> None:
    assert euro(cents) == text


def too_old(regels: RegelSet) -> RegelSet:
    return RegelSet(regels.regels, "2020-01-01", regels.vingerafdruk)


def waiting(regels: RegelSet, feiten: KlantFeiten, asked: MeldingFeiten | None = None) -> BriefFeiten:
    """A melding of which no date could be computed."""
    facts = case(regels, feiten, asked)
    assert facts.melding is not None
    status, termijnen = not_computed()
    return replace(facts, melding=replace(facts.melding, status=status, termijnen=termijnen))


@pytest.mark.parametrize("uitzondering", [None, Uitzondering.GEEN, Uitzondering.PRO_VSO])
def test_under_27_with_rules_too_old_the_day_follows_by_letter(
    uitzondering: Uitzondering | None, regels: RegelSet
) -> None:
    facts = waiting(regels, YOUNG, MeldingFeiten(uitzondering=uitzondering))
    said = tell(facts, too_old(regels))
    assert {"onder_27", "datum_volgt"} <= said.voorwaarden
    assert "uitzondering_zoektermijn" not in said.voorwaarden
    assert "zoektermijn.eerste_dag" not in said.velden
    assert said.rijen["termijnen"] == ()


def test_a_day_that_was_never_asked_for_is_not_computed_with_rules_too_old(regels: RegelSet) -> None:
    said = tell(case(regels, YOUNG), too_old(regels))
    assert {"onder_27", "datum_volgt"} <= said.voorwaarden
    assert "zoektermijn.eerste_dag" not in said.velden


def test_a_stored_day_is_told_whatever_the_age_of_the_rules(regels: RegelSet) -> None:
    said = tell(case(regels, YOUNG, MeldingFeiten(uitzondering=Uitzondering.GEEN)), too_old(regels))
    assert said.velden["zoektermijn.eerste_dag"] == "1 december 2026"
    assert "datum_volgt" not in said.voorwaarden


def test_from_27_on_nobody_waits_for_new_rules(regels: RegelSet) -> None:
    said = tell(waiting(regels, FEITEN), too_old(regels))
    assert "vanaf_27" in said.voorwaarden
    assert "datum_volgt" not in said.voorwaarden


def test_an_unknown_age_gets_both_roads_also_with_rules_too_old(regels: RegelSet) -> None:
    said = tell(waiting(regels, replace(FEITEN, geboortedatum=None)), too_old(regels))
    assert "leeftijd_onbekend" in said.voorwaarden


@pytest.mark.parametrize("uitzondering", [None, Uitzondering.GEEN])
def test_somebody_who_may_turn_27_while_waiting_gets_no_day_and_is_not_asked_their_age(
    uitzondering: Uitzondering | None, regels: RegelSet
) -> None:
    maybe = replace(FEITEN, geboortedatum=GeboorteDatum("19991100"))  # some day in November 1999
    facts = case(regels, maybe, MeldingFeiten(uitzondering=uitzondering))
    facts = replace(facts, melding=replace(facts.melding, moment=MOMENT - timedelta(days=10)))  # type: ignore[type-var]
    said = tell(facts, regels)
    assert {"onder_27", "datum_volgt"} <= said.voorwaarden
    assert "leeftijd_onbekend" not in said.voorwaarden


def test_a_day_that_the_rules_do_not_cover_gives_a_letter_without_a_day(regels: RegelSet) -> None:
    facts = waiting(regels, YOUNG)
    assert facts.melding is not None
    long_ago = replace(facts.melding, moment=datetime(2011, 3, 1, 10, 0, tzinfo=AMSTERDAM))
    said = tell(replace(facts, melding=long_ago), regels)
    assert said.voorwaarden & {"onder_27", "vanaf_27", "leeftijd_onbekend", "datum_volgt"} == {"datum_volgt"}


def test_who_has_applied_is_not_told_to_apply(regels: RegelSet) -> None:
    asked = MeldingFeiten(uitzondering=Uitzondering.PRO_VSO, aanvraagdatum=date(2026, 11, 3))
    facts = case(regels, YOUNG, asked)
    assert facts.melding is not None
    assert facts.melding.status is MeldingStatus.AANVRAAG_ONTVANGEN
    said = tell(facts, regels)
    assert said.velden["melding.aanvraagdatum"] == "3 november 2026"
    assert "leeftijd_onbekend" not in said.voorwaarden
    assert "uitzondering_zoektermijn" in said.voorwaarden


def test_somebody_cannot_move_a_talk_on_a_holiday(regels: RegelSet) -> None:
    after_christmas = Afspraak(moment=datetime(2026, 12, 28, 10, 30, tzinfo=AMSTERDAM))
    said = tell(case(regels, code="L02", afspraak=after_christmas), regels)
    assert said.velden["afspraak.verzetten_voor"] == "donderdag 24 december 2026"


def test_a_talk_tomorrow_is_moved_as_soon_as_possible(regels: RegelSet) -> None:
    tomorrow = Afspraak(moment=datetime(2026, 11, 4, 10, 30, tzinfo=AMSTERDAM))
    said = tell(case(regels, code="L02", afspraak=tomorrow), regels)
    assert said.velden["afspraak.verzetten_voor"] == ""


def signed(regels: RegelSet, feiten: KlantFeiten = FEITEN, **terms: object) -> BriefGegevens:
    """An agreement with these terms."""
    made = Overeenkomst(
        id=UUID(int=3), nummer=make_kenmerk(KenmerkSoort.OVEREENKOMST, 3, 12), klant=UUID(int=1),
        gemeente="0362", opgesteld_op=MOMENT, medewerker="t.verzonnen",
        voorwaarden=replace(TERMS, **terms),  # type: ignore[arg-type]
    )  # fmt: skip
    return tell(case(regels, feiten, code="OPL", overeenkomst=made), regels)


def test_who_pays_what_and_when_is_told_row_by_row(regels: RegelSet) -> None:
    paid = (
        Betaling(wat="Lesgeld", wie="de werkgever", wanneer="elk jaar vooraf"),
        Betaling(wat="Boeken", wie="u"),
    )
    assert signed(regels, betalingen=paid).rijen["betalingen"] == (
        {"wat": "Lesgeld", "wie": "de werkgever", "aan": "", "wanneer": "elk jaar vooraf"},
        {"wat": "Boeken", "wie": "u", "aan": "", "wanneer": ""},
    )


@pytest.mark.parametrize(
    ("betaalt", "words"),
    [("samen", "de gemeente samen met de werkgever"), ("uwv", "UWV"), ("het fonds", "het fonds")],
)
def test_who_pays_reads_as_a_sentence(betaalt: str, words: str, regels: RegelSet) -> None:
    assert signed(regels, betaalt=betaalt).velden["opleiding.betaalt"] == words


@pytest.mark.parametrize("answer", [None, False, True])
def test_only_what_was_answered_with_yes_is_promised(answer: bool | None, regels: RegelSet) -> None:
    said = signed(regels, uitkering_loopt=answer, doorbetalen=answer)
    promised = said.voorwaarden & {"uitkering_loopt", "doorbetalen_bij_werk"}
    assert promised == ({"uitkering_loopt", "doorbetalen_bij_werk"} if answer else set())


def test_a_secret_address_is_not_on_a_paper_that_others_sign(regels: RegelSet) -> None:
    said = signed(regels, replace(FEITEN, geheim=True))
    assert said.velden["klant.adres"] == "adres bekend bij de gemeente"
    assert "Verzonnenlaan" not in str(said)


def test_a_step_halfway_is_named_as_one_and_costs_nothing_extra(regels: RegelSet) -> None:
    half = Mijlpaal(jaar=1, doel="de helft", uiterlijk=date(2027, 6, 1), bewijs="lijst", halverwege=True)
    said = signed(regels, mijlpalen=(half, *TERMS.mijlpalen))
    assert said.rijen["mijlpalen"][0]["jaar"] == "Jaar 1, halverwege"
    assert said.rijen["kosten"] == signed(regels).rijen["kosten"]


def test_the_employer_and_the_representative_stand_there_with_all_of_it(
    regels: RegelSet,
) -> None:
    said = signed(
        regels, werkgever="Zorg Fictief", werkgever_adres="Zorglaan 2", werkgever_kvk="69599084",
        werkgever_tekent="mevrouw D. Verzonnen", klant_vertegenwoordiger="de heer B. Verzonnen",
        taken="helpen", niet_alleen="medicijnen geven", verzekering="de gemeente.", verdringing="nee, V-12.",
    ).velden  # fmt: skip
    assert said["werkgever.adres"] == "Zorglaan 2"
    assert said["klant.vertegenwoordiger"] == "de heer B. Verzonnen"
    assert (said["plaatsing.verzekering"], said["plaatsing.verdringing"]) == ("de gemeente", "nee, V-12")
