"""L01: what the receipt of a melding says (Pw 9, 17, 41, 44)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from werkdesk.domain.datums import AMSTERDAM, Driewaardig, lange_datum
from werkdesk.domain.melding import Melding, Uitzondering
from werkdesk.domain.regels.melding_termijnen import zoektermijn_bij_melding
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.termijn import Termijn
from werkdesk.errors import Refused
from werkdesk.usecases.briefgegevens.feiten import BriefFeiten
from werkdesk.usecases.briefgegevens.woorden import GEGEVENS, KANAAL_ONBEKEND, KANALEN, TERMIJNEN
from werkdesk.usecases.rekenaar import is_not_computed, term_facts

Rijen = dict[str, tuple[Mapping[str, str], ...]]
ONDER_27, DATUM_VOLGT = frozenset({"onder_27"}), frozenset({"datum_volgt"})
UITZONDERING = frozenset({"uitzondering_zoektermijn"})
_BY_REASON = {"27_of_ouder": frozenset({"vanaf_27"}), "leeftijd_onbekend": frozenset({"leeftijd_onbekend"})}


def receipt(feiten: BriefFeiten, regels: RegelSet) -> tuple[dict[str, str], Rijen, frozenset[str]]:
    """Fields, rows and conditions. Raises ``Refused('melding.onbekend')`` without a melding.

    Dates are those that were stored with the case; only the reason behind them is asked of the rules again.
    A date that nobody can compute now is never promised: the letter says that it follows.
    """
    melding = feiten.melding
    if melding is None:
        raise Refused("melding.onbekend")
    fields = melding_fields(melding)
    waiting, first_day = _waiting(feiten, melding, regels)
    if first_day is not None:
        fields["zoektermijn.eerste_dag"] = lange_datum(first_day)
    applied = melding.feiten.aanvraagdatum
    if applied is not None:
        fields["melding.aanvraagdatum"] = lange_datum(applied)
    rows: Rijen = {
        "termijnen": tuple(row for termijn in melding.termijnen if (row := _term_row(termijn))),
        "ontbrekende_gegevens": tuple(
            {"wat": GEGEVENS[code]} for code in melding.ontbreekt if code in GEGEVENS
        ),
    }
    return fields, rows, frozenset({*waiting, *_conditions(feiten, melding)})


def melding_fields(melding: Melding) -> dict[str, str]:
    """What letters say of the melding itself."""
    kanaal = melding.feiten.kanaal
    return {
        "melding.datum": lange_datum(melding.meldingsdatum),
        "melding.tijd": f"{melding.moment.astimezone(AMSTERDAM):%H.%M} uur",
        "melding.kanaal": KANALEN[kanaal] if kanaal is not None else KANAAL_ONBEKEND,
        "melding.kenmerk": str(melding.kenmerk),
    }


def _waiting(feiten: BriefFeiten, melding: Melding, regels: RegelSet) -> tuple[frozenset[str], date | None]:
    """Which text on waiting holds, and the first day to apply where there is one to name.

    A stored date wins. Is somebody certainly under 27 and was no exception asked for yet, then the letter
    names the day that holds without one; it says itself that there are exceptions. With rules that are too
    old, or that do not cover the day, only an age of 27 or more still says something for certain.
    """
    stored = next((t.uiterste_datum for t in melding.termijnen if t.code == "D01"), None)
    if stored is not None:
        return ONDER_27, stored
    facts = term_facts(feiten.klant, melding.feiten, melding.meldingsdatum)
    try:
        zoek = zoektermijn_bij_melding(facts, regels)
        without = zoektermijn_bij_melding(replace(facts, uitzondering=Uitzondering.GEEN.value), regels)
    except Refused:
        return DATUM_VOLGT, None  # the tables do not cover the day of the melding
    if zoek.reden in _BY_REASON:
        return _BY_REASON[zoek.reden], None
    if is_not_computed(melding.termijnen) or regels.is_te_oud(feiten.datum):
        return ONDER_27 | DATUM_VOLGT, None
    if zoek.zoektermijn is Driewaardig.NEE:
        return ONDER_27 | UITZONDERING, None
    if zoek.reden == "uitzondering_onbekend" and without.eerste_aanvraagdatum is not None:
        return ONDER_27, without.eerste_aanvraagdatum
    return ONDER_27 | DATUM_VOLGT, None


def _conditions(feiten: BriefFeiten, melding: Melding) -> set[str]:
    found = set()
    if melding.feiten.heeft_partner:
        found.add("met_partner")
    if melding.feiten.aanvraag_mogelijk_op is not None and melding.feiten.aanvraag_hoe == "formulier":
        found.add("aanvraag_meegegeven")
    spoed = feiten.intake.antwoorden.get("spoed") if feiten.intake is not None else None
    if spoed is not None and set(spoed.keuzes) - {"geen"}:
        found.add("spoed")
    return found


def _term_row(termijn: Termijn) -> Mapping[str, str] | None:
    day = termijn.uiterste_datum or termijn.streefdatum
    words = TERMIJNEN.get(termijn.code)
    if day is None or words is None:
        return None  # it waits for something that has not happened; a letter promises no date it cannot know
    what, when, why = words
    return {"wat": what, "wanneer": when.format(datum=lange_datum(day)), "waarom": why}
