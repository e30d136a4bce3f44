"""Which dates a melding sets and in which state the case starts: the facts we have, put to the rules."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from werkdesk.domain.datums import Driewaardig, kalenderdag
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import MeldingFeiten, MeldingStatus
from werkdesk.domain.regels.melding_termijnen import (
    MeldingTermijnFeiten,
    termijnen_bij_melding,
    zoektermijn_bij_melding,
)
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.termijn import Termijn

_STATUS = {
    Driewaardig.JA: MeldingStatus.ZOEKTERMIJN,
    Driewaardig.NEE: MeldingStatus.AANVRAAG_MOGELIJK,
    Driewaardig.ONBEKEND: MeldingStatus.GEMELD,
}


def compute_terms(
    klant: Klant, feiten: MeldingFeiten, moment: datetime, *, regels: RegelSet
) -> tuple[MeldingStatus, tuple[Termijn, ...]]:
    """Fulfils ``usecases.meldingen.Rekenaar``. ``moment``: aware; its day in the tables' zone counts."""
    zone = ZoneInfo(regels.vast("melding.dag").waarde)
    facts = term_facts(klant, feiten, kalenderdag(moment, zone))
    status = _STATUS[zoektermijn_bij_melding(facts, regels).zoektermijn]
    return status, termijnen_bij_melding(facts, regels)


def term_facts(klant: Klant, feiten: MeldingFeiten, meldingsdatum: date) -> MeldingTermijnFeiten:
    """The facts on which the dates of a melding depend."""
    return MeldingTermijnFeiten(
        meldingsdatum=meldingsdatum,
        gemeente=feiten.gemeente or ALLE_GEMEENTEN,
        geboortedatum=klant.feiten.geboortedatum,
        heeft_partner=bool(feiten.heeft_partner),
        partner_geboortedatum=feiten.partner.geboortedatum if feiten.partner is not None else None,
        uitzondering=feiten.uitzondering.value if feiten.uitzondering is not None else None,
        ww_eindigt=feiten.ww_eindigt,
    )
