"""The dates that an application sets: decision, notice of delay, advances (domain facts 2.3)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from werkdesk.domain.regels.kalender import kalender_van
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.termijn import TermijnRekenaar
from werkdesk.domain.regels.uitleg import Uitleg
from werkdesk.domain.termijn import Termijn
from werkdesk.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Opschorting:
    """The decision term stood still: from the day after the invitation until completion or unused expiry."""

    verzonden_op: date
    einde: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AanvraagTermijnFeiten:
    """``aanvraagdatum`` starts the advances, ``ontvangstdatum`` the decision; they may differ (domain 2.2).

    ``voorschotten``: how many advances were paid already; the next one is dated. ``geweigerd``: there will be
    no advance, so none is dated.
    """

    aanvraagdatum: date
    ontvangstdatum: date
    gemeente: str = ALLE_GEMEENTEN
    opschortingen: tuple[Opschorting, ...] = ()
    voorschotten: int = 0
    geweigerd: bool = False

    def als_feiten(self) -> tuple[tuple[str, str], ...]:
        """Code and value of each: what a date stores of the facts it rests on."""
        return (
            ("aanvraagdatum", self.aanvraagdatum.isoformat()),
            ("ontvangstdatum", self.ontvangstdatum.isoformat()),
            ("gemeente", self.gemeente),
            ("opschortingen", " ".join(f"{o.verzonden_op}/{o.einde}" for o in self.opschortingen)),
            # A date of before there were refusals rests on the same facts.
            ("voorschotten", "geweigerd" if self.geweigerd else str(self.voorschotten)),
        )


def opgeschorte_dagen(
    rekenaar: TermijnRekenaar, ontvangen: date, opschortingen: tuple[Opschorting, ...], uitleg: Uitleg
) -> list[int]:
    """Suspended days of each suspension, never below 0 ("tot" is exclusive: Awb 4:15 lid 1).

    Raises ``Refused('volgorde.ongeldig')`` with the path ``opschortingen[i].verzonden_op`` before the receipt
    or the previous end, or ``opschortingen[i].einde`` before its own begin.
    """
    counted = []
    previous = ontvangen
    for place, one in enumerate(opschortingen):
        if one.verzonden_op < previous:
            raise Refused("volgorde.ongeldig", field=f"opschortingen[{place}].verzonden_op")
        if one.einde < one.verzonden_op:
            raise Refused("volgorde.ongeldig", field=f"opschortingen[{place}].einde")
        less = rekenaar.vast("termijn.opschorting_aftrek", uitleg).waarde
        counted.append(max(0, (one.einde - one.verzonden_op).days - less))
        previous = one.einde
    return counted


def termijnen_bij_aanvraag(feiten: AanvraagTermijnFeiten, regels: RegelSet) -> tuple[Termijn, ...]:
    """The next advance (D04, then D05; none after a refusal), the decision (D06), and the last day
    of a notice of delay (D07).

    Raises ``Refused``: ``volgorde.ongeldig`` as :func:`opgeschorte_dagen`, ``regel.geen_versie``.
    """
    rekenaar = TermijnRekenaar(regels, kalender_van(regels), feiten.gemeente)
    suspended = sum(opgeschorte_dagen(rekenaar, feiten.ontvangstdatum, feiten.opschortingen, Uitleg()))
    number = feiten.voorschotten + 1
    code, applied = "D04" if number == 1 else "D05", feiten.aanvraagdatum
    advance = () if feiten.geweigerd else (_termijn(rekenaar, code, "aanvraagdatum", applied, times=number),)
    found = (
        *advance,
        _termijn(rekenaar, "D06", "ontvangstdatum", feiten.ontvangstdatum, extra_days=suspended),
        _termijn(rekenaar, "D07", "ontvangstdatum", feiten.ontvangstdatum),
    )
    facts, name = feiten.als_feiten(), regels.kenmerk
    return tuple(replace(termijn, feiten=facts, regelset=name) for termijn in found)


def _termijn(
    rekenaar: TermijnRekenaar, id_: str, veld: str, begin: date, *, times: int = 1, extra_days: int = 0
) -> Termijn:
    uitleg = Uitleg()
    regel = rekenaar.regel(id_, begin, uitleg, veld=veld)
    if extra_days:
        rekenaar.vast("termijn.opschorting_aftrek", uitleg)
    counted = rekenaar.van_regel(regel, begin, uitleg, times=times, extra_days=extra_days)
    uitleg.zeg(regel.tekst)
    return Termijn(
        code=regel.id,
        naam=regel.naam,
        begin=begin,
        uiterste_datum=counted.uiterste_datum,
        streefdatum=counted.streefdatum,
        regels=uitleg.verwijzingen(),
        uitleg=tuple(uitleg.zinnen),
    )
