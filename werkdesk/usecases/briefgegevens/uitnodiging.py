"""L02: what the invitation to the intake says (Pw 17 lid 2)."""

from __future__ import annotations

from datetime import timedelta

from werkdesk.domain.intake import Intake
from werkdesk.domain.klant import Klant
from werkdesk.domain.regels.kalender import Kalender, kalender_van
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.waarden.datum import datum_met_weekdag
from werkdesk.errors import Refused
from werkdesk.usecases.briefgegevens.feiten import Afspraak, BriefFeiten
from werkdesk.usecases.briefgegevens.ontvangst import Rijen, melding_fields

IDENTIFIED = 2
TALEN = {
    "ar": "Arabisch", "de": "Duits", "en": "Engels", "es": "Spaans", "fa": "Farsi", "fr": "Frans",
    "pl": "Pools", "so": "Somalisch", "ti": "Tigrinya", "tr": "Turks", "uk": "Oekraïens", "ru": "Russisch",
    "pt": "Portugees", "bg": "Bulgaars", "ro": "Roemeens", "zh": "Chinees",
}  # fmt: skip
"""Language of the interpreter by ISO 639-1; others are left out, and the letter then says "een tolk"."""


def invitation(feiten: BriefFeiten, regels: RegelSet) -> tuple[dict[str, str], Rijen, frozenset[str]]:
    """Fields, rows and conditions.

    Raises ``Refused``: ``melding.onbekend``; ``afspraak.ontbreekt`` without a day and time;
    ``afspraak.telefoon`` for a call to somebody without a number; ``afspraak.voorbij``.
    """
    if feiten.melding is None:
        raise Refused("melding.onbekend")
    talk = feiten.afspraak
    if talk is None:
        raise Refused("afspraak.ontbreekt", field="afspraak")
    if talk.moment.date() < feiten.datum:
        raise Refused("afspraak.voorbij", field="afspraak")
    fields = melding_fields(feiten.melding) | _talk_fields(feiten, talk, kalender_van(regels))
    conditions = set()
    if talk.telefonisch:
        conditions.add("afspraak_telefonisch")
    if feiten.melding.feiten.heeft_partner:
        conditions.add("met_partner")
    if feiten.klant.niveau >= IDENTIFIED:
        conditions.add("al_gelegitimeerd")
    if _needs_interpreter(feiten.klant, feiten.intake):
        conditions.add("tolk")
        fields["tolk.taal"] = TALEN.get(feiten.klant.feiten.taal or "", "")
    return fields, {"stukken": ()}, frozenset(conditions)


def _talk_fields(feiten: BriefFeiten, talk: Afspraak, kalender: Kalender) -> dict[str, str]:
    phone = feiten.klant.feiten.telefoon
    if talk.telefonisch and phone is None:
        raise Refused("afspraak.telefoon", field="afspraak")
    before = kalender.laatste_gewone(talk.moment.date() - timedelta(days=1))
    return {
        "afspraak.datum": datum_met_weekdag(talk.moment.date()),
        "afspraak.tijd": f"{talk.moment:%H.%M} uur",
        "afspraak.duur": f"ongeveer {talk.duur_minuten} minuten",
        "afspraak.plaats": talk.plaats or feiten.wie.kantoor_naam,
        "afspraak.telefoon": phone.shown if talk.telefonisch and phone is not None else "",
        "afspraak.medewerker": talk.medewerker or feiten.wie.naam,
        "afspraak.verzetten_voor": datum_met_weekdag(before) if before > feiten.datum else "",
    }


def _needs_interpreter(klant: Klant, intake: Intake | None) -> bool:
    answer = intake.antwoorden.get("taal") if intake is not None else None
    return bool(klant.feiten.tolk) or (answer is not None and "tolk" in answer.keuzes)
