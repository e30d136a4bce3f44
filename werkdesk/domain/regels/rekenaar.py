"""The rule tables as the use cases ask them: which dates does a melding set, where does the case start."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.klant import Klant
from werkdesk.domain.melding import MeldingFeiten, MeldingStatus
from werkdesk.domain.regels.melding_termijnen import MeldingTermijnFeiten, bereken_melding
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.termijn import Termijn

_STATUS = {
    Driewaardig.JA: MeldingStatus.ZOEKTERMIJN,
    Driewaardig.NEE: MeldingStatus.AANVRAAG_MOGELIJK,
    Driewaardig.ONBEKEND: MeldingStatus.GEMELD,
}


def dag_van_melding(moment: datetime, regels: RegelSet) -> date:
    """The calendar day in the Netherlands of a moment with a zone (Pw 44 lid 1)."""
    return moment.astimezone(ZoneInfo(regels.vast("melding.dag").waarde)).date()


def rekenaar_van(
    regels: RegelSet,
) -> Callable[[Klant, MeldingFeiten, datetime], tuple[MeldingStatus, tuple[Termijn, ...]]]:
    """Bind a rule set to the question that the use cases ask (their ``Rekenaar``).

    The answer raises ``Refused('regel.geen_versie', field='meldingsdatum')`` for a day before the tables.
    """
    return partial(_reken, regels)


def _reken(
    regels: RegelSet, klant: Klant, feiten: MeldingFeiten, moment: datetime
) -> tuple[MeldingStatus, tuple[Termijn, ...]]:
    asked = MeldingTermijnFeiten(
        meldingsdatum=dag_van_melding(moment, regels),
        gemeente=feiten.gemeente or ALLE_GEMEENTEN,
        geboortedatum=klant.feiten.geboortedatum,
        heeft_partner=bool(feiten.heeft_partner),
        partner_geboortedatum=feiten.partner.geboortedatum if feiten.partner else None,
        uitzondering=feiten.uitzondering.value if feiten.uitzondering else None,
        ww_eindigt=feiten.ww_eindigt,
    )
    zoek, termijnen = bereken_melding(asked, regels)
    return _STATUS[zoek.zoektermijn], termijnen
