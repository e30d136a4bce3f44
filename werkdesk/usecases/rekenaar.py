"""Which dates a case has and in which state it stands: the facts we have, put to the rules."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from werkdesk.domain.datums import AMSTERDAM, Driewaardig, kalenderdag
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import MeldingFeiten, MeldingStatus
from werkdesk.domain.regels.aanvraag_termijnen import AanvraagTermijnFeiten, termijnen_bij_aanvraag
from werkdesk.domain.regels.melding_termijnen import (
    MeldingTermijnFeiten,
    termijnen_bij_melding,
    zoektermijn_bij_melding,
)
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.termijn import NIET_BEREKEND, Termijn
from werkdesk.domain.voorschot import Voorschotzaak

_STATUS = {
    Driewaardig.JA: MeldingStatus.ZOEKTERMIJN,
    Driewaardig.NEE: MeldingStatus.AANVRAAG_MOGELIJK,
    Driewaardig.ONBEKEND: MeldingStatus.GEMELD,
}
_AFTER_APPLICATION = frozenset({"D04", "D06"})
_LATER = "De datums worden berekend zodra de rekenregels zijn bijgewerkt. De dag van de melding staat vast."


def compute_terms(
    klant: Klant,
    feiten: MeldingFeiten,
    moment: datetime,
    voorschot: Voorschotzaak | None = None,
    *,
    regels: RegelSet,
) -> tuple[MeldingStatus, tuple[Termijn, ...]]:
    """Fulfils ``usecases.meldingen.Rekenaar``. ``moment``: aware; its day in the zone of the tables counts.

    With an application the dates that waited for it are computed: advance, decision, notice of delay.
    ``voorschot``: which advances were paid, so that the next one is dated.
    """
    zone = ZoneInfo(regels.vast("melding.dag").waarde)
    facts = term_facts(klant, feiten, kalenderdag(moment, zone))
    terms = termijnen_bij_melding(facts, regels)
    applied = application_facts(feiten, voorschot)
    if applied is None:
        return _STATUS[zoektermijn_bij_melding(facts, regels).zoektermijn], terms
    before = tuple(term for term in terms if term.code not in _AFTER_APPLICATION)
    return MeldingStatus.AANVRAAG_ONTVANGEN, (*before, *termijnen_bij_aanvraag(applied, regels))


def not_computed() -> tuple[MeldingStatus, tuple[Termijn, ...]]:
    """What a melding gets while the rules are too old: it is saved, and its dates come later."""
    waiting = Termijn(code=NIET_BEREKEND, naam="Datums", stand="nog niet berekend", uitleg=(_LATER,))
    return MeldingStatus.GEMELD, (waiting,)


def is_not_computed(termijnen: tuple[Termijn, ...]) -> bool:
    """Whether the dates of a case still have to be computed."""
    return any(termijn.code == NIET_BEREKEND for termijn in termijnen)


def facts_changed(
    klant: Klant,
    feiten: MeldingFeiten,
    moment: datetime,
    stored: tuple[Termijn, ...],
    voorschot: Voorschotzaak | None = None,
) -> bool:
    """Whether a fact differs from what the stored dates rest on: only then an act computes them anew.

    New rules alone never do: an old case keeps its outcome (domain facts 2.6 c).
    """
    known = dict(pair for termijn in stored for pair in termijn.feiten)
    if is_not_computed(stored) or not known:
        return True
    now = dict(term_facts(klant, feiten, kalenderdag(moment, AMSTERDAM)).als_feiten())
    applied = application_facts(feiten, voorschot)
    if applied is not None:
        now |= dict(applied.als_feiten())
    elif "aanvraagdatum" in known:
        return True
    return any(known.get(name) != value for name, value in now.items())


def term_facts(klant: Klant, feiten: MeldingFeiten, meldingsdatum: date) -> MeldingTermijnFeiten:
    """The facts on which the dates of a melding depend."""
    return MeldingTermijnFeiten(
        meldingsdatum=meldingsdatum,
        gemeente=feiten.gemeente or ALLE_GEMEENTEN,
        geboortedatum=klant.feiten.geboortedatum,
        heeft_partner=feiten.heeft_partner,
        partner_geboortedatum=feiten.partner.geboortedatum if feiten.partner is not None else None,
        uitzondering=feiten.uitzondering.value if feiten.uitzondering is not None else None,
        ww_eindigt=feiten.ww_eindigt,
    )


def application_facts(
    feiten: MeldingFeiten, voorschot: Voorschotzaak | None = None
) -> AanvraagTermijnFeiten | None:
    """The facts on which the dates of an application depend; ``None`` without an application."""
    if feiten.aanvraagdatum is None:
        return None
    return AanvraagTermijnFeiten(
        aanvraagdatum=feiten.aanvraagdatum,
        ontvangstdatum=feiten.aanvraag_ontvangen_op or feiten.aanvraagdatum,
        gemeente=feiten.gemeente or ALLE_GEMEENTEN,
        voorschotten=len(voorschot.betaald) if voorschot is not None else 0,
        geweigerd=voorschot is not None and voorschot.is_geweigerd,
    )
