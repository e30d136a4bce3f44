"""OPL: what a training agreement says (domain figures 5.2-5.4)."""

from __future__ import annotations

from werkdesk.domain.datums import lange_datum
from werkdesk.domain.geheimhouding import AdresPlek, may_show_address
from werkdesk.domain.papier import Mijlpaal, OpleidingsVoorwaarden
from werkdesk.domain.persoon import KlantFeiten
from werkdesk.errors import Refused
from werkdesk.usecases.briefgegevens.feiten import BriefFeiten
from werkdesk.usecases.briefgegevens.ontvangst import Rijen
from werkdesk.usecases.briefgegevens.persoon import envelope_name, street_lines
from werkdesk.usecases.briefgegevens.woorden import BETALERS, INVULLEN

HALVERWEGE = ", halverwege"
ADRES_GEHEIM = "adres bekend bij de gemeente"
"""The employer and the school get this paper too (domain figures 5.2: geheimhouding)."""
_POSTEN = ("lesgeld", "examen", "boeken", "reiskosten", "kinderopvang")


def agreement(feiten: BriefFeiten) -> tuple[dict[str, str], Rijen, frozenset[str]]:
    """Fields, rows and conditions. Raises ``Refused('overeenkomst.onbekend')`` without an agreement.

    What only becomes known at the table (who signs for whom) is a dotted line, to be filled in by hand.
    """
    if feiten.overeenkomst is None:
        raise Refused("overeenkomst.onbekend")
    terms = feiten.overeenkomst.voorwaarden
    fields = _klant_fields(feiten) | _training_fields(terms) | _party_fields(terms)
    fields |= {
        "overeenkomst.nummer": str(feiten.overeenkomst.nummer),
        "overeenkomst.besluitnummer": terms.besluitnummer or "",
        "overeenkomst.begin": lange_datum(terms.begin),
        "overeenkomst.einde": lange_datum(terms.einde),
        "overeenkomst.uren_per_week": str(terms.uren_per_week) if terms.uren_per_week is not None else "",
    }
    rows: Rijen = {
        "mijlpalen": tuple(
            {
                "jaar": f"Jaar {stone.jaar}{HALVERWEGE if stone.halverwege else ''}",
                "doel": stone.doel,
                "uiterlijk": lange_datum(stone.uiterlijk),
                "bewijs": stone.bewijs,
            }
            for stone in terms.mijlpalen
        ),
        "kosten": tuple(_cost_row(year, stones) for year, stones in _by_year(terms.mijlpalen)),
        "betalingen": tuple(
            {"wat": one.wat, "wie": one.wie, "aan": one.aan or "", "wanneer": one.wanneer or ""}
            for one in terms.betalingen
        ),
    }
    fields |= {
        f"kosten.{post}": euro(sum(getattr(stone, post) for stone in terms.mijlpalen)) for post in _POSTEN
    }
    fields["kosten.totaal"] = euro(sum(stone.kosten for stone in terms.mijlpalen))
    return fields, rows, frozenset(_conditions(terms))


def _conditions(terms: OpleidingsVoorwaarden) -> set[str]:
    """What was agreed on. Nothing is promised that nobody answered yet."""
    return {
        name
        for name, holds in (
            ("met_werkgever", terms.werkgever),
            ("uitkering_loopt", terms.uitkering_loopt),
            ("doorbetalen_bij_werk", terms.doorbetalen),
        )
        if holds
    }


def euro(cents: int) -> str:
    """``€ 1.234,56`` from whole cents."""
    whole, rest = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""
    return f"€ {sign}{whole:,}".replace(",", ".") + f",{rest:02d}"


def _klant_fields(feiten: BriefFeiten) -> dict[str, str]:
    """With initials: a contract names one person of a family (domain 3.1.5)."""
    known = feiten.klant.feiten
    return {
        "klant.naam": " ".join(envelope_name(known)) or INVULLEN,
        "klant.adres": _address(known),
        "klant.geboortedatum": known.geboortedatum.lang if known.geboortedatum else INVULLEN,
    }


def _address(known: KlantFeiten) -> str:
    if not may_show_address(known, AdresPlek.DERDEN):
        return ADRES_GEHEIM
    lines = street_lines(known, AdresPlek.DERDEN)
    return ", ".join(" ".join(line.split()) for line in lines) or INVULLEN


def _training_fields(terms: OpleidingsVoorwaarden) -> dict[str, str]:
    return {
        "opleiding.naam": terms.opleiding,
        "opleiding.niveau": terms.niveau or "",
        "opleiding.leerweg": terms.leerweg or "",
        "opleiding.crebo": terms.crebo or "",
        "opleiding.doel": terms.doel or f"het diploma van de opleiding {terms.opleiding}",
        "opleiding.vraag_arbeidsmarkt": (terms.vraag_arbeidsmarkt or "").rstrip(". "),
        "opleiding.betaalt": BETALERS.get(terms.betaalt, terms.betaalt),
        "opleiding.voorgaande_bekostiging": terms.voorgaande_bekostiging or "",
        "opleiding.plaats": terms.opleider_plaats or "",
        "opleiding.dagen": terms.dagen or "",
        "begeleider.naam": terms.begeleider or "",
        "begeleider.telefoon": terms.begeleider_telefoon or "",
        "begeleider.opleider": terms.begeleider_opleider or "",
        "begeleider.uren": str(terms.begeleiding_uren) if terms.begeleiding_uren is not None else "",
    }


def _party_fields(terms: OpleidingsVoorwaarden) -> dict[str, str]:
    fields = {
        "opleider.naam": terms.opleider,
        "opleider.adres": terms.opleider_adres or terms.opleider_plaats or INVULLEN,
        "opleider.kvk": terms.opleider_kvk or INVULLEN,
        "opleider.vertegenwoordiger": terms.opleider_tekent or INVULLEN,
        "gemeente.vertegenwoordiger": terms.gemeente_tekent or INVULLEN,
        "klant.vertegenwoordiger": terms.klant_vertegenwoordiger or "",
    }
    if terms.werkgever:
        fields |= {
            "werkgever.naam": terms.werkgever,
            "werkgever.adres": terms.werkgever_adres or INVULLEN,
            "werkgever.kvk": terms.werkgever_kvk or INVULLEN,
            "werkgever.vertegenwoordiger": terms.werkgever_tekent or INVULLEN,
            "plaatsing.taken": terms.taken or "",
            "plaatsing.niet_alleen": terms.niet_alleen or "",
            "plaatsing.verzekering": (terms.verzekering or "").rstrip(". "),
            "plaatsing.verdringing": (terms.verdringing or "").rstrip(". "),
        }
    return fields


def _by_year(stones: tuple[Mijlpaal, ...]) -> list[tuple[int, list[Mijlpaal]]]:
    years: dict[int, list[Mijlpaal]] = {}
    for stone in stones:
        years.setdefault(stone.jaar, []).append(stone)
    return sorted(years.items())


def _cost_row(year: int, stones: list[Mijlpaal]) -> dict[str, str]:
    row = {post: euro(sum(getattr(stone, post) for stone in stones)) for post in _POSTEN}
    return {"jaar": f"Jaar {year}", **row, "totaal": euro(sum(stone.kosten for stone in stones))}
