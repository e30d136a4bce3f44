"""Letters to make in tests. Every person, school and firm is fictitious."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from werkdesk.domain.brief import BriefGegevens, Ondertekenaar

DAY = date(2026, 11, 27)
SIGNER = Ondertekenaar(naam="R. Voorbeeld", functie="medewerker Werkplein")

# Names that break forms: long, one part, every kind of letter, markup, quotes, signs of direction, combining
# marks.
NASTY_NAMES = (
    "Ş. Yılmaz-Şahin 't Hoën-van der Ğöl",
    "Z\u030cofie Č\u030c\u0327 O\u0308zdemir-Łódź",
    "<b>Fictief</b> & <img src='x'/> <a href=\"http://voorbeeld.invalid\">Co</a>",
    "{{klant.naam}} **vet** [einde] | cel | # kop",
    "A\u202eb\u2066c\u0000d\u00adef Fictief\u200d",
    "Їжакевич-Ґалаґан",
    "Voornaamvoornaamvoornaamvoornaamvoornaamvoornaamvoornaamvoornaamvoornaam",
    "\\(Fictief\\) %PDF-1.4 endstream endobj O'Čonnor ()",
)


def letter_l01(name: str = "A. Voorbeeld", **changes: Any) -> BriefGegevens:
    """A receipt to somebody under 27, with two dates."""
    return _changed(
        BriefGegevens(
            soort="L01",
            gemeente="0362",
            datum=DAY,
            kenmerk="M-3-0147-K/a",
            ondertekenaar=SIGNER,
            adresregels=(f"Mevrouw {name}", "Fictiestraat 12 b", "1181 AA  AMSTELVEEN"),
            aanhef=f"Geachte mevrouw {name}",
            velden={
                "melding.datum": "27 november 2026",
                "melding.kanaal": "aan de balie",
                "melding.kenmerk": "M-3-0147-K",
                "zoektermijn.eerste_dag": "25 december 2026",
            },
            rijen={
                "termijnen": (
                    {
                        "wat": "Zelf zoeken naar werk of een opleiding",
                        "wanneer": "van 27 november 2026 tot en met 24 december 2026",
                        "waarom": "Dit moet als u jonger bent dan 27 jaar.",
                    },
                    {
                        "wat": "U kunt een uitkering aanvragen",
                        "wanneer": "vanaf 25 december 2026",
                        "waarom": "Dan zijn de vier weken voorbij.",
                    },
                )
            },
            voorwaarden=frozenset({"onder_27"}),
        ),
        changes,
    )


def letter_l02(name: str = "A. Voorbeeld", **changes: Any) -> BriefGegevens:
    """An invitation in Aalsmeer, with an interpreter."""
    return _changed(
        BriefGegevens(
            soort="L02",
            gemeente="0358",
            datum=DAY,
            kenmerk="M-3-0147-K/b",
            ondertekenaar=SIGNER,
            adresregels=(f"De heer {name}", "Fictiekade 204-3", "1431 AA  AALSMEER"),
            aanhef=f"Geachte heer {name}",
            velden={
                "melding.datum": "27 november 2026",
                "afspraak.datum": "dinsdag 1 december 2026",
                "afspraak.tijd": "10.30 uur",
                "afspraak.plaats": "Raadhuis, kamer 3",
                "afspraak.medewerker": f"collega van {name}",
                "afspraak.duur": "ongeveer 45 minuten",
                "tolk.taal": "Tigrinya",
            },
            rijen={"stukken": ({"wat": "het huurcontract"},)},
            voorwaarden=frozenset({"tolk", "met_partner"}),
        ),
        changes,
    )


def agreement_opl(name: str = "A. Voorbeeld", **changes: Any) -> BriefGegevens:
    """A training agreement of three years with four parties."""
    years = range(1, 4)
    return _changed(
        BriefGegevens(
            soort="OPL",
            gemeente="0362",
            datum=DAY,
            kenmerk="O-3-0012-R",
            ondertekenaar=SIGNER,
            velden={
                "klant.naam": name,
                "klant.adres": "Fictiestraat 12 b, 1181 AA Amstelveen",
                "klant.geboortedatum": "1 februari 1998",
                "gemeente.vertegenwoordiger": "mevrouw E. Voorbeeld, teammanager Werk",
                "opleider.naam": "Fictief College",
                "opleider.adres": "Lesweg 1, 1000 AA Amsterdam",
                "opleider.kvk": "00000000",
                "opleider.vertegenwoordiger": "mevrouw C. Voorbeeld, teamleider",
                "werkgever.naam": f"Zorg Fictief & {name}",
                "werkgever.adres": "Zorglaan 2, 1181 AB Amstelveen",
                "werkgever.kvk": "00000000",
                "werkgever.vertegenwoordiger": "de heer D. Voorbeeld, hoofd personeel",
                "overeenkomst.nummer": "O-3-0012-R",
                "overeenkomst.begin": "1 februari 2027",
                "overeenkomst.einde": "31 januari 2030",
                "opleiding.naam": "Verpleegkundige",
                "opleiding.niveau": "mbo niveau 4",
                "opleiding.leerweg": "BBL (werken en leren)",
                "opleiding.doel": "werk als verpleegkundige in de wijk",
                "opleiding.betaalt": "de gemeente",
                "kosten.lesgeld": "€ 3.750,00",
                "kosten.examen": "€ 450,00",
                "kosten.boeken": "€ 1.200,00",
                "kosten.reiskosten": "€ 1.800,00",
                "kosten.kinderopvang": "€ 0,00",
                "kosten.totaal": "€ 7.200,00",
            },
            rijen={
                "mijlpalen": tuple(
                    {
                        "jaar": f"Jaar {year}",
                        "doel": f"Alle vakken van jaar {year} gehaald",
                        "uiterlijk": f"31 januari {2027 + year}",
                        "bewijs": "",
                    }
                    for year in years
                ),
                "kosten": tuple(
                    {
                        "jaar": f"Jaar {year}",
                        "lesgeld": "€ 1.250,00",
                        "examen": "€ 150,00",
                        "boeken": "€ 400,00",
                        "reiskosten": "€ 600,00",
                        "kinderopvang": "€ 0,00",
                        "totaal": "€ 2.400,00",
                    }
                    for year in years
                ),
            },
            voorwaarden=frozenset({"met_werkgever"}),
        ),
        changes,
    )


def explanation_uit(name: str = "A. Voorbeeld", **changes: Any) -> BriefGegevens:
    """Why a decision comes on the Monday after Christmas, with a rule that is not confirmed yet."""
    rule = {"vanaf": "1 januari 1965", "zeker": "ja"}
    return _changed(
        BriefGegevens(
            soort="UIT",
            gemeente="0362",
            datum=DAY,
            kenmerk="M-3-0147-K/a",
            ondertekenaar=SIGNER,
            adresregels=(f"Mevrouw {name}", "Fictiestraat 12 b", "1181 AA  AMSTELVEEN"),
            aanhef=f"Geachte mevrouw {name}",
            velden={
                "melding.kenmerk": "M-3-0147-K",
                "uitleg.naam": "het besluit op uw aanvraag",
                "uitleg.datum": "maandag 28 december 2026",
                "uitleg.streefdatum": "donderdag 24 december 2026",
                "uitleg.begin": "vrijdag 30 oktober 2026, de dag waarop wij uw aanvraag kregen",
                "uitleg.betekenis": "U krijgt een besluit binnen acht weken nadat wij uw aanvraag kregen.",
                "uitleg.regelset": "2026-11-21 0f3a9c21d4e5",
                "uitleg.regeldatum": "21 november 2026",
            },
            rijen={
                "feiten": ({"naam": "De dag van uw aanvraag", "waarde": f"gemeld door {name}"},),
                "stappen": (
                    {"zin": "8 weken na 30 oktober 2026 is vrijdag 25 december 2026."},
                    {"zin": "Dat is een vrije dag. De laatste dag schuift naar maandag 28 december 2026."},
                ),
                "regels": (
                    {"naam": "Besluit op de aanvraag", "artikel": "Awb 4:13 lid 2", **rule},
                    {"naam": "Einde op een vrije dag", "artikel": "Atw 1", **rule},
                    {"naam": "Eerste Kerstdag", "artikel": "Atw 3", **rule, "zeker": "nog niet bevestigd"},
                ),
            },
            voorwaarden=frozenset({"aanname"}),
        ),
        changes,
    )


def proof_sheet(name: str = "A. Voorbeeld", **changes: Any) -> BriefGegevens:
    """The sheet by which a printer is set, as ``usecases.proefblad`` asks for it."""
    return _changed(
        BriefGegevens(
            soort="PROEF",
            gemeente="0362",
            datum=DAY,
            kenmerk="Proefblad",
            ondertekenaar=SIGNER,
            adresregels=(f"Mevrouw {name}", "Fictiestraat 12 b", "1181 AA  AMSTELVEEN"),
        ),
        changes,
    )


MAKERS: dict[str, Callable[..., BriefGegevens]] = {
    "L01": letter_l01,
    "L02": letter_l02,
    "OPL": agreement_opl,
    "PROEF": proof_sheet,
    "UIT": explanation_uit,
}


def _changed(letter: BriefGegevens, changes: dict[str, Any]) -> BriefGegevens:
    return replace(letter, **changes)
