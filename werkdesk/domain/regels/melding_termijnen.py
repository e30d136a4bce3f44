"""The dates that a melding sets, ready to be stored with the case (domain facts 2.2 and 2.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from werkdesk.domain.datums import Driewaardig, lange_datum
from werkdesk.domain.regels.kalender import kalender_van
from werkdesk.domain.regels.regel import ALLE_GEMEENTEN, Regel
from werkdesk.domain.regels.regelset import RegelSet
from werkdesk.domain.regels.soorten.zoektermijn import Aanvrager, Zoektermijn, bepaal_zoektermijn
from werkdesk.domain.regels.termijn import TermijnRekenaar, shift
from werkdesk.domain.regels.uitleg import Uitleg
from werkdesk.domain.termijn import Termijn
from werkdesk.domain.waarden.geboortedatum import GeboorteDatum

_ONBEKEND = "00000000"
_NOG_VRAGEN = {
    "leeftijd_onbekend": "geboortedatum nog niet zeker",
    "uitzondering_onbekend": "uitzondering nog vragen",
}
_JA_NEE = {True: "ja", False: "nee", None: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeldingTermijnFeiten:
    """What the dates of a melding depend on. ``None`` is "not known yet", never "no".

    ``meldingsdatum``: calendar day, Europe/Amsterdam. ``gemeente``: code of four digits. ``uitzondering``:
    one of ``soorten.zoektermijn.UITZONDERINGEN``; ``None`` reads as ``onbekend``. ``ww_eindigt``: last day of
    the WW.
    """

    meldingsdatum: date
    gemeente: str = ALLE_GEMEENTEN
    geboortedatum: GeboorteDatum | None = None
    heeft_partner: bool | None = None
    partner_geboortedatum: GeboorteDatum | None = None
    uitzondering: str | None = None
    ww_eindigt: date | None = None

    def als_feiten(self) -> tuple[tuple[str, str], ...]:
        """Code and value of each, empty where not known: what a date stores of the facts it rests on."""
        ww = self.ww_eindigt
        return (
            ("meldingsdatum", self.meldingsdatum.isoformat()),
            ("gemeente", self.gemeente),
            ("geboortedatum", self.geboortedatum or ""),
            ("heeft_partner", _JA_NEE[self.heeft_partner]),
            ("partner_geboortedatum", self.partner_geboortedatum or ""),
            ("uitzondering", self.uitzondering or ""),
            ("ww_eindigt", ww.isoformat() if ww is not None else ""),
        )


def termijnen_bij_melding(feiten: MeldingTermijnFeiten, regels: RegelSet) -> tuple[Termijn, ...]:
    """The terms that run, or will run, from a melding, in the order in which the case meets them.

    D01 the first day to apply under 27, D02 applying made possible at once, D03 school papers, PW41-6 the
    first day of a melding with WW; D04 (voorschot) and D06 (decision) wait for the application: their
    ``stand`` is ``na aanvraag``. A D01 that nobody can compute yet has no date, and its ``stand`` says what
    to ask.
    Raises ``Refused('regel.geen_versie', field='meldingsdatum')`` when the tables do not cover the day.
    """
    return _Melding(feiten, regels).termijnen()


def zoektermijn_bij_melding(feiten: MeldingTermijnFeiten, regels: RegelSet) -> Zoektermijn:
    """The answer behind D01 to D03: does the zoektermijn hold, why, and from which day can one apply."""
    return _Melding(feiten, regels).zoek


class _Melding:
    def __init__(self, feiten: MeldingTermijnFeiten, regels: RegelSet) -> None:
        self.feiten = feiten
        self.rekenaar = TermijnRekenaar(regels, kalender_van(regels), feiten.gemeente)
        self.uitleg = Uitleg()
        personen = [
            Aanvrager(geboortedatum=feiten.geboortedatum or _ONBEKEND, uitzondering=self._uitzondering())
        ]
        if feiten.heeft_partner:
            personen.append(Aanvrager(geboortedatum=feiten.partner_geboortedatum or _ONBEKEND))
        self.zoek = bepaal_zoektermijn(self.rekenaar, feiten.meldingsdatum, tuple(personen), self.uitleg)
        if feiten.heeft_partner is None and self.zoek.zoektermijn is Driewaardig.JA:
            grens = self._regel("zoektermijn.leeftijd", self.uitleg).waarde
            self.uitleg.zeg(
                f"Er is nog niet gevraagd naar een partner. Is die {grens} of ouder? Dan wacht u niet."
            )

    def _uitzondering(self) -> str:
        return self.feiten.uitzondering or "onbekend"

    def termijnen(self) -> tuple[Termijn, ...]:
        found = [self._eerste_aanvraag(), self._direct_aanvragen(), self._schoolstukken(), self._ww()]
        return (
            *(termijn for termijn in found if termijn),
            self._na_aanvraag("D04"),
            self._na_aanvraag("D06"),
        )

    def _eerste_aanvraag(self) -> Termijn | None:
        if self.zoek.zoektermijn is Driewaardig.NEE:
            return None
        regel = self._regel("D01", self.uitleg)
        stand = None
        if self.zoek.eerste_aanvraagdatum is None:
            stand = _NOG_VRAGEN.get(self.zoek.reden, "geboortedatum nog niet zeker")
        return self._termijn(regel, self.uitleg, uiterste=self.zoek.eerste_aanvraagdatum, stand=stand)

    def _direct_aanvragen(self) -> Termijn | None:
        day = self.feiten.meldingsdatum
        regel = self.rekenaar.regels.vind("D02", day, self.feiten.gemeente)
        if self.zoek.zoektermijn is not Driewaardig.NEE or regel is None:
            return None
        uitleg = self.uitleg.kopie()
        uitleg.zeg(regel.tekst)
        uitleg.steunt_op(regel)
        target = shift(day, regel.waarde, regel.eenheid)
        return self._termijn(regel, uitleg, streef=target, stand="vandaag" if target == day else None)

    def _schoolstukken(self) -> Termijn | None:
        if self.zoek.schoolstukken_voor is None:
            return None
        # Who need not wait has papers due: that rests on the ages and the exceptions.
        uitleg = self.uitleg.kopie()
        regel = self._regel("D03", uitleg)
        counted = self.rekenaar.van_regel(regel, self.feiten.meldingsdatum, uitleg)
        uitleg.zeg(regel.tekst)
        return self._termijn(regel, uitleg, uiterste=counted.uiterste_datum, streef=counted.streefdatum)

    def _ww(self) -> Termijn | None:
        """Under 27 with WW one may report from four weeks before its end (Pw 41 lid 6)."""
        einde = self.feiten.ww_eindigt
        if einde is None or self.zoek.reden == "27_of_ouder":
            return None
        uitleg = Uitleg()
        regel = self.rekenaar.regel("PW41-6", einde, uitleg, veld="ww_eindigt")
        self._regel("zoektermijn.leeftijd", uitleg)
        counted = self.rekenaar.achteruit(einde, regel.waarde, regel.eenheid, uitleg)
        if counted.onverschoven > self.feiten.meldingsdatum:
            uitleg.zeg(f"De melding is vroeger dan {lange_datum(counted.onverschoven)}.")
        return self._termijn(regel, uitleg, uiterste=counted.uiterste_datum)

    def _na_aanvraag(self, id_: str) -> Termijn:
        uitleg = Uitleg()
        regel = self._regel(id_, uitleg)
        uitleg.zeg(regel.tekst)
        uitleg.zeg("De datum staat vast zodra wij uw aanvraag hebben.")
        return self._termijn(regel, uitleg, stand="na aanvraag", begonnen=False)

    def _regel(self, id_: str, uitleg: Uitleg) -> Regel:
        return self.rekenaar.regel(id_, self.feiten.meldingsdatum, uitleg, veld="meldingsdatum")

    def _termijn(
        self,
        regel: Regel,
        uitleg: Uitleg,
        *,
        uiterste: date | None = None,
        streef: date | None = None,
        stand: str | None = None,
        begonnen: bool = True,
    ) -> Termijn:
        return Termijn(
            code=regel.id,
            naam=regel.naam,
            begin=self.feiten.meldingsdatum if begonnen else None,
            uiterste_datum=uiterste,
            streefdatum=streef,
            stand=stand,
            regels=uitleg.verwijzingen(),
            uitleg=tuple(uitleg.zinnen),
            feiten=self.feiten.als_feiten() if begonnen else (),
            regelset=self.rekenaar.regels.kenmerk,
        )
