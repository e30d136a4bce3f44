"""How long records are kept (Selectielijst gemeenten; domain facts 8.1)."""

from __future__ import annotations

from datetime import date

from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.termijn import shift

_FAMILIE = "bewaring."


def bewaarsoorten(regels: RegelSet) -> tuple[str, ...]:
    """The kinds of record with a retention period: ``bijstand_verleend``, ``melding_afgebroken`` …"""
    return tuple(id_.removeprefix(_FAMILIE) for id_ in regels.ids() if id_.startswith(_FAMILIE))


def bewaren_tot_en_met(
    regels: RegelSet, soort: str, einde: date, gemeente: str = ALLE_GEMEENTEN
) -> tuple[date, Regel]:
    """Last day on which a record must be kept, and the rule; it may be destroyed the day after.

    ``einde``: day on which the right, the contract or the event ended. Destruction itself needs a list that
    the archivist approves. Raises ``Refused('regel.geen_versie', field='einde')``, also for an unknown kind.
    """
    regel = regels.geldig(f"{_FAMILIE}{soort}", einde, veld="einde", gemeente=gemeente)
    return shift(einde, regel.waarde, regel.eenheid), regel
