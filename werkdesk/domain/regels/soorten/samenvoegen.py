"""Are two meldingen of one person, and which day counts (domain facts 2.2 T3, 3.4; rule cases 4.13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from werkdesk.domain.datums import Driewaardig
from werkdesk.domain.namen.vouwen import vouw
from werkdesk.domain.regels.invoer import Invoer, brp_datum, moment, tekst
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Antwoord, Uitleg
from werkdesk.domain.waarden.bsn import Bsn
from werkdesk.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeld:
    """What two meldingen are compared on. ``geboortedatum``: BRP date; ``geslachtsnaam`` without prefix."""

    id: str
    moment: datetime
    bsn: Bsn | None
    geslachtsnaam: str
    geboortedatum: str


def zelfde_persoon(
    rekenaar: TermijnRekenaar, een: Gemeld, ander: Gemeld, uitleg: Uitleg
) -> tuple[Driewaardig, str | None]:
    """Whether two meldingen are of one person, and on which ground. ONBEKEND: a person decides."""
    if een.bsn is not None and ander.bsn is not None:
        uitleg.zeg(rekenaar.vast("samenvoegen.bsn", uitleg).tekst)
        return (Driewaardig.JA, "bsn") if een.bsn == ander.bsn else (Driewaardig.NEE, None)
    uitleg.zeg(rekenaar.vast("samenvoegen.naam_en_geboortedatum", uitleg).tekst)
    if vouw(een.geslachtsnaam) != vouw(ander.geslachtsnaam):
        return Driewaardig.NEE, None
    first, second = een.geboortedatum, ander.geboortedatum
    if not first.endswith("00") and not second.endswith("00"):
        return (Driewaardig.JA, "naam_en_geboortedatum") if first == second else (Driewaardig.NEE, None)
    return (Driewaardig.ONBEKEND if _may_agree(first, second) else Driewaardig.NEE), None


def _may_agree(first: str, second: str) -> bool:
    """Whether year, month and day are each equal, or unknown on one side."""
    for part in (slice(0, 4), slice(4, 6), slice(6, 8)):
        one, other = first[part], second[part]
        if one != other and one.strip("0") and other.strip("0"):
            return False
    return True


def beoordeel(invoer: Invoer, rekenaar: TermijnRekenaar) -> Antwoord:
    """Answer a rule case of the kind ``samenvoegen``; the day of synchronising never matters."""
    uitleg = Uitleg()
    regel = rekenaar.vast("melding.dag", uitleg)
    uitleg.zeg(regel.tekst)
    zone = ZoneInfo(regel.waarde)
    parts = invoer.delen("meldingen", aantal=(2, 2))
    meldingen = [_lees_melding(part) for part in parts]
    days: dict[str, date] = {}
    for part, melding in zip(parts, meldingen, strict=True):
        try:
            days[melding.id] = melding.moment.astimezone(zone).date()
        except OverflowError:
            raise Refused("veld.ongeldig", field=part.veld("moment")) from None
    same, ground = zelfde_persoon(rekenaar, meldingen[0], meldingen[1], uitleg)
    first = min(meldingen, key=lambda melding: (melding.moment, melding.id))
    merged = same is Driewaardig.JA
    return Antwoord(
        {
            "samenvoegen": same.value,
            "grond": ground,
            "meldingsdatum": days[first.id].isoformat() if merged else None,
            "eerste": first.id if merged else None,
            "meldingsdata": {id_: day.isoformat() for id_, day in days.items()},
        },
        uitleg,
    )


def _lees_melding(part: Invoer) -> Gemeld:
    part.lees("balie", tekst)
    part.lees("gesynchroniseerd_op", tekst)
    return Gemeld(
        id=part.lees("id", tekst),
        moment=part.lees("moment", moment),
        bsn=part.lees_of("bsn", _bsn, None),
        geslachtsnaam=part.lees("geslachtsnaam", tekst),
        geboortedatum=part.lees("geboortedatum", brp_datum),
    )


def _bsn(value: object) -> Bsn:
    try:
        return Bsn(tekst(value))
    except Refused:
        raise ValueError("bsn") from None
